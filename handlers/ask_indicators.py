"""Indicators that a question asks for: targets for everyone, figures for those who may see them."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from dialogue.kinds import PAGE, OneOf
from dialogue.talk import Talk
from domain.figure import Figures
from domain.indicator_answers import IndicatorAnswer, holds, select_indicators
from domain.person import hidden_from
from domain.query import Condition, IndicatorAsk, IndicatorQuery
from handlers import figure_wording, wording
from handlers.ask_figureless import answer_figureless
from handlers.figure_lines import (
    aims,
    each_agency,
    newest_year,
    plain_line,
    reporting,
    standing_line,
    visible,
)
from handlers.query_reading import indicator_reading
from storage.gate import Reader

_JUDGING = {Condition.REACHED, Condition.EXCEEDED, Condition.NOT_REACHED}
"""Conditions that an indicator without figures neither fulfils nor fails."""


async def answer_indicators(talk: Talk, db: Reader, query: IndicatorQuery) -> None:
    """Answer by the plan, and by the figures where they are asked for."""
    who = query.shape in {IndicatorAsk.WHO, IndicatorAsk.WHO_COUNT}
    if who and query.condition is Condition.WITHOUT_FIGURE:
        await answer_figureless(talk, db, query)
    elif query.shape is IndicatorAsk.FIGURE or query.condition is not None:
        await _by_figures(talk, db, query)
    else:
        answers = select_indicators(query, talk.plan, {})
        await _show(talk, query, answers, lambda each: _plan_line(talk, query, each))


async def _by_figures(talk: Talk, db: Reader, query: IndicatorQuery) -> None:
    hidden = hidden_from(talk.person, talk.plan)
    figures = (await db.figures()).without(hidden)
    everything = select_indicators(
        query.model_copy(update={"condition": None}), talk.plan, figures.latest_values
    )
    asked = [reporting(talk, each.indicator, query.agencies) for each in everything]
    seen = [
        each
        for each, agencies in zip(everything, asked, strict=True)
        if not hidden.issuperset(agencies)
    ]
    if not seen:
        talk.say("figures-not-allowed")
        if query.condition is None:
            await _show(talk, query, everything, lambda each: _plan_line(talk, query, each))
        return
    if not all(map(hidden.isdisjoint, asked)):
        talk.say("figures-own-only", agency=wording.agency_short(talk, talk.person.agency))
    answers = [each for each in seen if query.condition is None or holds(query.condition, each)]
    if len(query.numbers) == 1 and answers:
        _say_one(talk, query, answers[0], figures)
        return

    def line(answer: IndicatorAnswer) -> Markup:
        return standing_line(talk, answer.indicator, figures, query.year, query.agencies)

    also = _judged(talk, query, answers, seen) if query.condition in _JUDGING else ""
    await _show(talk, query, answers, line, also)


def _judged(
    talk: Talk,
    query: IndicatorQuery,
    answers: Sequence[IndicatorAnswer],
    seen: Sequence[IndicatorAnswer],
) -> Markup:
    """What share of the indicators with figures these are, and how many have no figure."""
    judged = sum(bool(each.figures) for each in seen)
    said = []
    if query.shape is IndicatorAsk.COUNT and answers:
        share = f"{len(answers) / judged:.0%}"
        said.append(talk.text("indicators-share", share=share, count=str(judged)))
    if judged < len(seen):
        said.append(talk.text("indicators-silent", count=str(len(seen) - judged)))
    return Markup(" ").join(said)


def _say_one(talk: Talk, query: IndicatorQuery, answer: IndicatorAnswer, figures: Figures) -> None:
    """One indicator: where several agencies report it, each with its own figure."""
    indicator = answer.indicator
    talk.remember(query, [indicator.number])
    agencies = visible(talk, indicator, query.agencies)
    shown = [standing_line(talk, indicator, figures, query.year, query.agencies)]
    if len(agencies) > 1:
        year = query.year or newest_year(talk, indicator, figures, agencies)
        shown += each_agency(talk, indicator, figures, agencies, year)
    talk.say(
        "indicator-figure", reading=indicator_reading(talk, query), figures=wording.lines(shown)
    )


async def _show(
    talk: Talk,
    query: IndicatorQuery,
    answers: Sequence[IndicatorAnswer],
    line: Callable[[IndicatorAnswer], Markup],
    also: str = "",
) -> None:
    """Show the indicators, and what is also to be said of them."""
    reading = indicator_reading(talk, query)
    talk.remember(query, [each.indicator.number for each in answers])
    if not answers:
        talk.say("indicators-none", reading=reading, also=also)
        return
    if query.shape is IndicatorAsk.COUNT:
        numbers = ", ".join(f"CT {each.indicator.number}" for each in answers)
        count = str(len(answers))
        talk.say("indicators-count", reading=reading, count=count, numbers=numbers, also=also)
        return

    def page(number: int) -> Markup:
        return wording.lines([line(each) for each in answers[number * PAGE : (number + 1) * PAGE]])

    answer = await talk.ask(
        "indicators",
        OneOf(
            answers,
            key=lambda each: str(each.indicator.number),
            label=lambda each: f"CT {each.indicator.number}",
            own_number=lambda each: each.indicator.number,
        ),
        loose=True,
        reading=reading,
        indicators=page,
        also=also,
    )
    talk.hand_over("indicator_detail", indicator=answer.indicator.number)


def _plan_line(talk: Talk, query: IndicatorQuery, answer: IndicatorAnswer) -> Markup:
    indicator = answer.indicator
    if query.shape is IndicatorAsk.WHO:
        said = talk.text("indicator-who", agency=figure_wording.leads(talk, indicator))
    elif query.year is None or query.year in indicator.targets:
        said = aims(talk, indicator, query.year)
    else:
        said = talk.text(
            "target-none", year=str(query.year), targets=figure_wording.targets(talk, indicator)
        )
    return plain_line(talk, indicator, said)
