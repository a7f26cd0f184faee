"""Task reports: filing, withdrawing, the latest of each agency, and what is still owed."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from domain.model import Model
from domain.person import Person, may_report_for
from domain.report import Progress, Stage, TaskReport, TaskReportDraft
from domain.standing import Standing
from storage.extended import ExtendedReader, extended_on
from storage.filing import Filing
from storage.kept import Duty
from storage.moments import day_or_none, moment, stamp
from storage.obstacles import ObstacleReader, ObstacleWriter
from storage.session import NotAllowed

WITHDRAW_WITHIN = timedelta(minutes=10)


class Superseded(Exception):
    """A report was based on one that is no longer the latest."""


class Owed(Model):
    """One task an agency owes a report on in a period; `report` is the one it has filed."""

    task: int
    agency: str
    period: str
    due: date
    report: int | None


class ReportReader(ObstacleReader, ExtendedReader):
    """Reads reports."""

    async def standing(self, agency: str | None = None) -> Standing:
        """Return how all tasks stand now, by all reports or one agency's alone."""
        today, grants = self.now.date(), await self.grants()
        if agency is None:
            latest = await self._over_all("latest_of_all", "task", _latest_of)
            blocked = await self._blocked()

            def stand(before: Standing | None) -> Standing:
                extended = extended_on(grants, today)
                if before is None or before.plan is not self.plan:
                    return Standing(self.plan, latest, today, None, extended, blocked)
                return before.renewed(latest, None, extended, blocked)

            return self._made("standing", (latest, grants, blocked), stand)
        rows = await self._queries.latest_of_agency(
            self._connection, plan=self.plan.id, agency=agency
        )
        blocked = await self._blocked_of(agency)
        extended = extended_on(grants, today)
        return Standing(self.plan, _latest_of(rows), today, None, extended, blocked)

    async def latest(self, task: int, agency: str) -> TaskReport | None:
        """Return an agency's latest report on a task."""
        row = await self._queries.latest_of(
            self._connection, plan=self.plan.id, task=task, agency=agency
        )
        return None if row is None else report_from(row)

    async def latest_known(self, task: int, agency: str, to: Person) -> TaskReport | None:
        """Return an agency's latest report as somebody knows it: others, as its head confirmed."""
        if to.agency == agency:
            return await self.latest(task, agency)
        row = await self._queries.latest_counted(
            self._connection, plan=self.plan.id, task=task, agency=agency
        )
        return None if row is None else report_from(row)

    async def report_of_code(self, code: str) -> TaskReport | None:
        """Return the report of a lookup code, unless it was withdrawn or its task is gone."""
        row = await self._queries.report_of_code(
            self._connection, plan=self.plan.id, id=number_of_code(code)
        )
        gone = row is None or row["task"] not in self.plan.task_by_number
        return None if gone or row["agency"] not in self.plan.agency_by_id else report_from(row)

    async def history(self, task: int, agency: str, most: int) -> tuple[TaskReport, ...]:
        """Return an agency's reports on a task, the newest first."""
        rows = await self._queries.history_of(
            self._connection, plan=self.plan.id, task=task, agency=agency, most=most
        )
        return tuple(report_from(row) for row in rows)

    async def owed(self, agency: str | None = None) -> tuple[Owed, ...]:
        """Return what an agency, or every agency, owes in the period of today, reported or not."""
        day = self.now.date().isoformat()
        if agency is None:
            owed = await self._over_all("owed_by_all", "task", _owed_of, day=day)
            return self._made("owed", (owed,), lambda _: _by_agency(owed.values()))
        rows = await self._queries.owed_by_agency(
            self._connection, plan=self.plan.id, agency=agency, day=day
        )
        return tuple(map(_owed, rows))

    async def owed_on(self, day: date) -> tuple[Owed, ...]:
        """Return what every agency owes, or owed, in the period of a day, reported or not."""
        rows = await self._queries.owed_by_all(
            self._connection, plan=self.plan.id, day=day.isoformat(), since=None
        )
        return _by_agency(_owed_of(rows).values())

    async def recent_reports(self, reporter: int, within: timedelta) -> tuple[TaskReport, ...]:
        """Return a person's own latest reports on the plan's tasks, not older than `within`."""
        rows = await self._queries.recent_of(
            self._connection, reporter=reporter, since=stamp(self.now - within), most=6
        )
        known = self.plan.task_by_number
        return tuple(report_from(row) for row in rows if row["task"] in known)


class ReportWriter(ObstacleWriter, ReportReader, Filing):
    """Writes reports; each method is a talk's one write."""

    async def file_task_report(self, draft: TaskReportDraft) -> TaskReport:
        """Store a report once its basis is still the latest; raise Superseded otherwise."""
        latest = await self.latest(draft.task, draft.agency)
        if (latest.id if latest else None) != draft.based_on:
            raise Superseded(f"NV {draft.task}: based on {draft.based_on}")
        return await self._file(draft)

    async def file_task_reports(self, drafts: Sequence[TaskReportDraft]) -> tuple[TaskReport, ...]:
        """Store several reports at once, all or none."""
        return tuple([await self.file_task_report(draft) for draft in drafts])

    async def withdraw(self, report: TaskReport) -> None:
        """Take back an own report within ten minutes; it stays as a record."""
        person = self.person
        late = self.now - report.filed_at > WITHDRAW_WITHIN
        if person is None or report.reporter != person.id or late:
            raise NotAllowed(f"withdraw report {report.id}")
        await self._queries.withdraw_report(self._connection, id=report.id, now=self.stamp)
        await self._unfollow(report.id)

    async def attach(self, evidence: tuple[int, Sequence[int]]) -> None:
        """Attach stored files to a report of one's own: (report, file ids)."""
        report, files = evidence
        await self._must_be_own(report)
        await self._attach(report, files)

    async def _file(self, draft: TaskReportDraft) -> TaskReport:
        person = self.person
        if person is None or not may_report_for(person, draft.agency, draft.task, self.plan):
            raise NotAllowed(f"report NV {draft.task} of {draft.agency}")
        filing = await self._filing(person, draft.agency)
        filing |= {"for_period": await self._period_returned(draft.task, draft.agency)}
        values = draft.model_dump(mode="json", exclude={"evidence", "closes"})
        id_ = await self._queries.file_report(
            self._connection,
            plan=self.plan.id,
            reporter=person.id,
            address=self.address,
            filed_at=self.stamp,
            **values,
            **filing,
            closes=json.dumps(draft.closes) if draft.closes else None,
        )
        await self._attach(id_, draft.evidence)
        report = TaskReport(
            **draft.model_dump(),
            **filing,
            id=id_,
            code=lookup_code(id_),
            reporter=person.id,
            filed_at=self.now,
        )
        if not report.needs_head:
            await self._follow(report)
        return report

    async def _period_returned(self, task: int, agency: str) -> str | None:
        """The period that has ended and whose returned report the next one answers, if any."""
        newest = await self._queries.newest_report(
            self._connection, plan=self.plan.id, task=task, agency=agency
        )
        if newest is None:
            return None
        period: str | None = await self._queries.period_returned(
            self._connection, report=newest["id"], day=self.now.date().isoformat()
        )
        return period

    async def _attach(self, report: int, files: Sequence[int]) -> None:
        for file in files:
            await self._queries.attach_evidence(
                self._connection, id=file, report=report, address=self.address
            )


def lookup_code(report: int) -> str:
    """Return mã tra cứu: the report's number in at least four digits."""
    return f"{report:04d}"


def number_of_code(code: str) -> int:
    """Return the number that a lookup code stands for."""
    return int(code)


def report_from(row: sqlite3.Row) -> TaskReport:
    """Return the report of a row of task_reports; its evidence is not read."""
    return TaskReport(
        id=row["id"],
        code=lookup_code(row["id"]),
        task=row["task"],
        agency=row["agency"],
        progress=Progress(row["progress"]),
        stage=Stage(row["stage"]) if row["stage"] else None,
        percent=Decimal(row["percent"]) if row["percent"] else None,
        obstacle=row["obstacle"],
        document_number=row["document_number"],
        document_date=day_or_none(row["document_date"]),
        reported_on=date.fromisoformat(row["reported_on"]),
        based_on=row["based_on"],
        reporter=row["reporter"],
        filed_at=moment(row["filed_at"]),
        by_agency=row["by_agency"],
        agency_then=row["agency_then"],
        for_period=row["for_period"],
        needs_head=bool(row["needs_head"]),
    )


def _latest_of(rows: Iterable[sqlite3.Row]) -> dict[Duty, TaskReport]:
    return {(each.task, each.agency): each for each in map(report_from, rows)}


def _owed_of(rows: Iterable[sqlite3.Row]) -> dict[Duty, Owed]:
    return {(each.task, each.agency): each for each in map(_owed, rows)}


def _by_agency(owed: Iterable[Owed]) -> tuple[Owed, ...]:
    return tuple(sorted(owed, key=lambda each: (each.agency, each.task)))


def _owed(row: sqlite3.Row) -> Owed:
    return Owed(
        task=row["number"],
        agency=row["agency"],
        period=row["period"],
        due=date.fromisoformat(row["due"]),
        report=row["report"],
    )
