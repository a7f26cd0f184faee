"""Kết quả đôn đốc: what became of each message of the last day on which anybody was urged."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from dialogue.kinds import OneOf
from dialogue.state import plain_json
from dialogue.talk import Talk
from domain.person import Role
from domain.query import AgencyTerm, TaskQuery, TaskState
from domain.urging import Outcome, Urged
from handlers.task_list import by_page
from handlers.wording import agency_short
from storage.gate import Reader

NAMED = 6
"""So many agencies are named in which there is nobody to be told."""
_ORDER = (
    Outcome.NOT_JOINED,
    Outcome.BLOCKED,
    Outcome.FAILED,
    Outcome.WAITING,
    Outcome.SENT,
    Outcome.SETTLED,
)
"""What asks for a call by phone comes first."""


async def urging_results(talk: Talk, db: Reader) -> None:
    """Count and list what became of urging; what an agency still owes can be looked at."""
    if talk.person.role not in (Role.FOCAL, Role.LEADER):
        talk.say("focal-only")
        return
    day = await db.last_urging()
    if day is None:
        talk.say("never")
        return
    urged, owing = await db.urged_on(day), set(await db.owing())
    told: defaultdict[str, list[Urged]] = defaultdict(list)
    for each in sorted(urged, key=lambda each: _ORDER.index(each.outcome)):
        told[each.agency].append(each)
    deserted = [each for each in told if all(one.person is None for one in told[each])]
    agencies = [each for each in told if each not in deserted]
    chosen = await talk.ask(
        "list",
        OneOf(agencies or deserted, key=str, label=lambda each: agency_short(talk, each)),
        loose=True,
        day=day,
        agencies=str(len(told)),
        people=_people(talk, [each for each in urged if each.person is not None]),
        reported=str(len(told.keys() - owing)),
        deserted=_deserted(talk, deserted),
        lines=by_page(agencies, lambda each: _line(talk, each, told[each], each in owing)),
    )
    asked = TaskQuery(
        agencies=(AgencyTerm(agency=chosen),), states=(TaskState.UNREPORTED,), this_period=True
    )
    talk.hand_over("ask", text="", query=plain_json(asked))


def _people(talk: Talk, urged: Sequence[Urged]) -> Markup | str:
    """How many people were to be told, and what became of it; nothing where there was nobody."""
    if not urged:
        return ""
    counted = Counter(each.outcome for each in urged)
    counts = Markup(", ").join(
        talk.text(f"told-{_slug(outcome)}", count=str(counted[outcome]))
        for outcome in Outcome
        if counted[outcome]
    )
    return talk.text("people", count=str(len(urged)), counts=counts)


def _deserted(talk: Talk, agencies: Sequence[str]) -> Markup | str:
    """The agencies that have nobody who could be told, in one line."""
    if not agencies:
        return ""
    named = ", ".join(agency_short(talk, each) for each in agencies[:NAMED])
    rest = len(agencies) - NAMED
    names = talk.text("and-more", named=named, rest=str(rest)) if rest > 0 else named
    return talk.text("nobody", count=str(len(agencies)), names=names)


def _line(talk: Talk, agency: str, told: Sequence[Urged], owes: bool) -> Markup:
    """One agency: whether it has reported since, and what became of each message."""
    people = Markup("; ").join(
        talk.text("person", name=each.person, what=_what(talk, each))
        for each in told
        if each.person is not None
    )
    name = "agency-owes" if owes else "agency-reported"
    return talk.text(name, agency=agency_short(talk, agency), people=people)


def _what(talk: Talk, urged: Urged) -> Markup:
    """What became of one message, and when it was or will be sent."""
    if urged.at is None or urged.outcome not in (Outcome.SENT, Outcome.WAITING):
        return talk.text(f"outcome-{_slug(urged.outcome)}")
    return talk.text(f"outcome-{_slug(urged.outcome)}-at", time=urged.at)


def _slug(outcome: Outcome) -> str:
    return outcome.value.replace("_", "-")
