"""Browsers signed in to the web chat: a session and its chat begin and end together.

A session ends when it is signed out, when its person is taken off the roster, and by itself; of its
token only the hash is stored.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

import aiosqlite

from domain.model import Model
from domain.person import Person
from storage.chats import find_chat
from storage.database import QUERIES
from storage.moments import moment, stamp
from storage.people import person_from

IDLE = timedelta(hours=12)
"""After so long without use a session is over, unless the person asked to stay signed in."""
LONGEST = timedelta(days=30)
"""After so long any session is over."""
UNJOINED = timedelta(hours=1)
"""So long a browser may take from its code to its consent."""
STEP = timedelta(minutes=5)
"""A session in use is moved on in steps, not at every request."""


class WebSession(Model):
    """A browser's session; `person` is None until its chat is bound to somebody.

    `kept` is one whose person asked to stay signed in on a device of their own.
    """

    hash: str
    chat: str
    person: Person | None
    kept: bool
    opened_at: datetime
    ends_at: datetime


async def find_session(
    connection: aiosqlite.Connection, token: str, now: datetime
) -> WebSession | None:
    """Return the session of a token, unless it is over."""
    row = await QUERIES.web_session(connection, hash=token_hash(token), now=stamp(now))
    if row is None:
        return None
    return WebSession(
        hash=row["hash"],
        chat=row["chat"],
        person=None if row["id"] is None else person_from(row),
        kept=bool(row["kept"]),
        opened_at=moment(row["opened_at"]),
        ends_at=moment(row["ends_at"]),
    )


async def open_session(
    connection: aiosqlite.Connection, channel: str, chat: str, now: datetime, *, kept: bool
) -> str:
    """Begin a session of a chat and return its token; an earlier one of that chat is over."""
    token = secrets.token_urlsafe(32)
    found = await find_chat(connection, channel, chat)
    await QUERIES.open_web_session(
        connection,
        hash=token_hash(token),
        address=found.address,
        kept=int(kept),
        now=stamp(now),
        ends=stamp(now + UNJOINED),
    )
    return token


async def extend_session(
    connection: aiosqlite.Connection, session: WebSession, now: datetime
) -> None:
    """Let a session that is used last longer."""
    await QUERIES.extend_web_session(connection, hash=session.hash, ends=stamp(_end(session, now)))


def lasts_too_short(session: WebSession, now: datetime) -> bool:
    """Whether a session that is used now is to be extended."""
    return _end(session, now) - session.ends_at >= STEP


async def end_overdue_sessions(connection: aiosqlite.Connection, now: datetime) -> int:
    """End the sessions whose time is over, unbind their chats, and return how many there were.

    Of a browser in which nobody ever joined nothing is left.
    """
    ended = await QUERIES.ended_web_chats(connection, now=stamp(now))
    if not ended:
        return 0
    await QUERIES.unbind_ended_chats(connection, now=stamp(now))
    every = [{"address": row["address"]} for row in ended]
    await QUERIES.forget_talk(connection, every)
    await QUERIES.end_web_session(connection, every)
    strangers = [{"address": row["address"]} for row in ended if not row["joined"]]
    for forget in (QUERIES.forget_inbox, QUERIES.forget_outbox, QUERIES.forget_address):
        await forget(connection, strangers)
    return len(ended)


def token_hash(token: str) -> str:
    """Return what is stored of a token; a cookie may hold bytes that are no text."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def _end(session: WebSession, now: datetime) -> datetime:
    last = session.opened_at + LONGEST
    if session.person is None:
        return session.ends_at
    return last if session.kept else min(now + IDLE, last)
