"""The open obstacles, the oldest first: of one's own agency, or of all for who sees all."""

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from dialogue.kinds import PAGE, OneOf
from dialogue.talk import Talk
from domain.obstacle import Obstacle
from domain.person import REPORTERS, hidden_from
from domain.succession import came_after, in_place_now
from handlers.obstacle_wording import age, line
from handlers.wording import agency_short, lines
from storage.gate import Reader

TELL, UNANSWERED, BY_AGENCY = "tell", "unanswered", "by_agency"
NAMED = 3
"""So many agencies are named in the reading of a list."""


async def obstacles(talk: Talk, db: Reader) -> None:
    """List open obstacles by page, of a `task`, some `agencies`, `unanswered`, or count them."""
    wanted = _agencies(talk)
    if wanted is None:
        talk.say("own-only", agency=agency_short(talk, talk.person.agency))
        wanted = (talk.person.agency,)
    plan = talk.plan
    found = [
        each
        for each in await db.open_obstacles()
        if talk.given("task") in (None, each.task)
        and (not wanted or set(came_after(plan, each.agency)) & set(wanted))
    ]
    open_ = [each for each in found if each.unanswered] if talk.given(UNANSWERED) else found
    if talk.given(BY_AGENCY) and open_:
        await _by_agency(talk, open_)
    await _list(talk, open_, wanted)


async def _list(talk: Talk, open_: Sequence[Obstacle], wanted: tuple[str, ...]) -> None:
    """Show the obstacles; one can be opened, a new one told, the list narrowed."""
    choices: list[Obstacle | str] = [*_ways(talk, open_), *open_]
    facts = {"reading": _reading(talk, wanted), "count": str(len(open_))}
    if not choices:
        talk.say("none", **facts)
        return
    chosen = await talk.ask(
        "list" if open_ else "none",
        OneOf(
            choices,
            key=lambda each: each if isinstance(each, str) else str(each.id),
            label=lambda each: _label(talk, each, open_),
            own_number=lambda each: -1 if isinstance(each, str) else each.id,
        ),
        loose=True,
        **facts,
        lines=lambda page: _lines(talk, choices[page * PAGE : (page + 1) * PAGE]),
        first=str(open_[0].id) if open_ else "",
    )
    if isinstance(chosen, Obstacle):
        talk.hand_over("obstacle", obstacle=chosen.id)
    if chosen == TELL:
        talk.hand_over("tell_obstacle", task=_own_task(talk))
    talk.hand_over("obstacles", agencies=list(wanted), task=talk.given("task"), **{chosen: True})


def _own_task(talk: Talk) -> str | None:
    """The task asked about, where it is the person's to tell of."""
    task = talk.given("task")
    own = {each.number for each in talk.plan.led_by(talk.person.agency)}
    return str(task) if task in own else None


async def _by_agency(talk: Talk, open_: Sequence[Obstacle]) -> None:
    """Count them by agency, the one with most first; an agency opens its list."""
    counted: defaultdict[str, list[Obstacle]] = defaultdict(list)
    for each in open_:
        counted[each.agency].append(each)
    agencies = sorted(counted, key=lambda each: (-len(counted[each]), counted[each][0].opened_at))
    chosen = await talk.ask(
        "agencies",
        OneOf(
            agencies,
            key=str,
            label=lambda each: talk.plain(
                "agency",
                agency=agency_short(talk, each),
                count=str(len(counted[each])),
                age=age(talk, counted[each][0]),
            ),
        ),
        loose=True,
        count=str(len(open_)),
        agencies=str(len(agencies)),
    )
    talk.hand_over("obstacles", agencies=[chosen])


def _agencies(talk: Talk) -> tuple[str, ...] | None:
    """The agencies asked for, none for all; None where they are not for this person to see."""
    own = talk.person.agency
    if talk.given("own"):
        return (own,)
    asked = in_place_now(talk.plan, talk.given("agencies") or ())
    if not hidden_from(talk.person, talk.plan):
        return asked
    return (own,) if set(asked) <= {own} else None


def _ways(talk: Talk, open_: Sequence[Obstacle]) -> list[str]:
    """What else can be chosen beside the obstacles themselves."""
    person = talk.person
    tells = person.role in REPORTERS and bool(talk.plan.led_by(person.agency))
    found = [TELL] if tells else []
    if not talk.given(UNANSWERED) and 0 < sum(each.unanswered for each in open_) < len(open_):
        found.append(UNANSWERED)
    if len({each.agency for each in open_}) > 1:
        found.append(BY_AGENCY)
    return found


def _label(talk: Talk, choice: Obstacle | str, open_: Sequence[Obstacle]) -> str:
    if isinstance(choice, Obstacle):
        return choice.label
    count = str(sum(each.unanswered for each in open_))
    return talk.plain(f"way-{choice.replace('_', '-')}", count=count)


def _lines(talk: Talk, choices: Sequence[Obstacle | str]) -> Markup:
    return lines([line(talk, each) for each in choices if isinstance(each, Obstacle)])


def _reading(talk: Talk, wanted: Sequence[str]) -> Markup:
    """Which obstacles these are."""
    reading = talk.text("reading-unanswered" if talk.given(UNANSWERED) else "reading-open")
    if (task := talk.given("task")) is not None:
        reading = talk.text("reading-task", reading=reading, number=str(task))
    if not wanted:
        return reading
    named = ", ".join(agency_short(talk, each) for each in wanted[:NAMED])
    rest = len(wanted) - NAMED
    if rest > 0:
        named = talk.plain("reading-more", named=named, rest=str(rest))
    return talk.text("reading-of", reading=reading, agencies=named)
