"""Questions by the names of agencies that have ended, asked of those that came after them."""

from collections.abc import Iterable, Mapping

from domain.plan import Plan
from domain.query import (
    AgencyTerm,
    FigureRankQuery,
    IndicatorQuery,
    Query,
    RankQuery,
    TaskQuery,
    TimesQuery,
    UnreportedQuery,
)
from domain.succession import came_after

Successors = Mapping[str, tuple[str, ...]]
"""The agencies of a question that have ended, each with who is there now."""


def successors_in(query: Query, plan: Plan) -> Successors:
    """Return which agencies a question names that have ended, and who came after them."""
    return {
        agency: came_after(plan, agency)
        for agency in dict.fromkeys(_named(query))
        if agency in plan.agency_by_id and plan.agency_by_id[agency].valid_to is not None
    }


def with_successors(query: Query, successors: Successors) -> Query:
    """Return the question asked of who came after; each alternative of a split takes its place."""
    match query:
        case TaskQuery():
            return _of_tasks(query, successors)
        case IndicatorQuery():
            return _of_indicators(query, successors)
        case FigureRankQuery():
            return query.model_copy(update={"agencies": _now(query.agencies, successors)})
        case RankQuery():
            return query.model_copy(
                update={
                    "agencies": _now(query.agencies, successors),
                    "tasks": _of_tasks(query.tasks, successors),
                }
            )
        case UnreportedQuery(tasks=TaskQuery() as tasks):
            return query.model_copy(update={"tasks": _of_tasks(tasks, successors)})
        case TimesQuery():
            indicators = query.indicators
            return query.model_copy(
                update={
                    "tasks": _of_tasks(query.tasks, successors),
                    "indicators": indicators and _of_indicators(indicators, successors),
                }
            )
        case _:
            return query


def _named(query: Query) -> Iterable[str]:
    match query:
        case TaskQuery():
            return [term.agency for term in query.agencies]
        case IndicatorQuery() | FigureRankQuery():
            return query.agencies
        case RankQuery():
            return [*query.agencies, *_named(query.tasks)]
        case UnreportedQuery(tasks=TaskQuery() as tasks):
            return _named(tasks)
        case TimesQuery():
            return [*_named(query.tasks), *(query.indicators.agencies if query.indicators else ())]
        case _:
            return ()


def _of_tasks(query: TaskQuery, successors: Successors) -> TaskQuery:
    terms: dict[AgencyTerm, None] = {}
    for term in query.agencies:
        for agency in successors.get(term.agency, (term.agency,)):
            terms[term.model_copy(update={"agency": agency})] = None
    return query.model_copy(update={"agencies": tuple(terms)})


def _of_indicators(query: IndicatorQuery, successors: Successors) -> IndicatorQuery:
    return query.model_copy(update={"agencies": _now(query.agencies, successors)})


def _now(agencies: Iterable[str], successors: Successors) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for agency in agencies:
        found.update(dict.fromkeys(successors.get(agency, (agency,))))
    return tuple(found)
