"""How tasks stand on a day: the latest report of each agency that owes one, and the clock."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from itertools import compress
from operator import is_not
from typing import Any, TypeVar

from domain.model import Model
from domain.plan import Plan
from domain.report import Progress, TaskReport
from domain.task import Task

Part = TypeVar("Part")
Key = TypeVar("Key")
Value = TypeVar("Value")
Duty = tuple[int, str]
"""The number of a task, and an agency that owes a report on it."""

SOON = 30
"""Days before the due date from which a task is "sắp quá hạn"."""


class DeadlineState(StrEnum):
    """The computed axis of status; DONE tasks keep no deadline."""

    DONE = "done"
    IN_TIME = "in_time"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    NO_DEADLINE = "no_deadline"


class TaskStanding(Model):
    """The deadline state, for one agency or all; `days` to the due date, negative if past.

    `due` is the date that counts: a later one than the plan's where it was extended.
    """

    state: DeadlineState
    days: int | None = None
    due: date | None = None


class Standing:
    """All tasks of a plan on one day, by the latest report of each (task, agency).

    `done_since` tells on which day an agency first reported done what it has called done ever
    since; where it is silent, that is the latest report's day. `extended` holds the later due dates
    that were approved, of an agency's own part each. `obstacles` holds the duties with an open
    obstacle; where nobody keeps any, those are blocked whose latest report tells of one.
    """

    def __init__(
        self,
        plan: Plan,
        latest: Mapping[Duty, TaskReport],
        today: date,
        done_since: Mapping[Duty, date] | None = None,
        extended: Mapping[Duty, date] | None = None,
        obstacles: Mapping[Duty, object] | None = None,
    ) -> None:
        self.plan = plan
        self.today = today
        self._latest = latest
        self._done_since = done_since or {}
        self._extended = extended or {}
        self._extended_tasks = {task for task, _ in self._extended}
        self._obstacles = obstacles
        self._known: dict[tuple[int, str | None], dict[Callable[..., Any], Any]] = {}
        self._parts: dict[tuple[Callable[[Standing, str], Any], str], Any] = {}

    def renewed(
        self,
        latest: Mapping[Duty, TaskReport],
        done_since: Mapping[Duty, date] | None = None,
        extended: Mapping[Duty, date] | None = None,
        obstacles: Mapping[Duty, object] | None = None,
    ) -> "Standing":
        """Return how tasks stand on the same day by other reports; what is the same is known."""
        renewed = Standing(self.plan, latest, self.today, done_since, extended, obstacles)
        changed = _differing(self._latest, latest)
        changed |= _differing(self._done_since, renewed._done_since)
        changed |= _differing(self._extended, renewed._extended)
        agencies = {agency for _, agency in changed}
        tasks = {*changed, *((task, None) for task, _ in changed)}
        renewed._known = _without(self._known, tasks)
        renewed._parts = {key: part for key, part in self._parts.items() if key[1] not in agencies}
        return renewed

    def without_reports(self) -> "Standing":
        """Return how the tasks would stand if nobody had reported: what everybody may know."""
        return Standing(self.plan, {}, self.today, extended=self._extended)

    def once(
        self, make: Callable[["Standing", int, str | None], Value], task: int, agency: str | None
    ) -> Value:
        """Return what is made of the reports on a task, or an agency's alone; it is made once."""
        known = self._known.get((task, agency))
        if known is None:
            known = self._known[task, agency] = {}
        if make not in known:
            known[make] = make(self, task, agency)
        found: Value = known[make]
        return found

    def part(self, agency: str, make: Callable[["Standing", str], Part]) -> Part:
        """Return what is made of the reports of one agency alone; it is made once."""
        key = (make, agency)
        if key not in self._parts:
            self._parts[key] = make(self, agency)
        found: Part = self._parts[key]
        return found

    def latest(self, task: int, agency: str) -> TaskReport | None:
        """Return the agency's latest report on the task, or None."""
        return self._latest.get((task, agency))

    def reports(self, task: int, agency: str | None = None) -> tuple[TaskReport, ...]:
        """Return the latest report of each responsible agency (or of one) that has reported."""
        return self.once(Standing._all_reports, task, agency)

    def _all_reports(self, task: int, agency: str | None) -> tuple[TaskReport, ...]:
        found = [self._latest.get((task, each)) for each in self._agencies(task, agency)]
        return tuple([report for report in found if report is not None])

    def done(self, task: int, agency: str | None = None) -> bool:
        """All responsible agencies (or the one asked about) report the task done."""
        return self.once(Standing._all_done, task, agency)

    def _all_done(self, task: int, agency: str | None) -> bool:
        agencies = self._agencies(task, agency)
        reports = self.reports(task, agency)
        done = [report for report in reports if report.progress is Progress.DONE]
        return bool(agencies) and len(done) == len(agencies)

    def blocked(self, task: int, agency: str | None = None) -> bool:
        """An obstacle of a responsible agency (or of the one asked about) is open."""
        if self._obstacles is None:
            return any(report.obstacle is not None for report in self.reports(task, agency))
        return any((task, each) in self._obstacles for each in self._agencies(task, agency))

    def completed_on(self, task: int, agency: str | None = None) -> date | None:
        """Return the day a task (or the agency's part) was completed, None where it is not done.

        It is the day of the document that proves it, else the day it was first reported done; a
        shared task is completed with its last part.
        """
        return self.once(Standing._completed_on, task, agency)

    def _completed_on(self, task: int, agency: str | None) -> date | None:
        if not self.done(task, agency):
            return None
        return max(
            report.document_date or self._done_since.get((task, report.agency), report.reported_on)
            for report in self.reports(task, agency)
        )

    def due(self, task: Task, agency: str | None = None) -> date | None:
        """Return the due date of a task, or of an agency's own part; None where none is fixed.

        It is the approved one where it was extended. Of a shared task it is the earliest of the
        parts that are not done, once all are done the latest.
        """
        planned = task.deadline.due
        if planned is None or task.number not in self._extended_tasks:
            return planned
        parts = self._agencies(task.number, agency)
        left = [each for each in parts if not self.done(task.number, each)]
        chosen = min if left else max
        return chosen(
            (self._due(task.number, planned, each) for each in left or parts), default=planned
        )

    def dues(self, task: Task, agency: str | None = None) -> frozenset[date]:
        """Return all due dates that a task has for those who lead it, whatever was reported."""
        planned = task.deadline.due
        if planned is None:
            return frozenset()
        if task.number not in self._extended_tasks:
            return frozenset({planned})
        parts = self._agencies(task.number, agency)
        return frozenset(self._due(task.number, planned, each) for each in parts or ("",))

    def _due(self, task: int, planned: date, agency: str) -> date:
        return max(planned, self._extended.get((task, agency), planned))

    def in_time(self, task: Task, agency: str | None = None) -> bool | None:
        """Whether what is done was completed within its due date; None without one or not done.

        A shared task was completed in time if each part was.
        """
        completed, due = self.completed_on(task.number, agency), self.due(task, agency)
        if completed is None or due is None:
            return None
        if agency is not None or task.number not in self._extended_tasks:
            return completed <= due
        return all(self.in_time(task, each) for each in self.plan.responsible(task.number))

    def unreported(self, task: int, agency: str | None = None) -> bool:
        """None of the responsible agencies (or not the one asked about) has ever reported."""
        return not self.reports(task, agency)

    def of(self, task: Task, agency: str | None = None) -> TaskStanding:
        """Return the deadline state of a task, for one agency's own part if one is given."""
        return self.once(Standing._standing, task.number, agency)

    def _standing(self, task: int, agency: str | None) -> TaskStanding:
        due = self.due(self.plan.task_by_number[task], agency)
        if self.done(task, agency):
            return TaskStanding(state=DeadlineState.DONE, due=due)
        if due is None:
            return TaskStanding(state=DeadlineState.NO_DEADLINE)
        days = (due - self.today).days
        if days < 0:
            return TaskStanding(state=DeadlineState.OVERDUE, days=days, due=due)
        state = DeadlineState.DUE_SOON if days <= SOON else DeadlineState.IN_TIME
        return TaskStanding(state=state, days=days, due=due)

    def _agencies(self, task: int, agency: str | None) -> tuple[str, ...]:
        return self.plan.responsible(task) if agency is None else (agency,)


def _differing(one: Mapping[Duty, object], other: Mapping[Duty, object]) -> set[Duty]:
    """The keys whose values are not the same objects; none where it is one mapping."""
    if one is other:
        return set()
    found = set(compress(other, map(is_not, other.values(), map(one.get, other))))
    return found | (one.keys() - other.keys())


def _without(known: Mapping[Key, Value], keys: Iterable[Key]) -> dict[Key, Value]:
    left = dict(known)
    for key in keys:
        left.pop(key, None)
    return left
