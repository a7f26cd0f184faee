"""What a sentence that reports opens: the values it gives early, or what is unclear about it."""

from typing import Any

from dialogue.hearing import More
from dialogue.kinds import SKIP
from dialogue.runner import Start
from dialogue.state import TalkState
from domain.report import Progress
from understanding.reports import ReportKind, ReportReading

REPORT = "report_task"
SENTENCE = 3
"""From so many values on, what is said in mid-talk is a whole report, not one answer."""


def route_report(reading: ReportReading, top: TalkState | None) -> Start | More | None:
    """Open a report with all it was told, or add to the report that is being made."""
    if reading.kind in (ReportKind.NONE, ReportKind.QUERY):
        return None
    if reading.everything_else_unchanged:
        return Start(dialogue="unchanged")
    if reading.task is not None:
        if _is_about(top, reading.task):
            return More(given=_with_leftover(_said(reading), reading))
        given = _with_leftover({"task": str(reading.task), **_whole(reading)}, reading)
        return Start(dialogue=REPORT, given=given)
    if reading.foreign and not reading.candidates and not _said(reading):
        return None
    return _unclear(reading)


def route_fields(reading: ReportReading, top: TalkState | None) -> More | None:
    """Add what a sentence says of the task that is being reported."""
    said = _said(reading)
    if top is None or top.dialogue != REPORT or "task" not in top.answers or not said:
        return None
    whole = _whole(reading) if len(said) >= SENTENCE else said
    return More(given={name: whole[name] for name in whole if name in said or _open(top, name)})


def _unclear(reading: ReportReading) -> Start:
    candidates = list(reading.candidates)
    indicators = list(reading.indicator_candidates)
    if candidates and indicators and not reading.foreign:
        given = {"why": "either", "tasks": candidates, "indicators": indicators}
        return Start(dialogue="report_unclear", given=given)
    if reading.foreign:
        return Start(dialogue="report_unclear", given={"why": "foreign", "tasks": candidates})
    if len(candidates) == 1:
        given = _with_leftover({"task": str(candidates[0]), **_whole(reading)}, reading)
        return Start(dialogue=REPORT, given=given)
    why = "several" if candidates else "unnamed"
    return Start(dialogue="report_unclear", given={"why": why, "tasks": candidates})


def _is_about(top: TalkState | None, task: int) -> bool:
    if top is None or top.dialogue != REPORT or "task" not in top.answers:
        return False
    return bool(top.answers["task"].value == str(task))


def _open(top: TalkState, name: str) -> bool:
    return name not in top.answers


def _said(reading: ReportReading) -> dict[str, Any]:
    """Only what was said, by the names of the report's questions."""
    given: dict[str, Any] = {}
    if reading.unchanged:
        given["progress"] = "unchanged"
    elif reading.progress is not None:
        given["progress"] = reading.progress.value
    if reading.stage is not None:
        given["stage"] = reading.stage.value
    if reading.percent is not None:
        given["percent"] = str(reading.percent)
    elif reading.unclear_percent is not None:
        given["percent"] = reading.unclear_percent
    if reading.obstacle is not None or reading.no_obstacle:
        given["obstacle"] = reading.obstacle
    if reading.document_number is not None:
        given["document_number"] = reading.document_number
    if reading.document_date is not None:
        given["document_date"] = reading.document_date.isoformat()
    elif reading.doubtful_date is not None:
        given["document_date"] = reading.doubtful_date
    return given


def _with_leftover(given: dict[str, Any], reading: ReportReading) -> dict[str, Any]:
    """Have the report say what of the sentence it does not take."""
    return given if reading.leftover is None else {**given, "leftover": reading.leftover}


def _whole(reading: ReportReading) -> dict[str, Any]:
    """What was said, and nothing for the optional questions: a sentence is a whole report.

    The product of a finished task is asked for all the same.
    """
    given = _said(reading)
    if reading.progress is None:
        return given
    if reading.progress is Progress.DONE:
        return {"evidence": SKIP, **given}
    return {"stage": SKIP, "percent": None, "obstacle": None, **given}
