"""Questions that compare: agencies by their tasks, figures with each other and with targets.

The words that compare and the nouns of what is compared are set aside; what is left is read by
the grammar of tasks or of indicators, and says by what the agencies are compared.
"""

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
from understanding.comparison_cues import Cue, find_cue, named, phrases
from understanding.folding import toned
from understanding.indicator_questions import read_indicator_question
from understanding.report_subjects import no_figure
from understanding.sentence import Sentence
from understanding.task_questions import read_task_question, states_of, unjudged
from understanding.task_times import asks_period, period_day, period_places, period_year

_ANCHORS = ("task", "state", "part", "told", "due", "group")


def read_comparison(sentence: Sentence, own_agency: str | None) -> Query | None:
    """Return the comparison that a sentence asks for, or None if it compares nothing."""
    nouns = kind_nouns(sentence)
    cue = find_cue(sentence, nouns)
    if cue is None:
        return None
    targets = _against_targets(sentence, cue)
    if targets is not None:
        return targets
    ranked = bool(phrases(sentence.text.folded, said.RANK))
    spoken = nouns or ranked or sentence.has("who") or _gives_most(sentence, cue)
    if not spoken and len(named(sentence)) < 2:
        return None
    places = set(cue.places) | {n for noun in nouns for n in range(noun.start, noun.end)}
    places |= {n for span in sentence.having("who") for n in range(span.start, span.end)}
    return _lacking(sentence, cue, nouns) or _compared(sentence, cue, nouns, places, own_agency)


def _gives_most(sentence: Sentence, cue: Cue) -> bool:
    """Whether an agency is asked for by its part alone: "chủ trì nhiều nhiệm vụ nhất"."""
    words = {sentence.text.folded[n] for n in cue.places}
    counted = sentence.has("part") and sentence.has("task", "item")
    return counted and not sentence.mentions and bool(words & {"nhieu", "it"})


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
    of_period = asks_period(sentence)
    if not cue.counts or (sentence.has("task") and not sentence.tasks and not of_period):
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
    places = set(cue.places) | period_places(sentence)
    tasks = read_task_question(left_of(sentence, places, "nhiem vu/nhiệm vụ"), None)
    if tasks is None:
        return None
    plain = unjudged(tasks)
    return UnreportedQuery(
        shape=Shape.COUNT,
        this_period=of_period,
        period_day=period_day(sentence),
        year=period_year(sentence),
        kinds=kinds,
        tasks=None if plain == TaskQuery() else plain,
    )


def _compared(
    sentence: Sentence, cue: Cue, nouns: list[KindNoun], places: set[int], own: str | None
) -> RankQuery | FigureRankQuery | None:
    anchored = cue.judges or bool(named(sentence)) or bool(nouns)
    if not (sentence.has(*_ANCHORS) or (anchored and not cue.counts)):
        return None
    kinds = kinds_of(nouns) or _kinds_of_groups(sentence)
    singles = [each for each in sentence.mentions if each.known and not each.all_meant]
    if cue.order is Order.EACH or len(singles) > 1:
        kinds = ()
    figures = _figures(sentence, cue, kinds, places)
    if figures is not None or (cue.judges and sentence.has("indicator")):
        return figures
    share = phrases(sentence.text.folded, said.SHARE)
    left = left_of(sentence, places | share, "nhiem vu/nhiệm vụ")
    found = read_task_question(left, own)
    if found is None:
        return None
    if found.numbers:
        found = found.model_copy(update={"states": states_of(left)})
    found = _by_product(left, found)
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


def _by_product(left: Sentence, found: TaskQuery) -> TaskQuery:
    """Take a topic that is the name of a product for the product: "nhiều đề án nhất"."""
    for span in left.having("item"):
        if found.topic is not None and left.text.slice(span.start, span.end) == found.topic.words:
            return found.model_copy(update={"topic": None, "products": span.value})
    return found


def _agencies(sentence: Sentence, cue: Cue, found: TaskQuery) -> tuple[str, ...]:
    terms = tuple(term.agency for term in found.agencies)
    return tuple(dict.fromkeys(named(sentence) if cue.order is Order.EACH else terms))


def _kinds_of_groups(sentence: Sentence) -> tuple[AgencyKind, ...]:
    """The kinds of the members where only a group is named: "các huyện"."""
    plan = sentence.lexicon.plan
    ids = named(sentence)
    groups = [id_ for id_ in ids if plan.agency_by_id[id_].kind is AgencyKind.GROUP]
    if not groups or len(groups) < len(ids):
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
