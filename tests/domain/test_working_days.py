"""Working days: weekends, holidays, swapped Saturdays, and what a plan's calendar corrects."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.period import Calendar
from domain.working_days import (
    by_working_day,
    is_working_day,
    next_open,
    next_working_day,
    previous_working_day,
)

VIETNAM = Calendar()
DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 3, 2), True),
        (date(2026, 3, 7), False),
        (date(2026, 3, 8), False),
        (date(2026, 2, 16), False),
        (date(2026, 2, 20), False),
        (date(2026, 2, 23), True),
        (date(2026, 4, 27), False),
        (date(2026, 8, 22), True),
        (date(2026, 8, 31), False),
        (date(2025, 4, 26), True),
        (date(2025, 5, 2), False),
        (date(2025, 11, 24), True),
        (date(2026, 11, 24), False),
    ],
)
def test_the_days_of_vietnam_are_known(day: date, worked: bool) -> None:
    """Tết, substituted days off, Saturdays worked for them, and 24/11 from 2026 on."""
    assert is_working_day(day, VIETNAM) is worked


def test_a_plan_corrects_what_was_announced_later() -> None:
    """A day off and a Saturday worked for it stand in the plan's calendar, for that plan alone."""
    friday, saturday = date(2027, 4, 23), date(2027, 4, 24)
    swapped = Calendar(days_off=(friday,), working_days=(saturday,))
    assert (is_working_day(friday, VIETNAM), is_working_day(saturday, VIETNAM)) == (True, False)
    assert (is_working_day(friday, swapped), is_working_day(saturday, swapped)) == (False, True)


def test_tet_is_passed_over_as_a_whole() -> None:
    """From the Friday before it to the Monday after it, whichever day of it one asks of."""
    before, after = date(2026, 2, 13), date(2026, 2, 23)
    for day in (before + timedelta(days=passed) for passed in range(1, 10)):
        assert previous_working_day(day, VIETNAM) == by_working_day(day, VIETNAM) == before
        assert next_working_day(day, VIETNAM) == after
    assert next_working_day(before, VIETNAM) == after
    assert by_working_day(before, VIETNAM) == before


@given(day=DAYS)
def test_between_two_neighbours_nobody_works(day: date) -> None:
    """The next and the previous working day are working days, and none lies in between."""
    after, before = next_working_day(day, VIETNAM), previous_working_day(day, VIETNAM)
    assert before < day < after
    assert is_working_day(after, VIETNAM)
    assert is_working_day(before, VIETNAM)
    between = [before + timedelta(days=passed) for passed in range(1, (after - before).days)]
    assert [each for each in between if each != day and is_working_day(each, VIETNAM)] == []


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-03-02 07:30", "2026-03-02 07:30"),
        ("2026-03-02 17:00", "2026-03-02 17:00"),
        ("2026-03-02 05:00", "2026-03-02 07:30"),
        ("2026-03-02 17:01", "2026-03-03 07:30"),
        ("2026-03-03 20:00", "2026-03-05 07:30"),
        ("2026-03-06 18:00", "2026-03-09 07:30"),
        ("2026-03-07 10:00", "2026-03-09 07:30"),
        ("2026-04-29 18:00", "2026-05-04 07:30"),
    ],
)
def test_the_hours_begin_on_a_working_day(now: str, opens: str) -> None:
    """At once, in the same morning, or on the next working day; the plan's own days off count."""
    calendar = Calendar(days_off=(date(2026, 3, 4),))
    found = next_open(datetime.fromisoformat(now), calendar, (time(7, 30), time(17)))
    assert found == datetime.fromisoformat(opens)
