"""A stranger with a code becomes a person on the roster; without one, learns nothing."""

from dialogue.kinds import Pick
from dialogue.talk import Talk
from domain.person import REPORTERS
from handlers.consent import agreement
from handlers.data_wording import channel_name
from handlers.wording import agency_short
from storage.gate import Reader, Writer
from storage.people import Binding
from understanding.words import read_yes_no


async def join(talk: Talk, db: Reader) -> None:
    """Show who the code is for, ask for consent, bind this chat."""
    if talk.known is not None:
        talk.say("already", name=talk.known.name)
        return
    code_hash = talk.given("code")
    barred_until = db.barred_until
    if barred_until is not None:
        talk.say("barred", until=barred_until)
        return
    if code_hash is None:
        talk.say("stranger")
        return
    person = await db.person_by_code(code_hash)
    if person is None:
        await talk.finish(Writer.count_wrong_code, db.failed_codes)
        talk.say("wrong-code")
        return
    if await db.is_full(person):
        await _tell_full(talk, db)
        return
    answer = await talk.ask(
        "agree",
        Pick(talk.labels("agree", ("yes", "no")), words=read_yes_no),
        of=person,
        name=person.name,
        agency=talk.plan.agency_by_id[person.agency].name,
        role=talk.text(f"role-{person.role.value}"),
        plan=talk.plan.number,
        notice=talk.text("privacy-notice"),
    )
    if answer == "no":
        talk.say("declined")
        return
    channel = await db.channel_here()
    binding = Binding(
        code_hash=code_hash,
        agreement=agreement(talk),
        news=str(talk.text("news", channel=channel_name(talk, channel), at=talk.now)),
    )
    joined = await talk.finish(Writer.join, binding)
    talk.say(
        "welcome-reporter" if joined.role in REPORTERS else "welcome-watcher",
        name=joined.name,
        agency=agency_short(talk, joined.agency),
    )


async def _tell_full(talk: Talk, db: Reader) -> None:
    """Name another bot that has places left, if there is one."""
    other = await db.bot_with_places()
    if other is None:
        talk.say("full")
    else:
        talk.say("full-here", other=other)
