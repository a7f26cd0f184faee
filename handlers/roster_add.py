"""Somebody new on the roster: by steps, or "thêm người TÊN, CƠ QUAN, VAI TRÒ" at once."""

from dialogue.agency_named import AgencyNamed
from dialogue.kinds import Pick
from dialogue.talk import Talk
from dialogue.values import Words
from domain.agency import AgencyKind
from domain.person import Role
from domain.roster import Admission, may_administer
from handlers.wording import agency_short
from storage.gate import Reader, Writer
from storage.people import CODE_DAYS
from understanding.roster_words import read_role
from understanding.words import read_send

LONGEST_NAME = 100


async def roster_add(talk: Talk, db: Reader) -> None:
    """Ask name, agency and role; show the code to hand over once the card is confirmed."""
    if not may_administer(talk.person):
        talk.say("admin-only")
        return
    if (told := talk.given("all")) is not None:
        talk.hand_over("roster_add", **_parts(str(told)))
    name = await talk.ask("name", Words(limit=LONGEST_NAME)) or ""
    agency = await talk.ask("agency", AgencyNamed(talk.lexicon, working_agencies(talk)), of=name)
    role = await talk.ask(
        "role", Pick(talk.labels("role", tuple(role.value for role in Role)), words=read_role)
    )
    draft = Admission(name=name, role=Role(role), agency=agency)
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("send", "drop")), words=read_send),
        of=draft,
        name=name,
        agency=agency_short(talk, agency),
        role=talk.text(f"role-{role}"),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    done = await talk.finish(Writer.admit, draft)
    if done is None:
        talk.say("there-already", name=name, agency=agency_short(talk, agency))
        return
    person, code = done
    talk.say("done", name=person.name, id=str(person.id), code=code, days=str(CODE_DAYS))


def working_agencies(talk: Talk) -> list[str]:
    """The agencies that people can belong to today."""
    return [
        each.id
        for each in talk.plan.agencies
        if each.kind is not AgencyKind.GROUP and each.valid_to is None
    ]


def _parts(told: str) -> dict[str, object]:
    """Name, agency and role of one sentence; what is left out or wrong is asked."""
    parts = [part.strip() for part in told.split(",") if part.strip()]
    found: dict[str, object] = dict(zip(("name", "agency"), parts, strict=False))
    role = read_role(parts[2]) if len(parts) > 2 else None
    return found if role is None else {**found, "role": role}
