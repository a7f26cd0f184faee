"""Everything that was ever filed, in the order of filing, a page at a time."""

import sqlite3
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from domain.figure import FigureReport
from domain.model import Model
from domain.person import Role
from domain.report import TaskReport
from domain.reviewing import Act
from storage.figures import figure_from
from storage.moments import moment
from storage.reports import report_from
from storage.session import Session

PAGE = 1000
What = TypeVar("What", bound=TaskReport | FigureReport)


class Wanted(Model):
    """Which days' reports are wanted, both ends counted, and whose; None is everybody's."""

    first: date = date.min
    last: date = date.max
    agency: str | None = None


class Filed(Model, Generic[What]):
    """A report or figure as it lies in the records, with the names that go with it.

    `valid` tells that it is the one that counts: neither withdrawn nor returned nor followed by a
    newer one. `by` is the agency that filed it on behalf of `agency`; the last that was done about
    it is told by `acts`, with the names of who confirmed, and who accepted or returned it.
    """

    what: What
    agency: str
    reporter: str
    role: Role
    by: str | None
    acts: tuple[Act, ...]
    confirmer: str | None
    reviewer: str | None
    returned_for: str | None
    valid: bool
    withdrawn_at: datetime | None
    evidence: tuple[str, ...]


class Records(Generic[What]):
    """All reports, or all figures, that are wanted; `count` is their number at the start."""

    def __init__(
        self,
        count: int,
        page: Callable[[int], Any],
        evidence: Callable[[int, int], Any],
        what: Callable[[sqlite3.Row], What],
    ) -> None:
        self.count = count
        self._page = page
        self._evidence = evidence
        self._what = what

    async def __aiter__(self) -> AsyncIterator[Filed[What]]:
        """Yield what was filed until the start, the oldest first, in constant memory."""
        after = 0
        while rows := await self._page(after):
            names = defaultdict(list)
            after = rows[-1]["id"]
            for row in await self._evidence(rows[0]["id"], after):
                names[row["filed"]].append(row["name"])
            for row in rows:
                yield _filed(row, self._what(row), names[row["id"]])


class RecordsReader(Session):
    """Reads the records of the loaded plan."""

    async def filed_reports(self, wanted: Wanted) -> Records[TaskReport]:
        """Return all task reports that are wanted, withdrawn ones and those of old tasks too."""
        return await self._records(
            wanted,
            self._queries.count_filed_reports,
            self._queries.filed_reports,
            self._queries.evidence_of_reports,
            report_from,
        )

    async def filed_figures(self, wanted: Wanted) -> Records[FigureReport]:
        """Return all figures that are wanted, revised and withdrawn ones too."""
        return await self._records(
            wanted,
            self._queries.count_filed_figures,
            self._queries.filed_figures,
            self._queries.evidence_of_figures,
            figure_from,
        )

    async def kept(self) -> dict[str, int]:
        """Return how many `reports` and `figures` there are, and how many `left` the plan."""
        rows = await self._queries.count_filed(self._connection, plan=self.plan.id)
        known = {
            "task": self.plan.task_by_number.keys(),
            "indicator": self.plan.indicator_by_number.keys(),
        }
        kept = {"reports": 0, "figures": 0, "left": 0}
        for row in rows:
            kept["reports" if row["subject"] == "task" else "figures"] += row["rows"]
            if row["number"] not in known[row["subject"]]:
                kept["left"] += row["rows"]
        return kept

    async def _records(
        self,
        wanted: Wanted,
        count: Any,
        page: Any,
        evidence: Any,
        what: Callable[[sqlite3.Row], What],
    ) -> Records[What]:
        asked = {"plan": self.plan.id, **wanted.model_dump(mode="json")}
        found = await count(self._connection, **asked)
        return Records(
            found["rows"],
            lambda after: page(
                self._connection, **asked, after=after, until=found["newest"], most=PAGE
            ),
            lambda first, last: evidence(self._connection, first=first, last=last),
            what,
        )


def _filed(row: sqlite3.Row, what: What, evidence: list[str]) -> Filed[What]:
    return Filed(
        what=what,
        agency=row["agency_name"],
        reporter=row["reporter_name"],
        role=Role(row["reporter_role"]),
        by=row["by_name"],
        acts=tuple(_acts(row)),
        confirmer=row["confirmer"],
        reviewer=row["reviewer"],
        returned_for=row["returned_for"],
        valid=row["valid"] == row["id"],
        withdrawn_at=None if row["withdrawn_at"] is None else moment(row["withdrawn_at"]),
        evidence=tuple(evidence),
    )


def _acts(row: sqlite3.Row) -> Iterator[Act]:
    if row["confirmer"] is not None:
        yield Act.CONFIRMED
    if row["accepted"]:
        yield Act.ACCEPTED
    if row["returned_for"] is not None:
        yield Act.RETURNED
