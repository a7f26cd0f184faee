"""The leaders' brief: when one is due, the week's or a reporting period's."""

from datetime import date, timedelta
from enum import StrEnum

from domain.model import Model
from domain.period import Calendar, Period, period_of

LATE = timedelta(days=7)
"""So long after its period has closed a brief is still sent, where nobody looked before."""


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
    """Return what is due by a day: the week's brief, before it that of a period just closed."""
    weekday = list(Weekday).index(rules.weekday)
    begins = day - timedelta(days=(day.weekday() - weekday) % 7)
    week = DueBrief(key=f"week/{begins.isoformat()}", since=begins)
    now = period_of(day, calendar.tasks, calendar)
    closed = period_of(now.starts - timedelta(days=1), calendar.tasks, calendar)
    opened = closed.ends + timedelta(days=1)
    if day - closed.ends > LATE:
        return (week,)
    return DueBrief(key=f"period/{closed.key}", since=opened, period=closed), week
