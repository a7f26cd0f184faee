"""Reports and figures from files: the data behind questions on status and figures."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, Field

from domain.figure import Figure
from domain.model import Model
from domain.plan import Plan
from domain.report import Progress, TaskReport
from domain.standing import Standing
from evaluation.lines import read_object

AgencyOf = Callable[[str], str]
"""Returns the id of the agency that a unit's name means."""


class _Given(Model):
    model_config = ConfigDict(extra="ignore")


class _Report(_Given):
    task: int
    unit: str
    day: date = Field(alias="date")
    status: Literal["not_started", "in_progress", "done", "paused", "blocked"]
    percent: Decimal | None = None
    note: str | None = None
    document_number: str | None = None


class _Reports(_Given):
    reports: tuple[_Report, ...]


class _Figure(_Given):
    indicator: int
    year: int
    value: Decimal
    reported_by: str
    day: date = Field(alias="date")


class _Figures(_Given):
    figures: tuple[_Figure, ...]


def read_standing(path: Path | None, plan: Plan, agency_of: AgencyOf, today: date) -> Standing:
    """Return how the tasks stand by the latest reports of a file, or without any."""
    given = () if path is None else read_object(path, _Reports).reports
    latest: dict[tuple[int, str], TaskReport] = {}
    for number, each in enumerate(sorted(given, key=lambda report: report.day), 1):
        report = _filed(each, number, agency_of(each.unit))
        latest[report.task, report.agency] = report
    return Standing(plan, latest, today)


def read_figures(path: Path | None, agency_of: AgencyOf) -> tuple[Figure, ...]:
    """Return the figures of a file, or none."""
    given = () if path is None else read_object(path, _Figures).figures
    return tuple(
        Figure(
            indicator=each.indicator,
            year=each.year,
            agency=agency_of(each.reported_by),
            value=each.value,
            reported_on=each.day,
        )
        for each in given
    )


def _filed(given: _Report, number: int, agency: str) -> TaskReport:
    """A task that is blocked stands still for the reason noted."""
    blocked = given.status == "blocked"
    return TaskReport(
        task=given.task,
        agency=agency,
        progress=Progress.PAUSED if blocked else Progress(given.status),
        percent=given.percent,
        obstacle=given.note if blocked else None,
        document_number=given.document_number,
        reported_on=given.day,
        id=number,
        code=f"{number:04}",
        reporter=1,
        filed_at=datetime.combine(given.day, time(), UTC),
    )
