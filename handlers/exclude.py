"""Loại trừ, đưa lại vào: the focal agency leaves an agency out of a period, with the reason."""

from markupsafe import Markup

from dialogue.kinds import OneOf, Pick
from dialogue.talk import Talk
from dialogue.values import Words
from domain.agency import Agency, AgencyKind
from domain.person import Role
from domain.reviewing import Subject
from handlers.periods_open import named, period_meant, period_told
from handlers.wording import agency_short
from storage.closing import Excluding
from storage.gate import Reader, Writer
from understanding.words import read_send

REASON = 300


async def exclude(talk: Talk, db: Reader) -> None:
    """Ask which agency and why; leave it out of the period's reporting, or take it back in."""
    if talk.person.role is not Role.FOCAL:
        talk.say("not-focal")
        return
    subject = Subject.INDICATOR if talk.given("figures") else Subject.TASK
    period = period_meant(talk, subject)
    out = bool(talk.given("exclude"))
    left_out = {each.agency: each for each in await db.left_out(period.key, subject)}
    choices = [each for each in _owing(talk, subject) if (each.id in left_out) is not out]
    name = named(talk, period, subject)
    if not choices or _said_why_not(talk, choices, (subject, name), out=out):
        if not choices:
            talk.say("nobody", period=name)
        return
    if (words := talk.given("words")) is not None:
        talk.say("unread", of=words, words=words)
    agency = await talk.ask(
        "agency",
        OneOf(choices, key=lambda each: each.id, label=lambda each: each.short),
        what=talk.text("which-out" if out else "which-in", period=name),
    )
    reason = await talk.ask("reason", Words(limit=REASON), of=agency.id, agency=agency.short)
    draft = Excluding(
        agency=agency.id, period=period.key, excluded=out, reason=reason or "", subject=subject
    )
    facts = {"agency": agency.short, "period": name, "reason": draft.reason}
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("send", "drop")), words=read_send),
        of=draft,
        card=talk.text("card-out" if out else "card-in", **facts),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    await talk.finish(Writer.exclude, draft)
    people = await db.people_in(agency.id, Role.OFFICER, Role.HEAD)
    key = f"exclusion/{subject.value}/{period.key}/{agency.id}/{talk.now.isoformat()}"
    talk.notify(people, "excluded", key, draft=draft)
    if out and subject is Subject.INDICATOR:
        talk.say("done-figures-out", **facts)
    else:
        talk.say("done-out" if out else "done-in", **facts)


async def excluded(talk: Talk, db: Reader) -> None:
    """Tell an agency that it was left out or taken back; nothing where that was undone since."""
    told = Excluding.model_validate(talk.given("draft"))
    if told.agency != talk.person.agency:
        return
    period = period_told(talk, told.period, told.subject)
    left_out = {each.agency for each in await db.left_out(told.period, told.subject)}
    if period is None or (told.agency in left_out) is not told.excluded:
        return
    talk.say(
        "out" if told.excluded else "in",
        agency=agency_short(talk, told.agency),
        period=named(talk, period, told.subject),
        reason=told.reason,
    )


def _owing(talk: Talk, subject: Subject) -> list[Agency]:
    """The agencies that owe reports on tasks, or figures of indicators."""
    owed = talk.plan.led_by if subject is Subject.TASK else talk.plan.indicators_of
    return [
        each for each in talk.plan.agencies if each.kind is not AgencyKind.GROUP and owed(each.id)
    ]


def _said_why_not(
    talk: Talk, choices: list[Agency], of: tuple[Subject, Markup], *, out: bool
) -> bool:
    """Say why the agency that was named cannot be chosen; False where it can, or none was."""
    asked = talk.given("agency")
    if asked is None or any(each.id == asked for each in choices):
        return False
    subject, period = of
    agency = agency_short(talk, str(asked))
    if all(each.id != asked for each in _owing(talk, subject)):
        talk.say("owes-nothing" if subject is Subject.TASK else "owes-no-figures", agency=agency)
    else:
        talk.say("already-out" if out else "already-in", agency=agency, period=period)
    return True
