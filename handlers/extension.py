"""A request for extension before who decides on it, and its outcome before who has asked."""

from collections.abc import Callable

from dialogue.kinds import Pick
from dialogue.runner import Start
from dialogue.talk import Talk
from dialogue.values import LaterDay, Words
from domain.extension import Decision, Extension, latest_until, may_decide_extension
from domain.person import REPORTERS, may_see_reports
from handlers.extension_wording import LONGEST_REASON, request_card
from handlers.wording import agency_short, due_date
from storage.gate import Reader, Writer
from understanding.extension_words import read_decision
from understanding.words import read_yes_no

_CHOICES = ("grant", "refuse", "other")


async def extension(talk: Talk, db: Reader) -> None:
    """Show a request; who may decide grants it, refuses it with a reason, or sets another date."""
    found = await db.extension(int(talk.given("id")))
    seen = found is not None and may_see_reports(talk.person, found.agency, talk.plan)
    if found is None or not seen or not found.waits:
        _say_settled(talk, found if seen else None)
        return
    if not may_decide_extension(talk.person, found.agency, talk.plan):
        talk.say("card", card=await request_card(talk, db, found))
        return
    labels = talk.labels("choice", ("grant", "refuse", "other"))
    choice = await talk.ask(
        "choice",
        Pick({_key(found.id, key): label for key, label in labels.items()}, words=_said(found.id)),
        of=found.id,
        loose=True,
        card=await request_card(talk, db, found),
    )
    decision = await _decision(talk, found, choice.rpartition("/")[2])
    await talk.finish(Writer.decide_extension, decision)
    await _say_decided(talk, db, found, decision)


async def extension_came(talk: Talk, db: Reader) -> None:
    """Put a request before who decides, unless it is decided or taken back by now."""
    found = await db.extension(int(talk.given("id")))
    if found is None or not found.waits:
        return
    if may_decide_extension(talk.person, found.agency, talk.plan):
        talk.hand_over("extension", id=found.id)


def opened(key: str) -> Start | None:
    """Return what a button of a request, or of the list of them, opens; None for another's."""
    match key.split("/"):
        case ["extension", id_] if id_.isdecimal():
            return Start(dialogue="extension", given={"id": int(id_)})
        case ["extension", id_, choice] if id_.isdecimal() and choice in _CHOICES:
            return Start(dialogue="extension", given={"id": int(id_), "choice": key})
    return None


async def extension_result(talk: Talk, db: Reader) -> None:
    """Tell the agency that has asked what was decided."""
    found = await db.extension(int(talk.given("id")))
    if found is None or found.waits or found.agency != talk.person.agency:
        return
    task = talk.plan.task_by_number[found.task]
    if found.granted is None:
        talk.say(
            "refused",
            number=str(found.task),
            short=task.short,
            until=found.until,
            due=due_date(talk, task, found.due),
            reason=found.refusal,
            name=found.decided_by,
        )
        return
    talk.say(
        "granted" if found.granted == found.until else "granted-otherwise",
        number=str(found.task),
        short=task.short,
        until=found.until,
        due=due_date(talk, task, found.granted),
        name=found.decided_by,
    )


def _key(id_: int, choice: str) -> str:
    return f"extension/{id_}/{choice}"


def _said(id_: int) -> Callable[[str], str | None]:
    """Read what is decided on the request."""

    def read(text: str) -> str | None:
        decided = read_decision(text)
        return None if decided is None else _key(id_, decided)

    return read


async def _decision(talk: Talk, found: Extension, choice: str) -> Decision:
    """Ask for the reason of a refusal, or for the other date, which is confirmed."""
    if choice == "grant":
        return Decision(extension=found.id, granted=found.until)
    if choice == "refuse":
        reason = await talk.ask("refusal", Words(limit=LONGEST_REASON), of=found.id)
        return Decision(extension=found.id, refusal=reason)
    today = talk.now.date()
    until = await talk.ask(
        "date", LaterDay(found.due, latest_until(found.due, today)), of=found.id, due=found.due
    )
    sure = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("yes", "no")), words=read_yes_no),
        of=(found.id, until),
        number=str(found.task),
        agency=agency_short(talk, found.agency),
        until=until,
        asked=found.until,
    )
    if sure == "no":
        talk.reopen("date", drop=("sure",))
    return Decision(extension=found.id, granted=until)


async def _say_decided(talk: Talk, db: Reader, found: Extension, decision: Decision) -> None:
    facts = {"number": str(found.task), "agency": agency_short(talk, found.agency)}
    if decision.granted is None:
        talk.say("refused", reason=decision.refusal, due=found.due, **facts)
    else:
        talk.say("granted", until=decision.granted, first=found.due, **facts)
    waiting = [
        each
        for each in await db.waiting_extensions()
        if may_decide_extension(talk.person, each.agency, talk.plan)
    ]
    if waiting:
        talk.say("more", count=str(len(waiting)))
    people = await db.people_in(found.agency, *REPORTERS)
    talk.notify(people, "extension_result", f"extension/{found.id}/result", id=found.id)


def _say_settled(talk: Talk, found: Extension | None) -> None:
    """Say what became of a request that waits no longer, to who may know."""
    if found is None:
        talk.say("withdrawn")
    elif found.granted is None:
        talk.say("refused-already", number=str(found.task), name=found.decided_by)
    else:
        until = found.granted
        talk.say("granted-already", number=str(found.task), name=found.decided_by, until=until)
