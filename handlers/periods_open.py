"""The reporting periods that somebody may mean by "kỳ này": today's, and the one just ended."""

from datetime import timedelta

from dialogue.talk import Talk
from domain.period import Period, period_of
from handlers.wording import period_asked


def open_periods(talk: Talk) -> list[Period]:
    """The period whose data have closed last, then the one that today belongs to."""
    calendar = talk.plan.calendar
    today = period_asked(talk, None)
    before = period_of(today.starts - timedelta(days=1), calendar.tasks, calendar)
    return [before, today]


def period_meant(talk: Talk) -> Period:
    """The period that is worked on: the one just ended until its sending day, then today's."""
    before, today = open_periods(talk)
    return before if talk.now.date() <= before.due else today
