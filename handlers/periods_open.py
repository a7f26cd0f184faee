"""The reporting periods that somebody may mean by "kỳ này": today's, and the one just ended."""

from datetime import timedelta

from markupsafe import Markup

from dialogue.talk import Talk
from domain.period import Period, Rhythm, period_keyed, period_of
from domain.reviewing import Subject
from handlers.wording import period_name


def open_periods(talk: Talk, subject: Subject) -> list[Period]:
    """The period whose data have closed last, then the one that today belongs to."""
    calendar, rhythm = talk.plan.calendar, _rhythm(talk, subject)
    today = period_of(talk.now.date(), rhythm, calendar)
    before = period_of(today.starts - timedelta(days=1), rhythm, calendar)
    return [before, today]


def period_meant(talk: Talk, subject: Subject) -> Period:
    """The period that is worked on: the one just ended until its sending day, then today's."""
    before, today = open_periods(talk, subject)
    return before if talk.now.date() <= before.due else today


def period_told(talk: Talk, key: str, subject: Subject) -> Period | None:
    """The period of a key, None where the plan has no such periods any more."""
    return period_keyed(key, _rhythm(talk, subject), talk.plan.calendar)


def named(talk: Talk, period: Period, subject: Subject) -> Markup:
    """A period's name; of indicators with the word for them."""
    name = period_name(talk, period)
    return name if subject is Subject.TASK else talk.text("figures-period", period=name)


def _rhythm(talk: Talk, subject: Subject) -> Rhythm:
    calendar = talk.plan.calendar
    return calendar.tasks if subject is Subject.TASK else calendar.indicators
