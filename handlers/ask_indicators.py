"""Indicators that a question asks for, with the plan's targets."""

from markupsafe import Markup

from dialogue.talk import Talk
from domain.answering import IndicatorAnswer, select_indicators
from domain.indicator import Indicator, Target
from domain.query import IndicatorAsk, IndicatorQuery
from handlers import wording
from handlers.query_reading import indicator_reading


def answer_indicators(talk: Talk, query: IndicatorQuery) -> None:
    """Say the targets; figures are not reported yet, and none is invented."""
    wanted = query.model_copy(update={"condition": None})
    answers = select_indicators(wanted, talk.plan, ())
    if query.shape is IndicatorAsk.FIGURE or query.condition is not None:
        talk.say("no-figures")
    shown = [_line(talk, query, answer) for answer in answers]
    talk.say("indicators", reading=indicator_reading(talk, query), indicators=wording.lines(shown))


def _line(talk: Talk, query: IndicatorQuery, answer: IndicatorAnswer) -> Markup:
    indicator = answer.indicator
    if query.shape is IndicatorAsk.WHO:
        leads = ", ".join(wording.agency_short(talk, lead) for lead in indicator.leads)
        targets = talk.text("indicator-who", agency=leads)
    elif query.year is None:
        targets = Markup("; ").join(
            _target(talk, indicator, year, target) for year, target in indicator.targets.items()
        )
    elif query.year in indicator.targets:
        targets = _target(talk, indicator, query.year, indicator.targets[query.year])
    else:
        targets = talk.text("target-none", year=str(query.year))
    return talk.text(
        "indicator-line", number=str(indicator.number), short=indicator.short, targets=targets
    )


def _target(talk: Talk, indicator: Indicator, year: int, target: Target) -> Markup:
    value = talk.text(
        f"target-{target.kind.value.replace('_', '-')}", low=target.low, high=target.high
    )
    name = "target-percent" if indicator.unit == "%" else "target-year"
    return talk.text(name, year=str(year), target=value, unit=indicator.unit)
