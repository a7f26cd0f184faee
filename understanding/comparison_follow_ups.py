"""Follow-ups of comparisons: another year, other agencies, the other end, another condition."""

from typing import Any

from domain.agency import AgencyKind
from domain.query import (
    AgencyTerm,
    FigureRankQuery,
    IndicatorQuery,
    Order,
    Query,
    RankQuery,
    TaskQuery,
)
from understanding.agency_kinds import kind_nouns, kinds_of
from understanding.comparison_cues import find_cue
from understanding.follow_up_changes import (
    Scene,
    indicators_changed,
    tasks_changed,
)
from understanding.follow_up_words import Lead
from understanding.sentence import Sentence


def rank_changed(base: RankQuery, rest: str, lead: Lead, scene: Scene) -> Query | None:
    """Return a comparison of agencies as the rest of a text changes it.

    One agency named beside those compared joins them; where kinds are compared, its tasks are
    listed.
    """
    if (change := _compared_otherwise(rest, scene)) is not None:
        return base.model_copy(update=change)
    found = tasks_changed(base.tasks, rest, lead, scene)
    if not isinstance(found, TaskQuery):
        return found
    if not found.agencies:
        return base.model_copy(update={"tasks": found})
    if not base.agencies:
        terms = tuple(each.model_copy(update={"part": base.part}) for each in found.agencies)
        return found.model_copy(update={"agencies": terms})
    named = tuple(dict.fromkeys((*base.agencies, *_ids(found.agencies))))
    return base.model_copy(update={"agencies": named})


def figure_rank_changed(base: FigureRankQuery, rest: str, lead: Lead, scene: Scene) -> Query | None:
    """Return a comparison of figures as the rest of a text changes it."""
    if (change := _compared_otherwise(rest, scene)) is not None:
        return base.model_copy(update=change)
    numbers = () if base.indicator is None else (base.indicator,)
    asked = IndicatorQuery(numbers=numbers, year=base.year)
    found = indicators_changed(asked, rest, lead, scene)
    if not isinstance(found, IndicatorQuery) or len(found.numbers) > 1 or found.agencies:
        return None
    number = found.numbers[0] if found.numbers else None
    return base.model_copy(update={"indicator": number, "year": found.year})


def _ids(terms: tuple[AgencyTerm, ...]) -> tuple[str, ...]:
    return tuple(term.agency for term in terms)


def _compared_otherwise(rest: str, scene: Scene) -> dict[str, Any] | None:
    """Other kinds ("còn các huyện?"), the other end ("còn ít nhất?"), or None if more is said."""
    every = "cac" if rest.isascii() else "các"
    sentence = Sentence.of(f"{every} {rest}", scene[0], scene[1])
    nouns = kind_nouns(sentence)
    cue = find_cue(sentence, nouns)
    plan = sentence.lexicon.plan
    groups = [each for each in sentence.mentions if each.known and all(
        plan.agency_by_id[id_].kind is AgencyKind.GROUP for id_ in each.agencies)]  # fmt: skip
    if sentence.times or len(groups) < len(sentence.mentions):
        return None
    change: dict[str, Any] = {}
    if cue is not None and cue.order in {Order.MOST, Order.FEWEST} and not cue.counts:
        change["order"] = cue.order
    if nouns or groups:
        ids = [id_ for each in groups for id_ in each.agencies]
        members = tuple(dict.fromkeys(plan.agency_by_id[each].kind for each in plan.expand(*ids)))
        change |= {"kinds": kinds_of(nouns) or members, "agencies": ()}
    covered = {n for noun in nouns for n in range(noun.start, noun.end)}
    covered |= {n for each in groups for n in range(each.start, each.end)}
    covered |= set(cue.places) if cue is not None else set()
    covered |= {n for span in sentence.having("who", "which") for n in range(span.start, span.end)}
    words = enumerate(sentence.text.folded)
    said = all(n in covered or word in {"?", "cac"} for n, word in words)
    return change if change and said else None
