"""Reporting periods; the shipped calendar is Nghị định 09/2019/NĐ-CP, Điều 12 and 13."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from domain.model import Model


class Rhythm(StrEnum):
    """How often something is reported."""

    QUARTER = "quarter"
    YEAR = "year"


class Calendar(Model):
    """How often tasks and indicators are reported, the day data closes, the day reports are due.

    `days_off` and `working_days` correct the working days of Vietnam (domain/working_days.py).
    """

    tasks: Rhythm = Rhythm.QUARTER
    indicators: Rhythm = Rhythm.YEAR
    closing_day: int = 14
    sending_day: int = 25
    days_off: tuple[date, ...] = ()
    working_days: tuple[date, ...] = ()


class Period(Model):
    """One reporting period: data from `starts` to `ends`, to be sent by `due`.

    `key` is "2026-Q1" or "2026"; every day belongs to exactly one period of a rhythm.
    """

    key: str
    rhythm: Rhythm
    year: int
    quarter: int | None
    starts: date
    ends: date
    due: date


def periods(rhythm: Rhythm, first: int, last: int, calendar: Calendar) -> Iterator[Period]:
    """Yield the periods of the years first to last, in order."""
    for year in range(first, last + 1):
        if rhythm is Rhythm.YEAR:
            yield _period(rhythm, year, None, 12, 12, calendar)
        else:
            for quarter in range(1, 5):
                yield _period(rhythm, year, quarter, 3, quarter * 3, calendar)


def period_of(day: date, rhythm: Rhythm, calendar: Calendar) -> Period:
    """Return the period whose data a day's report belongs to."""
    found = periods(rhythm, day.year, day.year + 1, calendar)
    return next(period for period in found if period.starts <= day <= period.ends)


def period_named(day: date, rhythm: Rhythm, calendar: Calendar) -> Period:
    """Return the period that has the name of a day's quarter or year, whenever it closes."""
    quarter = (day.month + 2) // 3
    found = periods(rhythm, day.year, day.year, calendar)
    return next(period for period in found if period.quarter in {None, quarter})


def _period(
    rhythm: Rhythm, year: int, quarter: int | None, months: int, last_month: int, calendar: Calendar
) -> Period:
    ends = date(year, last_month, calendar.closing_day)
    first_month = last_month - months
    before = (
        date(year, first_month, calendar.closing_day)
        if first_month
        else _december(year - 1, calendar.closing_day)
    )
    return Period(
        key=str(year) if quarter is None else f"{year}-Q{quarter}",
        rhythm=rhythm,
        year=year,
        quarter=quarter,
        starts=before + timedelta(days=1),
        ends=ends,
        due=date(year, last_month, calendar.sending_day),
    )


def _december(year: int, day: int) -> date:
    return date(year, 12, day)
