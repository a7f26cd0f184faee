"""What is due: the digest that comes by itself, and the same list on demand."""

from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from markupsafe import Markup

from dialogue.kinds import Pick
from dialogue.talk import Talk
from domain.agenda import Agenda
from domain.person import REPORTERS
from domain.reminding import Due, Stage
from handlers.matters import paused_until
from handlers.reminder_lines import agenda_lines, pauses_seen, seeing
from handlers.wording import agency_short, lines
from storage.gate import Reader

BUTTONS = 6
"""How many tasks and indicators can be tapped; the others are typed."""
DIGEST = "digest"
"""What the keys of a digest's buttons begin with."""
OPENS = {"again": "remind_again", "pause": "pause_reminder", "resume": "resume_reminder"}
"""What the buttons open that name no task or indicator."""


async def digest(talk: Talk, db: Reader) -> None:
    """List what is due, of the steps since the last digest or in all; report from the list.

    It is a digest where it was opened with `since`, the day of the last one.
    """
    person = talk.person
    if person.role not in REPORTERS:
        talk.say("reader")
        return
    since: str | None = talk.given("since")
    left = await db.unfinished(person.agency)
    paused = await db.paused(person)
    agenda = await db.agenda(person, None if since is None else date.fromisoformat(since))
    resting = paused_until(talk, paused.items(), left) if since is None else None
    below = [
        talk.text("paused", matters=resting) if resting else None,
        await pauses_seen(talk, db, since),
    ]
    if not agenda and not resting:
        talk.say("nothing", agency=agency_short(talk, person.agency), also=lines(below))
        return
    here = [each.agenda for each in agenda.in_place if each.person.agency == person.agency]
    numbered = _numbered([line for each in (agenda, *here) for line in each.lines])
    shown = {
        "again": since is not None or await db.told_today(person),
        "pause": any(each.matters for each in agenda.lines),
        "resume": bool(resting),
    }
    labels = {each: each for each in numbered[:BUTTONS]}
    labels |= {each: talk.plain(each) for each, there in shown.items() if there}
    choice = await talk.ask(
        "list",
        Pick({f"{DIGEST}/{key}": label for key, label in labels.items()}, worded=True),
        loose=True,
        agency=agency_short(talk, person.agency),
        day=talk.now,
        lines=lines([agenda_lines(talk, agenda) if agenda else talk.text("none-due"), *below]),
        how=_how(talk, agenda, numbered),
    )
    _open(talk, choice.removeprefix(f"{DIGEST}/"))


def _how(talk: Talk, agenda: Agenda, numbered: Sequence[str]) -> Markup:
    first = talk.text("how", first=numbered[0]) if numbered else None
    return lines([first, seeing(talk, agenda)])


def _open(talk: Talk, name: str) -> NoReturn:
    """Open what a button of the digest names."""
    if name in OPENS:
        talk.hand_over(OPENS[name])
    noun, _, number = name.partition(" ")
    if noun == "NV":
        talk.hand_over("report_task", task=number)
    talk.hand_over("report_indicator", indicator=number)


def _numbered(due: Sequence[Due]) -> list[str]:
    """All that is due as it is called, each once, in the order of the lines."""
    found = [
        f"{'CT' if line.stage is Stage.INDICATORS else 'NV'} {number}"
        for line in due
        for number in line.numbers
    ]
    return list(dict.fromkeys(found))
