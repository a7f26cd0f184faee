"""Somebody on the roster, found by name, number or agency."""

from dialogue.kinds import OneOf
from dialogue.talk import Talk
from dialogue.values import Words
from domain.roster import Listed, may_administer
from handlers.wording import agency_short
from storage.gate import Reader
from storage.people import same_name
from understanding.assignment_words import read_agency
from understanding.folding import fold

LONGEST = 100


async def roster_find(talk: Talk, db: Reader) -> None:
    """Ask for a name, a number or an agency, and open the one who is meant."""
    if not may_administer(talk.person):
        talk.say("admin-only")
        return
    words = await talk.ask("who", Words(limit=LONGEST, numbers=True))
    found = _meant(talk, await db.everybody(), words or "")
    if not found:
        talk.say("nobody", words=words or "")
        return
    if len(found) == 1:
        talk.hand_over("roster_person", id=found[0].person.id)
    chosen = await talk.ask(
        "which",
        OneOf(found, key=lambda each: str(each.person.id), label=lambda each: _label(talk, each)),
        of=words,
        count=str(len(found)),
    )
    talk.hand_over("roster_person", id=chosen.person.id)


def _meant(talk: Talk, everybody: tuple[Listed, ...], words: str) -> list[Listed]:
    """Who has this number or name; else whose name holds the words; else who is of the agency."""
    said = words.strip()
    if said.isdecimal():
        return [each for each in everybody if each.person.id == int(said)]
    exact = [each for each in everybody if same_name(each.person.name) == same_name(said)]
    if exact:
        return exact
    inside = [each for each in everybody if fold(said) in fold(each.person.name)]
    if inside:
        return inside
    agencies = read_agency(said, talk.lexicon, talk.now.date())
    return [each for each in everybody if each.person.agency in agencies]


def _label(talk: Talk, listed: Listed) -> str:
    person = listed.person
    return talk.plain(
        "person-removed" if listed.removed else "person",
        id=str(person.id),
        name=person.name,
        agency=agency_short(talk, person.agency),
    )
