"""What a follow-up changes of a question on tasks or indicators: each part given replaces one."""

from datetime import date
from typing import Any

from domain.query import (
    Ambiguous,
    IndicatorAsk,
    IndicatorQuery,
    Part,
    Query,
    Shape,
    TaskQuery,
    Topic,
    UnknownAgency,
)
from domain.spans import Years
from understanding.follow_up_words import Lead
from understanding.lateness import find_lateness
from understanding.lexicon import Lexicon
from understanding.questions import read_question
from understanding.sentence import Sentence

_NOUN = 2
"""Words of the noun that a text is read after: "nhiệm vụ", "chỉ tiêu"."""
_VALUES = ("state", "part", "due", "carried", "starts", "undated", "reached", "this_period")
_TIMES = ("due", "carried_out", "starts", "timing", "undated")
Scene = tuple[Lexicon, date, str | None]
"""The lexicon, the day and the agency of the person who asks."""


def read_rest(noun: str, rest: str, scene: Scene) -> tuple[Sentence, Query]:
    """Read the rest of a text after the noun that it leaves out, with marks if it has some."""
    plain, marked = noun.split("/")
    text = f"{plain if rest.isascii() else marked} {rest}"
    lexicon, today, own_agency = scene
    return Sentence.of(text, lexicon, today), read_question(text, lexicon, today, own_agency)


def speaks_besides(sentence: Sentence) -> bool:
    """Whether words are left that mean nothing here."""
    used = [(span.start, span.end) for span in sentence.spans]
    used += [(mention.start, mention.end) for mention in sentence.mentions]
    used += [(time.start, time.end) for time in sentence.times]
    used += [(span.start, span.end) for span, _ in sentence.groups]
    used += [(n, n + 1) for n in find_lateness(sentence)[1]]
    return bool(sentence.rest(used)) or "%" in sentence.text.folded


def _only_values(sentence: Sentence) -> bool:
    """Whether every word after the noun is part of a value: a time, an agency, a state, a group."""
    places = [(span.start, span.end) for span in sentence.having(*_VALUES)]
    places += [(mention.start, mention.end) for mention in sentence.mentions]
    places += [(time.start, time.end) for time in sentence.times]
    places += [(span.start, span.end) for span, _ in sentence.groups]
    covered = {n for start, end in places for n in range(start, end)}
    return covered.issuperset(range(_NOUN, len(sentence.text.tokens)))


def tasks_changed(base: TaskQuery, rest: str, lead: Lead, scene: Scene) -> Query | None:
    """Return a question on tasks as the rest of a text changes it, None if it changes nothing."""
    sentence, new = read_rest("nhiem vu/nhiệm vụ", rest, scene)
    if base.late_over is not None or base.late_under is not None:
        late, found = read_rest("nhiem vu qua han/nhiệm vụ quá hạn", rest, scene)
        if find_lateness(late)[0] and not sentence.has("state"):
            sentence, new = late, found
    if isinstance(new, TaskQuery) and new.topic is not None and lead != Lead.BARE:
        sentence, new = _by_product(rest, scene) or (sentence, new)
    if isinstance(new, UnknownAgency | Ambiguous) and lead != Lead.BARE:
        return new if isinstance(new, Ambiguous) else new.model_copy(update={"shape": base.shape})
    if not isinstance(new, TaskQuery) or base.numbers or new.numbers:
        return None
    if lead == Lead.BARE and not _only_values(sentence):
        return None
    if (new.topic is not None and not new.topic.tasks) or (
        new.topic is None and speaks_besides(sentence)
    ):
        return None
    change: dict[str, Any] = {
        **_agencies(base, new, sentence, widen=lead == Lead.WIDEN),
        **(_period(base, rest, sentence, scene) or _times(base, new, sentence)),
        **_content(base, new, narrow=lead == Lead.NARROW),
    }
    if new.shape is Shape.COUNT:
        change["shape"] = Shape.COUNT
    changed = base.model_copy(update=change)
    return changed if change and (changed != base or lead != Lead.BARE) else None


def _by_product(rest: str, scene: Scene) -> tuple[Sentence, Query] | None:
    """Read the rest as a kind of product and nothing else: "chỉ đề án"."""
    sentence, found = read_rest("nhiem vu co san pham la/nhiệm vụ có sản phẩm là", rest, scene)
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


def _period(base: TaskQuery, rest: str, sentence: Sentence, scene: Scene) -> dict[str, Any]:
    """Another period, where it is asked what was not reported in one: "còn quý 4?"."""
    if not base.this_period or not sentence.times or sentence.has("due"):
        return {}
    _, asked = read_rest("nhiem vu chua bao cao/nhiệm vụ chưa báo cáo", rest, scene)
    if not isinstance(asked, TaskQuery) or not asked.this_period:
        return {}
    return {"period_day": asked.period_day}


def _content(base: TaskQuery, new: TaskQuery, *, narrow: bool) -> dict[str, Any]:
    change: dict[str, Any] = {}
    if new.states:
        kept = base.states if narrow else ()
        change["states"] = tuple(dict.fromkeys((*kept, *new.states)))
    if (new.late_over, new.late_under) != (None, None) or (new.states and not narrow):
        change |= {"late_over": new.late_over, "late_under": new.late_under}
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


def indicators_changed(base: IndicatorQuery, rest: str, lead: Lead, scene: Scene) -> Query | None:
    """Return a question on indicators as the rest of a text changes it, None if nothing is."""
    sentence, new = read_rest("chi tieu/chỉ tiêu", rest, scene)
    if lead == Lead.BARE and not _only_values(sentence):
        return None
    if isinstance(new, Ambiguous) and lead != Lead.BARE:
        return new
    if not isinstance(new, IndicatorQuery) or (not new.numbers and speaks_besides(sentence)):
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
