"""One indicator in the plan's own words, its targets, and all figures reported, revised or not."""

from markupsafe import Markup

from dialogue.kinds import Pick
from dialogue.talk import Talk
from domain.figure import FigureReport
from domain.indicator import Indicator
from domain.person import may_report_figure
from handlers import figure_wording as wording
from handlers.figure_lines import counts, each_agency, newest_year, visible
from handlers.review_lines import names
from handlers.view_evidence import evidence_button
from handlers.wording import lines
from storage.gate import Reader

HISTORY = 6


async def indicator_detail(talk: Talk, db: Reader) -> None:
    """Show an indicator; who reports it may go on from here."""
    number = int(talk.given("indicator"))
    indicator = talk.plan.indicator_by_number.get(number)
    if indicator is None:
        talk.say("unknown", number=str(number), last=str(len(talk.plan.indicators)))
        return
    card = lines(
        [
            talk.text("title", number=str(number), name=indicator.name, unit=indicator.unit),
            _lead(talk, indicator),
            talk.text("targets", targets=wording.targets(talk, indicator)),
            *await _figures(talk, db, indicator),
        ]
    )
    buttons = await evidence_button(talk, db, indicator=number)
    if may_report_figure(talk.person, number, talk.plan):
        buttons = {"report": talk.plain("next-report", number=str(number)), **buttons}
    if not buttons:
        talk.say("card", card=card)
        return
    if await talk.ask("next", Pick(buttons), loose=True, card=card) == "report":
        talk.hand_over("report_indicator", indicator=str(number))
    talk.hand_over("view_evidence", indicator=number)


def _lead(talk: Talk, indicator: Indicator) -> Markup:
    name = "lead-inferred" if indicator.lead_inferred else "lead"
    return talk.text(name, lead=wording.leads(talk, indicator))


async def _figures(talk: Talk, db: Reader, indicator: Indicator) -> list[Markup]:
    agencies = visible(talk, indicator)
    if not agencies:
        return []
    if len(agencies) > 1:
        figures = await db.figures()
        year = newest_year(talk, indicator, figures, agencies)
        return [
            talk.text("counts", counts=counts(talk, indicator, figures, agencies, year)),
            *each_agency(talk, indicator, figures, agencies, year),
        ]
    return await _history(talk, db, indicator, agencies[0]) or [talk.text("unreported")]


async def _history(talk: Talk, db: Reader, indicator: Indicator, agency: str) -> list[Markup]:
    """The newest figures, the newest of all with the names of who reported and reviewed it."""
    shown: set[int] = set()
    found: list[Markup] = []
    for report in await db.figure_history(indicator.number, agency, HISTORY):
        submission = await db.submission(report.id)
        if submission is None or submission.hidden_from(talk.person):
            continue
        state = "revised" if report.year in shown else "returned" if submission.returned else ""
        told = names(talk, submission, newest=not found)
        found.append(_reported(talk, indicator, report, state or "reported"))
        found += [] if told is None else [told]
        shown |= set() if submission.returned else {report.year}
    return found


def _reported(talk: Talk, indicator: Indicator, report: FigureReport, state: str) -> Markup:
    said = wording.reported(talk, indicator, report)
    found = None if report.figure is None else wording.verdict(indicator, report.figure)
    if found is not None and state == "reported":
        said = talk.text("judged", figure=said, verdict=wording.verdict_name(talk, found))
    return talk.text(
        state,
        year=str(report.year),
        figure=said,
        day=report.reported_on,
        code=report.code,
    )
