"""Who has no figure: each agency for the indicators that it reports itself, none left out."""

from collections import defaultdict

from markupsafe import Markup, escape

from dialogue.talk import Talk
from domain.figure import Figures
from domain.person import hidden_from
from domain.query import IndicatorAsk, IndicatorQuery
from handlers import wording
from handlers.figure_wording import period_today
from handlers.query_reading import indicator_reading
from storage.gate import Reader

NAMED = 3
"""So many agencies of one indicator are named where several indicators are listed."""


async def answer_figureless(talk: Talk, db: Reader, query: IndicatorQuery) -> None:
    """List the agencies without a figure for a year; an officer sees only the own one."""
    year = query.year or period_today(talk).year
    query = query.model_copy(update={"year": year})
    talk.remember(query)
    pairs = _measured(talk, query)
    hidden = hidden_from(talk.person, talk.plan)
    seen = [pair for pair in pairs if pair[0] not in hidden]
    if pairs and not seen:
        talk.say("figures-not-allowed")
        return
    if len(seen) < len(pairs):
        talk.say("figures-own-only", agency=wording.agency_short(talk, talk.person.agency))
    missing = _missing(talk, await db.figures(), seen, year)
    reading = indicator_reading(talk, query)
    if not missing:
        talk.say("figureless-none", reading=reading)
        return
    if query.shape is IndicatorAsk.WHO_COUNT:
        lacking = {name for named in missing.values() for name in named}
        all_ = len({agency for agency, _ in seen})
        talk.say("figureless-count", reading=reading, count=str(len(lacking)), all=str(all_))
        return
    most = NAMED if len(missing) > 1 else None
    shown = [
        talk.text(
            "figureless-indicator",
            number=str(number),
            short=talk.plan.indicator_by_number[number].short,
            agencies=_shortened(talk, named, most),
        )
        for number, named in missing.items()
    ]
    talk.say("figureless", reading=reading, indicators=wording.lines(shown))


def _measured(talk: Talk, query: IndicatorQuery) -> list[tuple[str, int]]:
    """Every agency asked about with every indicator asked about that it reports."""
    asked = set(talk.plan.expand(*query.agencies))
    return [
        (agency, indicator.number)
        for indicator in talk.plan.indicators
        if not query.numbers or indicator.number in query.numbers
        for agency in talk.plan.measured_by(indicator.number)
        if (not asked or agency in asked)
        and (not query.kinds or talk.plan.agency_by_id[agency].kind in query.kinds)
    ]


def _shortened(talk: Talk, named: list[Markup], most: int | None) -> Markup:
    """The names, where there are many only the first of them and how many more."""
    if most is None or len(named) <= most + 1:
        return Markup(", ").join(named)
    shown = Markup(", ").join(named[:most])
    return talk.text("figureless-more", agencies=shown, count=str(len(named) - most))


def _missing(
    talk: Talk, figures: Figures, pairs: list[tuple[str, int]], year: int
) -> dict[int, list[Markup]]:
    """The names of those without a figure, indicator by indicator."""
    found: defaultdict[int, list[Markup]] = defaultdict(list)
    for agency, number in pairs:
        report = figures.of(number, agency, year)
        name = wording.agency_short(talk, agency)
        if report is None:
            found[number].append(escape(name))
        elif report.figure is None:
            found[number].append(talk.text("figureless-explained", agency=name))
    return dict(found)
