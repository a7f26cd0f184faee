"""The tasks still owed this period: nothing has changed, confirmed once for all of them."""

from dialogue.kinds import Pick
from dialogue.talk import Talk
from domain.person import may_report
from handlers.report_receipt import still_owed
from handlers.report_task import unchanged as unchanged_draft
from handlers.review_news import after_filing
from handlers.wording import agency_short, lines, progress
from storage.gate import Reader, Writer
from understanding.words import read_send

NAMED = 8


async def unchanged(talk: Talk, db: Reader) -> None:
    """File the latest report again, for every owed task that has one."""
    agency = talk.person.agency
    standing = await db.standing(agency)
    owed = [each.task for each in await db.owed(agency) if each.report is None]
    own = [number for number in owed if may_report(talk.person, number, talk.plan)]
    known = [report for number in own if (report := standing.latest(number, agency)) is not None]
    never = [number for number in own if standing.latest(number, agency) is None]
    if never:
        talk.say("never", of=never, tasks=", ".join(f"NV {number}" for number in never))
    if not known:
        talk.say("nothing", agency=agency_short(talk, agency))
        return
    drafts = tuple(unchanged_draft(talk, report, standing) for report in known)
    shown = [
        talk.text("line", number=str(report.task), progress=progress(talk, report))
        for report in known[:NAMED]
    ]
    if len(known) > NAMED:
        shown.append(talk.text("line-more", rest=str(len(known) - NAMED)))
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("send", "drop")), words=read_send),
        of=drafts,
        count=str(len(drafts)),
        lines=lines(shown),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    reports = await talk.finish(Writer.file_task_reports, drafts)
    review = await after_filing(talk, db, reports)
    filed = talk.text(
        "receipt" if len(reports) > 1 else "receipt-one",
        count=str(len(reports)),
        time=talk.now,
        first=reports[0].code,
        last=reports[-1].code,
    )
    talk.say("filed", text=lines([filed, *review, *await still_owed(talk, db)]))
