"""A digest on its way: it is marked as having left before it is sent, and so never sent twice.

Until it leaves, its row of the outbox is a place in the line of its chat, without content.
"""

from datetime import date, datetime

import aiosqlite

from dialogue.messages import Message
from domain.model import Model
from storage.chats import dump_content
from storage.database import QUERIES
from storage.moments import stamp


class Digest(Model):
    """One person's digest of a day, of the steps crossed after `since`."""

    id: int
    person: int
    day: date
    since: date
    address: int | None


async def find_digest(connection: aiosqlite.Connection, id_: int) -> Digest | None:
    """Return a digest that has not left yet."""
    row = await QUERIES.digest_of(connection, id=id_)
    return None if row is None else Digest.model_validate(dict(row))


async def leave(
    connection: aiosqlite.Connection, digest: Digest, content: Message, now: datetime
) -> int:
    """Mark a digest as having left, as this message; return the id of its delivery.

    That stands behind all that has been queued for the chat so far.
    """
    await QUERIES.leave(connection, id=digest.id, now=stamp(now))
    await QUERIES.drop_reference(connection, id=digest.id)
    id_: int = await QUERIES.queue_leaving(
        connection,
        address=digest.address,
        content=dump_content(content),
        digest=digest.id,
        now=stamp(now),
    )
    return id_


async def give_up(connection: aiosqlite.Connection, digest: Digest, now: datetime) -> None:
    """Send nothing: nothing is due any more, or the day is over. The next one tells it all."""
    await QUERIES.mark_moot(connection, id=digest.id, now=stamp(now))


async def put_back(connection: aiosqlite.Connection, digest: int, delivery: int) -> None:
    """Take back that a digest has left: it certainly was not sent."""
    await QUERIES.stay(connection, id=digest)
    await QUERIES.put_back(connection, id=delivery)


async def refuse(connection: aiosqlite.Connection, digest: int, *, blocked: bool) -> None:
    """Take note that a digest was refused; a blocked chat leaves room for another one."""
    await (QUERIES.find_new_address if blocked else QUERIES.stay)(connection, id=digest)
