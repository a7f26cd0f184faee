"""Questions that compare: agencies by their tasks, figures with each other and with targets.

The words that compare and the nouns of what is compared are set aside; what is left is read by
the grammar of tasks or of indicators, and says by what the agencies are compared.
"""

from dataclasses import dataclass

from domain.agency import AgencyKind
from domain.query import (
    Condition,
    FigureRankQuery,
    IndicatorAsk,
    IndicatorQuery,
    Order,
    Part,
    Query,
    RankQuery,
    Shape,
    TaskQuery,
    TaskState,
    UnreportedQuery,
)
from understanding import comparison_words as said
from understanding.agency_kinds import KindNoun, kind_nouns, kinds_of
from understanding.folding import toned
from understanding.indicator_questions import read_indicator_question
from understanding.report_subjects import no_figure
from understanding.sentence import Sentence
from understanding.task_questions import read_task_question, states_of

_ANCHORS = ("task", "state", "part", "told", "due", "group")


@dataclass(frozen=True)
class Cue:
    """What compares: the order, whether agencies are only counted, the places of its words."""

    order: Order
    places: frozenset[int]
    counts: bool = False
    judges: bool = False
    """Whether agencies are judged good or bad, by the share of what is done."""


def read_comparison(sentence: Sentence, own_agency: str | None) -> Query | None:
    """Return the comparison that a sentence asks for, or None if it compares nothing."""
    nouns = kind_nouns(sentence)
    cue = _cue(sentence, nouns)
    if cue is None:
        return None
    targets = _against_targets(sentence, cue)
    if targets is not None:
        return targets
    ranked = bool(_phrases(sentence.text.folded, said.RANK))
    if not (nouns or ranked or sentence.has("who")) and len(_named(sentence)) < 2:
        return None
    places = set(cue.places) | {n for noun in nouns for n in range(noun.start, noun.end)}
    places |= {n for span in sentence.having("who") for n in range(span.start, span.end)}
    return _lacking(sentence, cue, nouns) or _compared(sentence, cue, nouns, places, own_agency)


def _named(sentence: Sentence) -> tuple[str, ...]:
    return tuple(id_ for each in sentence.mentions if each.known for id_ in each.agencies)


def _cue(sentence: Sentence, nouns: list[KindNoun]) -> Cue | None:
    return (
        _superlative(sentence)
        or _at_an_end(sentence)
        or _more(sentence)
        or _side_by_side(sentence)
        or _ranked(sentence, nouns)
        or _counted(sentence, nouns)
        or _those_who_reported(sentence, nouns)
    )


def _superlative(sentence: Sentence) -> Cue | None:
    words, tokens = sentence.text.folded, sentence.text.tokens
    for n, word in enumerate(words):
        if word == "nhat":
            wrong = tokens[n].accented and tokens[n].toned != toned("nhất")
            if wrong or not n or words[n - 1] in said.NOT_SUPERLATIVE or _is_limit(sentence, n):
                continue
        elif word not in said.SUPERLATIVE:
            continue
        return _by_amount(sentence, {n})
    return None


def _at_an_end(sentence: Sentence) -> Cue | None:
    """Read "dẫn đầu", "đứng cuối"."""
    words = sentence.text.folded
    top, bottom = _phrases(words, said.TOP), _phrases(words, said.BOTTOM)
    if not (top or bottom):
        return None
    return Cue(Order.MOST if top else Order.FEWEST, frozenset(top | bottom), judges=True)


def _is_limit(sentence: Sentence, n: int) -> bool:
    """Whether "chậm nhất" limits a time: "chậm nhất 2026", not "ai chậm nhất năm 2025"."""
    limits = any(time.start <= n - 1 and n < time.end for time in sentence.times)
    return limits and (n < 2 or sentence.text.folded[n - 2] not in {"nao", "ai", "bi"})


def _more(sentence: Sentence) -> Cue | None:
    words, tokens = sentence.text.folded, sentence.text.tokens
    more = {n for n, word in enumerate(words) if word == "hon" and (
        not tokens[n].accented or tokens[n].toned == toned("hơn"))}  # fmt: skip
    more |= {n for n, word in enumerate(words) if word in {"more", "fewer", "less"}}
    between = {n for n, word in enumerate(words) if word in {"giua", "between"}}
    return _by_amount(sentence, more | between) if more and len(_named(sentence)) > 1 else None


def _by_amount(sentence: Sentence, found: set[int]) -> Cue:
    words = sentence.text.folded
    amounts = {
        n for n, word in enumerate(words)
        if word in said.AMOUNT and words[n - 1 : n] != ("bao",)
    }  # fmt: skip
    judged = {n for n, word in enumerate(words) if word in said.BAD | said.GOOD}
    near = {n for n in judged if n in found or n + 1 in found}
    few = any(words[n] in said.FEWEST for n in amounts | found)
    bad = any(words[n] in said.BAD for n in near)
    order = Order.FEWEST if few or bad else Order.MOST
    kept = {n for n in found if words[n] in said.LATE}
    places = frozenset((found | amounts | near | _tops(words)) - kept)
    return Cue(order=order, places=places, judges=bool(near))


def _tops(words: tuple[str, ...]) -> set[int]:
    """The places of "top 5"."""
    found = {n for n, word in enumerate(words) if word == "top"}
    return found | {n + 1 for n in found if words[n + 1 : n + 2] and words[n + 1].isdecimal()}


def _side_by_side(sentence: Sentence) -> Cue | None:
    places = _phrases(sentence.text.folded, said.COMPARE)
    if not places:
        return None
    few = len(_named(sentence)) > 1
    return Cue(Order.EACH if few else Order.MOST, frozenset(places), judges=not few)


def _ranked(sentence: Sentence, nouns: list[KindNoun]) -> Cue | None:
    words = sentence.text.folded
    places = _phrases(words, said.RANK) | _tops(words)
    each = {n.start - 1 for n in nouns if n.start and words[n.start - 1] in said.EACH}
    spoken = bool(nouns) or (bool(places) and sentence.has("state", "part"))
    if not spoken or not (places or (each and sentence.has("how_many"))):
        return None
    counting = {n for span in sentence.having("how_many") for n in range(span.start, span.end)}
    by_number = bool(each) or sentence.has("how_many", "state", "task")
    few = bool({"thap", "it"} & set(words)) and "len" in words
    order = Order.FEWEST if few else Order.MOST
    amounts = {n for n, word in enumerate(words) if word in said.AMOUNT | {"xuong", "len"}}
    return Cue(order, frozenset(places | each | counting | amounts), judges=not by_number)


def _counted(sentence: Sentence, nouns: list[KindNoun]) -> Cue | None:
    """How many agencies: "bao nhiêu sở", "mấy đơn vị"."""
    words = sentence.text.folded
    for noun in nouns:
        for length in (2, 1):
            counting = words[max(0, noun.start - length) : noun.start]
            if counting in said.COUNT or (length == 1 and _is_number_of(sentence, noun)):
                places = range(noun.start - length, noun.end)
                return Cue(Order.MOST, frozenset(places), counts=True)
    return None


def _is_number_of(sentence: Sentence, noun: KindNoun) -> bool:
    """Whether "số" stands before, with its mark: without it, it could be "sở"."""
    return noun.start > 0 and sentence.text.tokens[noun.start - 1].toned == toned("số")


def _those_who_reported(sentence: Sentence, nouns: list[KindNoun]) -> Cue | None:
    reported = sentence.has("told") or any(
        span.value == "reported" for span in sentence.having("state")
    )
    who = sentence.has("who") or any(noun.asked for noun in nouns)
    other = sentence.has("task", "indicator") or sentence.tasks
    return Cue(Order.MOST, frozenset()) if reported and who and not other else None


def _phrases(words: tuple[str, ...], phrases: set[tuple[str, ...]]) -> set[int]:
    return {
        n
        for phrase in phrases
        for at in range(len(words))
        if words[at : at + len(phrase)] == phrase
        for n in range(at, at + len(phrase))
    }


def left_of(sentence: Sentence, places: set[int], noun: str) -> Sentence:
    """Return a sentence without some places, behind a noun that is given as "folded/marked"."""
    kept: list[str] = []
    last = (-1, -1)
    for n, token in enumerate(sentence.text.tokens):
        place = (token.start, token.end)
        if n not in places and place != last:
            kept.append(sentence.text.source[token.start : token.end])
        last = place
    plain, marked = noun.split("/")
    head = marked if sentence.accented else plain
    return Sentence.of(" ".join([head, *kept]), sentence.lexicon, sentence.today)


def _against_targets(sentence: Sentence, cue: Cue) -> FigureRankQuery | None:
    """All indicators by their targets: "chỉ tiêu nào thấp nhất so với mục tiêu"."""
    asked = any(
        sentence.text.folded[span.end : span.end + 1] == ("nao",)
        or sentence.text.folded[span.start - 1 : span.start] in (("which",), ("what",))
        for span in sentence.having("indicator")
    )
    if not asked or sentence.has("task", "who") or cue.counts:
        return None
    years = [time.days.year for time in sentence.times if time.days.year is not None]
    order = Order.FEWEST if said.FAR & set(sentence.text.folded) else cue.order
    return FigureRankQuery(order=order, year=years[0] if years else None)


def _lacking(sentence: Sentence, cue: Cue, nouns: list[KindNoun]) -> Query | None:
    """How many agencies have no figure, or have not reported."""
    if not cue.counts or (sentence.has("task") and not sentence.tasks):
        return None
    kinds = kinds_of(nouns)
    if no_figure(sentence) is not None or any(
        span.value == "none" for span in sentence.having("figures")
    ):
        rest = left_of(sentence, set(cue.places), "ai/ai")
        query = read_indicator_question(rest, None)
        if isinstance(query, IndicatorQuery) and query.condition is Condition.WITHOUT_FIGURE:
            return query.model_copy(update={"shape": IndicatorAsk.WHO_COUNT, "kinds": kinds})
    if not any(span.value == "unreported" for span in sentence.having("state")):
        return None
    tasks = read_task_question(left_of(sentence, set(cue.places), "nhiem vu/nhiệm vụ"), None)
    if tasks is None:
        return None
    plain = tasks.model_copy(update={"states": (), "shape": Shape.LIST, "this_period": False})
    return UnreportedQuery(
        shape=Shape.COUNT,
        this_period=tasks.this_period,
        kinds=kinds,
        tasks=None if plain == TaskQuery() else plain,
    )


def _compared(
    sentence: Sentence, cue: Cue, nouns: list[KindNoun], places: set[int], own: str | None
) -> RankQuery | FigureRankQuery | None:
    anchored = cue.judges or bool(_named(sentence)) or bool(nouns)
    if not (sentence.has(*_ANCHORS) or (anchored and not cue.counts)):
        return None
    kinds = kinds_of(nouns) or _kinds_of_groups(sentence)
    singles = [each for each in sentence.mentions if each.known and not each.all_meant]
    if cue.order is Order.EACH or len(singles) > 1:
        kinds = ()
    figures = _figures(sentence, cue, kinds, places)
    if figures is not None or (cue.judges and sentence.has("indicator")):
        return figures
    share = _phrases(sentence.text.folded, said.SHARE)
    left = left_of(sentence, places | share, "nhiem vu/nhiệm vụ")
    found = read_task_question(left, own)
    if found is None:
        return None
    if found.numbers:
        found = found.model_copy(update={"states": states_of(left)})
    if found.topic is not None and not found.topic.tasks:
        if len(found.topic.words.split()) > 1 or not sentence.has("task"):
            return None
        found = found.model_copy(update={"topic": None})
    parts = {term.part for term in found.agencies} or {
        Part(str(span.value)) for span in left.having("part") if span.value
    }
    tasks = found.model_copy(update={"agencies": (), "together": False, "shape": Shape.LIST})
    if cue.judges and tasks == TaskQuery():
        share, tasks = {0}, TaskQuery(states=(TaskState.DONE,))
    return RankQuery(
        order=cue.order,
        shape=Shape.COUNT if cue.counts else Shape.LIST,
        kinds=kinds,
        agencies=() if kinds else _agencies(sentence, cue, found),
        part=parts.pop() if len(parts) == 1 else Part.INVOLVED if parts else Part.LEAD,
        share=bool(share) and bool(tasks.states),
        tasks=tasks,
    )


def _agencies(sentence: Sentence, cue: Cue, found: TaskQuery) -> tuple[str, ...]:
    named = tuple(term.agency for term in found.agencies)
    return tuple(dict.fromkeys(_named(sentence) if cue.order is Order.EACH else named))


def _kinds_of_groups(sentence: Sentence) -> tuple[AgencyKind, ...]:
    """The kinds of the members where only a group is named: "các huyện"."""
    plan = sentence.lexicon.plan
    named = _named(sentence)
    groups = [id_ for id_ in named if plan.agency_by_id[id_].kind is AgencyKind.GROUP]
    if not groups or len(groups) < len(named):
        return ()
    return tuple(dict.fromkeys(plan.agency_by_id[each].kind for each in plan.expand(*groups)))


def _figures(
    sentence: Sentence, cue: Cue, kinds: tuple[AgencyKind, ...], places: set[int]
) -> FigureRankQuery | None:
    """One indicator's figures, where what is left is its name."""
    if cue.counts or sentence.has("task", "state", "part", "told"):
        return None
    tokens = enumerate(sentence.text.tokens)
    places = places | {n for n, token in tokens if token.toned == toned("đạt")}
    query = read_indicator_question(left_of(sentence, places, "chi tieu/chỉ tiêu"), None)
    if not isinstance(query, IndicatorQuery) or len(query.numbers) != 1:
        return None
    return FigureRankQuery(
        order=cue.order, indicator=query.numbers[0], year=query.year, kinds=kinds
    )
