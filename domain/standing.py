"""How tasks stand on a day: the latest report of each agency that owes one, and the clock."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from domain.model import Model
from domain.plan import Plan
from domain.report import Progress, TaskReport
from domain.task import Task

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
    """The deadline state, for one agency or all; `days` to the due date, negative if past."""

    state: DeadlineState
    days: int | None = None


class Standing:
    """All tasks of a plan on one day, by the latest report of each (task, agency).

    `done_since` tells on which day an agency first reported done what it has called done ever
    since; where it is silent, that is the latest report's day.
    """

    def __init__(
        self,
        plan: Plan,
        latest: Mapping[tuple[int, str], TaskReport],
        today: date,
        done_since: Mapping[tuple[int, str], date] | None = None,
    ) -> None:
        self.plan = plan
        self.today = today
        self._latest = latest
        self._done_since = done_since or {}
        self._done: dict[tuple[int, str | None], bool] = {}
        self._standings: dict[tuple[int, str | None], TaskStanding] = {}

    def latest(self, task: int, agency: str) -> TaskReport | None:
        """Return the agency's latest report on the task, or None."""
        return self._latest.get((task, agency))

    def reports(self, task: int, agency: str | None = None) -> tuple[TaskReport, ...]:
        """Return the latest report of each responsible agency (or of one) that has reported."""
        found = [self._latest.get((task, each)) for each in self._agencies(task, agency)]
        return tuple([report for report in found if report is not None])

    def done(self, task: int, agency: str | None = None) -> bool:
        """All responsible agencies (or the one asked about) report the task done."""
        found = self._done.get((task, agency))
        if found is None:
            found = self._done[task, agency] = self._all_done(task, agency)
        return found

    def _all_done(self, task: int, agency: str | None) -> bool:
        agencies = self._agencies(task, agency)
        reports = self.reports(task, agency)
        done = [report for report in reports if report.progress is Progress.DONE]
        return bool(agencies) and len(done) == len(agencies)

    def completed_on(self, task: int, agency: str | None = None) -> date | None:
        """Return the day a task (or the agency's part) was completed, None where it is not done.

        It is the day of the document that proves it, else the day it was first reported done; a
        shared task is completed with its last part.
        """
        if not self.done(task, agency):
            return None
        return max(
            report.document_date or self._done_since.get((task, report.agency), report.reported_on)
            for report in self.reports(task, agency)
        )

    def unreported(self, task: int, agency: str | None = None) -> bool:
        """None of the responsible agencies (or not the one asked about) has ever reported."""
        return not self.reports(task, agency)

    def of(self, task: Task, agency: str | None = None) -> TaskStanding:
        """Return the deadline state of a task, for one agency's own part if one is given."""
        found = self._standings.get((task.number, agency))
        if found is None:
            found = self._standings[task.number, agency] = self._standing(task, agency)
        return found

    def _standing(self, task: Task, agency: str | None) -> TaskStanding:
        if self.done(task.number, agency):
            return TaskStanding(state=DeadlineState.DONE)
        due = task.deadline.due
        if due is None:
            return TaskStanding(state=DeadlineState.NO_DEADLINE)
        days = (due - self.today).days
        if days < 0:
            return TaskStanding(state=DeadlineState.OVERDUE, days=days)
        state = DeadlineState.DUE_SOON if days <= SOON else DeadlineState.IN_TIME
        return TaskStanding(state=state, days=days)

    def _agencies(self, task: int, agency: str | None) -> tuple[str, ...]:
        return self.plan.responsible(task) if agency is None else (agency,)
