"""One person of the roster: a new code, another role or agency, a further agency, taking off."""

from markupsafe import Markup

from dialogue.agency_named import AgencyNamed
from dialogue.kinds import OneOf, Pick
from dialogue.talk import Talk
from domain.person import Role
from domain.roster import Listed, may_administer
from handlers.roster_add import working_agencies
from handlers.wording import agency_short, lines
from storage.gate import Reader, Writer
from storage.people import CODE_DAYS
from understanding.roster_words import read_role
from understanding.words import read_yes_no


async def roster_person(talk: Talk, db: Reader) -> None:
    """Show who it is, and do with one confirmation what is chosen."""
    if not may_administer(talk.person):
        talk.say("admin-only")
        return
    listed = await db.listed(int(talk.given("id")))
    if listed is None:
        talk.say("unknown", id=str(talk.given("id")))
        return
    further = await db.further_agencies(listed.person.id)
    do = await talk.ask(
        "card",
        Pick(talk.labels("do", _actions(talk, listed, further))),
        of=listed,
        card=_card(talk, listed, further),
    )
    match do:
        case "code":
            await _new_code(talk, listed)
        case "role":
            await _role(talk, listed)
        case "move":
            await _move(talk, listed)
        case "join":
            await _add_agency(talk, listed, further)
        case "leave":
            await _remove_agency(talk, listed, further)
        case "remove":
            await _remove(talk, listed)
        case "restore":
            await _restore(talk, listed)
        case _:
            talk.hand_over("roster_log", id=listed.person.id)


def _actions(talk: Talk, listed: Listed, further: tuple[str, ...]) -> list[str]:
    """What can be done; oneself one gives nothing but a code."""
    if listed.person.id == talk.person.id:
        return ["code", "log"]
    if listed.removed:
        return ["restore", "log"]
    return ["code", "role", "move", "join", *(["leave"] if further else []), "remove", "log"]


def _card(talk: Talk, listed: Listed, further: tuple[str, ...]) -> Markup:
    person = listed.person
    also = ", ".join(agency_short(talk, each) for each in further)
    return lines(
        [
            talk.text("head", id=str(person.id), name=person.name),
            talk.text(
                "place",
                agency=agency_short(talk, person.agency),
                role=talk.text(f"role-{person.role.value}"),
            ),
            talk.text("further", agencies=also) if also else None,
            _joined(talk, listed),
        ]
    )


def _joined(talk: Talk, listed: Listed) -> Markup:
    if listed.removed:
        return talk.text("removed")
    if listed.chats == 0:
        return talk.text("not-joined")
    return talk.text("joined", chats=str(listed.chats))


async def _sure(talk: Talk, what: Markup, of: object) -> bool:
    pick = Pick(talk.labels("sure", ("yes", "no")), words=read_yes_no)
    if await talk.ask("sure", pick, of=of, what=what) == "yes":
        return True
    talk.say("dropped")
    return False


async def _new_code(talk: Talk, listed: Listed) -> None:
    code = await talk.finish(Writer.renew_code, listed.person.id)
    talk.say("code", name=listed.person.name, code=code, days=str(CODE_DAYS))


async def _role(talk: Talk, listed: Listed) -> None:
    keys = tuple(role.value for role in Role if role is not listed.person.role)
    role = await talk.ask("role", Pick(talk.labels("role", keys), words=read_role), of=listed)
    name = talk.text(f"role-{role}")
    if await _sure(talk, talk.text("to-role", name=listed.person.name, role=name), (listed, role)):
        await talk.finish(Writer.give_role, (listed.person.id, Role(role)))
        talk.say("role-given", name=listed.person.name, role=name)


async def _move(talk: Talk, listed: Listed) -> None:
    agency = await talk.ask("to", _other_agency(talk, listed), of=listed)
    short = agency_short(talk, agency)
    what = talk.text("to-move", name=listed.person.name, agency=short)
    if await _sure(talk, what, (listed, agency)):
        moved = await talk.finish(Writer.move, (listed.person.id, agency))
        talk.say("moved" if moved else "namesake", name=listed.person.name, agency=short)


async def _add_agency(talk: Talk, listed: Listed, further: tuple[str, ...]) -> None:
    agency = await talk.ask("also", _other_agency(talk, listed, further), of=listed)
    short = agency_short(talk, agency)
    what = talk.text("to-add", name=listed.person.name, agency=short)
    if await _sure(talk, what, (listed, agency)):
        await talk.finish(Writer.add_agency, (listed.person.id, agency))
        talk.say("added", name=listed.person.name, agency=short)


async def _remove_agency(talk: Talk, listed: Listed, further: tuple[str, ...]) -> None:
    agency = await talk.ask(
        "less", OneOf(further, key=str, label=lambda each: agency_short(talk, each)), of=listed
    )
    await talk.finish(Writer.remove_agency, (listed.person.id, agency))
    talk.say("lessened", name=listed.person.name, agency=agency_short(talk, agency))


async def _remove(talk: Talk, listed: Listed) -> None:
    if await _sure(talk, talk.text("to-remove", name=listed.person.name), listed):
        await talk.finish(Writer.remove, listed.person.id)
        talk.say("taken-off", name=listed.person.name)


async def _restore(talk: Talk, listed: Listed) -> None:
    if await _sure(talk, talk.text("to-restore", name=listed.person.name), listed):
        code = await talk.finish(Writer.bring_back, listed.person.id)
        if code is None:
            short = agency_short(talk, listed.person.agency)
            talk.say("namesake", name=listed.person.name, agency=short)
        else:
            talk.say("restored", name=listed.person.name, code=code, days=str(CODE_DAYS))


def _other_agency(talk: Talk, listed: Listed, but: tuple[str, ...] = ()) -> AgencyNamed:
    there = {*but, listed.person.agency}
    return AgencyNamed(talk.lexicon, [each for each in working_agencies(talk) if each not in there])
