"""Rows of the task table made whole: groups, duties, rows that a page break split or doubled."""

import re
from dataclasses import dataclass, field

from domain.task import Cells, TaskGroup
from plans.anomalies import Anomaly, AnomalyKind, Part, Place
from plans.errors import PlanUnreadable, Problem
from plans.tables import TASK_COLUMNS, Row
from plans.wording import wording

_GROUP = re.compile(r"(?P<key>[IVX]+)(?: (?P<title>.+))?")


@dataclass
class TaskRow:
    """A task's whole row, the line it begins at, and the key of its group."""

    number: int
    group: str
    line: int
    cells: tuple[str, ...]

    def as_written(self) -> Cells:
        """Return the cells by name."""
        return Cells(**dict(zip(TASK_COLUMNS[1:], self.cells, strict=True)))


@dataclass
class Gathered:
    """The annex row by row: its groups with their lines, its tasks, what was odd on the way."""

    groups: list[TaskGroup] = field(default_factory=list)
    group_lines: dict[str, int] = field(default_factory=dict)
    tasks: list[TaskRow] = field(default_factory=list)
    anomalies: list[Anomaly] = field(default_factory=list)

    def add(self, row: Row) -> None:
        """Take the next row, or raise PlanUnreadable where it fits nothing before it."""
        number = row.cells[0]
        group = _GROUP.fullmatch(number)
        if group:
            self._add_group(row, group["key"], group["title"] or row.cells[1])
        elif number.isdecimal():
            self._add_task(row, int(number))
        elif number:
            raise PlanUnreadable(Problem.ROW_NUMBER, row.line, "number", number)
        else:
            self._add_unnumbered(row)

    def _add_group(self, row: Row, key: str, title: str) -> None:
        if any(group.key == key for group in self.groups):
            raise PlanUnreadable(Problem.DUPLICATE, row.line, "number", key)
        words = re.match(wording().group_title, title)
        self.groups.append(TaskGroup(key=key, title=words["title"] if words else title))
        self.group_lines[key] = row.line

    def _add_task(self, row: Row, number: int) -> None:
        last = self.tasks[-1].number if self.tasks else 0
        if not self.groups or number not in (last, last + 1) or not number:
            raise PlanUnreadable(Problem.ROW_NUMBER, row.line, "number", row.cells[0])
        if number == last:
            self._add_copy(row)
        else:
            self.tasks.append(TaskRow(number, self.groups[-1].key, row.line, row.cells[1:]))

    def _add_copy(self, row: Row) -> None:
        """Keep the longer of two copies; copies that are not one another's beginning differ."""
        task = self.tasks[-1]
        first, second = task.cells, row.cells[1:]
        for column, one, other in zip(TASK_COLUMNS[1:], first, second, strict=True):
            if not (one.startswith(other) or other.startswith(one)):
                raise PlanUnreadable(Problem.ROWS_DIFFER, row.line, column, str(task.line))
        self._note(AnomalyKind.ROW_TWICE, row, task.number, str(task.line))
        task.cells = max(first, second, key=lambda cells: sum(map(len, cells)))
        task.line = row.line

    def _add_unnumbered(self, row: Row) -> None:
        group = self.groups[-1] if self.groups else None
        last_task = self.tasks[-1] if self.tasks else None
        if group and (last_task is None or last_task.group != group.key) and group.duty is None:
            self.groups[-1] = group.model_copy(update={"duty": row.cells[1]})
        elif last_task and row.tops_page:
            joined = zip(last_task.cells, row.cells[1:], strict=True)
            last_task.cells = tuple(f"{above} {below}".strip() for above, below in joined)
            self._note(AnomalyKind.ROW_SPLIT, row, last_task.number, row.cells[1])
        else:
            raise PlanUnreadable(Problem.STRAY_ROW, row.line, "number", row.cells[1])

    def _note(self, kind: AnomalyKind, row: Row, number: int, note: str) -> None:
        where = Place(part=Part.TASK, row=str(number))
        self.anomalies.append(
            Anomaly(kind=kind, line=row.line, cell="content", where=where, note=note)
        )
