"""The files attached to reports and figures: what there is, and whose."""

import sqlite3
from datetime import date

from domain.model import Model
from storage.reports import lookup_code
from storage.session import Session

MOST = 100
"""So many files of one task or indicator are found, the newest reports' first."""


class Evidence(Model):
    """A file attached to a valid report on a task, or a figure of an indicator.

    `sha256` names it on disk, None while it is not there; then `problem` is "unfetched" or "lost".
    """

    id: int
    task: int | None
    indicator: int | None
    agency: str
    code: str
    reported_on: date
    name: str
    media_type: str
    size: int
    sha256: str | None
    problem: str | None


class EvidenceReader(Session):
    """Reads what is attached; what was withdrawn has nothing any more.

    What the head has to confirm first is there for its `own` agency alone till then.
    """

    async def evidence(self, id_: int, own: str) -> Evidence | None:
        """Return one file of the plan's reports and figures."""
        row = await self._queries.one_evidence(self._connection, plan=self.plan.id, id=id_, own=own)
        return None if row is None else _evidence(row)

    async def evidence_on_task(
        self, task: int, agency: str | None, own: str
    ) -> tuple[Evidence, ...]:
        """Return the files of the reports on a task, of one agency's or of all."""
        rows = await self._queries.evidence_on_task(
            self._connection, plan=self.plan.id, task=task, agency=agency, own=own, most=MOST
        )
        return tuple(map(_evidence, rows))

    async def evidence_on_indicator(
        self, indicator: int, agency: str | None, own: str
    ) -> tuple[Evidence, ...]:
        """Return the files of an indicator's figures, of one agency's or of all."""
        rows = await self._queries.evidence_on_indicator(
            self._connection,
            plan=self.plan.id,
            indicator=indicator,
            agency=agency,
            own=own,
            most=MOST,
        )
        return tuple(map(_evidence, rows))

    async def tasks_with_evidence(self, agency: str | None, own: str) -> tuple[int, ...]:
        """Return the plan's tasks that have files, whose reports were filed last first."""
        if agency is None:
            rows = await self._queries.tasks_with_evidence(
                self._connection, plan=self.plan.id, own=own
            )
        else:
            rows = await self._queries.tasks_with_evidence_of(
                self._connection, plan=self.plan.id, agency=agency
            )
        return tuple(row["task"] for row in rows if row["task"] in self.plan.task_by_number)


def _evidence(row: sqlite3.Row) -> Evidence:
    return Evidence(
        id=row["id"],
        task=row["task"],
        indicator=row["indicator"],
        agency=row["agency"],
        code=lookup_code(row["filed"]),
        reported_on=date.fromisoformat(row["reported_on"]),
        name=row["name"],
        media_type=row["media_type"],
        size=row["size"],
        sha256=row["sha256"],
        problem=row["problem"],
    )
