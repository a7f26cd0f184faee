"""The working days of Vietnam: weekends, public holidays, days swapped for them, an office's own.

The library knows the Saturdays that are worked for a day off elsewhere in the year. What was
announced after its release, the calendar of the plan says (`days_off`, `working_days`).
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from domain.period import Calendar

if TYPE_CHECKING:
    from holidays import HolidayBase

WRITING_HOURS = (time(7), time(17))
"""From when to when in a working day people are written to unasked, where no setting says."""
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


def next_open(now: datetime, calendar: Calendar, hours: tuple[time, time]) -> datetime:
    """Return now in these hours of a working day, both included, else when they next begin."""
    first, last = hours
    day, worked = now.date(), is_working_day(now.date(), calendar)
    if worked and first <= now.time() <= last:
        return now
    if not worked or now.time() > last:
        day = next_working_day(day, calendar)
    return datetime.combine(day, first, now.tzinfo)


@cache
def _is_worked(day: date) -> bool:
    return _vietnam().is_working_day(day)


@cache
def _vietnam() -> "HolidayBase":
    import holidays  # noqa: PLC0415 - it loads slowly, and a start needs no holiday

    return holidays.country_holidays("VN")
