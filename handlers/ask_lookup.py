"""A report or figure by its lookup code, for those who may see it."""

from markupsafe import Markup

from dialogue.talk import Talk
from dialogue.texts import brief
from domain.figure import FigureReport
from domain.person import may_see_reports
from domain.query import LookupQuery
from domain.report import TaskReport
from handlers import figure_wording, wording
from handlers.review_lines import names
from storage.gate import Reader

OBSTACLE = 300


async def answer_lookup(talk: Talk, db: Reader, query: LookupQuery) -> None:
    """Show what was filed; a code of others' reports is answered like one that there is not."""
    talk.remember(query)
    report = await db.report_of_code(query.code)
    if report is not None and may_see_reports(talk.person, report.agency, talk.plan):
        submission = await db.submission(report.id)
        hidden = submission is not None and submission.hidden_from(talk.person)
        reviewed = None if submission is None else names(talk, submission, newest=True)
        if not hidden:
            _say_report(talk, report, reviewed)
            return
    figure = await db.figure_of_code(query.code)
    if figure is not None and may_see_reports(talk.person, figure.agency, talk.plan):
        _say_figure(talk, figure)
        return
    talk.say("lookup-none", code=query.code)


def _say_report(talk: Talk, report: TaskReport, reviewed: Markup | None) -> None:
    task = talk.plan.task_by_number[report.task]
    document = wording.document(talk, report)
    talk.say(
        "lookup-report",
        code=report.code,
        number=str(task.number),
        short=task.short,
        agency=wording.agency_short(talk, report.agency),
        day=report.reported_on,
        progress=wording.progress(talk, report),
        more=wording.lines(
            [
                None if document is None else talk.text("lookup-document", document=document),
                None
                if report.obstacle is None
                else talk.text("lookup-obstacle", text=brief(report.obstacle, OBSTACLE)),
                reviewed,
            ]
        ),
    )


def _say_figure(talk: Talk, report: FigureReport) -> None:
    indicator = talk.plan.indicator_by_number[report.indicator]
    talk.say(
        "lookup-figure",
        code=report.code,
        number=str(indicator.number),
        short=indicator.short,
        agency=wording.agency_short(talk, report.agency),
        year=str(report.year),
        day=report.reported_on,
        figure=figure_wording.reported(talk, indicator, report),
    )
