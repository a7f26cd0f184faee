"""Phân công chủ trì: the focal agency says who leads a task that has no lead, or another one."""

from markupsafe import Markup

from dialogue.agency_named import AgencyNamed
from dialogue.kinds import OneOf, Pick
from dialogue.runner import Start
from dialogue.talk import Talk
from dialogue.values import Words
from domain.agency import AgencyKind
from domain.person import Role, may_assign
from domain.task import Task
from handlers.wording import agency_short, label, leads, lines
from storage.assignments import AssignmentDraft
from storage.gate import Reader, Writer
from understanding.assignment_words import read_assignment
from understanding.words import read_send

LONGEST_BASIS = 300


async def assign(talk: Talk, db: Reader) -> None:
    """Ask which task, who leads it and by which decision; write it once the card is confirmed."""
    if not may_assign(talk.person):
        talk.say("focal-only")
        return
    task = await _task(talk)
    if task is None:
        return
    agency = await _agency(talk, db, task)
    basis = await talk.ask(
        "basis", Words(limit=LONGEST_BASIS, optional=True, skip="assign-no-basis"), of=task.number
    )
    draft = AssignmentDraft(
        task=task.number,
        lead=agency,
        since=talk.now.date(),
        basis=basis,
        before=task.leads,
    )
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("send", "drop")), words=read_send),
        of=draft,
        card=_card(talk, task, draft),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    if not await talk.finish(Writer.assign, draft):
        talk.say("overtaken", number=str(task.number), lead=leads(talk, task))
        return
    await _tell(talk, db, task, draft)
    talk.say("done", number=str(task.number), agency=agency_short(talk, agency), day=draft.since)


async def _task(talk: Talk) -> Task | None:
    """The task named, else one of those that wait for a lead."""
    named = talk.given("number")
    if named is not None:
        task = talk.plan.task_by_number.get(int(named))
        if task is None:
            talk.say("unknown", number=str(named), last=str(max(talk.plan.task_by_number)))
        return task
    waiting = [task for task in talk.plan.tasks if not task.leads]
    if not waiting:
        talk.say("none")
        return None
    return await talk.ask(
        "task",
        OneOf(
            waiting,
            key=lambda task: str(task.number),
            label=lambda task: f"NV {task.number}",
            own_number=lambda task: task.number,
        ),
        count=str(len(waiting)),
        tasks=lines([talk.text("waiting", task=label(task)) for task in waiting[:6]]),
    )


async def _agency(talk: Talk, db: Reader, task: Task) -> str:
    there = [
        each.id
        for each in talk.plan.agencies
        if each.kind is not AgencyKind.GROUP and each.valid_to is None and each.id not in task.leads
    ]
    likely = [each for each in await db.candidates(task.number) if each in there]
    return await talk.ask(
        "agency",
        AgencyNamed(talk.lexicon, there, likely),
        of=task.number,
        task=label(task),
        lead=_led_by(talk, task),
    )


def _led_by(talk: Talk, task: Task) -> Markup:
    if task.leads:
        return talk.text("led", lead=leads(talk, task))
    return talk.text("unled")


def _card(talk: Talk, task: Task, draft: AssignmentDraft) -> Markup:
    return lines(
        [
            talk.text("card", task=label(task), agency=agency_short(talk, draft.lead)),
            talk.text("card-before", lead=leads(talk, task)) if task.leads else None,
            talk.text("card-basis", basis=draft.basis) if draft.basis else None,
            talk.text("card-what", day=draft.since),
        ]
    )


async def _tell(talk: Talk, db: Reader, task: Task, draft: AssignmentDraft) -> None:
    """Have the people of the new lead know it, and those of the one before."""
    key = f"assigned/{task.number}/{draft.lead}/{talk.now.isoformat()}"
    roles = (Role.OFFICER, Role.HEAD)
    for agency in (draft.lead, *talk.plan.expand(*task.leads)):
        talk.notify(
            await db.people_in(agency, *roles),
            "assigned",
            key,
            task=task.number,
            lead=draft.lead,
            basis=draft.basis,
        )


def route_assignment(text: str) -> Start | None:
    """Return what a text about who leads a task opens."""
    found = read_assignment(text)
    if found is None:
        return None
    given: dict[str, object] = {}
    if found.task is not None:
        given["number"] = found.task
    if found.agency is not None:
        given["agency"] = found.agency
    if found.basis is not None:
        given["basis"] = found.basis
    return Start(dialogue="assign", given=given)
