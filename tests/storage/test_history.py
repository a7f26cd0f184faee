"""The state of an earlier day, read from the days of the reports."""

from datetime import date, timedelta

import pytest

from domain.person import Role
from domain.report import Progress
from domain.standing import Standing
from domain.summary import Outcome
from tests.harness.records import Records
from tests.harness.stage import MONDAY, PLAN

AGENCY = "so-xay-dung"


@pytest.fixture(autouse=True)
async def _seated(records: Records) -> None:
    await records.seat(Role.OFFICER, AGENCY, "one")


async def _report(records: Records, days_ago: int, task: int, progress: Progress) -> None:
    records.now = MONDAY - timedelta(days=days_ago)
    await records.report("one", task, AGENCY, progress)
    records.now = MONDAY


def _facts(standing: Standing) -> list[object]:
    return [(task.number, standing.of(task), standing.reports(task.number)) for task in PLAN.tasks]


async def test_a_week_ago_is_what_was_seen_a_week_ago(records: Records) -> None:
    """Today's view of an earlier day is the view that day had, whatever was reported since."""
    await _report(records, 20, 7, Progress.IN_PROGRESS)
    await _report(records, 9, 9, Progress.DONE)
    records.now = MONDAY - timedelta(days=7)
    async with records.writer() as writer:
        seen, summary = await writer.standing(), await writer.summary()
    records.now = MONDAY
    await _report(records, 3, 7, Progress.DONE)
    await _report(records, 1, 9, Progress.IN_PROGRESS)
    async with records.writer() as writer:
        then = await writer.standing_on(date(2026, 2, 23))
        assert _facts(then) == _facts(seen)
        now = await writer.summary()
        assert _facts(await writer.standing_on(MONDAY.date())) == _facts(await writer.standing())
    assert summary.whole.tasks[Outcome.DONE_IN_TIME] == (9,)
    assert (now.change.done, now.change.reopened) == ((7,), (9,))


async def test_a_task_is_done_since_it_was_first_reported_so(records: Records) -> None:
    """Saying it again later, or after a time of doubt, changes the day only after the doubt."""
    await _report(records, 30, 9, Progress.DONE)
    await _report(records, 20, 9, Progress.IN_PROGRESS)
    await _report(records, 10, 9, Progress.DONE)
    await _report(records, 5, 9, Progress.DONE)
    async with records.writer() as writer:
        standing = await writer.standing_on(MONDAY.date())
    assert standing.completed_on(9) == date(2026, 2, 20)


async def test_a_withdrawn_report_never_was(records: Records) -> None:
    """What was taken back counts on no day."""
    report = await records.report("one", 9, AGENCY, Progress.DONE)
    async with records.writer("one") as writer:
        await writer.withdraw(report)
    async with records.writer() as writer:
        assert not (await writer.standing_on(MONDAY.date())).done(9)


async def test_a_report_counts_from_the_day_it_was_filed(records: Records) -> None:
    """A report filed today about an earlier day was not known on that day."""
    draft = await records.draft(9, AGENCY, Progress.DONE)
    earlier = MONDAY.date() - timedelta(days=10)
    async with records.writer("one") as writer:
        await writer.file_task_report(draft.model_copy(update={"reported_on": earlier}))
    async with records.writer() as writer:
        assert not (await writer.standing_on(MONDAY.date() - timedelta(days=1))).done(9)
        assert (await writer.standing_on(MONDAY.date())).done(9)
