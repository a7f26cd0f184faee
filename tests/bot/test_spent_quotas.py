"""A bot whose month is used up: left alone but for a try an hour, seen by all who look."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.alarms import Alarms
from bot.reminders import look
from bot.spent import PROBE, SpentQuotas
from channels.port import Condition, Wait
from dialogue.texts import ZONE
from domain.person import Role
from storage.database import Database
from storage.quotas import Bot, next_month, set_up, spent_since
from tests.harness.post import HOURS, NAME, Post
from tests.harness.records import open_records
from tests.harness.stage import TEXTS, Stage

ZALO, TELEGRAM = "zalo:1459023571", "telegram"


async def _bot(database: Database, now: datetime, channel: str, carried: int) -> None:
    """A bot with 100 messages a month, which has carried so many."""
    async with database.write() as connection:
        await set_up(connection, [Bot(channel=channel, name=None, monthly=100, users=50)])
        await connection.execute(
            "INSERT INTO monthly_messages (channel, month, received) VALUES (?, ?, ?)",
            (channel, now.strftime("%Y-%m"), carried),
        )


@pytest.fixture
async def database(stage: Stage) -> AsyncIterator[Database]:
    async with stage.open() as opened:
        yield opened


async def test_a_used_up_month_is_tried_once_an_hour(stage: Stage, database: Database) -> None:
    """What the platform asked for is a second; with all carried it is an hour."""
    await _bot(database, stage.now, ZALO, 100)
    quotas = SpentQuotas(database, stage.clock)
    assert await quotas.patience(ZALO, 1.0) == PROBE
    assert quotas.is_spent(ZALO)
    async with database.read() as connection:
        assert list(await spent_since(connection, [ZALO, TELEGRAM], stage.now)) == [ZALO]


async def test_a_slow_down_is_no_used_up_month(stage: Stage, database: Database) -> None:
    """With messages left, and on a channel without a quota, it is as long as was asked."""
    await _bot(database, stage.now, ZALO, 99)
    quotas = SpentQuotas(database, stage.clock)
    assert await quotas.patience(ZALO, 1.0) == 1.0
    assert await quotas.patience(TELEGRAM, 7.0) == 7.0
    assert not quotas.is_spent(ZALO)


async def test_the_next_month_is_waited_for_no_longer(stage: Stage, database: Database) -> None:
    """Ten minutes before the month is over it is tried again in ten minutes."""
    stage.now = datetime(2026, 3, 31, 23, 50, tzinfo=UTC)
    await _bot(database, stage.now, ZALO, 100)
    quotas = SpentQuotas(database, stage.clock)
    assert await quotas.patience(ZALO, 1.0) == 600
    assert next_month(stage.now) == datetime(2026, 4, 1, tzinfo=UTC)
    assert next_month(datetime(2026, 12, 31, tzinfo=UTC)) == datetime(2027, 1, 1, tzinfo=UTC)


async def test_what_goes_out_all_the_same_ends_it(stage: Stage, database: Database) -> None:
    """More was allowed than the settings say: known at once, also to a program just started."""
    await _bot(database, stage.now, ZALO, 100)
    await SpentQuotas(database, stage.clock).patience(ZALO, 1.0)
    fresh = SpentQuotas(database, stage.clock)
    await fresh.worked(ZALO)
    async with database.read() as connection:
        assert await spent_since(connection, [ZALO], stage.now) == {}


async def test_the_outbox_stops_there_and_shows_it(tmp_path: Path) -> None:
    """After the refusal the chat is left alone; the health of the channel says why."""
    async with open_records(tmp_path / "baocao.db") as records:
        post = Post(records)
        await _bot(records.database, records.now, NAME, 100)
        post.platform.fate["a"].append(Wait(0.01))
        await post.put("a", "1")
        async with post.running() as platform:
            await platform.attempts(1)
            await post.settled()
            assert platform.got == []
            trouble = post.outbox._measures.sending[NAME].trouble
        assert trouble == "monthly quota used up"
        assert await post.states() == [("queued", None), ("sent", "m1")]


async def test_nobody_is_reminded_on_it(stage: Stage) -> None:
    """Not even of what is urgent: it would wait there, and is told on another channel if any."""
    for channel in (ZALO, TELEGRAM):
        stage.channel = channel
        await stage.seat(Role.OFFICER, "so-xay-dung", f"officer on {channel}")
    stage.now = datetime(2026, 3, 13, 8, 0, tzinfo=ZONE)
    async with stage.open() as database:
        await _bot(database, stage.now, ZALO, 100)
        await SpentQuotas(database, stage.clock).patience(ZALO, 1.0)
        assert await look(database, stage.plan, stage.now, {ZALO}) == 0
        assert await look(database, stage.plan, stage.now, {ZALO, TELEGRAM}) == 1


class _Standing:
    """A channel of which only its condition is looked at."""

    def __init__(self, now: datetime) -> None:
        self.condition = Condition(None, now)


async def test_administrators_are_told_once_elsewhere(stage: Stage) -> None:
    """Not on the bot itself, and not again in the same month."""
    for channel in (ZALO, TELEGRAM):
        stage.channel = channel
        await stage.seat(Role.ADMIN, "so-noi-vu", f"admin on {channel}")
    async with stage.open() as database:
        await _bot(database, stage.now, ZALO, 100)
        await SpentQuotas(database, stage.clock).patience(ZALO, 1.0)
        channels: dict[str, Any] = {name: _Standing(stage.now) for name in (ZALO, TELEGRAM)}
        for _ in range(2):
            await Alarms(database, channels, TEXTS, stage.clock, HOURS, lambda: None).look()
    told = await stage.rows("SELECT content FROM outbox WHERE content LIKE '%hạn mức Zalo%'")
    told += await stage.rows("SELECT content FROM outbox WHERE content LIKE '%Hết hạn mức%'")
    assert sum("Hết hạn mức Zalo" in str(content) for (content,) in set(told)) == 1
