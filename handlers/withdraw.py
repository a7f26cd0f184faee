"""Taking back a report or a figure filed within the last ten minutes."""

from markupsafe import Markup

from dialogue.kinds import Pick
from dialogue.talk import Talk
from domain.figure import FigureReport
from domain.report import TaskReport
from handlers.figure_wording import reported
from handlers.wording import progress
from storage.gate import Reader, Writer
from storage.reports import WITHDRAW_WITHIN
from understanding.words import read_yes_no


async def withdraw(talk: Talk, db: Reader) -> None:
    """Withdraw the person's own newest report, on a task or an indicator, once confirmed."""
    minutes = str(WITHDRAW_WITHIN.seconds // 60)
    reports: list[TaskReport | FigureReport] = [
        *await db.recent_reports(talk.person.id, WITHDRAW_WITHIN),
        *await db.recent_figures(talk.person.id, WITHDRAW_WITHIN),
    ]
    if not reports:
        talk.say("nothing", minutes=minutes)
        return
    report = max(reports, key=lambda each: each.id)
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("yes", "no")), words=read_yes_no),
        of=report.id,
        what=_what(talk, report),
        time=report.filed_at,
        code=report.code,
    )
    if answer == "no":
        talk.say("kept")
    elif isinstance(report, FigureReport):
        await talk.finish(Writer.withdraw_figure, report)
        number, year = str(report.indicator), str(report.year)
        talk.say("done-figure", code=report.code, number=number, year=year)
    else:
        await talk.finish(Writer.withdraw, report)
        talk.say("done", code=report.code, number=str(report.task))
        await _say_valid(talk, db, report)


async def _say_valid(talk: Talk, db: Reader, report: TaskReport) -> None:
    latest = await db.latest(report.task, report.agency)
    if latest is None:
        talk.say("valid-none", number=str(report.task))
    else:
        talk.say("valid", progress=progress(talk, latest), day=latest.reported_on, code=latest.code)


def _what(talk: Talk, report: TaskReport | FigureReport) -> Markup:
    if isinstance(report, TaskReport):
        return talk.text(
            "task",
            number=str(report.task),
            short=talk.plan.task_by_number[report.task].short,
            progress=progress(talk, report),
        )
    indicator = talk.plan.indicator_by_number[report.indicator]
    return talk.text(
        "figure",
        number=str(report.indicator),
        short=indicator.short,
        year=str(report.year),
        figure=reported(talk, indicator, report),
    )
