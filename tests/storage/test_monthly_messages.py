"""What a channel carries is counted as it happens: once out, once in, by month."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiosqlite
import pytest

from storage.database import QUERIES
from storage.quotas import Use, uses
from tests.harness.stage import Stage

ZALO = "zalo:1459023571"
MARCH = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
APRIL = datetime(2026, 4, 1, 0, 0, tzinfo=UTC)


@pytest.fixture
async def connection(stage: Stage) -> AsyncIterator[aiosqlite.Connection]:
    async with stage.open() as database, database.write() as opened:
        yield opened


async def _address(connection: aiosqlite.Connection, chat: str) -> int:
    found: int = await QUERIES.add_address(connection, channel=ZALO, chat=chat)
    return found


async def _sent(connection: aiosqlite.Connection, address: int, at: datetime) -> int:
    id_: int = await QUERIES.queue(connection, address=address, content="", now=at.isoformat())
    mark = {"id": id_, "message": "m", "now": at.isoformat()}
    await QUERIES.mark_sent(connection, [mark])
    return id_


async def _received(connection: aiosqlite.Connection, address: int, external: str) -> None:
    await QUERIES.receive(
        connection, address=address, external=external, content="{}", now=MARCH.isoformat()
    )


async def test_what_goes_out_and_comes_in_is_counted(connection: aiosqlite.Connection) -> None:
    """Each message once, however often it is marked or brought again."""
    address = await _address(connection, "a")
    id_ = await _sent(connection, address, MARCH)
    await QUERIES.mark_sent(connection, [{"id": id_, "message": "m", "now": MARCH.isoformat()}])
    await _received(connection, address, "u1")
    await _received(connection, address, "u1")
    await _received(connection, address, "u2")
    (use,) = await uses(connection, [ZALO], MARCH)
    assert use == Use(channel=ZALO, sent=1, received=2, people=0)
    assert use.messages == 3


async def test_what_was_refused_or_shown_nowhere_does_not_count(
    connection: aiosqlite.Connection,
) -> None:
    """A delivery without a message of the platform cost nothing."""
    address = await _address(connection, "a")
    now = MARCH.isoformat()
    refused = await QUERIES.queue(connection, address=address, content="", now=now)
    await QUERIES.mark_refused(connection, [{"id": refused, "problem": "no", "now": now}])
    nowhere = await QUERIES.queue(connection, address=address, content="", now=now)
    await QUERIES.mark_sent(connection, [{"id": nowhere, "message": None, "now": now}])
    assert (await uses(connection, [ZALO], MARCH))[0].messages == 0


async def test_a_month_begins_at_nothing(connection: aiosqlite.Connection) -> None:
    """The counter of March says nothing of April; a channel never used is there with zeros."""
    await _sent(connection, await _address(connection, "a"), MARCH)
    found = await uses(connection, [ZALO, "zalo:2"], APRIL)
    assert [(use.channel, use.messages) for use in found] == [(ZALO, 0), ("zalo:2", 0)]
