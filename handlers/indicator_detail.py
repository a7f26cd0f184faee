"""One indicator in the plan's own words, its targets, and all figures reported, revised or not."""

from markupsafe import Markup

from dialogue.kinds import Pick
from dialogue.talk import Talk
from domain.figure import FigureReport
from domain.indicator import Indicator
from domain.person import may_report_figure
from handlers import figure_wording as wording
from handlers.figure_lines import counts, each_agency, newest_year, visible
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
    history = await db.figure_history(indicator.number, agencies[0], HISTORY)
    shown: set[int] = set()
    found = []
    for report in history:
        found.append(_reported(talk, indicator, report, revised=report.year in shown))
        shown.add(report.year)
    return found or [talk.text("unreported")]


def _reported(talk: Talk, indicator: Indicator, report: FigureReport, *, revised: bool) -> Markup:
    said = wording.reported(talk, indicator, report)
    found = None if report.figure is None else wording.verdict(indicator, report.figure)
    if found is not None and not revised:
        said = talk.text("judged", figure=said, verdict=wording.verdict_name(talk, found))
    return talk.text(
        "revised" if revised else "reported",
        year=str(report.year),
        figure=said,
        day=report.reported_on,
        code=report.code,
    )
