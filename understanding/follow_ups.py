"""Follow-ups: a short text that changes one thing about the question before it.

"còn năm 2026?" asks the same of another year, "chỉ quá hạn" narrows the list, "cả nhiệm vụ phối
hợp" widens it, "chi tiết cái thứ hai" picks from it. What is left of the text without its lead is
read by the very grammar of questions; each part that it gives takes the place of the earlier one.
"""

from datetime import date

from domain.model import Model
from domain.query import (
    AgencyTerm,
    FigureRankQuery,
    IndicatorQuery,
    OutOfScope,
    Query,
    RankQuery,
    Shape,
    TaskQuery,
    UnknownAgency,
    UnreportedQuery,
)
from understanding.comparison_follow_ups import figure_rank_changed, rank_changed
from understanding.follow_up_changes import (
    Scene,
    indicators_changed,
    read_rest,
    speaks_besides,
    tasks_changed,
)
from understanding.follow_up_words import TAIL, Lead, find_those, read_lead, read_place
from understanding.lexicon import Lexicon
from understanding.questions import read_question
from understanding.sentence import Sentence

_MOST_WORDS = 30
"""A longer text is no follow-up."""


class BeyondList(Model):
    """A place is asked for that the list just shown does not have."""

    last: int


def follow_up(
    text: str,
    previous: Query,
    shown: tuple[int, ...],
    lexicon: Lexicon,
    today: date,
    own_agency: str | None = None,
) -> Query | BeyondList | None:
    """Return the earlier question as a text changes it, or None if the text stands for itself.

    `shown` are the numbers of the tasks or indicators that answered the earlier question, in their
    order.
    """
    said = Sentence.of(text, lexicon, today)
    if not said.text.tokens or len(said.text.tokens) > _MOST_WORDS:
        return None
    place = read_place(said)
    if place is not None and shown:
        return _picked(place, previous, shown)
    if (about := _of_that_agency(said, previous, lexicon)) is not None:
        return read_question(about, lexicon, today, own_agency)
    lead, start = read_lead(said)
    numbered = isinstance(previous, IndicatorQuery) and bool(said.indicators)
    anew = lead == Lead.TURN and not numbered and _asks_anew(said, start, previous)
    if start == len(said.text.tokens) or anew:
        return None
    alone = read_question(text, lexicon, today, own_agency)
    if lead == Lead.BARE and not isinstance(alone, OutOfScope):
        return None
    rest = TAIL.sub("", said.text.source[said.text.tokens[start].start :])
    return _changed(previous, rest, lead, (lexicon, today, own_agency)) if rest else None


def is_follow_up(text: str, lexicon: Lexicon, today: date) -> bool:
    """Whether a text has the lead of a follow-up and would change a question about tasks."""
    said = Sentence.of(text, lexicon, today)
    if not said.text.tokens:
        return False
    if read_place(said) is not None:
        return True
    if read_lead(said)[0] == Lead.BARE:
        return False
    asked = TaskQuery(agencies=(AgencyTerm(agency=""),))
    return isinstance(follow_up(text, asked, (), lexicon, today), TaskQuery)


def _of_that_agency(said: Sentence, previous: Query, lexicon: Lexicon) -> str | None:
    """Return a question on "sở đó" with the name of the one agency asked about before."""
    asked = previous.tasks if isinstance(previous, UnreportedQuery) else previous
    if not isinstance(asked, TaskQuery | IndicatorQuery) or len(asked.agencies) != 1:
        return None
    agency = asked.agencies[0]
    id_ = agency if isinstance(agency, str) else agency.agency
    for at in find_those(said):
        text = said.text
        before, after = (
            text.source[: text.tokens[at[0]].start],
            text.source[text.tokens[at[1]].end :],
        )
        return f"{before}{lexicon.plan.agency_by_id[id_].name}{after}"
    return None


def _asks_anew(said: Sentence, start: int, previous: Query) -> bool:
    """Whether what follows "còn" is a whole question: "còn việc nào trễ không"."""
    if "thi sao" in " ".join(said.text.folded[-3:]):
        return False
    marks = {"task", "indicator", "which", "how_many", "who", "when"}
    if isinstance(previous, RankQuery | FigureRankQuery):
        marks -= {"which", "who"}
    return any(span.mark in marks and span.start >= start for span in said.spans)


def _picked(place: int, previous: Query, shown: tuple[int, ...]) -> Query | BeyondList:
    if place > len(shown):
        return BeyondList(last=len(shown))
    number = shown[place - 1]
    if isinstance(previous, IndicatorQuery):
        return IndicatorQuery(shape=previous.shape, numbers=(number,), year=previous.year)
    return TaskQuery(shape=Shape.DETAIL, numbers=(number,))


def _changed(previous: Query, rest: str, lead: Lead, scene: Scene) -> Query | None:
    match previous:
        case TaskQuery():
            return tasks_changed(previous, rest, lead, scene)
        case IndicatorQuery():
            return indicators_changed(previous, rest, lead, scene)
        case UnreportedQuery():
            return _unreported_changed(previous, rest, lead, scene)
        case RankQuery():
            return rank_changed(previous, rest, lead, scene)
        case FigureRankQuery():
            return figure_rank_changed(previous, rest, lead, scene)
        case UnknownAgency(indicators=False):
            return tasks_changed(TaskQuery(shape=previous.shape), rest, lead, scene)
        case UnknownAgency():
            return indicators_changed(IndicatorQuery(), rest, lead, scene)
        case _:
            return None


def _unreported_changed(base: UnreportedQuery, rest: str, lead: Lead, scene: Scene) -> Query | None:
    sentence, _ = read_rest("nhiem vu/nhiệm vụ", rest, scene)
    if sentence.has("this_period") and not speaks_besides(sentence):
        return base.model_copy(update={"this_period": True, "period_day": None, "year": None})
    if base.this_period and sentence.times and not sentence.has("due"):
        lexicon, today, own_agency = scene
        anew = read_question(f"ai chưa báo cáo {rest}", lexicon, today, own_agency)
        if isinstance(anew, UnreportedQuery) and anew.this_period and anew.tasks is None:
            return base.model_copy(update={"period_day": anew.period_day, "year": anew.year})
    found = tasks_changed(base.tasks or TaskQuery(), rest, lead, scene)
    if not isinstance(found, TaskQuery):
        return found
    return base.model_copy(update={"tasks": found})
