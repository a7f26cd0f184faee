"""Who has not reported: ever, or in one period; counts first, then the names by page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from dialogue.kinds import OneOf
from dialogue.state import plain_json
from dialogue.talk import Talk
from domain.answering import select_tasks
from domain.person import Role, hidden_from
from domain.plan import Plan
from domain.query import AgencyTerm, Shape, TaskQuery, TaskState, UnreportedQuery
from domain.standing import Standing
from handlers import wording
from handlers.ask_unreported_year import answer_year, periods_of
from handlers.query_reading import kinds_reading, task_reading
from storage.gate import Reader
from storage.reports import Owed

URGE = "urge"
"""The choice to urge those who have not reported, beside the agencies."""
NUMBERED = 4
"""Up to so many agencies are named with the numbers of their tasks."""

Missing = Mapping[str, Sequence[int]]


async def answer_unreported(talk: Talk, db: Reader, query: UnreportedQuery) -> None:
    """Name every agency that owes a report: those that sent none, then those that sent some."""
    talk.remember(query)
    hidden = hidden_from(talk.person, talk.plan)
    if hidden:
        talk.say("own-only", agency=wording.agency_short(talk, talk.person.agency))
    if owes_nothing(talk, query.period_day):
        return
    standing = await db.standing()
    wanted = _wanted(talk, query, standing)
    asked = {
        agency.id
        for agency in talk.plan.agencies
        if agency.id not in hidden and (not query.kinds or agency.kind in query.kinds)
    }
    if len(periods_of(talk, query.year)) > 1:
        year = talk.text("period-year", year=str(query.year))
        await answer_year(talk, db, query, (wanted, asked), _reading(talk, query, year))
        return
    period = wording.period_asked(talk, query.period_day)
    all_owed = await (db.owed() if query.period_day is None else db.owed_on(query.period_day))
    owed = [each for each in all_owed if each.task in wanted and each.agency in asked]
    owing = _by_agency((each.agency, each.task) for each in owed if each.report is None)
    name = wording.period_name(talk, period)
    if query.this_period:
        begun = {each.agency for each in owed if each.report is not None}
        await _answer(talk, query, owing, begun, name, owing)
        return
    silent, begun = _ever(talk.plan, standing)
    never = _by_agency(each for each in silent if each[0] in asked and each[1] in wanted)
    await _answer(talk, query, never, begun, name, owing)


def _ever(plan: Plan, standing: Standing) -> tuple[list[tuple[str, int]], set[str]]:
    """The agencies that never reported on a task, with its number; those that have on any."""
    silent, begun = [], set()
    for task in plan.tasks:
        for agency in plan.responsible(task.number):
            if standing.latest(task.number, agency) is None:
                silent.append((agency, task.number))
            else:
                begun.add(agency)
    return silent, begun


def owes_nothing(talk: Talk, period_day: date | None) -> bool:
    """Say so where nobody owes a report in a period: it is still to come, or before the plan."""
    period = wording.period_asked(talk, period_day)
    name = wording.period_name(talk, period)
    if period.starts > talk.now.date():
        talk.say("unreported-not-open", period=name, day=period.starts)
        return True
    if period.ends < talk.plan.issued_on:
        talk.say("unreported-no-period", period=name)
        return True
    return False


def unreported_among(owed: Iterable[Owed], query: TaskQuery) -> set[int]:
    """The tasks on which one of the agencies asked about owes a report in the period."""
    agencies = {term.agency for term in query.agencies}
    return {
        each.task
        for each in owed
        if each.report is None and (not agencies or each.agency in agencies)
    }


def _wanted(talk: Talk, query: UnreportedQuery, standing: Standing) -> set[int]:
    """The tasks asked about; of a shared one only a part that the asker may see is judged."""
    tasks = query.tasks
    if tasks is None:
        return {task.number for task in talk.plan.tasks}
    hidden = hidden_from(talk.person, talk.plan)
    if hidden and not tasks.agencies:
        own = (AgencyTerm(agency=talk.person.agency),)
        tasks = tasks.model_copy(update={"agencies": own})
    found = select_tasks(tasks, standing, hidden)
    return {task.number for task in found.tasks}


def _by_agency(owed: Iterable[tuple[str, int]]) -> Missing:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for agency, task in owed:
        found[agency].append(task)
    return found


async def _answer(
    talk: Talk,
    query: UnreportedQuery,
    missing: Missing,
    begun: set[str],
    period: Markup,
    owing: Missing,
) -> None:
    """Name those that are `missing`; urging is for those that are `owing` in the period."""
    facts: dict[str, object] = {"reading": _reading(talk, query, period)}
    facts["period"] = (
        ""
        if query.this_period
        else talk.text("unreported-period", period=period, count=str(len(owing)))
    )
    if not missing:
        talk.say("unreported-nobody", **facts)
        return
    facts["counts"] = _counts(talk, query, missing, begun)
    if query.shape is Shape.COUNT:
        talk.say("unreported-count", **facts)
        return
    ordered = sorted(missing, key=lambda each: (each in begun, -len(missing[each])))
    first = [URGE] if owing and _may_urge(talk, query) else []
    chosen = await talk.ask(
        "unreported",
        OneOf([*first, *ordered], key=str, label=lambda each: _label(talk, each, missing, owing)),
        loose=True,
        **facts,
    )
    if chosen == URGE:
        talk.hand_over("urge", agencies=list(owing))
    asked = TaskQuery(
        agencies=(AgencyTerm(agency=chosen),),
        states=(TaskState.UNREPORTED,),
        this_period=query.this_period,
        period_day=query.period_day,
    )
    talk.hand_over("ask", text="", query=plain_json(asked))


def _may_urge(talk: Talk, query: UnreportedQuery) -> bool:
    """Whether who has not reported can be urged: by the focal agency, in the period of today."""
    period, now = wording.period_asked(talk, query.period_day), wording.period_asked(talk, None)
    return talk.person.role is Role.FOCAL and period == now


def _reading(talk: Talk, query: UnreportedQuery, period: Markup) -> Markup:
    name = "unreported-in-period" if query.this_period else "unreported-ever"
    reading = talk.text(name, agencies=kinds_reading(talk, query.kinds), period=period)
    if query.tasks is None:
        return reading
    return talk.text("unreported-of", reading=reading, tasks=task_reading(talk, query.tasks))


def _counts(talk: Talk, query: UnreportedQuery, missing: Missing, begun: set[str]) -> Markup:
    some = sum(agency in begun for agency in missing)
    nothing = "unreported-nothing" if query.this_period else "unreported-never"
    parts = []
    if some < len(missing):
        parts.append(talk.text(nothing, count=str(len(missing) - some)))
    if some:
        parts.append(talk.text("unreported-some", count=str(some)))
    return talk.text("unreported-agencies", count=str(len(missing)), parts=Markup(", ").join(parts))


def _label(talk: Talk, agency: str, missing: Missing, owing: Missing) -> str:
    if agency == URGE:
        return talk.plain("unreported-urge", count=str(len(owing)))
    tasks = missing[agency]
    named = len(missing) <= NUMBERED and len(tasks) <= NUMBERED
    return talk.plain(
        "unreported-agency-tasks" if named else "unreported-agency",
        agency=wording.agency_short(talk, agency),
        count=str(len(tasks)),
        tasks=", ".join(f"NV {number}" for number in tasks),
    )
