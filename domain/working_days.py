"""The working days of Vietnam: weekends, public holidays, days swapped for them, an office's own.

The library knows the Saturdays that are worked for a day off elsewhere in the year. What was
announced after its release, the calendar of the plan says (`days_off`, `working_days`).
"""

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from domain.period import Calendar

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAY = timedelta(days=1)


def is_working_day(day: date, calendar: Calendar) -> bool:
    """Whether offices work on a day: by the plan's calendar, else as in all of Vietnam."""
    if day in calendar.working_days:
        return True
    return day not in calendar.days_off and _is_worked(day)


def next_working_day(day: date, calendar: Calendar) -> date:
    """Return the first working day after a day."""
    day += _DAY
    while not is_working_day(day, calendar):
        day += _DAY
    return day


def previous_working_day(day: date, calendar: Calendar) -> date:
    """Return the last working day before a day."""
    day -= _DAY
    while not is_working_day(day, calendar):
        day -= _DAY
    return day


def by_working_day(day: date, calendar: Calendar) -> date:
    """Return the day itself where it is a working day, else the last one before it."""
    return day if is_working_day(day, calendar) else previous_working_day(day, calendar)


@cache
def _is_worked(day: date) -> bool:
    return _vietnam().is_working_day(day)


@cache
def _vietnam() -> "HolidayBase":
    import holidays  # noqa: PLC0415 - it loads slowly, and a start needs no holiday

    return holidays.country_holidays("VN")
