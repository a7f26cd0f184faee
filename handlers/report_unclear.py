"""A sentence that reports, but not clearly on one task of one's own: said so, then asked."""

from dialogue.talk import Talk
from handlers.wording import agency_short, leads
from storage.gate import Reader


async def report_unclear(talk: Talk, db: Reader) -> None:
    """Say what is unclear; where a task can be chosen, go on to choosing it."""
    why = str(talk.given("why"))
    tasks = [int(number) for number in talk.given("tasks") or ()]
    if why == "foreign" and tasks and tasks[0] not in talk.plan.task_by_number:
        talk.hand_over("task_detail", task=tasks[0])
    if why == "foreign":
        _say_foreign(talk, tasks)
        return
    talk.say(why)
    if why != "indicator":
        talk.hand_over("report_task", candidates=tasks)


def _say_foreign(talk: Talk, tasks: list[int]) -> None:
    task = talk.plan.task_by_number.get(tasks[0]) if tasks else None
    agency = agency_short(talk, talk.person.agency)
    if task is None:
        talk.say("foreign", agency=agency)
    else:
        talk.say(
            "foreign-task",
            number=str(task.number),
            leads=leads(talk, task) or talk.text("nobody"),
            agency=agency,
        )
