"""A due date that was extended: what counts is the approved one, part by part."""

from datetime import date, datetime

from dialogue.texts import ZONE
from domain.answering import select_tasks
from domain.comparing import rank
from domain.query import AgencyTerm, Order, RankQuery, TaskQuery, TaskState
from domain.report import Progress, TaskReport
from domain.spans import Days, Years
from domain.standing import DeadlineState, Standing
from domain.summary import Outcome, outcome_of
from tests.harness.stage import PLAN

NV_9 = PLAN.task_by_number[9]
"""Sở Xây dựng alone, due on 31/12/2026."""
NV_12 = PLAN.task_by_number[12]
"""Three district committees, due on 31/12/2025."""
ONE, TWO, THREE = PLAN.responsible(12)
FIRST = date(2025, 12, 31)
LATER = date(2026, 6, 30)
TODAY = date(2026, 3, 2)


def _done(task: int, agency: str, day: date) -> TaskReport:
    return TaskReport(
        task=task,
        agency=agency,
        progress=Progress.DONE,
        reported_on=day,
        id=1,
        code="0001",
        reporter=1,
        filed_at=datetime(day.year, day.month, day.day, 9, tzinfo=ZONE),
    )


def _standing(*reports: TaskReport, **extended: date) -> Standing:
    """NV 12 with a later date for some; agencies are named as in one=…, two=…, three=…"""
    names = {"one": ONE, "two": TWO, "three": THREE}
    latest = {(report.task, report.agency): report for report in reports}
    dates = {(12, names[name]): day for name, day in extended.items()}
    return Standing(PLAN, latest, TODAY, extended=dates)


def test_an_extended_task_is_measured_by_the_approved_date() -> None:
    """It is overdue no more, and its days are counted to the later date."""
    standing = Standing(
        PLAN, {}, date(2027, 1, 10), extended={(9, "so-xay-dung"): date(2027, 6, 30)}
    )
    found = standing.of(NV_9)
    assert (found.state, found.days, found.due) == (DeadlineState.IN_TIME, 171, date(2027, 6, 30))
    assert standing.due(NV_9, "so-xay-dung") == date(2027, 6, 30)


def test_each_part_has_its_own_date() -> None:
    """What was granted to one agency is not granted to the others, nor to the whole."""
    standing = _standing(one=LATER)
    assert standing.of(NV_12, ONE).state is DeadlineState.IN_TIME
    assert standing.of(NV_12, TWO).state is DeadlineState.OVERDUE
    assert standing.of(NV_12).due == FIRST


def test_the_whole_is_due_with_the_earliest_part_that_is_left() -> None:
    """Once those with the first date are done, the extended part alone is waited for."""
    reports = [_done(12, each, FIRST) for each in (TWO, THREE)]
    standing = _standing(*reports, one=LATER)
    assert (standing.due(NV_12), standing.of(NV_12).state) == (LATER, DeadlineState.IN_TIME)


def test_done_in_time_is_judged_part_by_part() -> None:
    """A part that came after the first date is late unless it was the one extended."""
    late = [_done(12, ONE, date(2026, 2, 1)), *(_done(12, each, FIRST) for each in (TWO, THREE))]
    assert outcome_of(NV_12, _standing(*late)) is Outcome.DONE_LATE
    assert outcome_of(NV_12, _standing(*late, one=LATER)) is Outcome.DONE_IN_TIME
    assert outcome_of(NV_12, _standing(*late, one=LATER), ONE) is Outcome.DONE_IN_TIME
    assert outcome_of(NV_12, _standing(*late, two=LATER)) is Outcome.DONE_LATE


def test_an_earlier_date_than_the_plans_counts_for_nothing() -> None:
    """Where the plan was amended to a later date than the approved one, the plan's counts."""
    standing = Standing(PLAN, {}, TODAY, extended={(9, "so-xay-dung"): date(2026, 6, 30)})
    assert standing.due(NV_9) == date(2026, 12, 31)


def test_nobody_learns_from_a_date_who_is_done() -> None:
    """Without the reports, the date of a shared task does not tell whose part is left."""
    reports = [_done(12, each, FIRST) for each in (TWO, THREE)]
    assert _standing(*reports, one=LATER).without_reports().due(NV_12) == FIRST


def _due_in(standing: Standing, year: int, *agencies: str) -> list[int]:
    query = TaskQuery(
        due=Days.of_years(year, year),
        agencies=tuple(AgencyTerm(agency=agency) for agency in agencies),
    )
    return [task.number for task in select_tasks(query, standing).tasks]


def test_due_in_a_year_goes_by_the_approved_date() -> None:
    """Asked for a year, an agency finds its part in the year that was granted."""
    standing = _standing(one=LATER)
    assert 12 in _due_in(standing, 2026, ONE)
    assert 12 not in _due_in(standing, 2025, ONE)
    assert 12 in _due_in(standing, 2025, TWO)
    assert 12 in _due_in(standing, 2025)
    assert 12 in _due_in(standing, 2026)
    carried = TaskQuery(carried_out=Years(first=2026, last=2026))
    assert NV_12 in select_tasks(carried, standing).tasks
    assert NV_12 not in select_tasks(carried, _standing()).tasks


def test_agencies_are_compared_by_their_own_dates() -> None:
    """The extended part counts neither as overdue nor among those due in the first year."""
    standing = _standing(one=LATER)
    overdue = TaskQuery(states=(TaskState.OVERDUE,))
    due = TaskQuery(due=Days.of_years(2025, 2025))
    for asked in (overdue, due):
        query = RankQuery(tasks=asked, order=Order.MOST, agencies=(ONE, TWO))
        now = {each.agency: each.count for each in rank(query, standing).scores}
        before = {each.agency: each.count for each in rank(query, _standing()).scores}
        assert now == {**before, ONE: before[ONE] - 1}


def test_a_renewed_standing_knows_an_extension() -> None:
    """What was known of an extended task is computed anew, of every other kept."""
    before = _standing()
    assert before.of(NV_12, ONE).state is DeadlineState.OVERDUE
    kept = before.of(NV_9)
    renewed = before.renewed({}, {}, {(12, ONE): LATER})
    assert renewed.of(NV_12, ONE).state is DeadlineState.IN_TIME
    assert renewed.of(NV_12).state is DeadlineState.OVERDUE
    assert renewed.of(NV_9) is kept
