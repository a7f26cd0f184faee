"""What was filed as rows of a table, in the words of the offices."""

from functools import cache

from dialogue.texts import Texts
from domain.figure import FigureReport
from domain.period import Called, period_keyed, period_of
from domain.plan import Plan
from domain.report import TaskReport
from domain.reviewing import Filing, state_of
from exports.tables import Cell
from storage.filed import Filed

REPORT_COLUMNS = (
    "code", "task", "task-short", "agency", "period", "day", "progress", "stage", "percent",
    "obstacle", "document", "document-day", "filed", "reporter", "role", "behalf", "confirmer",
    "reviewer", "review", "returned-for", "valid", "withdrawn", "evidence",
)  # fmt: skip
FIGURE_COLUMNS = (
    "code", "indicator", "indicator-short", "agency", "year", "value", "unit", "status", "reason",
    "target", "verdict", "day", "filed", "reporter", "role", "behalf", "confirmer", "reviewer",
    "review", "returned-for", "revises", "valid", "withdrawn", "evidence",
)  # fmt: skip
_QUARTERS = ("I", "II", "III", "IV")


class Wording:
    """Words for the rows of one plan, each put together once."""

    def __init__(self, plan: Plan, texts: Texts) -> None:
        self._plan = plan
        self._texts = texts
        self._say = cache(texts.plain)

    def columns(self, names: tuple[str, ...]) -> list[str]:
        """Return the first row of a table."""
        return [self._texts.plain(f"export-{name}") for name in names]

    def report(self, filed: Filed[TaskReport]) -> list[Cell]:
        """Return a report's cells, by REPORT_COLUMNS."""
        report = filed.what
        task = self._plan.task_by_number.get(report.task)
        stage = report.stage
        return [
            report.code,
            report.task,
            self._say("export-gone") if task is None else task.short,
            filed.agency,
            self._period(report),
            report.reported_on,
            self._say(f"progress-{report.progress.value.replace('_', '-')}"),
            None if stage is None else self._say(f"stage-{stage.value}"),
            report.percent,
            report.obstacle,
            report.document_number,
            report.document_date,
            report.filed_at,
            filed.reporter,
            self._say(f"role-{filed.role.value}"),
            *self._reviewed(filed),
            self._say("export-yes" if filed.valid else "export-no"),
            filed.withdrawn_at,
            "; ".join(filed.evidence),
        ]

    def figure(self, filed: Filed[FigureReport]) -> list[Cell]:
        """Return a figure's cells, by FIGURE_COLUMNS."""
        figure = filed.what
        indicator = self._plan.indicator_by_number.get(figure.indicator)
        target = None if indicator is None else indicator.targets.get(figure.year)
        judged = None if target is None or figure.value is None else target.verdict(figure.value)
        return [
            figure.code,
            figure.indicator,
            self._say("export-gone") if indicator is None else indicator.short,
            filed.agency,
            figure.year,
            figure.value,
            None if indicator is None else indicator.unit,
            self._status(figure),
            figure.reason,
            None if target is None else target.text,
            None if judged is None else self._say(f"verdict-{judged.value.replace('_', '-')}"),
            figure.reported_on,
            figure.filed_at,
            filed.reporter,
            self._say(f"role-{filed.role.value}"),
            *self._reviewed(filed),
            None if figure.based_on is None else f"{figure.based_on:04d}",
            self._say("export-yes" if filed.valid else "export-no"),
            filed.withdrawn_at,
            "; ".join(filed.evidence),
        ]

    def _reviewed(self, filed: Filed[TaskReport] | Filed[FigureReport]) -> list[Cell]:
        """On whose behalf it was filed, who confirmed and who reviewed it, how it stands, why."""
        what = filed.what
        filing = Filing(reporter=what.reporter, needs_head=what.needs_head, filed_at=what.filed_at)
        state = state_of(filing, filed.acts, self._plan.review).value.replace("_", "-")
        withdrawn = filed.withdrawn_at is not None
        return [
            filed.by,
            filed.confirmer,
            filed.reviewer,
            None if withdrawn else self._say(f"review-state-{state}"),
            filed.returned_for,
        ]

    def _status(self, figure: FigureReport) -> str | None:
        if figure.value is None:
            return None
        return self._say("export-estimate" if figure.estimate else "export-final")

    def _period(self, report: TaskReport) -> str:
        calendar = self._plan.calendar
        named = report.for_period and period_keyed(report.for_period, calendar.tasks, calendar)
        period = named or period_of(report.reported_on, calendar.tasks, calendar)
        if period.called is Called.QUARTER:
            quarter = _QUARTERS[period.part - 1]
            return self._say("period-quarter", quarter=quarter, year=str(period.year))
        called, part = period.called.value.replace("_", "-"), str(period.part)
        return self._say(f"period-{called}", part=part, year=str(period.year))
