"""/quantri: the roster in the hands of the administrator, and its log."""

from markupsafe import Markup

from dialogue.kinds import Pick
from dialogue.runner import Start
from dialogue.talk import Talk
from domain.roster import RosterAct, RosterEntry, may_administer
from handlers.data_wording import channel_name
from handlers.wording import agency_short, lines
from storage.gate import Reader
from understanding.roster_words import About, read_roster

SHOWN = 8
"""So many entries of the log are shown."""
ROSTER = "roster"
"""What the keys of the card's buttons begin with."""
OPENS = {"add": "roster_add", "find": "roster_find", "log": "roster_log"}


async def roster(talk: Talk, db: Reader) -> None:
    """Show how many people there are, and what can be done with the roster."""
    if not may_administer(talk.person):
        talk.say("admin-only")
        return
    everybody = [each for each in await db.everybody() if not each.removed]
    labels = talk.labels("card", ("add", "find", "log"))
    choice = await talk.ask(
        "card",
        Pick({f"{ROSTER}/{key}": label for key, label in labels.items()}),
        loose=True,
        people=str(len(everybody)),
        joined=str(sum(each.chats > 0 for each in everybody)),
    )
    talk.hand_over(OPENS[choice.removeprefix(f"{ROSTER}/")])


async def roster_log(talk: Talk, db: Reader) -> None:
    """Show what was done to the roster last, by whom, when, by which channel."""
    if not may_administer(talk.person):
        talk.say("admin-only")
        return
    given = talk.given("id")
    entries = await db.roster_log(SHOWN, None if given is None else int(given))
    if not entries:
        talk.say("log-empty")
        return
    talk.say("log", lines=lines([_entry(talk, each) for each in entries]))


def route_roster(text: str) -> Start | None:
    """Return what a text about the roster opens."""
    asked = read_roster(text)
    match asked and asked.about:
        case About.ROSTER:
            return Start(dialogue="roster")
        case About.LOG:
            return Start(dialogue="roster_log", given=_given("id", asked and asked.words))
        case About.PERSON:
            return Start(dialogue="roster_find", given=_given("who", asked and asked.words))
        case About.ADD:
            return Start(dialogue="roster_add", given=_given("all", asked and asked.words))
        case About.SWITCH:
            return Start(dialogue="switch_agency", given=_given("agency", asked and asked.words))
        case _:
            return None


def roster_pressed(key: str) -> Start | None:
    """Return what a button of the card opens, long after it was shown."""
    group, _, name = key.partition("/")
    return Start(dialogue=OPENS[name]) if group == ROSTER and name in OPENS else None


def _given(name: str, words: str | None) -> dict[str, object]:
    return {} if words is None else {name: words}


def _entry(talk: Talk, entry: RosterEntry) -> Markup:
    return talk.text(
        "entry",
        time=entry.done_at,
        actor=entry.actor or talk.text("actor-command-line"),
        channel=talk.text("entry-channel", channel=channel_name(talk, entry.channel))
        if entry.channel
        else "",
        what=talk.text(
            f"did-{entry.act.value.replace('_', '-')}",
            name=entry.person.name,
            before=_value(talk, entry.act, entry.before),
            after=_value(talk, entry.act, entry.after),
        ),
    )


def _value(talk: Talk, act: RosterAct, value: str | None) -> str:
    """A role or an agency by its name."""
    if value is None:
        return ""
    if act in (RosterAct.ADDED, RosterAct.ROLE):
        return talk.plain(f"role-{value}")
    return agency_short(talk, value) if value in talk.plan.agency_by_id else value
