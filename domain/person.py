"""People on the roster, their roles, and what each may see and do."""

from enum import StrEnum

from pydantic import field_validator

from domain.masking import without_phones
from domain.model import Model
from domain.plan import Plan


class Role(StrEnum):
    """A person's part in carrying out the plan."""

    OFFICER = "officer"
    HEAD = "head"
    FOCAL = "focal"
    LEADER = "leader"
    ADMIN = "admin"


REPORTERS = (Role.OFFICER, Role.HEAD, Role.FOCAL)
"""The roles that report their own agency's tasks."""


class Person(Model):
    """Somebody on the roster; `name` is what the roster says, an office or a person.

    A phone number in it is masked.
    """

    id: int
    name: str
    role: Role
    agency: str

    @field_validator("name")
    @classmethod
    def _shows_no_phone(cls, name: str) -> str:
        return without_phones(name)


def may_report(person: Person, task: int, plan: Plan) -> bool:
    """Officers, heads and the focal agency's people report tasks that their own agency leads."""
    return person.role in REPORTERS and person.agency in plan.responsible(task)


def may_report_figure(person: Person, indicator: int, plan: Plan) -> bool:
    """The same people report the figures of the indicators that their own agency leads."""
    return person.role in REPORTERS and person.agency in plan.measured_by(indicator)


def may_report_for(person: Person, agency: str, task: int, plan: Plan) -> bool:
    """Who may report a task for an agency: its own people; the focal agency on its behalf."""
    own = person.agency == agency and person.role in REPORTERS
    return (own or person.role is Role.FOCAL) and agency in plan.responsible(task)


def may_report_figure_for(person: Person, agency: str, indicator: int, plan: Plan) -> bool:
    """The same for the figure of an indicator."""
    own = person.agency == agency and person.role in REPORTERS
    return (own or person.role is Role.FOCAL) and agency in plan.measured_by(indicator)


def may_assign(person: Person) -> bool:
    """Who leads a task is decided by the focal agency."""
    return person.role is Role.FOCAL


def may_see_reports(person: Person, agency: str, plan: Plan) -> bool:
    """Own agency's reports; leaders, the focal agency and its head see all, all in an open plan."""
    return person.agency == agency or _sees_all(person, plan)


def hidden_from(person: Person, plan: Plan) -> frozenset[str]:
    """Return the agencies whose reports somebody may not see, groups too; none for who sees all."""
    if _sees_all(person, plan):
        return frozenset()
    return frozenset(plan.agency_by_id) - {person.agency}


def is_briefed(person: Person, plan: Plan) -> bool:
    """Whether briefs are for somebody: the leaders, and the head of the focal agency."""
    return person.role is Role.LEADER or _heads_focal(person, plan)


def _sees_all(person: Person, plan: Plan) -> bool:
    follows = person.role in (Role.LEADER, Role.FOCAL) or _heads_focal(person, plan)
    return follows or plan.reports_open


def _heads_focal(person: Person, plan: Plan) -> bool:
    return person.role is Role.HEAD and person.agency == plan.focal
