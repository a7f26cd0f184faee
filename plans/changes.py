"""What a newer reading of a plan changes, as single facts in the plan's own words."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import takewhile

from domain.agency import Agency
from domain.indicator import Indicator
from domain.model import Model
from domain.plan import Plan
from domain.task import Task

_SHOWN_BEFORE = 3
"""How many words are shown before the first one that differs."""

REST = "rest"
"""The field that stands for all that has no name of its own."""

Words = dict[str, str]
_LONG = 10
"""From this many words on only the part that differs is shown."""


class ChangeKind(StrEnum):
    """What is different; each has a message `change-<kind>`."""

    PLAN = "plan"
    AGENCY_ADDED = "agency-added"
    AGENCY_REMOVED = "agency-removed"
    AGENCY = "agency"
    TASK_ADDED = "task-added"
    TASK_REMOVED = "task-removed"
    TASK = "task"
    INDICATOR_ADDED = "indicator-added"
    INDICATOR_REMOVED = "indicator-removed"
    INDICATOR = "indicator"
    DUTIES_GAINED = "duties-gained"
    DUTIES_LOST = "duties-lost"


class Change(Model):
    """One difference: of what (`number`, `name`), in which field, its words then and now.

    `year` goes with the field `target`. The field REST has no words.
    """

    kind: ChangeKind
    number: str = ""
    name: str = ""
    field: str = ""
    year: str = ""
    before: str = ""
    after: str = ""


def changes(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Return all differences of two readings of one plan; none only where they are equal."""
    return (
        *_fields(ChangeKind.PLAN, "", "", _plan_words(old), _plan_words(new)),
        *_of_agencies(old, new),
        *_of_tasks(old, new),
        *_of_indicators(old, new),
        *_of_duties(old, new),
    )


def _of_agencies(old: Plan, new: Plan) -> Iterator[Change]:
    before, after = old.agency_by_id, new.agency_by_id
    for id_ in before.keys() - after.keys():
        yield Change(kind=ChangeKind.AGENCY_REMOVED, name=before[id_].name)
    for id_, agency in after.items():
        if id_ not in before:
            yield Change(kind=ChangeKind.AGENCY_ADDED, name=agency.name)
        else:
            was, is_ = _agency_words(before[id_], old), _agency_words(agency, new)
            yield from _fields(ChangeKind.AGENCY, "", before[id_].name, was, is_)


def _of_tasks(old: Plan, new: Plan) -> Iterator[Change]:
    before, after = old.task_by_number, new.task_by_number
    for number in sorted(before.keys() | after.keys()):
        was, is_ = before.get(number), after.get(number)
        if was is None and is_ is not None:
            yield Change(kind=ChangeKind.TASK_ADDED, number=str(number), name=is_.short)
        elif was is not None and is_ is None:
            yield Change(kind=ChangeKind.TASK_REMOVED, number=str(number), name=was.short)
        elif was is not None and is_ is not None:
            words = _task_words(was, old), _task_words(is_, new)
            yield from _fields(ChangeKind.TASK, str(number), is_.short, *words)


def _of_indicators(old: Plan, new: Plan) -> Iterator[Change]:
    before, after = old.indicator_by_number, new.indicator_by_number
    for number in sorted(before.keys() | after.keys()):
        was, is_ = before.get(number), after.get(number)
        if was is None and is_ is not None:
            yield Change(kind=ChangeKind.INDICATOR_ADDED, number=str(number), name=is_.short)
        elif was is not None and is_ is None:
            yield Change(kind=ChangeKind.INDICATOR_REMOVED, number=str(number), name=was.short)
        elif was is not None and is_ is not None:
            words = _indicator_words(was, old), _indicator_words(is_, new)
            yield from _fields(ChangeKind.INDICATOR, str(number), is_.short, *words)


def _of_duties(old: Plan, new: Plan) -> Iterator[Change]:
    before, after = _duties(old), _duties(new)
    names = {agency.id: agency.name for plan in (old, new) for agency in plan.agencies}
    for agency in dict.fromkeys((*before, *after)):
        had, has = before.get(agency, ()), after.get(agency, ())
        if gained := [each for each in has if each not in had]:
            yield Change(kind=ChangeKind.DUTIES_GAINED, name=names[agency], after=", ".join(gained))
        if lost := [each for each in had if each not in has]:
            yield Change(kind=ChangeKind.DUTIES_LOST, name=names[agency], before=", ".join(lost))


def _duties(plan: Plan) -> dict[str, list[str]]:
    """What each agency owes reports on, as people name it: NV 9, CT 2."""
    owed: dict[str, list[str]] = {}
    for task in plan.tasks:
        for agency in plan.responsible(task.number):
            owed.setdefault(agency, []).append(f"NV {task.number}")
    for indicator in plan.indicators:
        for agency in plan.measured_by(indicator.number):
            owed.setdefault(agency, []).append(f"CT {indicator.number}")
    return owed


def _fields(
    kind: ChangeKind, number: str, name: str, before: Words, after: Words
) -> Iterator[Change]:
    """Yield what differs; REST only where nothing that has a name does."""
    differing = [
        field
        for field in dict.fromkeys((*before, *after))
        if before.get(field, "") != after.get(field, "")
    ]
    for field in differing:
        if field == REST:
            if len(differing) == 1:
                yield Change(kind=kind, number=number, name=name, field=REST)
            continue
        was, is_ = _apart(before.get(field, ""), after.get(field, ""))
        what, _, year = field.partition(" ")
        yield Change(
            kind=kind, number=number, name=name, field=what, year=year, before=was, after=is_
        )


def _apart(before: str, after: str) -> tuple[str, str]:
    """Return two wordings, of long ones only from shortly before the first word that differs."""
    was, is_ = before.split(" "), after.split(" ")
    if min(len(was), len(is_)) < _LONG:
        return before, after
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(was, is_, strict=False)))
    start = same - _SHOWN_BEFORE
    if start <= 0:
        return before, after
    return "…" + " ".join(was[start:]), "…" + " ".join(is_[start:])


def _plan_words(plan: Plan) -> Words:
    return {
        "number": plan.number,
        "title": plan.title,
        "issuer": plan.issuer,
        "issued-on": plan.issued_on.strftime("%d/%m/%Y"),
        "focal": _names((plan.focal,), plan),
        "open": str(int(plan.reports_open)),
        "groups": "; ".join(f"{each.key}. {each.title} {each.duty or ''}" for each in plan.groups),
        REST: str((plan.id, plan.calendar, plan.reminders)),
    }


def _agency_words(agency: Agency, plan: Plan) -> Words:
    known = {"name", "short", "members", "aliases", "abbreviations"}
    return {
        "name": agency.name,
        "short": agency.short,
        "members": _names(agency.members, plan),
        "spellings": ", ".join((*agency.aliases, *agency.abbreviations)),
        REST: str(agency.model_dump(mode="json", exclude=known)),
    }


def _task_words(task: Task, plan: Plan) -> Words:
    cells = task.cells
    known = {"short", "cells", "leads", "coordinators", "products", "deadline", "group"}
    return {
        "lead": _names(task.leads, plan),
        "timing": cells.timing,
        "due": "" if task.deadline.due is None else task.deadline.due.strftime("%d/%m/%Y"),
        "product": cells.product,
        "content": cells.content,
        "short": task.short,
        "group": task.group,
        "coordinators": _names(task.coordinators, plan),
        "note": cells.note,
        REST: str(
            (
                task.model_dump(mode="json", exclude=known),
                task.products,
                task.deadline.model_dump(mode="json"),
                cells.lead,
                cells.coordinators,
            )
        ),
    }


def _indicator_words(indicator: Indicator, plan: Plan) -> Words:
    known = {"name", "short", "unit", "targets", "leads"}
    targets: Words = {f"target {year}": target.text for year, target in indicator.targets.items()}
    return {
        "name": indicator.name,
        "short": indicator.short,
        "unit": indicator.unit,
        "lead": _names(indicator.leads, plan),
        **targets,
        REST: str(
            (
                indicator.model_dump(mode="json", exclude=known),
                [(year, each.model_dump(mode="json")) for year, each in indicator.targets.items()],
            )
        ),
    }


def _names(agencies: tuple[str, ...], plan: Plan) -> str:
    found = (plan.agency_by_id.get(each) for each in agencies)
    return ", ".join(each.short for each in found if each is not None)
