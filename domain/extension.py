"""Gia hạn: an agency asks for a later due date of its part of a task, the focal agency decides."""

from datetime import date, datetime

from domain.model import Model
from domain.person import Person, Role, may_report
from domain.plan import Plan

LONGEST = 3
"""No task is extended by more than so many years from its due date, or from today if it is past."""


class ExtensionDraft(Model):
    """What is about to be asked: `until` in place of `due`, the date that counts now.

    `replaces` is the id of the request that waits and gives way to this one.
    """

    task: int
    agency: str
    due: date
    until: date
    reason: str
    replaces: int | None = None


class Extension(Model):
    """A request that was made; undecided it has neither a `granted` date nor a `refusal`."""

    id: int
    task: int
    agency: str
    due: date
    until: date
    reason: str
    asked_by: Person
    asked_at: datetime
    granted: date | None = None
    refusal: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether it is still to be decided."""
        return self.decided_at is None


class Decision(Model):
    """What is decided on a request: the approved date, or the reason why there is none."""

    extension: int
    granted: date | None = None
    refusal: str | None = None


def latest_until(due: date, today: date) -> date:
    """Return the last day to which a task may be extended."""
    start = max(due, today)
    return date(start.year + LONGEST, 12, 31)


def may_ask_extension(person: Person, task: int, plan: Plan) -> bool:
    """Who reports a task asks for its extension, where the plan gives it a due date."""
    known = plan.task_by_number.get(task)
    return known is not None and known.deadline.due is not None and may_report(person, task, plan)


def may_decide_extension(person: Person, agency: str, plan: Plan) -> bool:
    """The focal agency's people decide, of their own agency's tasks the leaders.

    So nobody decides on what the own agency has asked for.
    """
    if agency == plan.focal:
        return person.role is Role.LEADER and person.agency != agency
    return person.role is Role.FOCAL and person.agency != agency
