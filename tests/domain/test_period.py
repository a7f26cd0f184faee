"""Reporting periods: the closing day, the turn of the year, and every day in exactly one."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.period import Calendar, Called, Days, Rhythm, period_named, period_of, periods

DECREE = Calendar()
"""Nghị định 09/2019/NĐ-CP: data close on the 14th, reports are sent by the 25th."""
CALENDARS = st.builds(
    Calendar,
    closing_day=st.integers(min_value=1, max_value=31),
    sending_day=st.integers(min_value=1, max_value=31),
    days=st.dictionaries(
        st.sampled_from(Rhythm),
        st.builds(
            Days,
            closing_day=st.integers(min_value=1, max_value=31),
            sending_day=st.integers(min_value=1, max_value=31),
            months_early=st.integers(min_value=0, max_value=2),
        ),
    ),
)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 3, 14), "2026-Q1"),
        (date(2026, 3, 15), "2026-Q2"),
        (date(2026, 6, 14), "2026-Q2"),
        (date(2026, 6, 15), "2026-Q3"),
        (date(2026, 9, 14), "2026-Q3"),
        (date(2026, 9, 15), "2026-Q4"),
        (date(2026, 12, 14), "2026-Q4"),
        (date(2026, 12, 15), "2027-Q1"),
        (date(2026, 12, 31), "2027-Q1"),
        (date(2027, 1, 1), "2027-Q1"),
    ],
)
def test_a_quarter_closes_on_the_14th(day: date, key: str) -> None:
    """The 14th of the quarter's last month still belongs to it; from the 15th on it is the next."""
    assert period_of(day, Rhythm.QUARTER, DECREE).key == key


@pytest.mark.parametrize(
    ("day", "key"),
    [(date(2025, 12, 14), "2025"), (date(2025, 12, 15), "2026"), (date(2026, 12, 14), "2026")],
)
def test_a_year_closes_on_14_december(day: date, key: str) -> None:
    """What is reported in the last days of a year belongs to the next one."""
    assert period_of(day, Rhythm.YEAR, DECREE).key == key


def test_a_quarter_is_to_be_sent_in_its_own_last_month() -> None:
    """The first quarter reaches back into December and is due on 25 March."""
    quarter = period_of(date(2026, 1, 20), Rhythm.QUARTER, DECREE)
    assert (quarter.starts, quarter.ends) == (date(2025, 12, 15), date(2026, 3, 14))
    assert quarter.due == date(2026, 3, 25)
    assert (quarter.year, quarter.part) == (2026, 1)


def test_a_year_is_to_be_sent_in_december() -> None:
    """A year runs from 15 December to 14 December and is due on the 25th; it has no quarter."""
    year = period_of(date(2026, 7, 1), Rhythm.YEAR, DECREE)
    assert (year.starts, year.ends) == (date(2025, 12, 15), date(2026, 12, 14))
    assert (year.due, year.called) == (date(2026, 12, 25), Called.YEAR)


@pytest.mark.parametrize(
    ("rhythm", "day", "key", "ends", "due"),
    [
        (Rhythm.MONTH, date(2026, 3, 15), "2026-04", date(2026, 4, 14), date(2026, 4, 25)),
        (Rhythm.MONTH, date(2026, 12, 20), "2027-01", date(2027, 1, 14), date(2027, 1, 25)),
        (Rhythm.HALF_YEAR, date(2026, 6, 14), "2026-H1", date(2026, 6, 14), date(2026, 6, 25)),
        (Rhythm.HALF_YEAR, date(2026, 6, 15), "2026-H2", date(2026, 12, 14), date(2026, 12, 25)),
        (Rhythm.NINE_MONTHS, date(2026, 9, 14), "2026-T09", date(2026, 9, 14), date(2026, 9, 25)),
        (Rhythm.NINE_MONTHS, date(2026, 9, 15), "2026-T12", date(2026, 12, 14), date(2026, 12, 25)),
    ],
)
def test_each_rhythm_closes_and_is_sent_by_the_decree(
    rhythm: Rhythm, day: date, key: str, ends: date, due: date
) -> None:
    """Months, half-years and nine months close on the 14th and are sent by the 25th as well."""
    period = period_of(day, rhythm, DECREE)
    assert (period.key, period.ends, period.due) == (key, ends, due)


def test_a_rhythm_may_have_days_of_its_own() -> None:
    """A ministry's table: a quarter by the 6th and 8th, the year by 25 and 27 November."""
    quarter = Days(closing_day=6, sending_day=8)
    year = Days(closing_day=25, sending_day=27, months_early=1)
    calendar = Calendar(days={Rhythm.QUARTER: quarter, Rhythm.YEAR: year})
    first = period_of(date(2026, 3, 6), Rhythm.QUARTER, calendar)
    assert (first.key, first.due) == ("2026-Q1", date(2026, 3, 8))
    whole = period_of(date(2026, 11, 26), Rhythm.YEAR, calendar)
    assert (whole.key, whole.starts) == ("2027", date(2026, 11, 26))
    assert whole.due == date(2027, 11, 27)
    assert period_of(date(2026, 3, 15), Rhythm.MONTH, calendar).key == "2026-04"


@given(day=DAYS, rhythm=st.sampled_from(Rhythm), calendar=CALENDARS)
def test_every_day_is_in_exactly_one_period(day: date, rhythm: Rhythm, calendar: Calendar) -> None:
    """Whatever the closing day, no report falls between two periods or into both."""
    around = periods(rhythm, day.year - 1, day.year + 1, calendar)
    holding = [period for period in around if period.starts <= day <= period.ends]
    assert holding == [period_of(day, rhythm, calendar)]


@given(rhythm=st.sampled_from(Rhythm), calendar=CALENDARS)
def test_periods_follow_each_other_day_by_day(rhythm: Rhythm, calendar: Calendar) -> None:
    """A period begins on the day after the one before has ended, and keys are never used twice."""
    row = list(periods(rhythm, 2024, 2028, calendar))
    for before, after in pairwise(row):
        assert after.starts == before.ends + timedelta(days=1)
    keys = [period.key for period in row]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("day", "rhythm", "key"),
    [
        (date(2026, 3, 14), Rhythm.QUARTER, "2026-Q1"),
        (date(2026, 3, 31), Rhythm.QUARTER, "2026-Q1"),
        (date(2025, 12, 31), Rhythm.QUARTER, "2025-Q4"),
        (date(2026, 4, 1), Rhythm.QUARTER, "2026-Q2"),
        (date(2025, 12, 31), Rhythm.YEAR, "2025"),
    ],
)
def test_a_period_is_named_by_the_calendar(day: date, rhythm: Rhythm, key: str) -> None:
    """A day after the closing day still bears the name of its own quarter or year."""
    assert period_named(day, rhythm, Calendar()).key == key
