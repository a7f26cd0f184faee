"""The example questions and reports, the data behind them, and when an answer to them is right."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from domain.answering import select_indicators, select_tasks
from domain.figure import Figure
from domain.query import (
    IndicatorAsk,
    IndicatorQuery,
    OutOfScope,
    Query,
    Shape,
    TalkToBot,
    TaskQuery,
    TaskState,
    UnknownAgency,
    UnreportedQuery,
)
from domain.report import Progress, TaskReport
from domain.standing import Standing
from plans.yaml_form import PLAN_179, load_plan
from understanding.agencies import find_agencies
from understanding.folding import fold
from understanding.lexicon import Lexicon
from understanding.phrases import longest
from understanding.reports import ReportKind, ReportReading

DATA = Path(__file__).parent.parent / "data" / "examples"
CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2026, 2, 15)
_TASKS, _INDICATORS, _SILENT = (
    {"tasks", "count", "detail"},
    {"indicators", "target", "figure"},
    {"help", "out_of_scope"},
)
Json = dict[str, Any]


def lines(name: str, folder: Path = DATA) -> list[Json]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines() if line]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the shipped plan."""
    return Lexicon.of(load_plan(PLAN_179))


def agency_named(name: str) -> str:
    """Return the one agency that a unit's name in the examples means."""
    text = lexicon().read(name)
    found = find_agencies(text, longest(lexicon().book.find(text.tokens)), lexicon())
    assert len(found) == 1, name
    assert found[0].known, name
    return found[0].agencies[0]


def _reports() -> Iterator[TaskReport]:
    given = json.loads((DATA / "fixture_reports.json").read_text("utf-8"))["reports"]
    for number, each in enumerate(given, 1):
        blocked = each["status"] == "blocked"
        day = date.fromisoformat(each["date"])
        yield TaskReport(
            task=each["task"],
            agency=agency_named(each["unit"]),
            progress=Progress.PAUSED if blocked else Progress(each["status"]),
            percent=Decimal(each["percent"]),
            obstacle=each["note"] if blocked else None,
            document_number=each["document_number"],
            reported_on=day,
            id=number,
            code=f"{number:04}",
            reporter=1,
            filed_at=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )


@cache
def standing() -> Standing:
    """Return how the tasks stand by the example reports."""
    latest: dict[tuple[int, str], TaskReport] = {}
    for report in sorted(_reports(), key=lambda each: each.reported_on):
        latest[report.task, report.agency] = report
    return Standing(lexicon().plan, latest, TODAY)


@cache
def figures() -> tuple[Figure, ...]:
    """Return the example figures."""
    given = json.loads((DATA / "fixture_figures.json").read_text("utf-8"))["figures"]
    return tuple(
        Figure(
            indicator=each["indicator"],
            year=each["year"],
            agency=agency_named(each["reported_by"]),
            value=Decimal(str(each["value"])),
            reported_on=date.fromisoformat(each["date"]),
        )
        for each in given
    )


def answer(query: Query) -> Json:
    """Return a query's answer in the form that the scoring compares."""
    match query:
        case TaskQuery():
            tasks = [task.number for task in select_tasks(query, standing()).tasks]
            kind = {Shape.COUNT: "count", Shape.LIST: "tasks"}.get(query.shape, "detail")
            return _said(kind, tasks, value=len(tasks) if kind == "count" else None)
        case IndicatorQuery():
            return _indicators(query)
        case UnreportedQuery():
            asked = query.tasks or TaskQuery()
            return answer(asked.model_copy(update={"states": (TaskState.UNREPORTED,)}))
        case UnknownAgency():
            kind = "indicators" if query.indicators else "tasks"
            return _said("count" if query.shape is Shape.COUNT else kind, value=None)
        case TalkToBot():
            return _said("help")
        case OutOfScope():
            return _said("out_of_scope")
        case _:
            return _said("ask")


def _indicators(query: IndicatorQuery) -> Json:
    found = select_indicators(query, lexicon().plan, figures())
    numbers = [each.indicator.number for each in found]
    value: float | None = None
    if query.shape is IndicatorAsk.TARGET and len(found) == 1 and query.year:
        target = found[0].target
        value = float(target.low) if target and target.high is None else None
    if query.shape is IndicatorAsk.FIGURE and len(found) == 1 and found[0].value is not None:
        value = float(found[0].value)
    if query.shape is IndicatorAsk.COUNT:
        return _said("count", indicators=numbers, value=len(numbers))
    kinds = {IndicatorAsk.TARGET: "target", IndicatorAsk.FIGURE: "figure"}
    return _said(kinds.get(query.shape, "indicators"), indicators=numbers, value=value)


def _said(
    kind: str,
    tasks: list[int] | None = None,
    indicators: list[int] | None = None,
    value: float | None = None,
) -> Json:
    return {"kind": kind, "tasks": tasks or [], "indicators": indicators or [], "value": value}


def question_right(gold: Json, said: Json) -> bool:
    """Whether an answer to a question is right by the examples' rules."""
    kind, value = said["kind"], said["value"]
    tasks, indicators = set(said["tasks"]), set(said["indicators"])
    accepted = set(gold.get("accept_kinds") or [gold["kind"]])
    empty = not tasks and not indicators
    if gold["kind"] == "out_of_scope" or kind in _SILENT:
        allowed = _SILENT if gold["kind"] == "out_of_scope" else accepted & _SILENT
        return kind in allowed and empty and value is None
    if gold["kind"] == "help" or kind not in _TASKS | _INDICATORS:
        return False
    sets = [(set(each["tasks"]), set(each["indicators"])) for each in [gold, *gold.get("alt", [])]]
    if gold["kind"] == "count":
        return _count_right(gold, sets, kind, value, tasks, indicators)
    if gold["kind"] in {"tasks", "detail", "indicators"}:
        about = (kind in _TASKS) == (gold["kind"] in _TASKS)
        return any((tasks, indicators) == each and (any(each) or about) for each in sets)
    if (tasks, indicators) not in sets:
        return False
    if gold["value"] is not None:
        return value is not None and abs(value - gold["value"]) < 1e-6
    low, high = gold.get("range") or (value, value)
    in_range = value is None or low <= value <= high
    return (
        kind in {gold["kind"], "indicators"}
        and in_range
        and (gold["kind"] != "figure" or value is None)
    )


def _count_right(
    gold: Json,
    sets: list[tuple[set[int], set[int]]],
    kind: str,
    value: float | None,
    tasks: set[int],
    indicators: set[int],
) -> bool:
    for n, (gold_tasks, gold_indicators) in enumerate(sets):
        want = gold["value"] if n == 0 else len(gold_tasks) + len(gold_indicators)
        if kind == "count" and value == want:
            return True
        size = len(indicators) if gold_indicators else len(tasks)
        alike = (kind in _INDICATORS) == bool(gold_indicators) or kind == "count"
        if alike and (kind != "count" or value is None or size) and size == want:
            return True
    return False


def report_said(reading: ReportReading) -> Json:
    """Return a report's reading in the form that the scoring compares."""
    status = reading.progress.value if reading.progress else None
    if reading.blocked and reading.percent is None and status in {None, "in_progress", "paused"}:
        status = "blocked"
    kind = "ask" if reading.kind is ReportKind.NONE else reading.kind.value
    return {
        "kind": kind,
        "task": reading.task,
        "status": status,
        "percent": None if reading.percent is None else float(reading.percent),
        "document_number": reading.document_number,
        "document_date": reading.document_date.isoformat() if reading.document_date else None,
        "obstacle": reading.obstacle,
        "indicator": reading.indicator,
        "value": None if reading.value is None else float(reading.value),
        "year": reading.year,
    }


_FIELDS = {
    "task_report": ["task", "status", "percent", "document_number", "document_date"],
    "indicator_report": ["indicator", "value", "year"],
}


def report_right(line: Json, said: Json) -> bool:
    """Whether the reading of a report is right by the examples' rules."""
    gold = line["gold"]
    if said["kind"] not in (line.get("accept_kinds") or [gold["kind"]]):
        return False
    if said["kind"] != gold["kind"]:
        return True
    return all(_field_right(line, name, said[name]) for name in _FIELDS.get(gold["kind"], []))


def _field_right(line: Json, name: str, got: Any) -> bool:
    gold = line["gold"]
    wanted = [gold.get(name), *line.get("accept", {}).get(name, [])]
    if name == "percent" and gold.get("status") == "done":
        wanted += [None, 100]
    if got is None or isinstance(got, int | float):
        return got in wanted
    return re.sub(r"\W", "", fold(got)) in [re.sub(r"\W", "", fold(str(each))) for each in wanted]
