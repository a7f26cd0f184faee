"""A file sent outside a report: attached to one of the person's own recent reports."""

from datetime import timedelta

from dialogue.kinds import OneOf
from dialogue.talk import Talk
from domain.report import TaskReport
from storage.gate import Reader, Writer

RECENT = timedelta(days=30)


async def attach(talk: Talk, db: Reader) -> None:
    """Ask which report the file belongs to and attach it."""
    files = [*talk.given("files"), *talk.files]
    reports = await db.recent_reports(talk.person.id, RECENT)
    if not reports:
        talk.say("no-report")
        return

    def label(report: TaskReport) -> str:
        return talk.plain("report", number=str(report.task), day=report.filed_at, code=report.code)

    report = await talk.ask(
        "which",
        OneOf(reports, key=lambda report: report.code, label=label),
        count=str(len(files)),
    )
    await talk.finish(Writer.attach, (report.id, files))
    talk.say("done", count=str(len(files)), number=str(report.task), code=report.code)
