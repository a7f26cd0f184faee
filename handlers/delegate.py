"""Who is on leave names who stands in, from day to day; it ends by the day or by word."""

from datetime import date

from markupsafe import Markup

from dialogue.kinds import OneOf, Pick
from dialogue.talk import Talk
from dialogue.values import Day
from domain.person import REPORTERS, Person, Role
from handlers.wording import agency_short
from storage.delegations import Delegation
from storage.gate import Reader, Writer
from understanding.words import match_label, read_send


async def delegate(talk: Talk, db: Reader) -> None:
    """Ask who stands in, from when and until when; the deputy is told."""
    person = talk.person
    if person.role not in REPORTERS:
        talk.say("not-here")
        return
    people = await db.people_in(person.agency, *REPORTERS)
    deputies = [each for each in people if each.id != person.id]
    if not deputies:
        talk.say("nobody", agency=agency_short(talk, person.agency))
        return
    if (lasting := await db.delegation_of(person)) is not None:
        talk.say(
            "lasting",
            of=lasting,
            name=lasting.deputy.name,
            days=_days(talk, lasting),
        )
    deputy = await _deputy(talk, deputies)
    _say_reversed(talk)
    starts = await talk.ask("starts", Day(future=True, first=talk.now.date()), of=deputy.id)
    ends = await talk.ask("ends", Day(future=True, first=starts), of=(deputy.id, starts))
    named = Delegation(deputy=deputy, starts=starts, ends=ends)
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("send", "drop")), words=read_send),
        of=named,
        name=deputy.name,
        days=_days(talk, named),
        what=talk.text("confirms" if person.role is Role.HEAD else "reminded"),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    await talk.finish(Writer.delegate, named)
    key = f"delegated/{person.id}/{talk.now.isoformat()}"
    talk.notify([deputy], "delegated", key, person=person.id)
    talk.say("done", name=deputy.name, days=_days(talk, named))


async def end_delegation(talk: Talk, db: Reader) -> None:
    """End what the person has delegated; nothing to confirm, it can be named again."""
    lasting = await db.delegation_of(talk.person)
    if lasting is None:
        talk.say("none")
        return
    await talk.finish(Writer.end_delegation, talk.person)
    talk.say("ended", name=lasting.deputy.name)


async def delegated(talk: Talk, db: Reader) -> None:
    """Tell somebody who stands in for whom; nothing where that was ended meanwhile."""
    person = await db.person_by_id(int(talk.given("person")))
    lasting = None if person is None else await db.delegation_of(person)
    if person is None or lasting is None or lasting.deputy.id != talk.person.id:
        return
    talk.say(
        "confirms" if person.role is Role.HEAD else "reminded",
        name=person.name,
        days=_days(talk, lasting),
    )


def _days(talk: Talk, leave: Delegation) -> Markup:
    """From when to when, or the one day."""
    name = "leave-day" if leave.starts == leave.ends else "leave-days"
    return talk.text(name, starts=leave.starts, ends=leave.ends)


def _say_reversed(talk: Talk) -> None:
    """Say that a leave was told to end before it begins; its end is asked for then."""
    if (until := talk.given("until")) is not None:
        first = date.fromisoformat(talk.given("from"))
        talk.say("reversed", of=until, starts=first, ends=date.fromisoformat(until))


async def _deputy(talk: Talk, deputies: list[Person]) -> Person:
    """The one whom the words name, if they name one; else the one chosen."""
    words = talk.given("who")
    place = None if words is None else match_label(words, [each.name for each in deputies])
    if place is None and words is not None:
        talk.say("unread", of=words, words=words)
    if place is not None:
        return deputies[place]
    return await talk.ask(
        "deputy", OneOf(deputies, key=lambda each: str(each.id), label=lambda each: each.name)
    )
