"""The summary's numbers: each task once, each number the length of its list, a week's changes."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue.texts import ZONE
from domain.answering import select_tasks
from domain.person import Person, Role
from domain.report import Progress, TaskReport
from domain.standing import Standing
from domain.summary import DONE, WEEK, Outcome, outcome_of, scope_of, summarise, tasks_of
from tests.harness.stage import PLAN

DUTIES = [(task.number, agency) for task in PLAN.tasks for agency in PLAN.responsible(task.number)]
NV_9 = PLAN.task_by_number[9]
"""Sở Xây dựng alone, due on 31/12/2026."""
NV_12 = PLAN.task_by_number[12]
"""Three district committees, due on 31/12/2025."""
DAYS = st.dates(min_value=date(2025, 1, 1), max_value=date(2028, 1, 1))


def _report(
    task: int, agency: str, progress: Progress, day: date, document: date | None = None
) -> TaskReport:
    return TaskReport(
        task=task,
        agency=agency,
        progress=progress,
        document_date=document,
        reported_on=day,
        id=1,
        code="0001",
        reporter=1,
        filed_at=datetime(day.year, day.month, day.day, 9, tzinfo=ZONE),
    )


def _standing(today: date, *reports: TaskReport) -> Standing:
    return Standing(PLAN, {(each.task, each.agency): each for each in reports}, today)


@st.composite
def _standings(draw: st.DrawFn) -> Standing:
    said = draw(
        st.dictionaries(st.sampled_from(DUTIES), st.tuples(st.sampled_from(Progress), DAYS))
    )
    everywhere = draw(st.sets(st.sampled_from([task.number for task in PLAN.tasks])))
    reports = [_report(*duty, *what) for duty, what in said.items()]
    reports += [
        _report(*duty, Progress.DONE, date(2025, 6, 1)) for duty in DUTIES if duty[0] in everywhere
    ]
    return _standing(draw(DAYS), *reports)


@given(_standings(), st.none() | st.sampled_from([agency for _, agency in DUTIES]))
def test_every_task_is_counted_once(standing: Standing, agency: str | None) -> None:
    """The outcomes add up to all tasks, and so do the groups; an agency's are those it leads."""
    found = summarise(standing, standing, agency)
    tasks = PLAN.tasks if agency is None else PLAN.led_by(agency)
    counted = sorted(number for numbers in found.whole.tasks.values() for number in numbers)
    assert counted == sorted(task.number for task in tasks)
    for outcome in Outcome:
        assert sum(share.tally.count(outcome) for share in found.groups) == found.whole.count(
            outcome
        )
    assert {each.key: each.tally.total for each in found.agencies} == {
        each.id: len(PLAN.led_by(each.id))
        for each in PLAN.agencies
        if PLAN.led_by(each.id) and agency in (None, each.id)
    }


@given(_standings(), st.none() | st.sampled_from([agency for _, agency in DUTIES]))
def test_every_number_opens_a_list_of_its_length(standing: Standing, agency: str | None) -> None:
    """The question behind a number is answered by exactly the tasks that were counted."""
    found = summarise(standing, standing, agency)
    for outcome in Outcome:
        if found.whole.count(outcome):
            answer = select_tasks(tasks_of(outcome, found), standing)
            assert [task.number for task in answer.tasks] == list(found.whole.tasks[outcome])


@given(_standings())
def test_the_worst_agencies_come_first(standing: Standing) -> None:
    """No agency stands above one with more overdue tasks."""
    late = [each.tally.count(Outcome.OVERDUE) for each in summarise(standing, standing).agencies]
    assert late == sorted(late, reverse=True)


@given(_standings(), _standings())
def test_changes_are_what_came_to_another_state(now: Standing, before: Standing) -> None:
    """What is newly done was not done before; what stands still is no change."""
    change = summarise(now, before).change
    for task in PLAN.tasks:
        was, is_ = outcome_of(task, before), outcome_of(task, now)
        assert (task.number in change.done) is (is_ in DONE and was not in DONE)
        assert (task.number in change.reopened) is (was in DONE and is_ not in DONE)
        newly = is_ is Outcome.OVERDUE and was is not Outcome.OVERDUE
        assert (task.number in change.overdue) is newly
    still = summarise(now, now).change
    assert (still.done, still.overdue, still.reopened) == ((), (), ())


@pytest.mark.parametrize(
    ("reported", "document", "outcome"),
    [
        (date(2026, 12, 31), None, Outcome.DONE_IN_TIME),
        (date(2027, 1, 1), None, Outcome.DONE_LATE),
        (date(2027, 1, 5), date(2026, 12, 31), Outcome.DONE_IN_TIME),
        (date(2027, 1, 5), date(2027, 1, 4), Outcome.DONE_LATE),
    ],
)
def test_in_time_or_late_by_the_document_or_the_report(
    reported: date, document: date | None, outcome: Outcome
) -> None:
    """The document's day counts, without one the day it was reported; the due day is in time."""
    report = _report(9, "so-xay-dung", Progress.DONE, reported, document)
    assert outcome_of(NV_9, _standing(date(2027, 2, 1), report)) is outcome


def test_a_shared_task_is_completed_with_its_last_part() -> None:
    """Two of three in time and one late: the task is late, the two are not."""
    first, second, last = PLAN.responsible(12)
    standing = _standing(
        date(2026, 3, 2),
        _report(12, first, Progress.DONE, date(2025, 11, 1)),
        _report(12, second, Progress.DONE, date(2025, 12, 1)),
        _report(12, last, Progress.DONE, date(2026, 1, 2)),
    )
    assert outcome_of(NV_12, standing) is Outcome.DONE_LATE
    assert outcome_of(NV_12, standing, first) is Outcome.DONE_IN_TIME
    assert standing.completed_on(12) == date(2026, 1, 2)


def test_a_deadline_that_passed_in_the_week_is_newly_overdue() -> None:
    """Nobody reported, yet the clock has made tasks overdue."""
    today = date(2026, 1, 2)
    change = summarise(_standing(today), _standing(today - WEEK)).change
    due = {task.number for task in PLAN.tasks if task.deadline.due == date(2025, 12, 31)}
    assert set(change.overdue) == due
    assert change.since == today - timedelta(days=7)


@pytest.mark.parametrize("role", Role)
def test_only_leaders_and_the_focal_agency_see_the_whole(role: Role) -> None:
    """Everybody else's summary is their own agency's."""
    person = Person(id=1, name="Một người", role=role, agency="so-y-te")
    whole = role in (Role.LEADER, Role.FOCAL)
    assert scope_of(person, PLAN) == (None if whole else "so-y-te")
