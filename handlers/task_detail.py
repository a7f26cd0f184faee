"""One task in the plan's own words, and what has been reported on it."""

from markupsafe import Markup

from dialogue.kinds import Pick
from dialogue.talk import Talk
from dialogue.texts import brief
from domain.extension import may_ask_extension
from domain.person import may_report, may_see_reports
from domain.report import TaskReport
from domain.standing import DeadlineState, Standing
from domain.task import Task
from handlers import wording
from handlers.extension_wording import extensions_of_task
from handlers.obstacle_lines import obstacles_of_task
from handlers.reminder_lines import pauses_of_task
from handlers.review_lines import names, of_period
from handlers.view_evidence import evidence_button
from storage.gate import Reader

HISTORY = 3
OBSTACLE = 200
"""How much of an obstacle stands in a line of the history."""


async def task_detail(talk: Talk, db: Reader) -> None:
    """Show a task's cells, deadline and reports; its own agency may report it from here."""
    number = int(talk.given("task"))
    task = talk.plan.task_by_number.get(number)
    if task is None:
        talk.say("unknown", number=str(number), last=str(len(talk.plan.tasks)))
        return
    agency = talk.person.agency
    mine = agency if agency in talk.plan.responsible(number) else None
    standing = await db.standing(mine)
    card = wording.lines(
        [
            *_cells(talk, task, standing, mine),
            *await _reports(talk, db, task, standing),
            await extensions_of_task(talk, db, task),
            await obstacles_of_task(talk, db, number),
            await pauses_of_task(talk, db, number),
        ]
    )
    buttons = await evidence_button(talk, db, task=number)
    if may_report(talk.person, number, talk.plan):
        buttons = {"report": talk.plain("next-report", number=str(number)), **buttons}
    if may_ask_extension(talk.person, number, talk.plan) and not standing.done(number, agency):
        buttons["extend"] = talk.plain("next-extend", number=str(number))
    if not buttons:
        talk.say("card", card=card)
        return
    match await talk.ask("next", Pick(buttons), loose=True, card=card):
        case "report":
            talk.hand_over("report_task", task=str(number))
        case "extend":
            talk.hand_over("extend", task=str(number))
        case _:
            talk.hand_over("view_evidence", task=number)


def _cells(talk: Talk, task: Task, standing: Standing, mine: str | None) -> list[Markup | None]:
    lead = talk.text("lead", lead=task.cells.lead or wording.leads(talk, task))
    if task.lead_since is not None:
        written = task.cells.lead
        lead = talk.text(
            "lead-since",
            lead=wording.leads(talk, task) or talk.text("lead-open"),
            day=task.lead_since,
            plan=talk.text("lead-written", lead=written) if written else talk.text("lead-none"),
        )
    elif not task.leads:
        lead = talk.text("lead-missing")
    elif task.lead_inferred:
        lead = talk.text("lead-inferred", lead=wording.leads(talk, task))
    cells = task.cells
    return [
        talk.text("title", number=str(task.number), content=cells.content),
        lead,
        talk.text("coordinators", text=cells.coordinators) if cells.coordinators else None,
        talk.text("product", text=cells.product) if cells.product else talk.text("no-product"),
        talk.text("deadline", deadline=_deadline(talk, task, standing, mine)),
    ]


def _deadline(talk: Talk, task: Task, standing: Standing, mine: str | None) -> Markup:
    """The due date; whether it was met is told only to who may see the reports."""
    if mine is not None or _sees_reports(talk, task):
        return wording.deadline(talk, task, standing.of(task, mine))
    known = standing.without_reports().of(task)
    if known.state is DeadlineState.OVERDUE:
        return wording.due(talk, task, known)
    return wording.deadline(talk, task, known)


def _sees_reports(talk: Talk, task: Task) -> bool:
    responsible = talk.plan.responsible(task.number)
    return all(may_see_reports(talk.person, agency, talk.plan) for agency in responsible)


async def _reports(talk: Talk, db: Reader, task: Task, standing: Standing) -> list[Markup | None]:
    person = talk.person
    responsible = talk.plan.responsible(task.number)
    if person.agency in responsible:
        return await _history(talk, db, task, person.agency)
    if not responsible or not _sees_reports(talk, task):
        return []
    if len(responsible) == 1:
        return await _history(talk, db, task, responsible[0])
    counts = talk.text("roll-up", counts=wording.roll_up(talk, task, standing))
    return [counts, await of_period(talk, db, task)]


async def _history(talk: Talk, db: Reader, task: Task, agency: str) -> list[Markup | None]:
    """The newest reports, the newest of all with the names of who reported and reviewed it."""
    history = await db.history(task.number, agency, HISTORY)
    found: list[Markup | None] = []
    for report in history:
        submission = await db.submission(report.id)
        if submission is not None and not submission.hidden_from(talk.person):
            found += [_report(talk, report), names(talk, submission, newest=not found)]
    return found or [talk.text("unreported")]


def _report(talk: Talk, report: TaskReport) -> Markup:
    extra = wording.document(talk, report)
    if extra is None and report.obstacle is not None:
        extra = talk.text("obstacle", text=brief(report.obstacle, OBSTACLE))
    then = report.agency_then
    line = talk.text(
        "report",
        day=report.reported_on,
        agency="" if then is None else talk.text("then", agency=wording.agency_short(talk, then)),
        progress=wording.progress(talk, report),
        code=report.code,
    )
    return line if extra is None else talk.text("report-extra", report=line, extra=extra)
