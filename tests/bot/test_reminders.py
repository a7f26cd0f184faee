"""The alarm clock: it is looked at the set times, late but once, and by the house's clock."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, time
from pathlib import Path

import pytest

from bot.house import House
from bot.reminders import Reminders
from bot.settings import Settings
from dialogue.texts import ZONE
from domain.person import Role
from tests.harness.stage import CHANNEL, Stage


@pytest.fixture
async def joined(tmp_path: Path) -> Stage:
    """An officer who joined on Monday 02/03/2026."""
    stage = Stage(tmp_path / "baocao.db")
    await stage.prepare()
    await stage.seat(Role.OFFICER, "so-xay-dung")
    return stage


@asynccontextmanager
async def awake(stage: Stage) -> AsyncIterator[tuple[House, asyncio.Event]]:
    """The alarm clock of a program that has just started; the event is set when it has looked."""
    looked = asyncio.Event()
    async with stage.open() as database:
        house = stage.house(database)
        task = asyncio.create_task(Reminders(house, {CHANNEL}, looked.set).run())
        try:
            for _ in range(5):
                await asyncio.sleep(0)
            yield house, looked
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def digests(stage: Stage) -> list[tuple[object, ...]]:
    """The days of all digests."""
    return await stage.rows("SELECT day FROM digests ORDER BY day")


async def test_a_time_that_was_missed_is_made_up_for_once(joined: Stage) -> None:
    """The server came up at ten: the morning's digest is late, and there is but one."""
    joined.now = datetime(2026, 3, 9, 10, 2, tzinfo=ZONE)
    for _ in range(2):
        async with awake(joined) as (_, looked):
            await asyncio.wait_for(looked.wait(), 10)
    assert await digests(joined) == [("2026-03-09",)]
    assert await joined.rows("SELECT people, queued FROM looks ORDER BY id") == [(1, 1), (1, 0)]


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 3, 9, 7, 59, tzinfo=ZONE),
        datetime(2026, 3, 9, 17, 1, tzinfo=ZONE),
        datetime(2026, 3, 8, 10, 0, tzinfo=ZONE),
        datetime(2026, 4, 27, 10, 0, tzinfo=ZONE),
    ],
    ids=["before the first time", "in the evening", "on a Sunday", "on a holiday"],
)
async def test_nobody_is_reminded_at_other_times(joined: Stage, now: datetime) -> None:
    """A start by itself is no reason to write to anybody; nor is an alarm out of hours."""
    joined.now = now
    async with awake(joined) as (house, looked):
        if now.hour != 7:
            house.alarm.set()
        for _ in range(20):
            await asyncio.sleep(0)
        assert not looked.is_set()
    assert await joined.rows("SELECT * FROM looks") == []


async def test_the_alarm_has_it_looked(joined: Stage) -> None:
    """Whatever rings, what is due then is computed then."""
    joined.now = datetime(2026, 3, 9, 7, 0, tzinfo=ZONE)
    async with awake(joined) as (house, looked):
        joined.now = datetime(2026, 3, 9, 8, 0, tzinfo=ZONE)
        house.alarm.set()
        await asyncio.wait_for(looked.wait(), 10)
    assert await digests(joined) == [("2026-03-09",)]


async def test_only_chats_of_open_channels_are_written_to(joined: Stage) -> None:
    """Who has a chat on no channel that runs keeps the place for the day it does."""
    joined.now = datetime(2026, 3, 9, 10, 0, tzinfo=ZONE)
    looked = asyncio.Event()
    async with joined.open() as database:
        task = asyncio.create_task(Reminders(joined.house(database), {"other"}, looked.set).run())
        await asyncio.wait_for(looked.wait(), 10)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert await digests(joined) == []


async def test_a_saturday_that_is_worked_is_a_day_like_others(joined: Stage) -> None:
    """22/08/2026 is worked for 31/08: on this one a digest leaves, on that one none."""
    for day, queued in ((datetime(2026, 8, 31, 8, 0, tzinfo=ZONE), 0),
                        (datetime(2026, 8, 22, 8, 0, tzinfo=ZONE), 1)):  # fmt: skip
        joined.now = day
        async with awake(joined) as (house, looked):
            house.alarm.set()
            if queued:
                await asyncio.wait_for(looked.wait(), 10)
        assert len(await joined.rows("SELECT * FROM looks")) == queued


@pytest.mark.parametrize(
    ("at", "hours", "times", "first", "last"),
    [
        ("08:00,14:00", "07:00-17:00", ["08:00", "14:00"], time(7), time(17)),
        ("14:30, 07:45", "07:30 - 16:30", ["07:45", "14:30"], time(7, 30), time(16, 30)),
        ("off", "00:00-23:59", [], time(0), time(23, 59)),
    ],
)
def test_times_and_hours_are_read(
    at: str, hours: str, times: list[str], first: time, last: time
) -> None:
    """As they stand in the README."""
    settings = Settings(remind_at=at, remind_hours=hours, _env_file=None)
    assert [f"{each:%H:%M}" for each in settings.remind_times] == times
    assert settings.sending_hours == (first, last)
