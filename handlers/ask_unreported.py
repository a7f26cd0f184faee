"""Who has not reported: ever, or in the period of today."""

from collections import defaultdict

from dialogue.talk import Talk
from domain.answering import select_tasks
from domain.period import period_of
from domain.person import may_see_reports
from domain.query import UnreportedQuery
from handlers import wording
from storage.gate import Reader

AGENCIES = 10
TASKS = 4


async def answer_unreported(talk: Talk, db: Reader, query: UnreportedQuery) -> None:
    """List the agencies that owe a report, with the tasks; an officer sees only the own one."""
    talk.remember(query)
    missing = await _missing(talk, db, query)
    seen = {agency: tasks for agency, tasks in missing.items() if _may_see(talk, agency)}
    if not all(_may_see(talk, agency.id) for agency in talk.plan.agencies):
        talk.say("own-only", agency=wording.agency_short(talk, talk.person.agency))
    if query.this_period:
        period = period_of(talk.now.date(), talk.plan.calendar.tasks, talk.plan.calendar)
        scope = talk.text("scope-period", period=wording.period_name(talk, period))
    else:
        scope = talk.text("scope-ever")
    if not seen:
        talk.say("unreported-none", scope=scope)
        return
    shown = [
        talk.text(
            "unreported-agency",
            agency=wording.agency_short(talk, agency),
            count=str(len(tasks)),
            tasks=_named(tasks),
        )
        for agency, tasks in list(seen.items())[:AGENCIES]
    ]
    if len(seen) > AGENCIES:
        shown.append(talk.text("unreported-more", rest=str(len(seen) - AGENCIES)))
    talk.say("unreported", scope=scope, count=str(len(seen)), agencies=wording.lines(shown))


async def _missing(talk: Talk, db: Reader, query: UnreportedQuery) -> dict[str, list[int]]:
    standing = await db.standing()
    wanted = {
        task.number
        for task in (
            talk.plan.tasks if query.tasks is None else select_tasks(query.tasks, standing).tasks
        )
    }
    if query.this_period:
        owed = [(each.task, each.agency) for each in await db.owed() if each.report is None]
    else:
        owed = [
            (task.number, agency)
            for task in talk.plan.tasks
            for agency in talk.plan.responsible(task.number)
            if standing.latest(task.number, agency) is None
        ]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for task, agency in owed:
        if task in wanted:
            found[agency].append(task)
    return dict(found)


def _may_see(talk: Talk, agency: str) -> bool:
    return may_see_reports(talk.person, agency, talk.plan)


def _named(tasks: list[int]) -> str:
    named = ", ".join(f"NV {number}" for number in tasks[:TASKS])
    return f"{named}…" if len(tasks) > TASKS else named
