"""What must hold in a plan before anything is built on it."""

from collections.abc import Iterable, Iterator

from domain.agency import Agency, AgencyKind
from domain.indicator import Target, TargetKind
from domain.model import Model
from domain.plan import Plan
from domain.task import Deadline, DeadlineKind
from plans.errors import Problem

LONGEST_TASK = 60
"""How many characters a task's short title may have to fit a phone's line."""

LONGEST_INDICATOR = 40
"""How many characters an indicator's short name may have."""

LONGEST_AGENCY = 24
"""How many characters an agency's short name may have."""

Path = tuple[str | int, ...]
"""Where in a plan something stands, as pydantic writes it: ("tasks", 3, "leads")."""


class Flaw(Model):
    """Something that must not be: what, where, and what stands there."""

    problem: Problem
    path: Path
    text: str = ""


def flaws(plan: Plan) -> Iterator[Flaw]:
    """Yield everything that forbids working with the plan."""
    yield from _twice("agencies", (agency.id for agency in plan.agencies))
    yield from _twice("groups", (group.key for group in plan.groups))
    yield from _twice("tasks", (task.number for task in plan.tasks))
    yield from _twice("indicators", (indicator.number for indicator in plan.indicators))
    yield from _of_agencies(plan)
    yield from _unknown(plan, ("focal",), (plan.focal,))
    groups = {group.key for group in plan.groups}
    for at, task in enumerate(plan.tasks):
        yield from _length(("tasks", at, "short"), task.short, LONGEST_TASK)
        yield from _unknown(plan, ("tasks", at, "leads"), task.leads)
        yield from _unknown(plan, ("tasks", at, "coordinators"), task.coordinators)
        if task.group not in groups:
            yield Flaw(problem=Problem.UNKNOWN_GROUP, path=("tasks", at, "group"), text=task.group)
        if not _sound_deadline(task.deadline):
            yield Flaw(problem=Problem.DEADLINE, path=("tasks", at, "deadline"))
    for at, indicator in enumerate(plan.indicators):
        yield from _length(("indicators", at, "short"), indicator.short, LONGEST_INDICATOR)
        yield from _unknown(plan, ("indicators", at, "leads"), indicator.leads)
        for year, target in indicator.targets.items():
            if not _sound_target(target):
                yield Flaw(problem=Problem.TARGET, path=("indicators", at, "targets", year))


def _of_agencies(plan: Plan) -> Iterator[Flaw]:
    groups = {agency.id for agency in plan.agencies if agency.kind is AgencyKind.GROUP}
    for at, agency in enumerate(plan.agencies):
        yield from _length(("agencies", at, "short"), agency.short, LONGEST_AGENCY)
        yield from _unknown(plan, ("agencies", at, "members"), agency.members)
        yield from _unknown(plan, ("agencies", at, "successors"), agency.successors)
        if not _sound_members(agency, groups):
            yield Flaw(problem=Problem.MEMBERS, path=("agencies", at), text=agency.id)


def _sound_members(agency: Agency, groups: set[str]) -> bool:
    """A group has members, none of them a group; nobody else has any."""
    is_group = agency.id in groups
    return is_group == bool(agency.members) and groups.isdisjoint(agency.members)


def _sound_deadline(deadline: Deadline) -> bool:
    start, end = deadline.start, deadline.end
    match deadline.kind:
        case DeadlineKind.YEAR:
            return start is not None and start == end
        case DeadlineKind.RANGE:
            return start is not None and end is not None and start < end
        case DeadlineKind.OPEN | DeadlineKind.MISSING:
            return start is None and end is None


def _sound_target(target: Target) -> bool:
    if target.kind is TargetKind.RANGE:
        return target.high is not None and target.low < target.high
    return target.high is None


def _length(path: Path, short: str, longest: int) -> Iterator[Flaw]:
    if not 0 < len(short.strip()) <= longest:
        yield Flaw(problem=Problem.LENGTH, path=path, text=short)


def _unknown(plan: Plan, path: Path, agencies: Iterable[str]) -> Iterator[Flaw]:
    for id_ in agencies:
        if id_ not in plan.agency_by_id:
            yield Flaw(problem=Problem.UNKNOWN_AGENCY, path=path, text=id_)


def _twice(part: str, keys: Iterable[str | int]) -> Iterator[Flaw]:
    seen: set[str | int] = set()
    for at, key in enumerate(keys):
        if key in seen:
            yield Flaw(problem=Problem.DUPLICATE, path=(part, at), text=str(key))
        seen.add(key)
