"""Reminders: nothing that is not due, nothing lost, nothing twice, on any days of looking."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.period import Calendar, Rhythm, period_of
from domain.reminding import (
    Due,
    Matter,
    MatterKind,
    Stage,
    Unfinished,
    Unreported,
    next_stage,
)
from domain.reminding import (
    reminders as reminders_by,
)
from domain.timetable import Timetable
from domain.working_days import by_working_day

CALENDAR = Calendar()
TIMETABLE = Timetable()
DUE = date(2026, 12, 31)
DAY = timedelta(days=1)
NV_9 = Matter(kind=MatterKind.TASK, number=9)
QUARTER = Matter(kind=MatterKind.TASKS)
dues = st.dates(min_value=date(2024, 1, 1), max_value=date(2027, 12, 31))
looks = st.lists(st.integers(min_value=1, max_value=12), min_size=1, max_size=40)
"""Days between one look and the next: a weekend, Tết, a server that stood."""


def left(
    today: date,
    due: dict[int, date] | None = None,
    tasks: tuple[int, ...] = (),
    indicators: tuple[int, ...] = (),
) -> Unfinished:
    """What an agency has before it."""
    quarter = period_of(today, Rhythm.QUARTER, CALENDAR)
    year = period_of(today, Rhythm.YEAR, CALENDAR)
    return Unfinished(
        today=today,
        due=due or {},
        tasks=Unreported(period=quarter, numbers=tasks),
        indicators=Unreported(period=year, numbers=indicators),
    )


def reminders(
    left: Unfinished, since: date | None, paused: Mapping[Matter, date]
) -> tuple[Due, ...]:
    """What is told by the days and steps that hold where a plan says nothing else."""
    return reminders_by(left, since, paused, TIMETABLE)


def ahead(day: date, *steps: int) -> set[date]:
    """The days so many days before a day, or the working days before those."""
    return {by_working_day(day - timedelta(days=days), CALENDAR) for days in steps}


def steps(due: date, last: date) -> set[date]:
    """The days on which a task's ladder has a step, as the README tells it."""
    found = ahead(due, 30, 7, 3, 1)
    found |= {due + timedelta(days=1, weeks=weeks) for weeks in range(8)}
    day = due + timedelta(weeks=8)
    while day < last:
        day += DAY
        if day.day == 1:
            found.add(day)
    return found


def days_after(start: date, gaps: list[int]) -> Iterator[date]:
    """The days of looking."""
    for gap in gaps:
        start += timedelta(days=gap)
        yield start


@given(due=dues, before=st.integers(min_value=-60, max_value=200), gaps=looks)
def test_a_step_is_told_at_the_next_look_and_never_again(
    due: date, before: int, gaps: list[int]
) -> None:
    """A look tells a task exactly where a step lies between the last telling and today."""
    since = due - timedelta(days=before)
    told = since
    for today in days_after(since, gaps):
        crossed = any(told < step <= today for step in steps(due, today))
        lines = reminders(left(today, {9: due}), told, {})
        assert bool(lines) is crossed
        if lines:
            assert [line.numbers for line in lines] == [(9,)]
            assert lines[0].days == (due - today).days
            told = today


@given(today=dues, ends_in=st.integers(min_value=-400, max_value=400), gap=st.integers(0, 90))
def test_every_telling_has_a_stage_that_fits_the_day(today: date, ends_in: int, gap: int) -> None:
    """Before and on the due date it is coming, after it overdue, after eight weeks long overdue."""
    due = today + timedelta(days=ends_in)
    for line in reminders(left(today, {9: due}), today - timedelta(days=gap), {}):
        if today <= due:
            assert line.stage is Stage.DUE
            assert today >= min(ahead(due, 30))
        else:
            assert line.stage is (Stage.LONG_OVERDUE if (today - due).days > 56 else Stage.OVERDUE)


@given(start=dues, gaps=looks, numbers=st.sets(st.integers(1, 33), min_size=1, max_size=16))
def test_the_end_of_a_period_is_told_in_one_line_before_it(
    start: date, gaps: list[int], numbers: set[int]
) -> None:
    """Seven, three and one days before it closes, and never for one that is closed already."""
    told = start
    missing = tuple(sorted(numbers))
    for today in days_after(start, gaps):
        now = left(today, tasks=missing)
        ends = now.tasks.period.ends
        crossed = any(told < step <= today for step in ahead(ends, 7, 3, 1))
        lines = reminders(now, told, {})
        assert bool(lines) is crossed
        if lines:
            assert [(line.stage, line.numbers, line.day) for line in lines] == [
                (Stage.TASKS, missing, ends)
            ]
            told = today


@given(due=dues, today=dues)
def test_a_pause_ends_with_a_step_that_is_told(due: date, today: date) -> None:
    """It mutes a task until a day to come on which its ladder has a step, and no longer."""
    now = left(today, {9: due})
    until = next_stage(NV_9, now, TIMETABLE)
    assert until > today
    assert until in steps(due, until)
    day = today
    while day < until - DAY:
        day += DAY
        assert reminders(left(day, {9: due}), today, {NV_9: until}) == ()
    assert reminders(left(until, {9: due}), today, {NV_9: until}) != ()


@given(today=dues)
def test_a_pause_of_a_period_ends_with_its_next_step(today: date) -> None:
    """The day is a step of this period, or the first one of the next."""
    until = next_stage(QUARTER, left(today, tasks=(4,)), TIMETABLE)
    assert until > today
    quarter = period_of(until, Rhythm.QUARTER, CALENDAR)
    assert until in ahead(quarter.ends, 7, 3, 1)
    assert reminders(left(until, tasks=(4,)), today, {QUARTER: until}) != ()
    if until - DAY > today:
        assert reminders(left(until - DAY, tasks=(4,)), today, {QUARTER: until}) == ()


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (date(2026, 11, 1), date(2026, 12, 1)),
        (date(2026, 12, 1), date(2026, 12, 24)),
        (date(2026, 12, 30), date(2027, 1, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2027, 1, 1), date(2027, 3, 1)),
        (date(2027, 2, 26), date(2027, 3, 1)),
        (date(2027, 3, 1), date(2027, 4, 1)),
    ],
)
def test_a_pause_lasts_until_the_next_stage(today: date, until: date) -> None:
    """The next step; overdue until the monthly ones begin; then a month."""
    assert next_stage(NV_9, left(today, {9: DUE}), TIMETABLE) == until


def test_nothing_is_said_of_what_is_far_off_or_nothing() -> None:
    """A task due in 31 days, and an agency that has nothing to do, are left alone."""
    today = DUE - timedelta(days=31)
    assert reminders(left(today, {9: DUE}), date(2026, 1, 1), {}) == ()
    assert reminders(left(today), date(2026, 1, 1), {}) == ()


def test_tasks_of_one_day_share_a_line_and_the_long_overdue_all_do() -> None:
    """A digest is short however much an agency owes."""
    today = date(2027, 3, 1)
    due = {
        1: date(2025, 12, 31),
        2: date(2026, 12, 31),
        3: date(2027, 3, 31),
        4: date(2027, 3, 31),
        5: date(2027, 2, 28),
    }
    found = reminders(left(today, due), date(2027, 2, 20), {})
    assert [(line.stage, line.numbers, line.days) for line in found] == [
        (Stage.OVERDUE, (5,), -1),
        (Stage.DUE, (3, 4), 30),
        (Stage.LONG_OVERDUE, (1, 2), -60),
    ]


def test_what_else_the_period_lacks_is_told_beside_and_never_alone() -> None:
    """It follows what was crossed; without that there is no digest, unless it is asked for."""
    today = date(2026, 4, 1)
    owed = left(today, {4: date(2025, 12, 31)}, tasks=(4, 9, 31))
    found = reminders(owed, date(2026, 3, 31), {})
    assert [(line.stage, line.numbers) for line in found] == [
        (Stage.LONG_OVERDUE, (4,)),
        (Stage.REST, (9, 31)),
    ]
    assert reminders(owed, today, {}) == ()
    on_demand = reminders(left(today, tasks=(9, 31)), None, {})
    assert [(line.stage, line.numbers) for line in on_demand] == [(Stage.REST, (9, 31))]


def test_what_is_paused_is_not_told_beside_either() -> None:
    """A paused task is left out of the rest; a paused period leaves no rest."""
    today = date(2026, 4, 1)
    owed = left(today, {4: date(2025, 12, 31)}, tasks=(4, 9))
    tomorrow = today + DAY

    def told(*paused: Matter) -> list[Stage]:
        lines: tuple[Due, ...] = reminders(owed, date(2026, 3, 31), dict.fromkeys(paused, tomorrow))
        return [line.stage for line in lines]

    assert told(NV_9) == [Stage.LONG_OVERDUE]
    assert told(QUARTER) == [Stage.LONG_OVERDUE]
    assert told(Matter(kind=MatterKind.TASK, number=4)) == []


def test_figures_of_the_year_are_reminded_of_too() -> None:
    """Indicators have a line of their own before the year closes on 14 December."""
    found = reminders(left(date(2026, 12, 7), indicators=(1, 5)), date(2026, 12, 4), {})
    assert [(line.stage, line.numbers, line.days) for line in found] == [
        (Stage.INDICATORS, (1, 5), 7)
    ]


def test_an_indicator_takes_no_task_of_its_number_from_the_list() -> None:
    """CT 7 and NV 7 are two things: both are told."""
    ends = period_of(DUE, Rhythm.YEAR, CALENDAR).ends
    day = ends - timedelta(days=20)
    found = left(day, {9: day + DAY}, tasks=(7, 9), indicators=(7,))
    told = reminders(found.model_copy(update={"indicators": _closing(day)}), None, {})
    assert (Stage.INDICATORS, (7,)) in [(line.stage, line.numbers) for line in told]
    assert (Stage.REST, (7,)) in [(line.stage, line.numbers) for line in told]


def _closing(day: date) -> Unreported:
    """One indicator missing from a year that closes tomorrow."""
    year = period_of(day, Rhythm.YEAR, CALENDAR)
    return Unreported(period=year.model_copy(update={"ends": day + DAY}), numbers=(7,))
