"""What a sentence about an indicator opens: the figure's values given early, or what is unclear."""

from typing import Any

from dialogue.hearing import More
from dialogue.runner import Start
from dialogue.state import Opening, TalkState
from domain.plan import Plan
from understanding.figures import FigureReading, read_figure
from understanding.reports import ReportKind, ReportReading

REPORT = "report_indicator"


def is_about_indicator(reading: ReportReading) -> bool:
    """Whether a sentence speaks of an indicator, and of no task."""
    about = reading.indicator is not None or bool(reading.indicator_candidates)
    return about and not reading.candidates


def route_indicator(reading: ReportReading, top: TalkState | None) -> Start | More | None:
    """Open the report of a figure with all it was told; None where no figure is told."""
    if reading.value is None and not reading.no_figure:
        return None
    if reading.foreign:
        given = {"why": "foreign", "indicators": list(reading.indicator_candidates)}
        return Start(dialogue="report_unclear", given=given)
    said = _said(reading)
    if reading.kind is not ReportKind.INDICATOR or reading.indicator is None:
        said["candidates"] = list(reading.indicator_candidates)
        return Start(dialogue=REPORT, given=said)
    if top is not None and _chosen(top) == reading.indicator:
        return More(given=said)
    return Start(dialogue=REPORT, given={"indicator": str(reading.indicator), **said})


def opening_of_figure(reading: ReportReading) -> Opening | None:
    """Return the report of the one indicator that a sentence is about, with what it was told."""
    if reading.indicator is None:
        return None
    told = reading.value is not None or reading.no_figure
    given = {"indicator": str(reading.indicator), **(_said(reading) if told else {})}
    return Opening(dialogue=REPORT, given=given)


def route_value(text: str, top: TalkState | None, plan: Plan) -> More | None:
    """Take a figure typed again for the indicator that is being reported ("nhầm, 7,3 chứ")."""
    number = None if top is None else _chosen(top)
    indicator = None if number is None else plan.indicator_by_number.get(number)
    if top is None or indicator is None or "value" not in top.answers:
        return None
    sizes = [target.low for target in indicator.targets.values()]
    found = read_figure(text, indicator.unit, sizes)
    if not isinstance(found, FigureReading):
        return None
    if found.estimate is None and found.value is not None:
        earlier = top.answers["value"].value.get("estimate")
        found = found.model_copy(update={"estimate": earlier})
    return More(given={"value": found.model_dump(mode="json")})


def _chosen(top: TalkState) -> int | None:
    if top.dialogue != REPORT or "indicator" not in top.answers:
        return None
    return int(top.answers["indicator"].value)


def _said(reading: ReportReading) -> dict[str, Any]:
    """What was said, by the names of the report's questions; without "ước" a figure is final."""
    estimate = reading.estimate if reading.value is not None else None
    figure = FigureReading(value=reading.value, estimate=estimate)
    given: dict[str, Any] = {"value": figure.model_dump(mode="json")}
    if reading.year is not None:
        given["year"] = str(reading.year)
    if reading.reason is not None:
        given["reason"] = reading.reason
    return given
