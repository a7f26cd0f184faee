"""Pauses: they last until their day, each of one matter."""

from datetime import timedelta

from domain.person import Role
from domain.reminding import Matter, MatterKind
from tests.harness.records import Records

AGENCY = "so-xay-dung"
SEVEN = Matter(kind=MatterKind.TASK, number=7)
FOUR = Matter(kind=MatterKind.TASK, number=4)


async def test_a_pause_is_over_on_the_day_it_lasts_until(records: Records) -> None:
    """It is not told any more on the day on which one is reminded again."""
    person = await records.seat(Role.OFFICER, AGENCY, "one")
    until = records.now.date() + timedelta(days=2)
    async with records.writer("one") as writer:
        await writer.pause([(SEVEN, until)])
    records.now += timedelta(days=1)
    async with records.writer("one") as writer:
        assert await writer.paused(person) == {SEVEN: until}
    records.now += timedelta(days=1)
    async with records.writer("one") as writer:
        assert await writer.paused(person) == {}


async def test_resuming_one_task_leaves_the_others_paused(records: Records) -> None:
    """Each pause is of its own matter, whichever was said first."""
    person = await records.seat(Role.OFFICER, AGENCY, "one")
    until = records.now.date() + timedelta(days=2)
    async with records.writer("one") as writer:
        await writer.pause([(SEVEN, until), (FOUR, until)])
        await writer.resume([FOUR])
        assert await writer.paused(person) == {SEVEN: until}
