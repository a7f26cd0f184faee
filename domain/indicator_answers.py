"""Answers to queries about indicators, computed from the plan and the latest figures."""

from collections.abc import Set as AbstractSet
from decimal import Decimal

from domain.figure import Figure, LatestFigures
from domain.indicator import Indicator, Target, Verdict
from domain.model import Model
from domain.plan import Plan
from domain.query import Condition, IndicatorQuery


class IndicatorAnswer(Model):
    """An indicator with the target and the latest figures of the year asked about."""

    indicator: Indicator
    year: int | None
    target: Target | None
    figures: tuple[Figure, ...]

    @property
    def value(self) -> Decimal | None:
        """The reported number, None if none or several agencies each reported their own."""
        return self.figures[0].value if len(self.figures) == 1 else None


def select_indicators(
    query: IndicatorQuery, plan: Plan, figures: LatestFigures
) -> tuple[IndicatorAnswer, ...]:
    """Return the indicators a query asks for; without a year, with their latest figures."""
    asked = frozenset(plan.expand(*query.agencies))
    answers = []
    for indicator in plan.indicators:
        if query.numbers and indicator.number not in query.numbers:
            continue
        if not query.numbers and query.agencies and not _leads(indicator, query, plan):
            continue
        theirs = not asked.isdisjoint(plan.measured_by(indicator.number))
        answer = _answer(indicator, query, asked if theirs else frozenset(), figures)
        if query.condition is None or holds(query.condition, answer):
            answers.append(answer)
    return tuple(answers)


def _leads(indicator: Indicator, query: IndicatorQuery, plan: Plan) -> bool:
    single = set(plan.expand(*indicator.leads)) | set(indicator.leads)
    return not single.isdisjoint(query.agencies)


def _answer(
    indicator: Indicator,
    query: IndicatorQuery,
    asked: AbstractSet[str],
    figures: LatestFigures,
) -> IndicatorAnswer:
    own = list(figures.get(indicator.number, {}).values())
    if asked:
        own = [figure for figure in own if figure.agency in asked]
    year = query.year or max((figure.year for figure in own), default=None)
    found = sorted(
        (figure for figure in own if figure.year == year), key=lambda figure: figure.agency
    )
    target = None if year is None else indicator.targets.get(year)
    return IndicatorAnswer(indicator=indicator, year=year, target=target, figures=tuple(found))


def holds(condition: Condition, answer: IndicatorAnswer) -> bool:
    """Whether an indicator with its figures is as a query asks."""
    if condition is Condition.WITHOUT_FIGURE:
        return not answer.figures
    if condition is Condition.WITH_FIGURE:
        return bool(answer.figures)
    if answer.target is None or not answer.figures:
        return False
    verdicts = {answer.target.verdict(figure.value) for figure in answer.figures}
    if condition is Condition.EXCEEDED:
        return verdicts == {Verdict.EXCEEDED}
    return (Verdict.NOT_REACHED not in verdicts) is (condition is Condition.REACHED)
