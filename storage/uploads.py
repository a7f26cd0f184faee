"""Links by which a person sends files to a chat whose platform gives no files away.

A link is for one chat and for who was bound to it then; it takes so many files and ends by itself.
Of its token only the hash is stored.
"""

import secrets
import sqlite3
from datetime import datetime, timedelta

import aiosqlite

from domain.model import Model
from storage.chats import Chat
from storage.database import QUERIES
from storage.moments import moment, stamp
from storage.web_sessions import token_hash

LASTS = timedelta(minutes=30)
"""How long a link can be used."""
WORTH = timedelta(minutes=10)
"""One that lasts so much longer is not replaced by a new one."""
MOST = 5
"""How many files a link takes."""


class Upload(Model):
    """A link that can be used; `last` names the update that its files were handed in with last."""

    hash: str
    channel: str
    chat: str
    opened_at: datetime
    ends_at: datetime
    files: int
    last: str | None

    @property
    def room(self) -> int:
        """How many more files it takes."""
        return max(0, MOST - self.files)


async def standing_upload(
    connection: aiosqlite.Connection, chat: Chat, now: datetime
) -> Upload | None:
    """Return the link that a chat was given and can go on using, if there is one."""
    row = await QUERIES.upload_of_chat(connection, address=chat.address, now=stamp(now))
    upload = None if row is None else _upload(row)
    if upload is None or upload.room == 0 or upload.ends_at - now < WORTH:
        return None
    return upload


async def open_upload(
    connection: aiosqlite.Connection, chat: Chat, person: int, now: datetime
) -> str:
    """Make a link for a chat's person and return its token; the one before is over."""
    token = secrets.token_urlsafe(24)
    await QUERIES.open_upload(
        connection,
        address=chat.address,
        person=person,
        hash=token_hash(token),
        now=stamp(now),
        ends=stamp(now + LASTS),
    )
    return token


async def find_upload(connection: aiosqlite.Connection, token: str, now: datetime) -> Upload | None:
    """Return the link of a token, unless it is over or its person is not there any more."""
    row = await QUERIES.upload_by_hash(connection, hash=token_hash(token), now=stamp(now))
    return None if row is None else _upload(row)


async def count_files(
    connection: aiosqlite.Connection, upload: Upload, files: int, update: str
) -> None:
    """Count files that were handed in with an update."""
    await QUERIES.count_upload(connection, hash=upload.hash, files=files, update=update)


def _upload(row: sqlite3.Row) -> Upload:
    return Upload(
        hash=row["hash"],
        channel=row["channel"],
        chat=row["chat"],
        opened_at=moment(row["opened_at"]),
        ends_at=moment(row["ends_at"]),
        files=row["files"],
        last=row["last"],
    )
