"""What the questions of a day need is in memory before the first of them is asked."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

from bot.house import House, open_house
from bot.settings import Settings
from bot.warming import keep_warm, warm
from domain.person import Role
from storage.gate import Reader
from storage.kept import kept_by
from storage.plans import save_plan
from tests.harness.records import open_records
from tests.harness.stage import CHANNEL, MONDAY, PLAN


async def _stored(path: Path) -> Settings:
    async with open_records(path) as records, records.database.write() as connection:
        await save_plan(connection, PLAN, records.now)
    return Settings(database=path, _env_file=None)


async def _is_warm_for(house: House, day: date) -> bool:
    async with house.database.read() as connection:
        return any(repr(day) in repr(name) for name in kept_by(connection).copy())


async def test_after_warming_nothing_more_is_read_first(tmp_path: Path) -> None:
    """The first questions find all that spans the agencies in memory."""
    async with open_house(await _stored(tmp_path / "a.db"), lambda: MONDAY) as house:
        await warm(house)
        async with house.database.read() as connection:
            kept = set(kept_by(connection).copy())
            reader = Reader(connection, house.plan, MONDAY)
            await reader.standing()
            await reader.owed()
            await reader.figures()
            await reader.owed_figures()
            await reader.summary()
            assert set(kept_by(connection).copy()) == kept


async def test_the_next_brief_finds_the_last_ones_day_in_memory(tmp_path: Path) -> None:
    """What has changed since the last brief is told without reading all reports anew."""
    async with open_records(tmp_path / "a.db") as records:
        leader = await records.seat(Role.LEADER, "ubnd-tinh", "leader")
        async with records.writer() as writer:
            await writer.queue_briefs({CHANNEL})
    monday = MONDAY + timedelta(days=7)
    settings = Settings(database=tmp_path / "a.db", _env_file=None)
    async with open_house(settings, lambda: monday) as house:
        await warm(house)
        async with house.database.read() as connection:
            kept = set(kept_by(connection).copy())
            reader = Reader(connection, house.plan, monday)
            await reader.summary(None, await reader.briefed_until(leader))
            assert set(kept_by(connection).copy()) == kept


async def test_a_new_day_is_warmed_too(tmp_path: Path) -> None:
    """After midnight the memory is of the new day without anybody asking."""
    now = MONDAY
    async with open_house(await _stored(tmp_path / "a.db"), lambda: now) as house:
        warming = asyncio.create_task(keep_warm(house, every=0))
        async with asyncio.timeout(10):
            for _ in range(2):
                while not await _is_warm_for(house, now.date()):  # noqa: ASYNC110 - it tells nobody
                    await asyncio.sleep(0)
                now += timedelta(days=1)
        warming.cancel()
        await asyncio.gather(warming, return_exceptions=True)
