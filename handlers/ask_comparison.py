"""Agencies compared by their tasks: ranked with their ties, counted, or side by side."""

from collections.abc import Sequence

from markupsafe import Markup

from dialogue.kinds import OneOf
from dialogue.state import plain_json
from dialogue.talk import Talk
from domain.comparing import Ranking, Score, judges_reports, overview, rank
from domain.person import hidden_from
from domain.query import AgencyTerm, Order, RankQuery, Shape, TaskQuery, TaskState
from domain.standing import Standing
from handlers import wording
from handlers.query_reading import order_name, rank_reading
from storage.gate import Reader

NAMED = 4
"""Up to so many agencies of one place are named."""


async def answer_comparison(talk: Talk, db: Reader, query: RankQuery) -> None:
    """Answer with the agencies in order; how tasks stand is compared only for who sees all."""
    talk.remember(query)
    standing = await db.standing()
    ranking = rank(query, standing, hidden_from(talk.person, talk.plan))
    if ranking.withheld:
        talk.say("rank-not-allowed")
    elif query.order is Order.EACH and not judges_reports(query):
        _side_by_side(talk, query, standing)
    elif not any(score.count for score in ranking.scores):
        talk.say("rank-none", reading=rank_reading(talk, query))
    else:
        await _ranked(talk, query, ranking)


def _side_by_side(talk: Talk, query: RankQuery, standing: Standing) -> None:
    hidden = hidden_from(talk.person, talk.plan)
    lines = []
    for agency in talk.plan.expand(*query.agencies):
        found = overview(agency, standing, seen=agency not in hidden)
        counts = talk.text(
            "overview",
            agency=wording.agency_short(talk, agency),
            leads=str(found.leads),
            coordinates=str(found.coordinates),
        )
        if found.states is not None and found.leads:
            counts = talk.text(
                "overview-states",
                counts=counts,
                done=str(found.states[TaskState.DONE]),
                overdue=str(found.states[TaskState.OVERDUE]),
                unreported=str(found.states[TaskState.UNREPORTED]),
            )
        lines.append(counts)
    talk.say("overviews", reading=rank_reading(talk, query), agencies=wording.lines(lines))


async def _ranked(talk: Talk, query: RankQuery, ranking: Ranking) -> None:
    counted = query.shape is Shape.COUNT
    everyone = query.order is Order.FEWEST
    shown = [score for score in ranking.scores if score.count or everyone]
    others = len(ranking.scores) - len(shown)
    known = [
        talk.text("rank-count", count=str(len(shown)), all=str(len(ranking.scores)))
        if counted
        else _first(talk, query, ranking),
        talk.text("rank-others", count=str(others)) if others and not counted else None,
        _next(talk, query),
    ]
    chosen = await talk.ask(
        "rank",
        OneOf(
            shown, key=lambda score: score.agency, label=lambda score: _label(talk, query, score)
        ),
        loose=True,
        reading=rank_reading(talk, query),
        known=wording.lines(known),
    )
    term = AgencyTerm(agency=chosen.agency, part=query.part)
    tasks = query.tasks.model_copy(update={"agencies": (term,), "numbers": ()})
    talk.hand_over("ask", text="", query=plain_json(tasks))


def _first(talk: Talk, query: RankQuery, ranking: Ranking) -> Markup:
    """Who comes first, and honestly how many share that place."""
    first = ranking.first
    amount = _amount(talk, query, first[0], alike=len({score.of for score in first}) == 1)
    name = "rank-first" if len(first) == 1 else "rank-tied"
    return talk.text(
        name,
        top=talk.text(f"rank-top-{order_name(query.order, share=query.share)}"),
        agencies=_names(talk, first),
        count=str(len(first)),
        amount=amount,
    )


def _names(talk: Talk, scores: Sequence[Score]) -> Markup:
    named = ", ".join(wording.agency_short(talk, score.agency) for score in scores[:NAMED])
    if len(scores) <= NAMED:
        return Markup("{}").format(named)
    return talk.text("rank-and-others", agencies=named, count=str(len(scores) - NAMED))


def _amount(talk: Talk, query: RankQuery, score: Score, *, alike: bool = True) -> Markup:
    if query.share and not alike:
        return talk.text("rank-percent", percent=str(score.count * 100 // score.of))
    if judges_reports(query) and alike:
        return talk.text("rank-amount-of", count=str(score.count), all=str(score.of))
    return talk.text("rank-amount", count=str(score.count))


def _label(talk: Talk, query: RankQuery, score: Score) -> str:
    name = "rank-line-of" if judges_reports(query) else "rank-line"
    if query.shape is Shape.COUNT:
        name = "rank-line-counted"
    return talk.plain(
        name,
        agency=wording.agency_short(talk, score.agency),
        count=str(score.count),
        all=str(score.of),
        place=str(score.place),
    )


def _next(talk: Talk, query: RankQuery) -> Markup | None:
    """Other comparisons in words, for who may see how tasks stand."""
    plain = query.model_copy(update={"tasks": TaskQuery(), "order": Order.MOST})
    hidden = hidden_from(talk.person, talk.plan)
    if talk.is_detour or hidden or plain != RankQuery():
        return None
    overdue = query.tasks == TaskQuery(states=(TaskState.OVERDUE,))
    words = [talk.text("rank-next-done")] if overdue else [talk.text("rank-next-overdue")]
    words.append(talk.text("rank-next-districts"))
    return talk.text("next", words=Markup(" · ").join(words))
