"""Briefs: to leaders and the focal agency's head, each once, whatever the program lived through."""

import json
import random
from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from dialogue.texts import ZONE
from domain.person import Role
from storage.session import NotAllowed
from tests.harness.records import Records
from tests.harness.stage import CHANNEL, MONDAY, PLAN

ISSUER = "ubnd-tinh"


async def _look(records: Records) -> int:
    async with records.writer() as writer:
        return await writer.queue_briefs({CHANNEL})


async def _told(records: Records) -> list[tuple[object, ...]]:
    """Who was told what, in order."""
    return await records.rows(
        "SELECT p.name, n.key FROM notices n JOIN people p ON p.id = n.person ORDER BY n.id"
    )


async def test_leaders_and_the_focal_head_are_briefed_and_nobody_else(records: Records) -> None:
    """Each gets the week's brief once, at the first look."""
    for role in Role:
        await records.seat(role, PLAN.focal, f"{role.value} focal")
        await records.seat(role, ISSUER, f"{role.value} issuer")
    assert await _look(records) == 3
    assert await _look(records) == 0
    names = {name for name, _ in await _told(records)}
    assert names == {"leader focal", "leader issuer", "head focal"}


async def test_who_joined_after_it_fell_due_gets_the_next_one(records: Records) -> None:
    """A leader who joins on Wednesday is not told on Thursday what was Monday's."""
    records.now = MONDAY + timedelta(days=2)
    await records.seat(Role.LEADER, ISSUER, "leader")
    records.now = MONDAY + timedelta(days=3)
    assert await _look(records) == 0
    records.now = MONDAY + timedelta(days=7)
    assert await _look(records) == 1


async def test_a_week_missed_is_told_late_but_once(records: Records) -> None:
    """Down on Monday and Tuesday, the brief goes out on Wednesday, the next on its Monday."""
    await records.seat(Role.LEADER, ISSUER, "leader")
    for days, queued in ((9, 1), (10, 0), (14, 1), (15, 0)):
        records.now = MONDAY + timedelta(days=days)
        assert await _look(records) == queued, days


async def test_the_end_of_a_period_takes_the_place_of_that_days_week(records: Records) -> None:
    """Data of the first quarter close on Saturday the 14th: Monday's brief tells of the period."""
    await records.seat(Role.LEADER, ISSUER, "leader")
    await _look(records)
    records.now = datetime(2026, 3, 16, 8, 0, tzinfo=ZONE)
    assert await _look(records) == 1
    records.now += timedelta(days=1)
    assert await _look(records) == 0
    rows = await records.rows("SELECT given FROM notices ORDER BY id")
    assert [json.loads(str(given)).get("closed") for (given,) in rows] == [None, "2026-03-14"]
    assert json.loads(str(rows[1][0]))["since"] == "2026-03-01"


async def test_who_wants_none_gets_none_until_asked_again(records: Records) -> None:
    """Only the person stops them, and can have them again."""
    leader = await records.seat(Role.LEADER, ISSUER, "leader")
    other = await records.seat(Role.LEADER, ISSUER, "other")
    async with records.writer("leader") as writer:
        with pytest.raises(NotAllowed):
            await writer.stop_briefs(other)
        await writer.stop_briefs(leader)
        assert not await writer.wants_briefs(leader)
    await _look(records)
    assert [name for name, _ in await _told(records)] == ["other"]
    async with records.writer("leader") as writer:
        await writer.resume_briefs(leader)
    assert await _look(records) == 1


async def test_a_brief_without_a_way_is_not_spent(records: Records) -> None:
    """While no channel of the person is served, nothing is marked as told."""
    await records.seat(Role.LEADER, ISSUER, "leader")
    async with records.writer() as writer:
        assert await writer.queue_briefs({"another"}) == 0
    assert await _look(records) == 1


async def test_what_changed_is_told_from_where_the_last_brief_ended(records: Records) -> None:
    """The first looks back a week, each later one to the day before the last was sent."""
    leader = await records.seat(Role.LEADER, ISSUER, "leader")
    async with records.writer() as writer:
        assert await writer.briefed_until(leader) == MONDAY.date() - timedelta(days=7)
    await _look(records)
    records.now = MONDAY + timedelta(days=16)
    async with records.writer() as writer:
        assert await writer.briefed_until(leader) == MONDAY.date() - timedelta(days=1)


@pytest.mark.parametrize("seed", range(3))
async def test_a_year_of_looks_tells_each_brief_once(records: Records, seed: int) -> None:
    """Whatever days the program stands still: no brief twice, none of a week in which it looked is
    missing but by the end of a period, and never two on one day."""
    chance = random.Random(seed)
    await records.seat(Role.LEADER, ISSUER, "leader")
    weeks: set[date] = set()
    days: Counter[date] = Counter()
    for number in range(365):
        records.now = MONDAY + timedelta(days=number)
        today = records.now.date()
        if today.weekday() > 4 or chance.random() < 0.4:
            continue
        for _ in range(chance.randint(1, 2)):
            days[today] += await _look(records)
        weeks.add(today - timedelta(days=today.weekday()))
    keys = [str(key) for (key,) in await records.rows("SELECT key FROM briefs ORDER BY key")]
    told = {date.fromisoformat(key[5:]) for key in keys if key.startswith("week/")}
    closing = [date(2026, month, 15) for month in (3, 6, 9, 12)]
    apart = {day for day in weeks if min(abs((day - each).days) for each in closing) > 5}
    assert apart <= told <= weeks
    assert max(days.values()) == 1
    assert len(await _told(records)) == sum(days.values())
    assert {key for key in keys if key.startswith("period/")} <= {
        "period/2026-Q1", "period/2026-Q2", "period/2026-Q3", "period/2026-Q4"
    }  # fmt: skip
