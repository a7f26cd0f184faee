"""Agencies that change, tasks that change hands: the plan as it is in effect on a day.

A plan is issued once; what a merger, a split, a renaming or a decision of the focal agency makes of
it is data beside it. What an agency did stays its own: only who answers for it from a day on moves.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from pydantic import model_validator

from domain.agency import Agency
from domain.model import Model
from domain.plan import Plan
from domain.task import Task

Subject = Literal["task", "indicator"]
Moves = Mapping[tuple[Subject, int, str], str]
"""Who takes a task or an indicator (its number) from an agency."""


class Succession(Model):
    """An agency that ends; `by` come after it: one of a merger or renaming, several of a split."""

    agency: str
    by: tuple[str, ...]


class Transfer(Model):
    """One task or indicator that passes from an agency to another, which may both go on."""

    task: int | None = None
    indicator: int | None = None
    agency: str
    to: str

    @model_validator(mode="after")
    def _names_one(self) -> "Transfer":
        if (self.task is None) == (self.indicator is None):
            raise ValueError("a transfer names a task or an indicator")
        return self

    @property
    def key(self) -> tuple[Subject, int, str]:
        """What passes, and from whom."""
        if self.task is not None:
            return "task", self.task, self.agency
        return "indicator", self.indicator or 0, self.agency


class AgencyChange(Model):
    """What changes among the agencies on the day `effective`, by the decision called `basis`.

    `agencies` are new, or have another name from that day on.
    """

    effective: date
    basis: str
    agencies: tuple[Agency, ...] = ()
    ended: tuple[Succession, ...] = ()
    transfers: tuple[Transfer, ...] = ()

    def successors(self, agency: str) -> tuple[str, ...] | None:
        """Who comes after an agency by this change; None where it goes on."""
        return next((each.by for each in self.ended if each.agency == agency), None)

    @property
    def moves(self) -> Moves:
        """The transfers, by what passes."""
        return {each.key: each.to for each in self.transfers}

    def takers(self, subject: Subject, number: int, agency: str) -> tuple[str, ...]:
        """Who answers for an agency's task or indicator from the day on; () where it is open."""
        taker = self.moves.get((subject, number, agency))
        if taker is not None:
            return (taker,)
        by = self.successors(agency)
        if by is None:
            return (agency,)
        return by if len(by) == 1 else ()


class Assignment(Model):
    """Who leads a task from a day on, as the focal agency has decided."""

    task: int
    leads: tuple[str, ...]
    since: date


class UnknownAgency(Exception):
    """A change or an assignment names an agency, a task or an indicator that is not there."""


def in_effect(
    plan: Plan, changes: Iterable[AgencyChange], assignments: Iterable[Assignment], day: date
) -> Plan:
    """Return the plan as it is in effect on a day: the same object where nothing has changed it."""
    steps: list[tuple[date, int, AgencyChange | Assignment]] = [
        *((each.effective, 0, each) for each in changes),
        *((each.since, 1, each) for each in assignments),
    ]
    for since, _, step in sorted(steps, key=lambda each: each[:2]):
        if since <= day:
            plan = changed(plan, step) if isinstance(step, AgencyChange) else assigned(plan, step)
    return plan


def assigned(plan: Plan, assignment: Assignment) -> Plan:
    """Return the plan with other leads of a task; who has ended by then gives way to a successor.

    Where one of several would have to be chosen, the task has no lead.
    """
    after = [came_after(plan, each) for each in assignment.leads if each in plan.agency_by_id]
    known = tuple(dict.fromkeys(each[0] for each in after if len(each) == 1))
    tasks = [
        _led_by(task, known, assignment.since) if task.number == assignment.task else task
        for task in plan.tasks
    ]
    return _with(plan, tasks=tuple(tasks))


def changed(plan: Plan, change: AgencyChange) -> Plan:
    """Return the plan after a change; raise UnknownAgency where it does not fit the plan.

    An agency that has ended stays known, with its last day and its successors.
    """
    _check(plan, change)
    last_day = change.effective - timedelta(days=1)
    fresh = {each.id: each for each in change.agencies}
    agencies = []
    for agency in plan.agencies:
        by = change.successors(agency.id)
        if by is not None:
            update: dict[str, object] = {"valid_to": last_day, "successors": by}
            agencies.append(agency.model_copy(update=update))
        else:
            kept = fresh.pop(agency.id, agency)
            members = _passed_on(kept.members, change)
            agencies.append(kept.model_copy(update={"members": members}))
    agencies += [
        each.model_copy(update={"valid_from": each.valid_from or change.effective})
        for each in fresh.values()
    ]
    indicators = [
        each.model_copy(
            update={"leads": _taken(plan, "indicator", each.number, each.leads, change)}
        )
        for each in plan.indicators
    ]
    return _with(
        plan,
        agencies=tuple(agencies),
        focal=_passed_on((plan.focal,), change)[0],
        tasks=tuple(_task(plan, task, change) for task in plan.tasks),
        indicators=tuple(indicators),
    )


def came_after(plan: Plan, agency: str) -> tuple[str, ...]:
    """Return who is there now in place of an agency: itself, its successors, or theirs."""
    found: dict[str, None] = {}
    known = plan.agency_by_id.get(agency)
    if known is None or known.valid_to is None:
        return (agency,)
    for each in known.successors:
        found.update(dict.fromkeys(came_after(plan, each)))
    return tuple(found)


def in_place_now(plan: Plan, agencies: Iterable[str]) -> tuple[str, ...]:
    """Return who is there now in place of some agencies, each once, in their order.

    One that has ended without a successor stays itself.
    """
    found = (after for each in agencies for after in came_after(plan, each) or (each,))
    return tuple(dict.fromkeys(found))


def _with(plan: Plan, **other: object) -> Plan:
    """Return a plan with other parts; what was computed of the old ones does not come along."""
    parts = {name: getattr(plan, name) for name in Plan.model_fields}
    return Plan(**{**parts, **other})


def _task(plan: Plan, task: Task, change: AgencyChange) -> Task:
    leads = _taken(plan, "task", task.number, task.leads, change)
    coordinators = tuple(
        each for each in _passed_on(task.coordinators, change) if each not in leads
    )
    led = task if leads == task.leads else _led_by(task, leads, change.effective)
    return led.model_copy(update={"coordinators": coordinators})


def _led_by(task: Task, leads: tuple[str, ...], since: date) -> Task:
    update: dict[str, object] = {"leads": leads, "lead_inferred": False, "lead_since": since}
    return task.model_copy(update=update)


def _taken(
    plan: Plan, subject: Subject, number: int, leads: Sequence[str], change: AgencyChange
) -> tuple[str, ...]:
    """The leads after a change; a group of which one member's part passes is told one by one."""
    moved = {agency for kind, at, agency in change.moves if (kind, at) == (subject, number)}
    single = (
        member
        for lead in leads
        for member in (plan.expand(lead) if moved & set(plan.expand(lead)) else (lead,))
    )
    return tuple(
        dict.fromkeys(taker for each in single for taker in change.takers(subject, number, each))
    )


def _passed_on(agencies: Sequence[str], change: AgencyChange) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for agency in agencies:
        by = change.successors(agency)
        found.update(dict.fromkeys((agency,) if by is None else by))
    return tuple(found)


def _check(plan: Plan, change: AgencyChange) -> None:
    """Raise UnknownAgency where a change names what is not there, or ends what has ended."""
    there = {each.id for each in plan.agencies if each.valid_to is None}
    after = {*there, *(each.id for each in change.agencies)}
    after -= {each.agency for each in change.ended}
    for each in change.ended:
        if each.agency not in there:
            raise UnknownAgency(each.agency)
    named = [by for each in change.ended for by in each.by]
    named += [each.to for each in change.transfers]
    for agency in named:
        if agency not in after:
            raise UnknownAgency(agency)
    for transfer in change.transfers:
        if transfer.agency not in there:
            raise UnknownAgency(transfer.agency)
        if transfer.task is not None and transfer.agency not in _leading(plan, transfer.task):
            raise UnknownAgency(f"{transfer.agency}: NV {transfer.task}")
        if transfer.indicator is not None and transfer.indicator not in plan.indicator_by_number:
            raise UnknownAgency(f"{transfer.agency}: CT {transfer.indicator}")


def _leading(plan: Plan, task: int) -> tuple[str, ...]:
    return plan.responsible(task) if task in plan.task_by_number else ()
