"""Reporting periods; the shipped calendar is Nghị định 09/2019/NĐ-CP, Điều 12 and 13.

The decree knows months, quarters, half-years and years; nine months are practice.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from pydantic import Field

from domain.model import Model


class Rhythm(StrEnum):
    """How often something is reported; after NINE_MONTHS follows the year as a whole."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


class Called(StrEnum):
    """What offices call a period; a month and a quarter by number beside it."""

    MONTH = "month"
    QUARTER = "quarter"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


class Days(Model):
    """The day data closes and the day reports are due, both in a period's last month.

    `months_early` puts both that many months before it: an annual report that is due in November.
    """

    closing_day: int = Field(ge=1, le=31)
    sending_day: int = Field(ge=1, le=31)
    months_early: int = Field(default=0, ge=0, le=2)


class Calendar(Model):
    """How often tasks and indicators are reported, the day data closes, the day reports are due.

    `days` has other days for single rhythms. `days_off` and `working_days` correct the working
    days of Vietnam (domain/working_days.py).
    """

    tasks: Rhythm = Rhythm.QUARTER
    indicators: Rhythm = Rhythm.YEAR
    closing_day: int = Field(default=14, ge=1, le=31)
    sending_day: int = Field(default=25, ge=1, le=31)
    days: Mapping[Rhythm, Days] = {}
    days_off: tuple[date, ...] = ()
    working_days: tuple[date, ...] = ()

    def of(self, rhythm: Rhythm) -> Days:
        """Return the days of a rhythm."""
        own = self.days.get(rhythm)
        return own or Days(closing_day=self.closing_day, sending_day=self.sending_day)


class Period(Model):
    """One reporting period: data from `starts` to `ends`, to be sent by `due`.

    `key` is "2026-Q1" or "2026", and sorts by time; every day belongs to exactly one period of a
    rhythm. `part` is the number of a month or a quarter, 1 and 2 of others that share a year.
    """

    key: str
    rhythm: Rhythm
    called: Called
    year: int
    part: int
    starts: date
    ends: date
    due: date


class _Part(NamedTuple):
    called: Called
    ending: str
    last_month: int


_PARTS: Mapping[Rhythm, tuple[_Part, ...]] = {
    Rhythm.MONTH: tuple(_Part(Called.MONTH, f"-{m:02d}", m) for m in range(1, 13)),
    Rhythm.QUARTER: tuple(_Part(Called.QUARTER, f"-Q{n}", n * 3) for n in range(1, 5)),
    Rhythm.HALF_YEAR: (_Part(Called.FIRST_HALF, "-H1", 6), _Part(Called.SECOND_HALF, "-H2", 12)),
    Rhythm.NINE_MONTHS: (_Part(Called.NINE_MONTHS, "-T09", 9), _Part(Called.YEAR, "-T12", 12)),
    Rhythm.YEAR: (_Part(Called.YEAR, "", 12),),
}


def periods(rhythm: Rhythm, first: int, last: int, calendar: Calendar) -> Iterator[Period]:
    """Yield the periods of the years first to last, in order."""
    days = calendar.of(rhythm)
    parts = _PARTS[rhythm]
    for year in range(first, last + 1):
        before = _day(year - 1, 12 - days.months_early, days.closing_day)
        for number, part in enumerate(parts, start=1):
            month = part.last_month - days.months_early
            ends = _day(year, month, days.closing_day)
            yield Period(
                key=f"{year}{part.ending}",
                rhythm=rhythm,
                called=part.called,
                year=year,
                part=number,
                starts=before + timedelta(days=1),
                ends=ends,
                due=_day(year, month, days.sending_day),
            )
            before = ends


def period_of(day: date, rhythm: Rhythm, calendar: Calendar) -> Period:
    """Return the period whose data a day's report belongs to."""
    found = periods(rhythm, day.year, day.year + 1, calendar)
    return next(period for period in found if period.starts <= day <= period.ends)


def period_keyed(key: str, rhythm: Rhythm, calendar: Calendar) -> Period | None:
    """Return the period of a rhythm that has this key, None where none has."""
    year = int(key[:4])
    return next((each for each in periods(rhythm, year, year, calendar) if each.key == key), None)


def period_named(day: date, rhythm: Rhythm, calendar: Calendar) -> Period:
    """Return the period that has the name of a day's month, quarter or year, whenever it closes."""
    found = zip(periods(rhythm, day.year, day.year, calendar), _PARTS[rhythm], strict=True)
    return next(period for period, part in found if day.month <= part.last_month)


def _day(year: int, month: int, day: int) -> date:
    """The day of a month, its last one where it is shorter; month 0 is December before."""
    over, place = divmod(month - 1, 12)
    return date(year + over, place + 1, min(day, monthrange(year + over, place + 1)[1]))
