"""A sentence that reports, but not clearly on one thing of one's own: said so, then asked."""

from typing import Any, NoReturn

from dialogue.kinds import SKIP, OneOf
from dialogue.talk import Talk
from domain.indicator import Indicator
from domain.report import TaskReport
from domain.task import Task
from handlers import figure_wording, wording
from handlers.report_task import UNSAID
from handlers.wording import agency_short, leads
from storage.gate import Reader
from storage.reports import WITHDRAW_WITHIN


async def report_unclear(talk: Talk, db: Reader) -> None:
    """Say what is unclear; where something can be chosen, go on to reporting it."""
    why = str(talk.given("why"))
    tasks = [int(number) for number in talk.given("tasks") or ()]
    indicators = [int(number) for number in talk.given("indicators") or ()]
    if why == "reader":
        if tasks:
            talk.say("reader", number=str(tasks[0]))
        else:
            talk.say("reader-topic")
        return
    if why == "foreign" and tasks and tasks[0] not in talk.plan.task_by_number:
        talk.hand_over("task_detail", task=tasks[0])
    if why == "foreign":
        _say_foreign(talk, tasks, indicators)
    elif why == "either":
        await _choose(talk, tasks, indicators)
    elif why == "unnamed":
        await _unnamed(talk, db)
    else:
        talk.say(why)
        talk.hand_over("report_task", candidates=tasks)


async def _unnamed(talk: Talk, db: Reader) -> NoReturn:
    """Correct the task report that was just sent, or ask which task all this is said of."""
    told = dict(talk.given("told") or {})
    corrected = talk.given("corrected")
    sent = await _just_sent(talk, db) if corrected else None
    if sent is not None:
        same = corrected.get("progress", sent.progress.value) == sent.progress.value
        given = {**_kept(sent), **corrected} if same else told
        talk.hand_over("report_task", **given, task=str(sent.task))
    talk.say("unnamed")
    talk.hand_over("report_task", **told)


async def _just_sent(talk: Talk, db: Reader) -> TaskReport | None:
    """Return the person's own last report, None if it is of a figure or not of these minutes."""
    tasks = await db.recent_reports(talk.person.id, WITHDRAW_WITHIN)
    figures = await db.recent_figures(talk.person.id, WITHDRAW_WITHIN)
    last = max(tasks, key=lambda each: each.filed_at, default=None)
    if last is None or any(each.filed_at >= last.filed_at for each in figures):
        return None
    return last


def _kept(sent: TaskReport) -> dict[str, Any]:
    """What a report said, as it is told when another is opened."""
    day = sent.document_date
    return {
        "progress": sent.progress.value,
        "stage": SKIP if sent.stage is None else sent.stage.value,
        "percent": None if sent.percent is None else str(sent.percent),
        "obstacle": sent.obstacle or UNSAID,
        "document_number": sent.document_number,
        "document_date": None if day is None else day.isoformat(),
        "evidence": SKIP,
    }


async def _choose(talk: Talk, tasks: list[int], indicators: list[int]) -> NoReturn:
    """Ask whether a task or an indicator is meant, and report the one that is."""
    known: list[Task | Indicator] = [talk.plan.task_by_number[number] for number in tasks]
    known += [talk.plan.indicator_by_number[number] for number in indicators]
    chosen = await talk.ask(
        "either",
        OneOf(known, key=_label, label=_label, own_number=lambda each: each.number),
    )
    if isinstance(chosen, Task):
        talk.hand_over("report_task", task=str(chosen.number))
    talk.hand_over("report_indicator", indicator=str(chosen.number))


def _label(each: Task | Indicator) -> str:
    return wording.label(each) if isinstance(each, Task) else figure_wording.label(each)


def _say_foreign(talk: Talk, tasks: list[int], indicators: list[int]) -> None:
    task = talk.plan.task_by_number.get(tasks[0]) if tasks else None
    indicator = talk.plan.indicator_by_number.get(indicators[0]) if indicators else None
    agency = agency_short(talk, talk.person.agency)
    if indicator is not None:
        talk.say(
            "foreign-indicator",
            number=str(indicator.number),
            leads=figure_wording.leads(talk, indicator),
            agency=agency,
        )
    elif task is None:
        talk.say("foreign", agency=agency)
    else:
        talk.say(
            "foreign-task",
            number=str(task.number),
            leads=leads(talk, task) or talk.text("nobody"),
            agency=agency,
        )
