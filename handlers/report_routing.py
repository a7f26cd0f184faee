"""What a sentence that reports opens: the values it gives early, or what is unclear about it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dialogue.hearing import More
from dialogue.kinds import SKIP
from dialogue.runner import Start
from dialogue.state import Opening, TalkState
from domain.report import Progress
from handlers.figure_routing import opening_of_figure
from handlers.report_task import UNSAID
from understanding.corrections import read_correction
from understanding.lexicon import Lexicon
from understanding.reports import ReportKind, ReportReading, read_more

REPORT = "report_task"
_NOT_KEPT = {"task", "sure", "which"}
_UNDATED = {"document_date": None}
SENTENCE = 3
"""From so many values on, what is said in mid-talk is a whole report, not one answer."""


def route_report(reading: ReportReading, top: TalkState | None) -> Start | More | None:
    """Open a report with all it was told, or add to the report that is being made."""
    if reading.kind in (ReportKind.NONE, ReportKind.QUERY):
        return None
    rest = (Opening(dialogue="unchanged"),) if reading.everything_else_unchanged else ()
    if reading.task is not None:
        if _is_about(top, reading.task):
            given = _with_leftover(_said(reading), reading)
            return More(given=_with_replaced(given, top), then=rest)
        return Start(dialogue=REPORT, given=_opened(reading, reading.task), then=rest)
    if rest:
        return Start(dialogue="unchanged")
    if reading.foreign and not reading.candidates and not _said(reading):
        return None
    return _unclear(reading)


def route_several(readings: Sequence[ReportReading], top: TalkState | None) -> Start | More | None:
    """Open the first of several reports, the others behind it one after the other.

    Those of other agencies are only told about; None where none is one's own.
    """
    own = [
        opening for each in readings if not each.foreign and (opening := _opening(each)) is not None
    ]
    if not own:
        return None
    foreign = [f"NV {n}" for each in readings if each.foreign for n in each.candidates]
    foreign += [f"CT {n}" for each in readings if each.foreign for n in _indicators(each)]
    given = dict(own[0].given)
    if foreign:
        given["foreign"] = ", ".join(foreign)
    if len(own) > 1:
        given["along"] = [_name(each) for each in own]
        own = [_follow(each, last=each is own[-1]) for each in own]
        given["follows"] = True
    first = readings[0].task
    if first is not None and _is_about(top, first):
        given = {"along": given.get("along"), **_said(readings[0]), "follows": len(own) > 1}
        return More(given=given, then=tuple(own[1:]))
    return Start(dialogue=own[0].dialogue, given=given, then=tuple(own[1:]))


def _opening(reading: ReportReading) -> Opening | None:
    if reading.indicator is not None or reading.indicator_candidates:
        return opening_of_figure(reading)
    task = reading.task or next(iter(reading.candidates), None)
    return None if task is None else Opening(dialogue=REPORT, given=_opened(reading, task))


def _indicators(reading: ReportReading) -> tuple[int, ...]:
    one = reading.indicator
    return reading.indicator_candidates if one is None else (one,)


def _name(opening: Opening) -> str:
    task = opening.given.get("task")
    return f"NV {task}" if task is not None else f"CT {opening.given['indicator']}"


def _follow(opening: Opening, *, last: bool) -> Opening:
    return (
        opening
        if last
        else opening.model_copy(update={"given": {**opening.given, "follows": True}})
    )


def _opened(reading: ReportReading, task: int) -> dict[str, Any]:
    """The values of a new report: the task, all that was said, and what was not taken."""
    return _with_leftover({"task": str(task), **_whole(reading)}, reading)


def route_fields(text: str, top: TalkState | None, lexicon: Lexicon, today: date) -> More | None:
    """Add what a sentence says of the task that is being reported."""
    task = reported_task(top)
    if top is None or task is None:
        return None
    reading = read_more(text, lexicon, task, today)
    said = _said(reading)
    if not said:
        return None
    whole = _whole(reading) if len(said) >= SENTENCE else said
    given = {name: whole[name] for name in whole if name in said or _open(top, name)}
    return More(given=_with_replaced(_with_leftover(given, reading), top))


def route_correction(text: str, top: TalkState | None, today: date) -> More | None:
    """Correct the report that is being made: its task, a field to be left out, a document's day."""
    found = None if reported_task(top) is None else read_correction(text, today)
    if found is None or top is None:
        return None
    if found.task is not None:
        kept = {name: answer.value for name, answer in top.answers.items() if name not in _NOT_KEPT}
        return More(given={**kept, "task": str(found.task)})
    if found.removed:
        dropped: dict[str, Any] = dict.fromkeys(found.removed)
        return More(given=dropped if "document_number" not in dropped else {**dropped, **_UNDATED})
    return More(given={"document_date": found.document_date})


def reported_task(top: TalkState | None) -> int | None:
    """Return the task that the open talk reports, None if it reports none."""
    if top is None or top.dialogue != REPORT or "task" not in top.answers:
        return None
    return int(top.answers["task"].value)


def _unclear(reading: ReportReading) -> Start:
    candidates = list(reading.candidates)
    indicators = list(reading.indicator_candidates)
    if candidates and indicators and not reading.foreign:
        given = {"why": "either", "tasks": candidates, "indicators": indicators}
        return Start(dialogue="report_unclear", given=given)
    if reading.foreign:
        return Start(dialogue="report_unclear", given={"why": "foreign", "tasks": candidates})
    if len(candidates) == 1:
        return Start(dialogue=REPORT, given=_opened(reading, candidates[0]))
    if candidates:
        return Start(dialogue="report_unclear", given={"why": "several", "tasks": candidates})
    unnamed: dict[str, Any] = {"why": "unnamed", "told": _whole(reading)}
    if reading.corrects:
        unnamed["corrected"] = _said(reading)
    return Start(dialogue="report_unclear", given=unnamed)


def _is_about(top: TalkState | None, task: int) -> bool:
    return reported_task(top) == task


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


def _with_replaced(given: dict[str, Any], top: TalkState | None) -> dict[str, Any]:
    """Have the card say which obstacle, given before, another or none has taken the place of."""
    before = top.answers.get("obstacle") if top is not None else None
    if before is None or not before.value or given.get("obstacle", before.value) == before.value:
        return given
    return {**given, "replaced": before.value}


def _whole(reading: ReportReading) -> dict[str, Any]:
    """What was said, and nothing for the optional questions: a sentence is a whole report.

    The product of a finished task is asked for all the same.
    """
    given = _said(reading)
    if reading.progress is None:
        return given
    if reading.progress is Progress.DONE:
        return {"evidence": SKIP, **given}
    return {"stage": SKIP, "percent": None, "obstacle": UNSAID, **given}
