"""Files sent outside a report, or left over by one: attached to one of the person's own."""

from datetime import timedelta

from markupsafe import Markup

from dialogue.kinds import PAGE, OneOf
from dialogue.talk import Talk
from domain.figure import FigureReport
from domain.report import TaskReport
from storage.gate import Reader, Writer

RECENT = timedelta(days=30)


async def attach(talk: Talk, db: Reader) -> None:
    """Ask which report the files belong to and attach them."""
    files = talk.files
    if not files:
        talk.say("no-files")
        return
    found: list[TaskReport | FigureReport] = [
        *await db.recent_reports(talk.person.id, RECENT),
        *await db.recent_figures(talk.person.id, RECENT),
    ]
    reports = sorted(found, key=lambda report: report.id, reverse=True)[:PAGE]
    if not reports:
        talk.say("no-report")
        return

    def label(report: TaskReport | FigureReport) -> str:
        subject = _subject(talk, report)
        return talk.plain("report", subject=subject, day=report.filed_at, code=report.code)

    report = await talk.ask(
        "which",
        OneOf(reports, key=lambda report: report.code, label=label),
        count=str(len(files)),
    )
    if isinstance(report, FigureReport):
        await talk.finish(Writer.attach_to_figure, (report.id, files))
    else:
        await talk.finish(Writer.attach, (report.id, files))
    subject = _subject(talk, report)
    talk.say("done", count=str(len(files)), subject=subject, code=report.code)


def _subject(talk: Talk, report: TaskReport | FigureReport) -> Markup:
    if isinstance(report, TaskReport):
        return talk.text("task", number=str(report.task))
    return talk.text("figure", number=str(report.indicator), year=str(report.year))
