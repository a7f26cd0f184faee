"""After a figure is filed: its lookup code, what is still owed this year, what to type next."""

from markupsafe import Markup

from dialogue.talk import Talk
from domain.figure import FigureReport
from domain.indicator import Indicator
from handlers import figure_wording as wording
from handlers.review_news import after_filing
from handlers.wording import lines, period_name
from storage.gate import Reader

NAMED = 3


async def say_receipt(talk: Talk, db: Reader, indicator: Indicator, figure: FigureReport) -> None:
    """Acknowledge a figure; this is what the officer keeps. What is owed waits for the last one."""
    receipt = talk.text(
        "receipt",
        number=str(indicator.number),
        year=str(figure.year),
        figure=wording.reported(talk, indicator, figure),
        time=figure.filed_at,
        day=figure.filed_at,
        code=figure.code,
    )
    review = await after_filing(talk, db, [figure])
    quiet = talk.given("follows") or figure.by_agency is not None
    owed = [] if quiet else await figures_owed(talk, db)
    talk.say("filed", text=lines([receipt, *review, *owed, talk.text("withdraw")]))


async def figures_owed(talk: Talk, db: Reader) -> list[Markup]:
    """Lines on the indicators the agency has reported nothing on this period, and how to go on."""
    owed = await db.owed_figures(talk.person.agency)
    left = [each.indicator for each in owed if each.report is None]
    period = period_name(talk, wording.period_today(talk))
    if not left:
        return [talk.text("figures-all-reported", period=period)]
    named = ", ".join(f"CT {number}" for number in left[:NAMED])
    rest = len(left) - NAMED
    shown = talk.text("figures-owed-more", named=named, rest=str(rest)) if rest > 0 else named
    return [
        talk.text("figures-owed", period=period, count=str(len(left)), indicators=shown),
        talk.text("figures-go-on", number=str(left[0])),
    ]
