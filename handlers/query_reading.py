"""The line "Tra cứu: …": a query put back into words, from its typed values alone."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from dialogue.talk import Talk
from dialogue.texts import brief
from domain.agency import AgencyKind
from domain.query import (
    AgencyTerm,
    FigureRankQuery,
    IndicatorQuery,
    Order,
    Part,
    RankQuery,
    Shape,
    TaskQuery,
    TaskState,
    Undated,
)
from domain.spans import Days, Years
from handlers.wording import agency_short, period_asked, period_name


def task_reading(talk: Talk, query: TaskQuery) -> Markup:
    """Say which tasks are meant; all of them where nothing narrows the query."""
    parts = [*_agencies(talk, query), *_conditions(talk, query)]
    if not parts:
        return talk.text("all-tasks")
    reading = Markup(", ").join(parts)
    return reading if query.numbers or query.agencies else talk.text("tasks-that", reading=reading)


def indicator_reading(talk: Talk, query: IndicatorQuery) -> Markup:
    """Say which indicators are meant, and what is asked of them."""
    parts = [
        talk.text("indicator", number=str(number), short=_indicator(talk, number))
        for number in query.numbers
    ] or [talk.text("all-indicators")]
    if query.kinds:
        parts.append(kinds_reading(talk, query.kinds))
    parts += [talk.text("followed-by", agency=agency_short(talk, a)) for a in query.agencies]
    if query.condition is not None:
        parts.append(talk.text(f"condition-{query.condition.value.replace('_', '-')}"))
    if query.year is not None:
        parts.append(talk.text("of-year", year=str(query.year)))
    return Markup(", ").join(parts)


def rank_reading(talk: Talk, query: RankQuery) -> Markup:
    """Say which agencies are compared, and by the number or share of which tasks."""
    agencies = _compared(talk, query.kinds, query.agencies)
    tasks = Markup(", ").join(
        [talk.text(f"rank-part-{query.part.value}"), *_conditions(talk, query.tasks)]
    )
    if query.shape is Shape.COUNT:
        return talk.text("rank-counted", agencies=agencies, tasks=tasks)
    name = "rank-share" if query.share else "rank-number"
    measure = talk.text(name, tasks=tasks)
    if query.order is Order.EACH:
        return talk.text("rank-each", agencies=agencies, measure=measure)
    order = talk.text(f"rank-order-{order_name(query.order, share=query.share)}")
    return talk.text("rank-by", agencies=agencies, measure=measure, order=order)


def order_name(order: Order, *, share: bool) -> str:
    """Name an order for a text: shares and figures are high or low, numbers many or few."""
    if share:
        return "lowest" if order is Order.FEWEST else "highest"
    return "fewest" if order is Order.FEWEST else "most"


def figure_rank_reading(talk: Talk, query: FigureRankQuery, year: int) -> Markup:
    """Say which figures are compared, of which year and which agencies."""
    order = talk.text(f"rank-order-{order_name(query.order, share=True)}")
    shown = talk.text("of-year", year=str(year))
    if query.indicator is None:
        return talk.text("rank-targets", year=shown, order=order)
    return talk.text(
        "rank-by",
        agencies=_compared(talk, query.kinds, query.agencies),
        measure=Markup(", ").join(
            [
                talk.text(
                    "indicator",
                    number=str(query.indicator),
                    short=_indicator(talk, query.indicator),
                ),
                shown,
            ]
        ),
        order=order,
    )


def kinds_reading(talk: Talk, kinds: Sequence[AgencyKind]) -> Markup:
    """Name kinds of agencies; all agencies where none are asked for."""
    if not kinds:
        return talk.text("agencies-any")
    return Markup(", ").join(talk.text(f"agencies-{kind.value}") for kind in kinds)


def _compared(talk: Talk, kinds: Sequence[AgencyKind], agencies: Sequence[str]) -> Markup:
    if not agencies:
        return kinds_reading(talk, kinds)
    return Markup(", ").join(escape(agency_short(talk, each)) for each in agencies)


def _conditions(talk: Talk, query: TaskQuery) -> list[Markup]:
    """What a query asks of tasks besides their agencies."""
    return [
        *_numbers(talk, query),
        *_times(talk, query),
        *_states(talk, query),
        *[talk.text("group", group=group) for group in query.groups],
        *_content(talk, query),
        *([] if query.as_of is None else [talk.text("as-of", day=query.as_of)]),
    ]


def _states(talk: Talk, query: TaskQuery) -> list[Markup]:
    """The states; "not reported" is said of this period where that is asked."""
    late = {"over": query.late_over, "under": query.late_under}
    return [
        talk.text(f"late-{name}", days=str(days)) for name, days in late.items() if days is not None
    ] + [
        _in_period(talk, query)
        if query.this_period and state is TaskState.UNREPORTED
        else talk.text(f"state-{state.value.replace('_', '-')}")
        for state in query.states
        if state is not TaskState.OVERDUE or (query.late_over is None and query.late_under is None)
    ]


def _in_period(talk: Talk, query: TaskQuery) -> Markup:
    if query.period_day is None:
        return talk.text("this-period")
    period = period_name(talk, period_asked(talk, query.period_day))
    return talk.text("in-period", period=period)


def _numbers(talk: Talk, query: TaskQuery) -> list[Markup]:
    if not query.numbers:
        return []
    return [talk.text("numbers", numbers=", ".join(f"NV {number}" for number in query.numbers))]


def _agencies(talk: Talk, query: TaskQuery) -> list[Markup]:
    found = []
    for part in Part:
        terms = [term for term in query.agencies if term.part is part]
        if terms:
            names = [_agency(talk, term) for term in terms]
            joint = talk.text("and" if query.together else "or")
            found.append(talk.text(f"part-{part.value}", agency=_joined(names, joint)))
    if query.no_lead:
        found.append(talk.text("no-lead"))
    return found


def _agency(talk: Talk, term: AgencyTerm) -> Markup:
    name = Markup("{}").format(agency_short(talk, term.agency))
    if term.alone:
        return talk.text("alone", agency=name)
    return talk.text("named", agency=name) if term.named else name


def _joined(names: list[Markup], joint: Markup) -> Markup:
    return Markup(" {} ").format(joint).join(names)


def _times(talk: Talk, query: TaskQuery) -> list[Markup]:
    found = []
    if query.due is not None:
        found.append(_due(talk, query.due))
    for name, years in (
        ("carried-out", query.carried_out),
        ("starts", query.starts),
        ("timing", query.timing),
    ):
        if years is not None:
            found.append(talk.text(name, years=_years(talk, years)))
    if query.reported is not None:
        found.append(_reported(talk, query.reported))
    if query.undated is not None:
        found.append(talk.text(f"undated-{Undated(query.undated).value}"))
    return found


def _due(talk: Talk, due: Days) -> Markup:
    if due.year is not None:
        return talk.text("due-year", year=str(due.year))
    if due.first is not None and due.last is not None:
        return talk.text("due-between", first=due.first, last=due.last)
    if due.first is not None:
        return talk.text("due-from", first=due.first)
    return talk.text("due-until", last=due.last)


def _reported(talk: Talk, days: Days) -> Markup:
    if days.first is not None and days.last is not None:
        return talk.text("reported-between", first=days.first, last=days.last)
    if days.first is not None:
        return talk.text("reported-from", first=days.first)
    return talk.text("reported-until", last=days.last)


def _years(talk: Talk, years: Years) -> Markup:
    first, last = years.first, years.last
    if first is not None and last is not None:
        if first == last:
            return talk.text("years-one", year=str(first))
        return talk.text("years-between", first=str(first), last=str(last))
    if first is not None:
        return talk.text("years-from", first=str(first))
    return talk.text("years-until", last=str(last))


def _content(talk: Talk, query: TaskQuery) -> list[Markup]:
    found = [talk.text("product", product=product) for product in query.products]
    if query.no_product:
        found.append(talk.text("no-product"))
    if query.topic is not None:
        found.append(talk.text("topic", words=brief(query.topic.words)))
    return found


def _indicator(talk: Talk, number: int) -> str:
    indicator = talk.plan.indicator_by_number.get(number)
    return "" if indicator is None else indicator.short
