"""How tasks stand: the clock at its borders, and many agencies' reports as one."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue.texts import ZONE
from domain.report import Progress, TaskReport
from domain.standing import SOON, DeadlineState, Standing
from tests.harness.stage import PLAN

NV_9 = PLAN.task_by_number[9]
"""Sở Xây dựng alone, due on 31/12/2026."""
NV_12 = PLAN.task_by_number[12]
"""Three district committees, due on 31/12/2025."""
NV_18 = PLAN.task_by_number[18]
"""Nobody leads it, and the plan gives no timing."""
DUE = date(2026, 12, 31)
THREE = PLAN.responsible(12)


def _report(task: int, agency: str, progress: Progress) -> TaskReport:
    day = date(2025, 10, 12)
    return TaskReport(
        task=task,
        agency=agency,
        progress=progress,
        reported_on=day,
        id=1,
        code="0001",
        reporter=1,
        filed_at=datetime(day.year, day.month, day.day, 9, tzinfo=ZONE),
    )


def _standing(today: date, *reports: TaskReport) -> Standing:
    latest = {(report.task, report.agency): report for report in reports}
    return Standing(PLAN, latest, today)


@pytest.mark.parametrize(
    ("before", "state"),
    [
        (SOON + 1, DeadlineState.IN_TIME),
        (SOON, DeadlineState.DUE_SOON),
        (1, DeadlineState.DUE_SOON),
        (0, DeadlineState.DUE_SOON),
        (-1, DeadlineState.OVERDUE),
    ],
)
def test_the_clock_at_its_borders(before: int, state: DeadlineState) -> None:
    """Thirty days ahead a task is soon due; on its day it still is; a day later it is overdue."""
    found = _standing(DUE - timedelta(days=before)).of(NV_9)
    assert (found.state, found.days) == (state, before)


def test_a_task_without_a_date_is_never_overdue() -> None:
    """Where the plan fixes no end there is no deadline state, however late it is."""
    for number in (18, 23, 28, 32):
        found = _standing(date(2099, 1, 1)).of(PLAN.task_by_number[number])
        assert (found.state, found.days) == (DeadlineState.NO_DEADLINE, None)


def test_a_renewed_standing_knows_a_new_day_of_completion() -> None:
    """Told of another day since when a task is done, it forgets the day that it knew."""
    done = {(9, "so-xay-dung"): _report(9, "so-xay-dung", Progress.DONE)}
    standing = Standing(PLAN, done, DUE)
    assert standing.completed_on(9) == done[9, "so-xay-dung"].reported_on
    renewed = standing.renewed(done, {(9, "so-xay-dung"): DUE - timedelta(days=90)})
    assert renewed.completed_on(9) == DUE - timedelta(days=90)


def test_what_is_made_once_is_made_anew_where_a_report_came() -> None:
    """Another report changes the agency's part and the whole task; nothing else is made again."""
    today, (one, two, _) = DUE - timedelta(days=400), THREE
    before = _standing(today, _report(12, one, Progress.IN_PROGRESS))
    made: list[tuple[int, str | None]] = []

    def note(standing: Standing, task: int, agency: str | None) -> int:
        made.append((task, agency))
        return len(standing.reports(task, agency))

    parts = [(12, None), (12, one), (12, two), (9, None)]
    assert [before.once(note, *part) for part in parts] == [1, 1, 0, 0]
    made.clear()
    latest = {(12, each): _report(12, each, Progress.IN_PROGRESS) for each in (one, two)}
    latest[12, one] = before.reports(12, one)[0]
    after = before.renewed(latest)
    assert [after.once(note, *part) for part in parts] == [2, 1, 1, 0]
    assert made == [(12, None), (12, two)]
    assert before.once(note, 12, None) == 1


def test_done_ends_the_clock() -> None:
    """A task reported done is neither overdue nor soon due."""
    standing = _standing(date(2099, 1, 1), _report(9, "so-xay-dung", Progress.DONE))
    assert standing.of(NV_9).state is DeadlineState.DONE
    assert standing.of(NV_9).days is None


def test_a_task_nobody_leads_is_not_done() -> None:
    """No agency owes a report on it, so none can have completed it."""
    standing = _standing(date(2026, 1, 1))
    assert not standing.done(18)
    assert standing.unreported(18)
    assert standing.of(NV_18).state is DeadlineState.NO_DEADLINE


def test_a_shared_task_is_done_when_all_are_done() -> None:
    """One of three is not the task; the third report completes it."""
    reports = [_report(12, agency, Progress.DONE) for agency in THREE]
    today = date(2026, 3, 2)
    assert _standing(today, *reports[:2]).of(NV_12).state is DeadlineState.OVERDUE
    assert _standing(today, *reports).of(NV_12).state is DeadlineState.DONE


def test_each_agency_has_its_own_part_of_a_shared_task() -> None:
    """An agency that is done is done, whatever the others say; the others are overdue still."""
    done, late, silent = THREE
    standing = _standing(
        date(2026, 3, 2),
        _report(12, done, Progress.DONE),
        _report(12, late, Progress.IN_PROGRESS),
    )
    assert standing.of(NV_12, done).state is DeadlineState.DONE
    assert standing.of(NV_12, late).state is DeadlineState.OVERDUE
    assert standing.unreported(12, silent)
    assert not standing.unreported(12)
    assert [report.agency for report in standing.reports(12)] == [done, late]


def test_a_report_of_an_agency_that_does_not_lead_counts_for_nothing() -> None:
    """Reports kept from an agency that has lost the task do not complete it."""
    standing = _standing(date(2026, 3, 2), _report(9, "so-y-te", Progress.DONE))
    assert standing.reports(9) == ()
    assert not standing.done(9)


@given(
    said=st.lists(st.none() | st.sampled_from(Progress), min_size=3, max_size=3),
    today=st.dates(min_value=date(2024, 1, 1), max_value=date(2030, 1, 1)),
)
def test_the_whole_is_never_better_than_its_parts(said: list[Progress | None], today: date) -> None:
    """A shared task is done exactly when every part is, and unreported when none has spoken."""
    reports = [
        _report(12, agency, progress)
        for agency, progress in zip(THREE, said, strict=True)
        if progress is not None
    ]
    standing = _standing(today, *reports)
    assert standing.done(12) is all(standing.done(12, agency) for agency in THREE)
    assert standing.unreported(12) is all(standing.unreported(12, agency) for agency in THREE)
    assert len(standing.reports(12)) == len(reports)
