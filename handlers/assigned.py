"""Told to an agency's people: they lead a task now, or another agency has taken it over."""

from dialogue.kinds import Pick
from dialogue.talk import Talk
from domain.person import may_report
from handlers.digest import DIGEST
from handlers.wording import agency_short, label, lines
from storage.gate import Reader


async def assigned(talk: Talk, db: Reader) -> None:
    """Say who leads a task now, while that is so; its new lead reports it from here."""
    number, lead = int(talk.given("task")), str(talk.given("lead"))
    task = talk.plan.task_by_number.get(number)
    if task is None or lead not in talk.plan.responsible(number):
        return
    given = talk.given("basis")
    basis = talk.text("basis", basis=str(given)) if given else None
    facts = {"task": label(task), "agency": agency_short(talk, lead)}
    if not may_report(talk.person, number, talk.plan):
        talk.say("told", told=lines([talk.text("taken", **facts), basis]))
        return
    how = talk.text("how", number=str(number))
    await talk.ask(
        "yours",
        Pick({f"{DIGEST}/NV {number}": talk.plain("report", number=str(number))}, worded=True),
        loose=True,
        told=lines([talk.text("lead", **facts), basis, how]),
    )
    talk.hand_over("report_task", task=str(number))
