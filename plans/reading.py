"""Reading a plan as it is handed over: tab-separated text in, typed plan and its oddities out.

What the reading infers is marked in the plan (`lead_inferred`) and listed; what it cannot read
stays empty and is listed; what makes the tables themselves unreliable raises PlanUnreadable.
"""

import unicodedata

from domain.indicator import Indicator, Target
from domain.model import Model
from domain.plan import Plan
from domain.task import Deadline, DeadlineKind, Task
from plans import cells
from plans.anomalies import Anomaly, AnomalyKind, Part, Place
from plans.consistency import LONGEST_INDICATOR, LONGEST_TASK
from plans.errors import PlanUnreadable, Problem
from plans.heading import read_heading
from plans.oddities import Lines, oddities
from plans.register import Register
from plans.rows import Gathered, TaskRow
from plans.tables import Row, Tables, read_tables


class Reading(Model):
    """A plan and everything odd about it, in the order of the file's lines."""

    plan: Plan
    anomalies: tuple[Anomaly, ...]


def read_plan(text: str, register: Register) -> Reading:
    """Read a plan's tables; agencies are recognised by the register alone."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    heading, tables = read_heading(text), read_tables(text)
    gathered = Gathered()
    for row in tables.tasks:
        gathered.add(row)
    unread: list[Anomaly] = []
    plan = Plan(
        id=heading.number.replace("/", "-"),
        number=heading.number,
        title=heading.title,
        issuer=heading.issuer,
        issued_on=heading.issued_on,
        focal=next(iter(register.named_in(heading.focal).agencies), ""),
        agencies=register.agencies,
        groups=tuple(gathered.groups),
        tasks=_tasks(gathered.tasks, register),
        indicators=_indicators(tables, register, unread),
    )
    lines = Lines(
        focal=heading.focal_line,
        groups=gathered.group_lines,
        tasks={row.number: row.line for row in gathered.tasks},
        indicators={int(row.cells[0]): row.line for row in tables.indicators},
    )
    found = [*gathered.anomalies, *unread, *oddities(plan, lines, register)]
    return Reading(plan=plan, anomalies=tuple(sorted(found, key=lambda anomaly: anomaly.line)))


def _tasks(rows: list[TaskRow], register: Register) -> tuple[Task, ...]:
    """Read the rows one by one.

    The print leaves out the lines between merged cells. An empty lead cell is read as merged with
    the one above only where its row does name who coordinates, within one group; a row of nothing
    but content (18) has no lead.
    """
    tasks: list[Task] = []
    above: tuple[str, tuple[str, ...]] = ("", ())
    for row in rows:
        written = row.as_written()
        leads = register.named_in(written.lead).agencies
        inferred = not written.lead and bool(written.coordinators) and above[0] == row.group
        if inferred:
            leads = above[1]
        elif written.lead:
            above = row.group, leads
        coordination = register.named_in(written.coordinators)
        task = Task(
            number=row.number,
            group=row.group,
            short=cells.shortened(written.content, LONGEST_TASK),
            cells=written,
            leads=leads,
            lead_inferred=inferred and bool(leads),
            coordinators=coordination.agencies,
            generic_coordination=", ".join(coordination.generic) or None,
            products=cells.products(written.product),
            deadline=cells.deadline(written.timing) or Deadline(kind=DeadlineKind.MISSING),
        )
        tasks.append(task)
    return tuple(tasks)


def _indicators(tables: Tables, register: Register, unread: list[Anomaly]) -> tuple[Indicator, ...]:
    """Read the rows one by one; an empty lead cell is part of a merged one.

    The text of a merged cell is printed on any one of its rows: the rows before the first text
    belong to it, all later empty ones to the text above them.
    """
    found: list[Indicator] = []
    stated = [register.named_in(row.cells[-1]).agencies for row in tables.indicators]
    above = next((leads for leads in stated if leads), ())
    for row, leads in zip(tables.indicators, stated, strict=True):
        number, name, unit, *_, lead = row.cells
        if not number.isdecimal() or int(number) != len(found) + 1:
            raise PlanUnreadable(Problem.ROW_NUMBER, row.line, "number", number)
        above = leads if lead else above
        indicator = Indicator(
            number=int(number),
            name=name,
            short=cells.shortened(name, LONGEST_INDICATOR),
            unit=cells.unit(unit),
            targets=_targets(row, tables.years, unread),
            leads=above,
            lead_text=lead,
            lead_inferred=not lead and bool(above),
        )
        found.append(indicator)
    return tuple(found)


def _targets(row: Row, years: tuple[int, ...], unread: list[Anomaly]) -> dict[int, Target]:
    targets: dict[int, Target] = {}
    for year, cell in zip(years, row.cells[3:-1], strict=True):
        target = cells.target(cell, row.cells[2])
        if target is None:
            kind = AnomalyKind.UNREAD_CELL if cell else AnomalyKind.EMPTY_CELL
            where = Place(part=Part.INDICATOR, row=row.cells[0])
            unread.append(Anomaly(kind=kind, line=row.line, cell="target", where=where, note=cell))
        else:
            targets[year] = target
    return targets
