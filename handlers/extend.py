"""Xin gia hạn: an officer or a head asks for a later due date of an own task, with a reason."""

from collections.abc import Callable
from datetime import date

from dialogue.hearing import More
from dialogue.kinds import OneOf, Pick
from dialogue.runner import Start
from dialogue.state import Opening
from dialogue.talk import Talk
from dialogue.values import LaterDay, Words
from domain.extension import (
    Extension,
    ExtensionDraft,
    latest_until,
    may_ask_extension,
    may_decide_extension,
)
from domain.person import REPORTERS, Person, Role, may_see_reports
from domain.standing import Standing
from domain.task import Task
from handlers.extension_wording import LONGEST_REASON, card, head
from handlers.own_tasks import reportable
from handlers.wording import agency_short, label
from storage.gate import Reader, Writer
from understanding.extension_words import (
    read_added_extension,
    read_extended,
    read_extension,
    read_withdrawal,
)
from understanding.words import read_send

ANY = 0
"""No task has this number: whichever request waits is to be taken back."""


async def extend(talk: Talk, db: Reader) -> None:
    """Ask which task, until when and why; send the request once its card is confirmed."""
    person = talk.person
    await _show_others(talk, db)
    standing = await db.standing(person.agency)
    own = [task for task in reportable(talk, standing) if _may_be_extended(talk, task, standing)]
    if talk.given("withdraw") is not None and not (own := await _waiting(talk, db, own)):
        talk.say("nothing-waits", agency=agency_short(talk, person.agency))
        return
    if _said_why_not(talk, own, standing):
        return
    if not own:
        talk.say("none", agency=agency_short(talk, person.agency))
        return
    task = await talk.ask(
        "task",
        OneOf(
            own,
            key=lambda task: str(task.number),
            label=label,
            own_number=lambda task: task.number,
        ),
        agency=agency_short(talk, person.agency),
        first=str(own[0].number),
    )
    waiting = await db.waiting_extension(task.number, person.agency)
    if waiting is not None and await _is_kept(talk, task, waiting):
        return
    draft = await _draft(talk, task, standing, waiting)
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("send", "change", "drop")), words=read_send),
        of=draft,
        card=card(talk, draft, late=draft.due < talk.now.date()),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    if answer == "change":
        which = await talk.ask("which", Pick(talk.labels("field", ("until", "reason"))), of=draft)
        talk.reopen(which, drop=("sure", "which"))
    id_ = await talk.finish(Writer.ask_extension, draft)
    await _tell(talk, db, draft, id_)


async def _show_others(talk: Talk, db: Reader) -> None:
    """Who follows a task, and does not lead it, is shown what others ask for it."""
    person, named = talk.person, talk.given("task")
    reports = person.role in REPORTERS
    if reports and (named is None or may_ask_extension(person, int(named), talk.plan)):
        return
    asked = [
        each
        for each in await db.waiting_extensions()
        if may_see_reports(person, each.agency, talk.plan)
        and (named is None or each.task == int(named))
    ]
    if len(asked) == 1 and named is not None:
        talk.hand_over("extension", id=asked[0].id)
    if asked or not reports:
        talk.hand_over("extensions")


def _may_be_extended(talk: Talk, task: Task, standing: Standing) -> bool:
    done = standing.done(task.number, talk.person.agency)
    return not done and may_ask_extension(talk.person, task.number, talk.plan)


async def _waiting(talk: Talk, db: Reader, own: list[Task]) -> list[Task]:
    """The tasks, or the one that was named, whose request waits and may be taken back."""
    named, agency = talk.given("withdraw"), talk.person.agency
    asked = {each.task for each in await db.waiting_extensions() if each.agency == agency}
    found = [task for task in own if task.number in asked and named in (ANY, task.number)]
    if named == ANY and len(found) == 1:
        number = found[0].number
        talk.hand_over("extend", task=str(number), withdraw=number)
    return found


def _said_why_not(talk: Talk, own: list[Task], standing: Standing) -> bool:
    """Say why the task that was named cannot be extended here; False where it can."""
    named = talk.given("task")
    if named is None or any(str(task.number) == str(named) for task in own):
        return False
    task = talk.plan.task_by_number.get(int(named))
    if task is None:
        talk.say("unknown", number=str(named), last=str(len(talk.plan.tasks)))
        return True
    agency = talk.person.agency
    if agency not in talk.plan.responsible(task.number):
        name = "not-led"
    elif task.deadline.due is None:
        name = "undated"
    else:
        name = "done"
    talk.say(name, number=str(named), short=task.short, agency=agency_short(talk, agency))
    return True


async def _is_kept(talk: Talk, task: Task, waiting: Extension) -> bool:
    """Ask what is to become of the request that waits; False where a new one takes its place."""
    choice = await talk.ask(
        "waiting",
        Pick(talk.labels("waiting", ("replace", "withdraw", "keep"))),
        of=waiting.id,
        number=str(task.number),
        short=task.short,
        until=waiting.until,
        asked=waiting.asked_at,
        reason=waiting.reason,
    )
    if choice == "withdraw":
        await talk.finish(Writer.withdraw_extension, waiting)
        talk.say("withdrawn", number=str(task.number), due=waiting.due)
    elif choice == "keep":
        talk.say("kept", number=str(task.number))
    return choice != "replace"


async def _draft(
    talk: Talk, task: Task, standing: Standing, waiting: Extension | None
) -> ExtensionDraft:
    """Ask for what was not said yet: the new date, and the reason without which nothing is sent."""
    agency = talk.person.agency
    due = standing.due(task, agency) or talk.now.date()
    basis = (task.number, due)
    until = await talk.ask(
        "until",
        LaterDay(due, latest_until(due, talk.now.date())),
        of=basis,
        head=head(talk, task, standing.of(task, agency), agency),
    )
    reason = await talk.ask(
        "reason",
        Words(limit=LONGEST_REASON),
        of=task.number,
        number=str(task.number),
        until=until,
    )
    return ExtensionDraft(
        task=task.number,
        agency=agency,
        due=due,
        until=until,
        reason=reason or "",
        replaces=None if waiting is None else waiting.id,
    )


async def _tell(talk: Talk, db: Reader, draft: ExtensionDraft, id_: int) -> None:
    """Acknowledge the request, and put it before those who decide."""
    people = await db.people_in(None, Role.FOCAL, Role.LEADER)
    deciding = [each for each in people if may_decide_extension(each, draft.agency, talk.plan)]
    talk.say(
        "asked",
        number=str(draft.task),
        until=draft.until,
        due=draft.due,
        time=talk.now,
        to=talk.text("to-leaders" if draft.agency == talk.plan.focal else "to-focal"),
    )
    talk.notify(deciding, "extension_came", f"extension/{id_}", id=id_)


def route_extension(text: str, person: Person, today: date) -> Start | None:
    """Return what a request for extension opens, with all that it names; None for another text.

    "Gia hạn" alone, said by who decides, opens those that wait; what was granted can be asked for.
    """
    if (count := read_extended(text)) is not None:
        return Start(dialogue="extensions", given={"granted": "count" if count else "list"})
    if (withdrawal := read_withdrawal(text)) is not None:
        number = withdrawal.task
        task = {} if number is None else {"task": str(number)}
        return Start(
            dialogue="extend", given={"withdraw": ANY if number is None else number, **task}
        )
    asked = read_extension(text, today)
    if asked is None:
        return None
    named = {key: str(value) for key, value in asked._asdict().items() if value is not None}
    decides = person.role is Role.FOCAL or person.role not in REPORTERS
    return Start(dialogue="extensions" if decides and not named else "extend", given=named)


def told_with_extension(
    text: str, today: date, report: Callable[[str], Start | More | None]
) -> Start | More | None:
    """Return the report that a text makes; behind it the request for extension made with it.

    `report` opens what a text reports.
    """
    found = read_added_extension(text, today)
    opened = None if found is None else report(found[0])
    if found is None or not isinstance(opened, Start) or "task" not in opened.given:
        return report(text)
    named = found[1]._replace(task=int(opened.given["task"]))._asdict()
    given = {key: str(value) for key, value in named.items() if value is not None}
    behind = Opening(dialogue="extend", given=given)
    return opened.model_copy(update={"then": (*opened.then, behind)})
