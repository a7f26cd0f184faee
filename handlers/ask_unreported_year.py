"""Who owes reports of a whole year: in which of its periods."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from markupsafe import Markup

from dialogue.kinds import OneOf
from dialogue.state import plain_json
from dialogue.talk import Talk
from domain.period import Period, periods
from domain.query import AgencyTerm, Shape, TaskQuery, TaskState, UnreportedQuery
from handlers import wording
from storage.gate import Reader


def periods_of(talk: Talk, year: int | None) -> tuple[Period, ...]:
    """Return the periods of a year in which reports are or were owed: begun, and of the plan."""
    if year is None:
        return ()
    calendar, today, issued = talk.plan.calendar, talk.now.date(), talk.plan.issued_on
    found = periods(calendar.tasks, year, year, calendar)
    return tuple(each for each in found if each.starts <= today and each.ends >= issued)


async def answer_year(
    talk: Talk,
    db: Reader,
    query: UnreportedQuery,
    asked: tuple[Collection[int], Collection[str]],
    reading: Markup,
) -> None:
    """Name every agency with the periods that it owes reports of; `asked`: tasks and agencies."""
    tasks, agencies = asked
    owing: defaultdict[str, list[Period]] = defaultdict(list)
    open_ = periods_of(talk, query.year)
    counts = []
    for period in open_:
        owed = await db.owed_on(period.ends)
        silent = {
            each.agency
            for each in owed
            if each.report is None and each.task in tasks and each.agency in agencies
        }
        for agency in silent:
            owing[agency].append(period)
        name = wording.period_name(talk, period)
        counts.append(talk.text("unreported-of-period", period=name, count=str(len(silent))))
    if not owing:
        talk.say("unreported-nobody", reading=reading, period="")
        return
    facts = {
        "reading": reading,
        "count": str(len(owing)),
        "periods": Markup(", ").join(counts),
    }
    if query.shape is Shape.COUNT:
        talk.say("unreported-year-count", **facts)
        return
    chosen = await _choice(talk, owing, open_, facts)
    asked_next = TaskQuery(
        agencies=(AgencyTerm(agency=chosen),),
        states=(TaskState.UNREPORTED,),
        this_period=True,
        period_day=owing[chosen][-1].ends,
    )
    talk.hand_over("ask", text="", query=plain_json(asked_next))


async def _choice(
    talk: Talk,
    owing: Mapping[str, Sequence[Period]],
    open_: Sequence[Period],
    facts: Mapping[str, object],
) -> str:
    """Have an agency chosen; those that owe most come first."""
    order = [agency.id for agency in talk.plan.agencies]
    ordered = sorted(owing, key=lambda each: (-len(owing[each]), order.index(each)))
    return await talk.ask(
        "unreported-year",
        OneOf(ordered, key=str, label=lambda each: _label(talk, each, owing[each], open_)),
        loose=True,
        **facts,
    )


def _label(talk: Talk, agency: str, owed: Sequence[Period], open_: Sequence[Period]) -> str:
    names = [wording.period_name(talk, each) for each in owed]
    every = talk.text("unreported-every-period", count=str(len(open_)))
    return talk.plain(
        "unreported-agency-periods",
        agency=wording.agency_short(talk, agency),
        periods=every if len(owed) == len(open_) else Markup(", ").join(names),
    )
