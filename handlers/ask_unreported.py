"""Who has not reported: ever, or in the period of today."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from dialogue.talk import Talk
from domain.answering import select_tasks
from domain.period import period_of
from domain.person import may_see_reports
from domain.query import UnreportedQuery
from domain.standing import Standing
from handlers import wording
from storage.gate import Reader

NUMBERED = 4
"""Up to so many agencies are named with the numbers of their tasks."""

Missing = Mapping[str, Sequence[int]]


async def answer_unreported(talk: Talk, db: Reader, query: UnreportedQuery) -> None:
    """Name every agency that owes a report: those that sent none, those that sent some."""
    talk.remember(query)
    if not all(_may_see(talk, agency.id) for agency in talk.plan.agencies):
        talk.say("own-only", agency=wording.agency_short(talk, talk.person.agency))
    standing = await db.standing()
    wanted = _wanted(talk, query, standing)
    owed = [each for each in await db.owed() if each.task in wanted and _may_see(talk, each.agency)]
    open_ = _by_agency((each.agency, each.task) for each in owed if each.report is None)
    period = wording.period_name(
        talk, period_of(talk.now.date(), talk.plan.calendar.tasks, talk.plan.calendar)
    )
    if query.this_period:
        begun = {each.agency for each in owed if each.report is not None}
        scope = talk.text("scope-period", period=period)
        _say(talk, scope, _groups(talk, open_, begun, in_period=True))
        return
    missing = _by_agency(
        (agency, task.number)
        for task in talk.plan.tasks
        for agency in talk.plan.responsible(task.number)
        if task.number in wanted
        and _may_see(talk, agency)
        and standing.latest(task.number, agency) is None
    )
    begun = {
        agency
        for task in talk.plan.tasks
        for agency in talk.plan.responsible(task.number)
        if standing.latest(task.number, agency) is not None
    }
    lines = _groups(talk, missing, begun, in_period=False)
    this_period = talk.text("unreported-period", period=period, count=str(len(open_)))
    _say(talk, talk.text("scope-ever"), [*lines, this_period])


def _wanted(talk: Talk, query: UnreportedQuery, standing: Standing) -> set[int]:
    asked = talk.plan.tasks if query.tasks is None else select_tasks(query.tasks, standing).tasks
    return {task.number for task in asked}


def _by_agency(owed: Iterable[tuple[str, int]]) -> Missing:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for agency, task in owed:
        found[agency].append(task)
    return found


def _groups(talk: Talk, missing: Missing, begun: set[str], *, in_period: bool) -> list[Markup]:
    """A line of the agencies that sent nothing, one of those that sent something."""
    if not missing:
        return [talk.text("unreported-nobody")]
    numbered = len(missing) <= NUMBERED
    lines = []
    nothing = "unreported-nothing" if in_period else "unreported-never"
    for name, some in ((nothing, False), ("unreported-some", True)):
        agencies = [agency for agency in missing if (agency in begun) is some]
        if agencies:
            named = [_named(talk, agency, missing[agency], numbered) for agency in agencies]
            lines.append(
                talk.text(name, count=str(len(agencies)), agencies=Markup("; ").join(named))
            )
    return lines


def _named(talk: Talk, agency: str, tasks: Sequence[int], numbered: bool) -> Markup:
    numbers = ", ".join(f"NV {number}" for number in tasks)
    return talk.text(
        "unreported-agency-tasks" if numbered else "unreported-agency",
        agency=wording.agency_short(talk, agency),
        count=str(len(tasks)),
        tasks=numbers,
    )


def _say(talk: Talk, scope: Markup, lines: Sequence[Markup]) -> None:
    talk.say("unreported", scope=scope, agencies=wording.lines(lines))


def _may_see(talk: Talk, agency: str) -> bool:
    return may_see_reports(talk.person, agency, talk.plan)
