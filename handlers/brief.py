"""Tóm tắt: the leaders' brief on one screen, sent or asked for; each number opens its list."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from dialogue.kinds import Pick
from dialogue.runner import Start
from dialogue.state import Opening, plain_json
from dialogue.talk import Talk
from domain.model import Model
from domain.period import Period, period_of
from domain.person import is_briefed
from domain.query import AgencyTerm, TaskQuery, TaskState, UnreportedQuery
from domain.summary import DONE, Outcome, Share, Summary, scope_of, tasks_of
from handlers.summary_wording import agency_row, changes, numbers
from handlers.wording import agency_short, lines, period_name
from storage.gate import Reader, Writer

WORST = 5
"""So many agencies are named."""
_SHOWN = (Outcome.IN_TIME, Outcome.OVERDUE, Outcome.UNDATED)


class Brief(Model):
    """What a brief tells: the summary against the last one, and what waits for somebody."""

    summary: Summary
    closed: date | None
    period: Period
    owing: tuple[str, ...]
    missing: tuple[str, ...]
    obstacles: int
    waiting: int
    extended: tuple[int, ...]

    @property
    def worst(self) -> Sequence[Share]:
        """The agencies with the most overdue tasks."""
        overdue = [each for each in self.summary.agencies if each.tally.count(Outcome.OVERDUE)]
        return overdue[:WORST]


async def brief(talk: Talk, db: Reader) -> None:
    """Tell how the plan stands, what has changed since the last brief, what waits."""
    if scope_of(talk.person, talk.plan) is not None:
        talk.hand_over("summary")
    found = await _read(talk, db)
    lists = _lists(found)
    buttons = {f"{_stem(found)}/{name}": _label(talk, name) for name in lists}
    count = {outcome.value: str(found.summary.whole.count(outcome)) for outcome in _SHOWN}
    key = await talk.ask(
        "card",
        Pick(buttons, worded=True),
        loose=True,
        heading=_heading(talk, found),
        plan=talk.plan.number,
        day=found.summary.day,
        total=str(found.summary.whole.total),
        done=str(found.summary.whole.count(*DONE)),
        change=_change(talk, found),
        more=lines([*_worst(talk, found), *_waiting(talk, found), await _how(talk, db)]),
        **count,
    )
    opening = lists[key.split("/", 3)[3]]
    talk.hand_over(opening.dialogue, **opening.given, beside=buttons)


async def brief_came(talk: Talk, db: Reader) -> None:
    """Open the brief for whom it is, unless no more are wanted by now."""
    if is_briefed(talk.person, talk.plan) and await db.wants_briefs(talk.person):
        talk.hand_over("brief", since=talk.given("since"), closed=talk.given("closed"), sent=True)


async def stop_briefs(talk: Talk, db: Reader) -> None:
    """Send the person no more briefs; one can still be asked for."""
    if not is_briefed(talk.person, talk.plan):
        talk.say("not-briefed")
        return
    await talk.finish(Writer.stop_briefs, talk.person)
    talk.say("stopped")


async def resume_briefs(talk: Talk, db: Reader) -> None:
    """Send the person briefs again."""
    if not is_briefed(talk.person, talk.plan):
        talk.say("not-briefed")
        return
    await talk.finish(Writer.resume_briefs, talk.person)
    talk.say("resumed")


def opened(key: str) -> Start | None:
    """Return what a button of an earlier brief opens, as of that one; None for another's button."""
    match key.split("/", 3):
        case ["brief", since, closed, _]:
            given: dict[str, object] = {"card": key}
            days = {"since": _day(since), "closed": _day(closed)}
            given |= {name: day.isoformat() for name, day in days.items() if day is not None}
            return Start(dialogue="brief", given=given)
    return None


async def _read(talk: Talk, db: Reader) -> Brief:
    since, closed = (_given_day(talk, name) for name in ("since", "closed"))
    since = since or await db.briefed_until(talk.person)
    owed = await (db.owed() if closed is None else db.owed_on(closed))
    calendar = talk.plan.calendar
    grants = await db.grants()
    return Brief(
        summary=await db.summary(None, since),
        closed=closed,
        period=period_of(closed or talk.now.date(), calendar.tasks, calendar),
        owing=tuple(dict.fromkeys(each.agency for each in owed)),
        missing=tuple(dict.fromkeys(each.agency for each in owed if each.report is None)),
        obstacles=len(await db.open_obstacles(None)),
        waiting=len(await db.waiting_extensions()),
        extended=tuple(
            sorted(
                {
                    task
                    for (task, _), granted in grants.items()
                    if any(each.decided_on > since for each in granted)
                }
            )
        ),
    )


def _given_day(talk: Talk, name: str) -> date | None:
    given = talk.given(name)
    return None if given is None else date.fromisoformat(given)


def _lists(found: Brief) -> Mapping[str, Opening]:
    """What can be opened: every number but zeros."""
    whole, change = found.summary.whole, found.summary.change
    queries = {}
    if whole.count(*DONE):
        queries["done"] = TaskQuery(states=(TaskState.DONE,))
    for outcome in _SHOWN:
        if whole.count(outcome):
            queries[outcome.value] = tasks_of(outcome, found.summary)
    for name, tasks in (
        ("new_done", change.done),
        ("new_overdue", change.overdue),
        ("new_extended", found.extended),
    ):
        if tasks:
            queries[name] = TaskQuery(numbers=tasks)
    lists = {name: _asking(query) for name, query in queries.items()}
    if found.missing:
        unreported = UnreportedQuery(this_period=True, period_day=found.closed)
        lists["unreported"] = _asking(unreported)
    if found.obstacles:
        lists["obstacles"] = Opening(dialogue="obstacles")
    if found.waiting:
        lists["extensions"] = Opening(dialogue="extensions")
    for share in found.worst:
        query = TaskQuery(agencies=(AgencyTerm(agency=share.key),))
        lists[f"by/{share.key}"] = _asking(query)
    return lists


def _asking(query: TaskQuery | UnreportedQuery) -> Opening:
    return Opening(dialogue="ask", given={"text": "", "query": plain_json(query)})


def _label(talk: Talk, name: str) -> str:
    if name.startswith("by/"):
        return agency_short(talk, name.removeprefix("by/"))
    return talk.plain(f"see-{name.replace('_', '-')}")


def _heading(talk: Talk, found: Brief) -> Markup:
    if found.closed is None:
        return talk.text("week" if talk.given("sent") else "asked")
    return talk.text("period", period=period_name(talk, found.period))


def _change(talk: Talk, found: Brief) -> Markup:
    extended = found.extended
    also = (
        talk.text("new-extended", count=str(len(extended)), tasks=numbers(talk, extended))
        if extended
        else None
    )
    change = found.summary.change
    begins = change.since + timedelta(days=1)
    return talk.text("changed-from", begins=begins, said=changes(talk, change, also))


def _worst(talk: Talk, found: Brief) -> list[Markup]:
    if not found.worst:
        return [talk.text("none-overdue")]
    return [talk.text("worst"), *(agency_row(talk, share) for share in found.worst)]


def _waiting(talk: Talk, found: Brief) -> list[Markup]:
    """Who has not reported, what hinders, what is to be decided."""
    return [
        talk.text(
            "missing",
            period=period_name(talk, found.period),
            missing=str(len(found.missing)),
            all=str(len(found.owing)),
        ),
        talk.text("waiting", obstacles=str(found.obstacles), extensions=str(found.waiting)),
    ]


async def _how(talk: Talk, db: Reader) -> Markup:
    """How to go on, and for whom briefs are, how to have no more or have them again."""
    if not is_briefed(talk.person, talk.plan):
        return talk.text("how")
    return talk.text("how-stop" if await db.wants_briefs(talk.person) else "how-resume")


def _stem(found: Brief) -> str:
    """What the keys of this brief's buttons begin with: short, as a button carries little."""
    closed = "-" if found.closed is None else f"{found.closed:%y%m%d}"
    return f"brief/{found.summary.change.since:%y%m%d}/{closed}"


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(f"20{written}") if len(written) == len("260302") else None
    except ValueError:
        return None
