"""Who am I here, on which channels; one more account, where to be reminded, signing out."""

from markupsafe import Markup

from dialogue.kinds import Pick
from dialogue.talk import Talk
from handlers.wording import lines
from storage.gate import Reader, Writer
from storage.people import LINK_LASTS
from understanding.words import read_yes_no


async def me(talk: Talk, db: Reader) -> None:
    """Show name, role, agency and channels; link an account, choose a channel, sign out."""
    person = talk.person
    accounts = await db.channels_of(person)
    channels = tuple(dict.fromkeys(accounts))
    labels = dict(talk.labels("card", ("link", "prefer", "sign_out")))
    if len(channels) == 1:
        del labels["prefer"]
    choice = await talk.ask(
        "card",
        Pick(labels),
        loose=True,
        name=person.name,
        agency=talk.plan.agency_by_id[person.agency].name,
        role=talk.text(f"role-{person.role.value}"),
        accounts=await _accounts(talk, db, accounts),
        busy=talk.text("busy") if talk.is_detour else "",
    )
    match choice:
        case "link":
            code = await talk.finish(Writer.link_code, person)
            talk.say("linked", code=code, minutes=str(LINK_LASTS.seconds // 60))
        case "prefer":
            await _prefer(talk, channels)
        case _:
            await _sign_out(talk)


async def _accounts(talk: Talk, db: Reader, channels: tuple[str, ...]) -> Markup:
    """The channels of the accounts, and which of them reminders come by first."""
    if len(channels) == 1:
        return talk.text("account")
    named = ", ".join(talk.plain(f"channel-{channel}") for channel in channels)
    preferred = await db.preferred_channel(talk.person)
    if preferred not in channels:
        return talk.text("accounts", channels=named)
    first = talk.text(f"channel-{preferred}")
    return lines([talk.text("accounts", channels=named), talk.text("first", channel=first)])


async def _prefer(talk: Talk, channels: tuple[str, ...]) -> None:
    labels = {channel: talk.plain(f"channel-{channel}") for channel in channels}
    channel = await talk.ask("prefer", Pick(labels))
    await talk.finish(Writer.prefer_channel, (talk.person, channel))
    talk.say("preferred", channel=labels[channel])


async def _sign_out(talk: Talk) -> None:
    """Sign out after one confirmation."""
    sure = await talk.ask("sure", Pick(talk.labels("sure", ("yes", "no")), words=read_yes_no))
    if sure == "yes":
        await talk.finish(Writer.sign_out, talk.person)
        talk.close_others()
        talk.say("signed-out")
    else:
        talk.say("stayed")
