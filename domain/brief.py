"""The leaders' brief: when one is due, the week's or a reporting period's."""

from datetime import date, timedelta
from enum import StrEnum

from domain.model import Model
from domain.period import Calendar, Period, period_of
from domain.working_days import is_working_day, next_working_day

LATE = timedelta(days=7)
"""So long after its period has closed a brief is still sent, where nobody looked before."""

NEAR = 3
"""Within so many working days of the end of a period there is no week's brief besides."""


class Weekday(StrEnum):
    """A day of the week, as it is written in a plan's YAML."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class BriefRules(Model):
    """On which day of the week leaders are briefed; a period's end is told besides."""

    weekday: Weekday = Weekday.MON


class DueBrief(Model):
    """A brief that is due since a day; `key` makes it once, `period` is the one that has closed."""

    key: str
    since: date
    period: Period | None = None


def due_briefs(day: date, rules: BriefRules, calendar: Calendar) -> tuple[DueBrief, ...]:
    """Return what is due by a day: that of a period just closed, or the week's brief.

    The week's is left out where the end of a period is told of within three working days of it.
    """
    weekday = list(Weekday).index(rules.weekday)
    begins = day - timedelta(days=(day.weekday() - weekday) % 7)
    now = period_of(day, calendar.tasks, calendar)
    closed = period_of(now.starts - timedelta(days=1), calendar.tasks, calendar)
    opened, next_opened = (period.ends + timedelta(days=1) for period in (closed, now))
    found = []
    if day - closed.ends <= LATE:
        found.append(DueBrief(key=f"period/{closed.key}", since=opened, period=closed))
    if not any(_is_near(begins, each, calendar) for each in (opened, next_opened)):
        found.append(DueBrief(key=f"week/{begins.isoformat()}", since=begins))
    return tuple(found)


def _is_near(one: date, other: date, calendar: Calendar) -> bool:
    """Whether what falls due on these days is told within a few working days."""
    first, last = sorted(_told_on(each, calendar) for each in (one, other))
    for _ in range(NEAR):
        first = next_working_day(first, calendar)
    return last <= first


def _told_on(day: date, calendar: Calendar) -> date:
    return day if is_working_day(day, calendar) else next_working_day(day, calendar)
