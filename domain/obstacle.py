"""Obstacles (vướng mắc): told by an agency on a task, followed up until they are closed.

The rule by which a task is blocked stands here alone: it is where an obstacle of it is open
(`Standing.blocked`). What a report tells opens one (`effect`), and so does an officer by itself; a
report that says nothing of obstacles leaves them as they are.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum

from domain.model import Model
from domain.person import Person, Role, may_report, may_see_reports
from domain.plan import Plan
from domain.report import TaskReport


class Saying(StrEnum):
    """What was done by saying something of an obstacle; an answer is the focal agency's."""

    TOLD = "told"
    REPEATED = "repeated"
    ANSWERED = "answered"
    REPLIED = "replied"
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


class Said(Model):
    """One thing said of an obstacle: who said it when, in which words if any, by which report."""

    id: int
    kind: Saying
    words: str | None
    person: Person
    said_at: datetime
    report: int | None = None


class Obstacle(Model):
    """An obstacle of an agency on a task; `history` is all that was said of it, the oldest first.

    Its number is its `id`: "VM 12".
    """

    id: int
    task: int
    agency: str
    opened_at: datetime
    closed_at: datetime | None = None
    history: tuple[Said, ...] = ()

    @property
    def label(self) -> str:
        """What it is called: "VM 12"."""
        return f"VM {self.id}"

    @property
    def is_open(self) -> bool:
        """Whether it still stands in the way."""
        return self.closed_at is None

    @property
    def words(self) -> str:
        """What stands in the way, as it was told last."""
        told = [s.words for s in self.history if s.kind in {Saying.TOLD, Saying.REPEATED}]
        return next((words for words in reversed(told) if words), "")

    @property
    def teller(self) -> Person:
        """Who told of it first."""
        return self.history[0].person

    @property
    def unanswered(self) -> bool:
        """Whether it is open and nothing but the agency's own words was said last."""
        kinds = [said.kind for said in self.history if said.kind is not Saying.REPEATED]
        return self.is_open and kinds[-1] is not Saying.ANSWERED

    def days_open(self, now: datetime) -> int:
        """Return how many nights it has been open."""
        return ((self.closed_at or now).date() - self.opened_at.astimezone(now.tzinfo).date()).days


class Effect(Model):
    """What filing a report does to the obstacles of its duty."""

    opens: str | None = None
    repeats: int | None = None
    closes: tuple[int, ...] = ()


def effect(
    report: TaskReport, open_: Sequence[Obstacle], same: Callable[[str, str], bool]
) -> Effect:
    """Return what a report does to the open obstacles of its agency and task.

    Words that are the `same` as those of an open one open no second.
    """
    closes = tuple(each.id for each in open_ if each.id in report.closes)
    if report.obstacle is None:
        return Effect(closes=closes)
    for each in open_:
        if any(said.words and same(said.words, report.obstacle) for said in each.history):
            return Effect(repeats=each.id, closes=closes)
    return Effect(opens=report.obstacle, closes=closes)


def may_see(person: Person, obstacle: Obstacle, plan: Plan) -> bool:
    """Whether somebody may know of an obstacle: as of the agency's reports."""
    return may_see_reports(person, obstacle.agency, plan)


def is_own(person: Person, obstacle: Obstacle, plan: Plan) -> bool:
    """Whether an obstacle is of a task that the person reports."""
    return person.agency == obstacle.agency and may_report(person, obstacle.task, plan)


def may_say(person: Person, obstacle: Obstacle, plan: Plan) -> tuple[Saying, ...]:
    """Return what somebody may do with an obstacle now, by saying something of it.

    The focal agency answers, the agency replies; both may close it, or open it again.
    """
    focal, own = person.role is Role.FOCAL, is_own(person, obstacle, plan)
    if not focal and not own:
        return ()
    if not obstacle.is_open:
        return (Saying.REOPENED,)
    speaks = Saying.ANSWERED if focal else Saying.REPLIED
    return speaks, Saying.CLOSED
