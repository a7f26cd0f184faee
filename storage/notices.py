"""Notices: what one person's turn has for another, opened in that one's chat when it is sent.

Until its turn to leave has come, a notice's row of the outbox is a place in the line of its chat,
without content.
"""

import json
from collections.abc import Collection
from datetime import datetime

import aiosqlite

from dialogue.messages import Message
from dialogue.state import Notice
from storage.chats import dump_content
from storage.database import QUERIES
from storage.moments import moment, stamp


async def write(
    connection: aiosqlite.Connection,
    notice: Notice,
    now: datetime,
    channels: Collection[str] | None = None,
) -> None:
    """Queue a notice for the chat its person prefers, once for ever; None are all channels.

    Where the person has no chat that can be reached, it is kept and goes nowhere.
    """
    id_ = await QUERIES.add_notice(
        connection,
        person=notice.person,
        key=notice.key,
        dialogue=notice.dialogue,
        given=json.dumps(notice.given, ensure_ascii=False),
        not_before=None if notice.not_before is None else stamp(notice.not_before),
        now=stamp(now),
    )
    if id_ is not None:
        await send_on(connection, id_, notice.person, now, channels)


async def send_on(
    connection: aiosqlite.Connection,
    id_: int,
    person: int,
    now: datetime,
    channels: Collection[str] | None = None,
    *,
    blocked: int | None = None,
) -> None:
    """Queue a notice that stands, for another chat than the `blocked` one if there is any."""
    for row in await QUERIES.chats_to_tell(connection, person=person):
        if row["address"] != blocked and (channels is None or row["channel"] in channels):
            await QUERIES.queue_notice(
                connection, address=row["address"], notice=id_, now=stamp(now)
            )
            return


async def find_notice(connection: aiosqlite.Connection, id_: int) -> Notice:
    """Return a notice."""
    row = await QUERIES.notice_of(connection, id=id_)
    return Notice(
        person=row["person"],
        key=row["key"],
        dialogue=row["dialogue"],
        given=json.loads(row["given"]),
        not_before=None if row["not_before"] is None else moment(row["not_before"]),
    )


async def fill(connection: aiosqlite.Connection, delivery: int, content: Message) -> None:
    """Give the delivery of a notice what it says; from now on it is sent as any other."""
    await QUERIES.fill_notice(connection, id=delivery, content=dump_content(content))


async def drop(connection: aiosqlite.Connection, delivery: int, now: datetime) -> None:
    """Send nothing: what it would have told is settled, or it is not for this person any more."""
    await QUERIES.drop_notice(connection, id=delivery, now=stamp(now))
