"""Follow-ups: a short text that changes one thing about the question before it.

"còn năm 2026?" asks the same of another year, "chỉ quá hạn" narrows the list, "cả nhiệm vụ phối
hợp" widens it, "chi tiết cái thứ hai" picks from it. What is left of the text without its lead is
read by the very grammar of questions; each part that it gives takes the place of the earlier one.
"""

from datetime import date
from typing import Any

from domain.model import Model
from domain.query import (
    AgencyTerm,
    Ambiguous,
    IndicatorAsk,
    IndicatorQuery,
    OutOfScope,
    Part,
    Query,
    Shape,
    TaskQuery,
    Topic,
    UnknownAgency,
    UnreportedQuery,
)
from domain.spans import Years
from understanding.follow_up_words import TAIL, Lead, find_those, read_lead, read_place
from understanding.lexicon import Lexicon
from understanding.questions import read_question
from understanding.sentence import Sentence

_MOST_WORDS = 30
"""A longer text is no follow-up."""
_NOUN = 2
"""Words of the noun that a text is read after: "nhiệm vụ", "chỉ tiêu"."""
_VALUES = ("state", "part", "due", "carried", "starts", "undated", "reached", "this_period")
_TIMES = ("due", "carried_out", "starts", "timing", "undated")


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
    anew = lead == Lead.TURN and not numbered and _asks_anew(said, start)
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


def _asks_anew(said: Sentence, start: int) -> bool:
    """Whether what follows "còn" is a whole question: "còn việc nào trễ không"."""
    if "thi sao" in " ".join(said.text.folded[-3:]):
        return False
    marks = {"task", "indicator", "which", "how_many", "who", "when"}
    return any(span.mark in marks and span.start >= start for span in said.spans)


def _picked(place: int, previous: Query, shown: tuple[int, ...]) -> Query | BeyondList:
    if place > len(shown):
        return BeyondList(last=len(shown))
    number = shown[place - 1]
    if isinstance(previous, IndicatorQuery):
        return IndicatorQuery(shape=previous.shape, numbers=(number,), year=previous.year)
    return TaskQuery(shape=Shape.DETAIL, numbers=(number,))


Scene = tuple[Lexicon, date, str | None]


def _changed(previous: Query, rest: str, lead: Lead, scene: Scene) -> Query | None:
    match previous:
        case TaskQuery():
            return _tasks_changed(previous, rest, lead, scene)
        case IndicatorQuery():
            return _indicators_changed(previous, rest, lead, scene)
        case UnreportedQuery():
            return _unreported_changed(previous, rest, lead, scene)
        case UnknownAgency(indicators=False):
            return _tasks_changed(TaskQuery(shape=previous.shape), rest, lead, scene)
        case UnknownAgency():
            return _indicators_changed(IndicatorQuery(), rest, lead, scene)
        case _:
            return None


def _read(noun: str, rest: str, scene: Scene) -> tuple[Sentence, Query]:
    """Read the rest of a text after the noun that it leaves out, with marks if it has some."""
    plain, marked = noun.split("/")
    text = f"{plain if rest.isascii() else marked} {rest}"
    lexicon, today, own_agency = scene
    return Sentence.of(text, lexicon, today), read_question(text, lexicon, today, own_agency)


def _speaks_besides(sentence: Sentence) -> bool:
    """Whether words are left that mean nothing here."""
    used = [(span.start, span.end) for span in sentence.spans]
    used += [(mention.start, mention.end) for mention in sentence.mentions]
    used += [(time.start, time.end) for time in sentence.times]
    used += [(span.start, span.end) for span, _ in sentence.groups]
    return bool(sentence.rest(used)) or "%" in sentence.text.folded


def _only_values(sentence: Sentence) -> bool:
    """Whether every word after the noun is part of a value: a time, an agency, a state, a group."""
    places = [(span.start, span.end) for span in sentence.having(*_VALUES)]
    places += [(mention.start, mention.end) for mention in sentence.mentions]
    places += [(time.start, time.end) for time in sentence.times]
    places += [(span.start, span.end) for span, _ in sentence.groups]
    covered = {n for start, end in places for n in range(start, end)}
    return covered.issuperset(range(_NOUN, len(sentence.text.tokens)))


def _tasks_changed(base: TaskQuery, rest: str, lead: Lead, scene: Scene) -> Query | None:
    sentence, new = _read("nhiem vu/nhiệm vụ", rest, scene)
    if isinstance(new, TaskQuery) and new.topic is not None and lead != Lead.BARE:
        sentence, new = _by_product(rest, scene) or (sentence, new)
    if isinstance(new, UnknownAgency | Ambiguous) and lead != Lead.BARE:
        return new if isinstance(new, Ambiguous) else new.model_copy(update={"shape": base.shape})
    if not isinstance(new, TaskQuery) or base.numbers or new.numbers:
        return None
    if lead == Lead.BARE and not _only_values(sentence):
        return None
    if (new.topic is not None and not new.topic.tasks) or (
        new.topic is None and _speaks_besides(sentence)
    ):
        return None
    change: dict[str, Any] = {
        **_agencies(base, new, sentence, widen=lead == Lead.WIDEN),
        **_times(base, new, sentence),
        **_content(base, new, narrow=lead == Lead.NARROW),
    }
    if new.shape is Shape.COUNT:
        change["shape"] = Shape.COUNT
    changed = base.model_copy(update=change)
    return changed if change and (changed != base or lead != Lead.BARE) else None


def _by_product(rest: str, scene: Scene) -> tuple[Sentence, Query] | None:
    """Read the rest as a kind of product and nothing else: "chỉ đề án"."""
    sentence, found = _read("nhiem vu co san pham la/nhiệm vụ có sản phẩm là", rest, scene)
    only = isinstance(found, TaskQuery) and found.products and found.topic is None
    return (sentence, found) if only else None


def _agencies(
    base: TaskQuery, new: TaskQuery, sentence: Sentence, *, widen: bool
) -> dict[str, Any]:
    """Agencies named take the place of earlier ones in the same part; a part alone is theirs."""
    said = [span for span in sentence.having("part", "own") if span.value]
    if new.agencies:
        terms = new.agencies
        parts = {term.part for term in base.agencies}
        if not said and len(parts) == 1:
            terms = tuple(each.model_copy(update={"part": next(iter(parts))}) for each in terms)
        return {"agencies": terms, "together": new.together, "no_lead": False}
    if said and base.agencies:
        part = Part.INVOLVED if widen else Part(str(said[0].value))
        update = {"part": part, "alone": False}
        return {"agencies": tuple(each.model_copy(update=update) for each in base.agencies)}
    return {}


def _times(base: TaskQuery, new: TaskQuery, sentence: Sentence) -> dict[str, Any]:
    """A time takes the place of the earlier one, in the same role unless it names its own."""
    given = {name: getattr(new, name) for name in _TIMES if getattr(new, name) is not None}
    if not given:
        return {}
    if new.due is not None and not sentence.has("due"):
        days = new.due
        years = Years(
            first=days.first.year if days.first else None,
            last=days.last.year if days.last else None,
        )
        for name in ("carried_out", "starts"):
            if base.due is None and getattr(base, name) is not None:
                given = {name: years}
    return dict.fromkeys(_TIMES) | given


def _content(base: TaskQuery, new: TaskQuery, *, narrow: bool) -> dict[str, Any]:
    change: dict[str, Any] = {}
    if new.states:
        kept = base.states if narrow else ()
        change["states"] = tuple(dict.fromkeys((*kept, *new.states)))
    if new.groups:
        change["groups"] = new.groups
    if new.products or new.no_product:
        change |= {"products": new.products, "no_product": new.no_product}
    if new.no_lead:
        change |= {"no_lead": True, "agencies": ()}
    if new.topic is not None:
        change["topic"] = _both(base.topic, new.topic) if narrow else new.topic
    return change


def _both(one: Topic | None, two: Topic) -> Topic:
    if one is None:
        return two
    tasks = tuple(number for number in one.tasks if number in two.tasks)
    return Topic(words=f"{one.words}, {two.words}", tasks=tasks)


def _indicators_changed(base: IndicatorQuery, rest: str, lead: Lead, scene: Scene) -> Query | None:
    sentence, new = _read("chi tieu/chỉ tiêu", rest, scene)
    if lead == Lead.BARE and not _only_values(sentence):
        return None
    if isinstance(new, Ambiguous) and lead != Lead.BARE:
        return new
    if not isinstance(new, IndicatorQuery) or (not new.numbers and _speaks_besides(sentence)):
        return None
    change: dict[str, Any] = {}
    if new.numbers:
        change["numbers"] = new.numbers
    if new.year is not None and (sentence.times or base.year is None):
        change["year"] = new.year
    if new.condition is not None:
        change["condition"] = new.condition
    if new.agencies:
        change["agencies"] = new.agencies
    if new.shape is IndicatorAsk.COUNT:
        change["shape"] = new.shape
    changed = base.model_copy(update=change)
    return changed if change and (changed != base or lead != Lead.BARE) else None


def _unreported_changed(base: UnreportedQuery, rest: str, lead: Lead, scene: Scene) -> Query | None:
    sentence, _ = _read("nhiem vu/nhiệm vụ", rest, scene)
    if sentence.has("this_period") and not _speaks_besides(sentence):
        return base.model_copy(update={"this_period": True})
    found = _tasks_changed(base.tasks or TaskQuery(), rest, lead, scene)
    if not isinstance(found, TaskQuery):
        return found
    return base.model_copy(update={"tasks": found})
