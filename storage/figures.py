"""Figures of indicators: filing, withdrawing, the latest of each year, and what is still owed."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from domain.figure import FigureDraft, FigureReport, Figures
from domain.model import Model
from domain.person import may_report_figure_for
from storage.filing import Filing
from storage.kept import Duty
from storage.moments import moment, stamp
from storage.reports import WITHDRAW_WITHIN, Superseded, lookup_code, number_of_code
from storage.session import NotAllowed, Session


class OwedFigure(Model):
    """One indicator an agency owes a figure on for a period; `report` is the latest filed."""

    indicator: int
    agency: str
    period: str
    due: date
    report: int | None


class FigureReader(Session):
    """Reads figures; "chưa có số liệu" is one too, without a value."""

    async def figures(self, agency: str | None = None) -> Figures:
        """Return the latest figure of each indicator, agency and year, or one agency's alone."""
        if agency is None:
            latest = await self._over_all("latest_figures_of_all", "indicator", _by_year)
            return self._made("figures", (latest,), lambda _: Figures(latest))
        rows = await self._queries.latest_figures_of_agency(
            self._connection, plan=self.plan.id, agency=agency
        )
        return Figures(_by_year(rows))

    async def latest_figure(self, indicator: int, agency: str, year: int) -> FigureReport | None:
        """Return an agency's latest figure for a year."""
        row = await self._queries.latest_figure(
            self._connection, plan=self.plan.id, indicator=indicator, agency=agency, year=year
        )
        return None if row is None else figure_from(row)

    async def figure_of_code(self, code: str) -> FigureReport | None:
        """Return the figure of a lookup code, unless it was withdrawn or its indicator is gone."""
        row = await self._queries.figure_of_code(
            self._connection, plan=self.plan.id, id=number_of_code(code)
        )
        gone = row is None or row["indicator"] not in self.plan.indicator_by_number
        return None if gone or row["agency"] not in self.plan.agency_by_id else figure_from(row)

    async def figure_history(
        self, indicator: int, agency: str, most: int
    ) -> tuple[FigureReport, ...]:
        """Return an agency's figures, revised ones too: newest year first, newest figure first."""
        rows = await self._queries.figure_history(
            self._connection, plan=self.plan.id, indicator=indicator, agency=agency, most=most
        )
        return tuple(figure_from(row) for row in rows)

    async def recent_figures(self, reporter: int, within: timedelta) -> tuple[FigureReport, ...]:
        """Return a person's own figures of the plan, not older than `within`, newest first."""
        rows = await self._queries.recent_figures(
            self._connection, reporter=reporter, since=stamp(self.now - within), most=6
        )
        known = self.plan.indicator_by_number
        return tuple(figure_from(row) for row in rows if row["indicator"] in known)

    async def owed_figures(self, agency: str | None = None) -> tuple[OwedFigure, ...]:
        """Return what an agency, or every agency, owes for the year whose period holds today."""
        day = self.now.date().isoformat()
        if agency is None:
            owed = await self._over_all("figures_owed_by_all", "indicator", _owed_of, day=day)
            return self._made("owed-figures", (owed,), lambda _: _by_agency(owed.values()))
        rows = await self._queries.figures_owed_by_agency(
            self._connection, plan=self.plan.id, agency=agency, day=day
        )
        return tuple(map(_owed, rows))


class FigureWriter(FigureReader, Filing):
    """Writes figures; each method is a talk's one write."""

    async def file_figure(self, draft: FigureDraft) -> FigureReport:
        """Store a figure once its basis is still the latest; raise Superseded otherwise."""
        person = self.person
        if person is None or not may_report_figure_for(
            person, draft.agency, draft.indicator, self.plan
        ):
            raise NotAllowed(f"report CT {draft.indicator} of {draft.agency}")
        latest = await self.latest_figure(draft.indicator, draft.agency, draft.year)
        if (latest.id if latest else None) != draft.based_on:
            raise Superseded(f"CT {draft.indicator}: based on {draft.based_on}")
        filing = await self._filing(person, draft.agency)
        values = draft.model_dump(mode="json", exclude={"evidence"})
        id_ = await self._queries.file_figure(
            self._connection,
            plan=self.plan.id,
            reporter=person.id,
            address=self.address,
            filed_at=self.stamp,
            **values,
            **filing,
        )
        await self.attach_to_figure((id_, draft.evidence))
        return FigureReport(
            **draft.model_dump(),
            **filing,
            id=id_,
            code=lookup_code(id_),
            reporter=person.id,
            filed_at=self.now,
        )

    async def attach_to_figure(self, evidence: tuple[int, Sequence[int]]) -> None:
        """Attach stored files to a figure of one's own: (figure, file ids)."""
        figure, files = evidence
        await self._must_be_own(figure)
        for file in files:
            await self._queries.attach_to_figure(
                self._connection, id=file, figure=figure, address=self.address
            )

    async def withdraw_figure(self, figure: FigureReport) -> None:
        """Take back an own figure within ten minutes; it stays as a record."""
        person = self.person
        late = self.now - figure.filed_at > WITHDRAW_WITHIN
        if person is None or figure.reporter != person.id or late:
            raise NotAllowed(f"withdraw figure {figure.id}")
        await self._queries.withdraw_figure(self._connection, id=figure.id, now=self.stamp)


def figure_from(row: sqlite3.Row) -> FigureReport:
    """Return the figure of a row of figures; its evidence is not read."""
    return FigureReport(
        id=row["id"],
        code=lookup_code(row["id"]),
        indicator=row["indicator"],
        agency=row["agency"],
        year=row["year"],
        value=None if row["value"] is None else Decimal(row["value"]),
        estimate=bool(row["estimate"]),
        reason=row["reason"],
        reported_on=date.fromisoformat(row["reported_on"]),
        based_on=row["based_on"],
        reporter=row["reporter"],
        filed_at=moment(row["filed_at"]),
        by_agency=row["by_agency"],
        needs_head=bool(row["needs_head"]),
    )


def _by_year(rows: Iterable[sqlite3.Row]) -> dict[Duty, Mapping[int, FigureReport]]:
    found: defaultdict[Duty, dict[int, FigureReport]] = defaultdict(dict)
    for each in map(figure_from, rows):
        found[each.indicator, each.agency][each.year] = each
    return dict(found)


def _owed_of(rows: Iterable[sqlite3.Row]) -> dict[Duty, OwedFigure]:
    return {(each.indicator, each.agency): each for each in map(_owed, rows)}


def _by_agency(owed: Iterable[OwedFigure]) -> tuple[OwedFigure, ...]:
    return tuple(sorted(owed, key=lambda each: (each.agency, each.indicator)))


def _owed(row: sqlite3.Row) -> OwedFigure:
    return OwedFigure(
        indicator=row["number"],
        agency=row["agency"],
        period=row["period"],
        due=date.fromisoformat(row["due"]),
        report=row["report"],
    )
