"""Figures compared: of those who report one indicator, or of all indicators with their targets."""

from decimal import Decimal

from markupsafe import Markup

from dialogue.kinds import OneOf
from dialogue.state import plain_json
from dialogue.talk import Talk
from domain.comparing import FigureScore, rank_figures
from domain.figure import Figures
from domain.query import FigureRankQuery, IndicatorAsk, IndicatorQuery
from handlers import figure_wording, wording
from handlers.figure_lines import newest_year, standing_line, visible
from handlers.query_reading import figure_rank_reading, kinds_reading
from storage.gate import Reader

_TENTH = Decimal("0.1")


async def answer_figure_ranks(talk: Talk, db: Reader, query: FigureRankQuery) -> None:
    """Answer with the figures in order, of those agencies whose figures the asker may see."""
    talk.remember(query)
    if not all(
        len(visible(talk, each)) == len(talk.plan.measured_by(each.number))
        for each in talk.plan.indicators
        if query.indicator in (None, each.number)
    ):
        talk.say("figures-not-allowed")
        return
    figures = await db.figures()
    if query.indicator is not None and not _reporting(talk, query, query.indicator):
        _say_not_theirs(talk, query, query.indicator, figures)
        return
    year = query.year or _year(talk, query, figures)
    scores = rank_figures(query, talk.plan, figures.values, year)
    reading = figure_rank_reading(talk, query, year)
    if not scores:
        talk.say("figure-rank-none", reading=reading)
        return
    await _list(talk, query, scores, reading, year)


async def _list(
    talk: Talk,
    query: FigureRankQuery,
    scores: tuple[FigureScore, ...],
    reading: Markup,
    year: int,
) -> None:
    silent = 0
    if query.indicator is not None:
        silent = len(_reporting(talk, query, query.indicator)) - len(scores)
    chosen = await talk.ask(
        "figure-rank",
        OneOf(
            scores,
            key=lambda each: f"{each.figure.indicator}/{each.figure.agency}",
            label=lambda each: _label(talk, each),
        ),
        loose=True,
        reading=reading,
        silent=talk.text("figure-rank-silent", count=str(silent)) if silent else "",
    )
    asked = IndicatorQuery(
        shape=IndicatorAsk.FIGURE,
        numbers=(chosen.figure.indicator,),
        agencies=(chosen.figure.agency,),
        year=year,
    )
    talk.hand_over("ask", text="", query=plain_json(asked))


def _reporting(talk: Talk, query: FigureRankQuery, indicator: int) -> list[str]:
    named = set(talk.plan.expand(*query.agencies))
    return [
        agency
        for agency in talk.plan.measured_by(indicator)
        if (not named or agency in named)
        and (not query.kinds or talk.plan.agency_by_id[agency].kind in query.kinds)
    ]


def _say_not_theirs(talk: Talk, query: FigureRankQuery, number: int, figures: Figures) -> None:
    """None of those asked about reports the indicator: say who does, and the figure."""
    indicator = talk.plan.indicator_by_number[number]
    talk.say(
        "figure-rank-not-theirs",
        number=str(number),
        short=indicator.short,
        lead=figure_wording.leads(talk, indicator),
        agencies=kinds_reading(talk, query.kinds),
        line=standing_line(talk, indicator, figures, query.year),
    )


def _year(talk: Talk, query: FigureRankQuery, figures: Figures) -> int:
    """The newest year with figures; of all indicators, the newest one with targets too."""
    if query.indicator is not None:
        indicator = talk.plan.indicator_by_number[query.indicator]
        return newest_year(talk, indicator, figures, _reporting(talk, query, query.indicator))
    known = talk.plan.indicator_by_number
    years = [
        each.year
        for each in figures.values
        if each.indicator in known and each.year in known[each.indicator].targets
    ]
    return max(years, default=talk.now.year - 1)


def _label(talk: Talk, score: FigureScore) -> str:
    figure = score.figure
    indicator = talk.plan.indicator_by_number[figure.indicator]
    agency = wording.agency_short(talk, figure.agency)
    value = figure_wording.value(talk, indicator, figure)
    if score.share is None:
        return talk.plain("figure-rank-line", agency=agency, figure=value, place=str(score.place))
    several = len(talk.plan.measured_by(figure.indicator)) > 1
    return talk.plain(
        "figure-rank-target-of" if several else "figure-rank-target",
        number=str(figure.indicator),
        agency=agency,
        figure=value,
        share=score.share.quantize(_TENTH),
    )
