"""A sentence that reports, but not clearly on one thing of one's own: said so, then asked."""

from typing import NoReturn

from dialogue.kinds import OneOf
from dialogue.talk import Talk
from domain.indicator import Indicator
from domain.task import Task
from handlers import figure_wording, wording
from handlers.wording import agency_short, leads
from storage.gate import Reader


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
    else:
        talk.say(why)
        talk.hand_over("report_task", candidates=tasks)


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
