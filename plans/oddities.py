"""The oddities that can be seen from a plan itself, freshly read or already reviewed."""

from collections.abc import Iterator, Mapping

from domain.indicator import Indicator
from domain.model import Model
from domain.plan import Plan
from domain.task import DeadlineKind, Task
from plans.anomalies import Anomaly, AnomalyKind, Part, Place
from plans.register import Named, Register


class Lines(Model):
    """At which line of the file each row of the plan stands."""

    focal: int = 1
    groups: Mapping[str, int]
    tasks: Mapping[int, int]
    indicators: Mapping[int, int]


def oddities(plan: Plan, lines: Lines, register: Register) -> Iterator[Anomaly]:
    """Yield what a person should look at before trusting the reading."""
    if not plan.focal:
        yield _anomaly(AnomalyKind.NO_FOCAL, lines.focal, "focal", Place(part=Part.PLAN))
    for group in plan.groups:
        if group.duty:
            where = Place(part=Part.GROUP, row=group.key)
            yield _anomaly(AnomalyKind.UNNUMBERED_DUTY, lines.groups[group.key], "content", where)
    for task in plan.tasks:
        yield from _of_task(task, plan, lines.tasks[task.number], register)
    for indicator in plan.indicators:
        yield from _of_indicator(indicator, plan, lines.indicators[indicator.number], register)


def _of_task(task: Task, plan: Plan, line: int, register: Register) -> Iterator[Anomaly]:
    where = Place(part=Part.TASK, row=str(task.number))
    written = task.cells
    yield from _of_lead(task, written.lead, plan, line, where, register)
    coordination = register.named_in(written.coordinators)
    yield from _of_names(coordination, coordination.unknown, line, "coordinators", where)
    for cell in ("content", "coordinators", "product", "note"):
        if not getattr(written, cell):
            yield _anomaly(AnomalyKind.EMPTY_CELL, line, cell, where)
    if not written.timing:
        yield _anomaly(AnomalyKind.NO_TIMING, line, "timing", where)
    elif task.deadline.kind is DeadlineKind.MISSING:
        yield _anomaly(AnomalyKind.UNREAD_CELL, line, "timing", where, written.timing)
    elif task.deadline.kind is DeadlineKind.OPEN:
        yield _anomaly(AnomalyKind.OPEN_TIMING, line, "timing", where, written.timing)


def _of_indicator(
    indicator: Indicator, plan: Plan, line: int, register: Register
) -> Iterator[Anomaly]:
    where = Place(part=Part.INDICATOR, row=str(indicator.number))
    yield from _of_lead(indicator, indicator.lead_text, plan, line, where, register)
    for cell in ("name", "unit"):
        if not getattr(indicator, cell):
            yield _anomaly(AnomalyKind.EMPTY_CELL, line, cell, where)


def _of_lead(
    row: Task | Indicator, written: str, plan: Plan, line: int, where: Place, register: Register
) -> Iterator[Anomaly]:
    named = register.named_in(written)
    yield from _of_names(named, (*named.generic, *named.unknown), line, "lead", where)
    if row.lead_inferred:
        leads = ", ".join(plan.agency_by_id[lead].name for lead in row.leads)
        yield _anomaly(AnomalyKind.MERGED_CELL, line, "lead", where, leads)
    elif not row.leads:
        yield _anomaly(AnomalyKind.NO_LEAD, line, "lead", where, written)


def _of_names(
    named: Named, unknown: tuple[str, ...], line: int, cell: str, where: Place
) -> Iterator[Anomaly]:
    for spelling, meant in named.misspelt:
        yield _anomaly(AnomalyKind.MISSPELT_AGENCY, line, cell, where, f"{spelling} → {meant}")
    for words in unknown:
        yield _anomaly(AnomalyKind.UNKNOWN_AGENCY, line, cell, where, words)


def _anomaly(kind: AnomalyKind, line: int, cell: str, where: Place, note: str = "") -> Anomaly:
    return Anomaly(kind=kind, line=line, cell=cell, where=where, note=note)
