"""After a report is filed: its lookup code, what is still owed, what to type next."""

from markupsafe import Markup

from dialogue.talk import Talk
from domain.period import period_of
from domain.report import TaskReport
from domain.task import Task
from handlers.obstacle_news import after_report
from handlers.review_news import after_filing
from handlers.wording import lines, period_name
from storage.gate import Reader

NAMED = 3


async def say_receipt(talk: Talk, db: Reader, task: Task, report: TaskReport) -> None:
    """Acknowledge a report; this is what the officer keeps. What is owed waits for the last one."""
    receipt = talk.text(
        "receipt",
        number=str(task.number),
        time=report.filed_at,
        day=report.filed_at,
        code=report.code,
    )
    obstacles = await after_report(talk, db, report)
    review = await after_filing(talk, db, [report])
    quiet = talk.given("follows") or report.by_agency is not None
    owed = [] if quiet else await still_owed(talk, db)
    talk.say("filed", text=lines([receipt, *review, *obstacles, *owed, talk.text("withdraw")]))


async def still_owed(talk: Talk, db: Reader) -> list[Markup]:
    """Lines on what the agency still owes this period, and how to go on."""
    agency = talk.person.agency
    period = period_of(talk.now.date(), talk.plan.calendar.tasks, talk.plan.calendar)
    left = [owed.task for owed in await db.owed(agency) if owed.report is None]
    name = period_name(talk, period)
    if not left:
        left_out = any(each.agency == agency for each in await db.left_out(period.key))
        return [talk.text("owed-left-out" if left_out else "all-reported", period=name)]
    named = "; ".join(
        f"NV {number} {talk.plan.task_by_number[number].short}" for number in left[:NAMED]
    )
    rest = len(left) - NAMED
    tasks = talk.text("owed-more", named=named, rest=str(rest)) if rest > 0 else named
    return [
        talk.text("still-owed", period=name, count=str(len(left)), tasks=tasks),
        talk.text("go-on-unchanged" if len(left) > 1 else "go-on", number=str(left[0])),
    ]
