"""All that one person is told on a day: the own ladder, and what has come up to that person.

Escalation and the agencies out of reach are no steps of the ladder: no pause holds them back.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from domain.model import Model
from domain.person import Person, Role
from domain.reminding import Due, Matter, Unfinished, is_urgent, reminders
from domain.timetable import Timetable

SETTLED = timedelta(days=7)
"""What has come up within the last days of a month is not told again as the next one begins."""


LONG_WAITING = 3
"""A report that waits for review so many days is told of, once a week."""


class Overdue(Model):
    """Tasks of one agency that are overdue."""

    agency: str
    numbers: tuple[int, ...]


class Escalation(Model):
    """Tasks that have been overdue for `after` days or more, of the worst agencies first.

    `longest` is the number of days of the one that is overdue longest; `of_all` says that the tasks
    of all agencies were looked at.
    """

    after: int
    longest: int
    overdue: tuple[Overdue, ...]
    of_all: bool = False


class Reached(Model):
    """The agencies in which anybody can be written to, and those where that is no head alone."""

    anybody: frozenset[str]
    officers: frozenset[str]


class Pending(Model):
    """How many reports wait for one's review; `longest`: days since the first of them was filed."""

    count: int
    longest: int


class Agenda(Model):
    """What a person is told: lines of the ladder, escalation, agencies out of reach, reviews.

    `in_place` is what those are told besides for whom the person stands in.
    """

    lines: tuple[Due, ...] = ()
    escalation: Escalation | None = None
    unreached: tuple[str, ...] = ()
    pending: Pending | None = None
    in_place: tuple["InPlace", ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in Agenda.model_fields)

    @property
    def told(self) -> tuple["Agenda", ...]:
        """All agendas in it: the own one, and those of others."""
        return (self, *(each.agenda for each in self.in_place))

    def is_urgent(self, today: date, timetable: Timetable) -> bool:
        """Whether something is overdue, or due or closing by the next working day."""
        return any(
            each.escalation is not None or is_urgent(each.lines, today, timetable)
            for each in self.told
        )

    def standing_in(self, agency: str, absent: Iterable[tuple[Person, "Agenda"]]) -> "Agenda":
        """Return the agenda of an agency with what others would be told today who are on leave.

        The same person in another of the own agencies is one of them.
        """
        found = [
            InPlace(person=person, agenda=told.beside(self) if person.agency == agency else told)
            for person, told in absent
        ]
        return self.model_copy(update={"in_place": tuple(each for each in found if each.agenda)})

    def beside(self, other: "Agenda") -> "Agenda":
        """Return what is not told in another agenda already."""
        return Agenda(
            lines=tuple(line for line in self.lines if line not in other.lines),
            escalation=None if self.escalation == other.escalation else self.escalation,
            unreached=() if other.unreached else self.unreached,
            pending=None if self.pending == other.pending else self.pending,
        )


class InPlace(Model):
    """What somebody who is on leave would be told, or oneself in another of the own agencies."""

    person: Person
    agenda: Agenda


def agenda(
    person: Person,
    left: Mapping[str, Unfinished],
    paused: Mapping[Matter, date],
    reached: Reached,
    since: date | None,
    timetable: Timetable,
    filed: Collection[date] = (),
) -> Agenda:
    """Return what a person is told of the steps crossed since a day, or of all that stands now.

    `left` is what the own agency has before it, for the focal agency what all have. A head is
    spared the steps of the ladder while an officer of the agency can be told them. `filed` are the
    days of all reports that wait for the person's review.
    """
    told = _besides_reviews(person, left, paused, reached, since, timetable)
    news = bool(told) or _waits_long(filed, since, left[person.agency].today)
    if not filed or not news:
        return told
    longest = (left[person.agency].today - min(filed)).days
    return told.model_copy(update={"pending": Pending(count=len(filed), longest=longest)})


def _besides_reviews(
    person: Person,
    left: Mapping[str, Unfinished],
    paused: Mapping[Matter, date],
    reached: Reached,
    since: date | None,
    timetable: Timetable,
) -> Agenda:
    own = left[person.agency]
    spared = since is not None and person.role is Role.HEAD and person.agency in reached.officers
    lines = () if spared else reminders(own, since, paused, timetable)
    if person.role is Role.FOCAL:
        after = timetable.ladder.escalate_focal
        return Agenda(
            lines=lines,
            escalation=escalation(left, after, since, of_all=True),
            unreached=_unreached(left, reached, since, own.today),
        )
    if spared:
        after = timetable.ladder.escalate_head
        return Agenda(escalation=escalation({person.agency: own}, after, since))
    return Agenda(lines=lines)


def escalation(
    left: Mapping[str, Unfinished], after: int, since: date | None, *, of_all: bool = False
) -> Escalation | None:
    """Return all tasks that are overdue by so many days or more.

    None where none has come to that since a day, and no month has begun since of which they are.
    """
    due = {
        agency: {number: day for number, day in own.due.items() if (own.today - day).days >= after}
        for agency, own in left.items()
    }
    days = [(left[agency].today, day) for agency in due for day in due[agency].values()]
    if not days or not any(_is_news(day, after, since, today) for today, day in days):
        return None
    overdue = [
        Overdue(agency=agency, numbers=tuple(sorted(numbers)))
        for agency, numbers in due.items()
        if numbers
    ]
    return Escalation(
        after=after,
        longest=max((today - day).days for today, day in days),
        overdue=tuple(sorted(overdue, key=lambda each: -len(each.numbers))),
        of_all=of_all,
    )


def _is_news(due: date, after: int, since: date | None, today: date) -> bool:
    """Whether a task came to be escalated since a day, or a month began since while it was."""
    if since is None:
        return True
    came, month = due + timedelta(days=after), today.replace(day=1)
    return since < came or (since < month and came + SETTLED < month)


def _unreached(
    left: Mapping[str, Unfinished], reached: Reached, since: date | None, today: date
) -> tuple[str, ...]:
    """Agencies that owe something and in which nobody can be written to; told once a week."""
    if since is not None and since >= _monday(today):
        return ()
    return tuple(
        agency
        for agency, own in left.items()
        if agency not in reached.anybody
        and (own.due or own.tasks.numbers or own.indicators.numbers)
    )


def _waits_long(filed: Collection[date], since: date | None, today: date) -> bool:
    """Whether reviews are told of by themselves: once a week, when one has waited for days."""
    if since is None:
        return True
    long = any((today - day).days >= LONG_WAITING for day in filed)
    return long and since < _monday(today)


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday())
