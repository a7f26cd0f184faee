"""How tasks stood on an earlier day, and what came of them since."""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import NamedTuple

from domain.plan import Plan
from domain.report import TaskReport
from domain.standing import Standing
from domain.succession import came_after
from domain.summary import WEEK, Summary, summarise
from storage.extended import ExtendedReader, extended_on
from storage.kept import Duty
from storage.moments import day_or_none, stamp
from storage.obstacles import ObstacleReader
from storage.plans import load_plan
from storage.reports import report_from


class Dated(NamedTuple):
    """The latest report on a duty, and since when it has been reported done without a break."""

    report: TaskReport
    done_since: date | None


class HistoryReader(ObstacleReader, ExtendedReader):
    """Reads the state of any day from the days of the reports."""

    async def standing_on(self, day: date) -> Standing:
        """Return how all tasks stood at the end of a day, with the days they were completed.

        What was withdrawn later counts as never reported; an extension counts from the day on which
        it was granted; agencies are those of that day.
        """
        plan = await self.plan_on(day)
        if plan is not self.plan:
            return await self._standing_then(plan, day)
        midnight = datetime.combine(day + timedelta(days=1), time(), self.now.tzinfo)
        latest = await self._over_all(
            "latest_as_of", "task", _dated, day=day.isoformat(), before=stamp(midnight)
        )
        blocked, grants = await self._blocked_before(midnight), await self.grants()

        def stand(before: Standing | None) -> Standing:
            reports = {duty: each.report for duty, each in latest.items()}
            done = {duty: each.done_since for duty, each in latest.items() if each.done_since}
            extended = extended_on(grants, day)
            if before is None or before.plan is not self.plan:
                return Standing(self.plan, reports, day, done, extended, blocked)
            return before.renewed(reports, done, extended, blocked)

        return self._made(("standing-on", day), (latest, grants, blocked), stand)

    async def plan_on(self, day: date) -> Plan:
        """Return the plan as it was in effect on a day; the same object where it is today's."""
        today = self.now.date()
        since = await self._queries.amended_between(
            self._connection, plan=self.plan.id, day=day.isoformat(), today=today.isoformat()
        )
        return self.plan if since is None else await load_plan(self._connection, day)

    async def _standing_then(self, plan: Plan, day: date) -> Standing:
        """How tasks stood by the agencies of a day before some changed."""
        midnight = datetime.combine(day + timedelta(days=1), time(), self.now.tzinfo)
        found = await self._over_all(
            "latest_by_origin", "task", _by_origin, day=day.isoformat(), before=stamp(midnight)
        )
        blocked, grants = await self._blocked_before(midnight), await self.grants()

        def stand(_: Standing | None) -> Standing:
            latest = _held(plan, sorted(chain(*found.values()), key=lambda each: each.id))
            return Standing(plan, latest, day, None, extended_on(grants, day), blocked)

        return self._made(("standing-then", day), (found, grants, blocked), stand)

    async def summary(
        self, agency: str | None = None, since: date | None = None, day: date | None = None
    ) -> Summary:
        """Return the summary of a day, today if none, against another, a week before it if none.

        It is of the plan, or of an agency's part.
        """
        of = day or self.now.date()
        before = await self.standing_on(since or of - WEEK)
        return summarise(await self.standing_on(of), before, agency)


def _by_origin(rows: Iterable[sqlite3.Row]) -> dict[Duty, tuple[TaskReport, ...]]:
    """The latest report of each agency that filed on a duty of today."""
    found: dict[Duty, tuple[TaskReport, ...]] = {}
    for report in map(report_from, rows):
        duty = (report.task, report.agency)
        found[duty] = (*found.get(duty, ()), report)
    return found


def _held(plan: Plan, reports: Iterable[TaskReport]) -> dict[Duty, TaskReport]:
    """The latest report on each duty of a plan: of several, given by age, the last."""
    latest: dict[Duty, TaskReport] = {}
    for report in reports:
        if report.task in plan.task_by_number:
            agency = _holder(plan, report)
            latest[report.task, agency] = report.model_copy(update={"agency": agency})
    return latest


def _holder(plan: Plan, report: TaskReport) -> str:
    """Who answered for a report by a plan: who filed it, who came after, or who got the task."""
    responsible = plan.responsible(report.task)
    filed_by = report.agency_then or report.agency
    after = [each for each in came_after(plan, filed_by) if each in responsible]
    if len(after) == 1:
        return after[0]
    return responsible[0] if len(responsible) == 1 else filed_by


def _dated(rows: Iterable[sqlite3.Row]) -> dict[Duty, Dated]:
    dated = [Dated(report_from(row), day_or_none(row["done_since"])) for row in rows]
    return {(each.report.task, each.report.agency): each for each in dated}
