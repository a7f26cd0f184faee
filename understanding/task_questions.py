"""Questions about tasks: agencies and their part, times, states, groups, products, topics."""

from collections.abc import Iterable
from itertools import pairwise

from domain.query import (
    AgencyTerm,
    Days,
    Part,
    Shape,
    TaskQuery,
    TaskState,
    Topic,
    Undated,
    Years,
)
from understanding.citations import cited
from understanding.phrases import Span
from understanding.sentence import Sentence
from understanding.times import TimeSpan
from understanding.topic_questions import FoundTopic, find_topic

_STRONG = {"nhiem vu", "task", "tasks", "dau viec", "assignment", "assignments", "hang muc"}
_GIVES = {
    "co",
    "la",
    "ra",
    "lam",
    "lap",
    "trinh",
    "nop",
    "bang",
    "produce",
    "produces",
    "have",
    "has",
}
_MOST_WORDS = 10_000
Place = tuple[int, int, tuple[str, ...]]
"""Where agencies are named, and which."""
_MARKS_OF_TIME = ("due", "carried", "starts", "timing")


def read_task_question(sentence: Sentence, own_agency: str | None) -> TaskQuery | None:
    """Return the query on tasks that a sentence asks, or None if it speaks of none."""
    if sentence.tasks:
        numbers = tuple(dict.fromkeys(n for each in sentence.tasks for n in each.numbers))
        return TaskQuery(shape=_shape_of_numbers(sentence), numbers=numbers)
    agencies = _agencies(sentence, own_agency)
    groups = tuple(dict.fromkeys(key for _, key in sentence.groups))
    items = _items(sentence)
    states = _states(sentence)
    times = _times(sentence)
    undated = _undated(sentence)
    filtered = any((agencies, groups, items, states, times, undated))
    filtered = filtered or sentence.has("no_lead", "no_product")
    found = find_topic(sentence, _used(sentence, items), filtered=filtered)
    topic = found.topic if found is not None else None
    if not _anchored(sentence, found, agencies, filtered=filtered):
        return None
    return TaskQuery(
        shape=_shape(sentence, topic, states),
        agencies=agencies,
        together=sentence.has("together") and len(agencies) > 1,
        no_lead=sentence.has("no_lead"),
        undated=undated,
        states=states,
        this_period=sentence.has("this_period") and TaskState.UNREPORTED in states,
        groups=groups,
        products=tuple(dict.fromkeys(item for span in items for item in span.value)),  # type: ignore[attr-defined]
        no_product=sentence.has("no_product"),
        topic=topic,
        **times,
    )


def _anchored(
    sentence: Sentence,
    found: FoundTopic | None,
    agencies: tuple[AgencyTerm, ...],
    *,
    filtered: bool,
) -> bool:
    """Whether a sentence is about tasks: a noun, or something that only tasks have."""
    if _noun(sentence) or sentence.groups:
        return True
    if found is not None and not found.speaks_of_plan:
        return False
    topic = found.topic if found is not None else None
    known = bool(agencies) or topic is not None or bool(sentence.times)
    if sentence.has("state", "undated", "no_lead", "part") and known:
        return True
    if sentence.has("due", "starts") and (sentence.times or agencies):
        return True
    weak = sentence.has("task")
    if topic is not None:
        return weak or len(topic.words.split()) > 1 or sentence.has(*_ASKING)
    return (weak and filtered) or (sentence.has("state") and (weak or sentence.has("who", "which")))


_ASKING = ("who", "progress?", "mentions", "state", "part")


def _noun(sentence: Sentence) -> bool:
    return any(sentence.said(span) in _STRONG for span in sentence.having("task"))


def _shape_of_numbers(sentence: Sentence) -> Shape:
    return Shape.WHO if sentence.has("who") else Shape.DETAIL


def _shape(sentence: Sentence, topic: Topic | None, states: tuple[TaskState, ...]) -> Shape:
    if sentence.has("who") and (topic is not None or sentence.has("part")):
        return Shape.WHO
    if sentence.has("how_many") and not (topic is not None and not _noun(sentence)):
        return Shape.COUNT
    asked = sentence.has("detail", "progress?") and not states
    return Shape.DETAIL if topic is not None and asked else Shape.LIST


# ---- agencies and their part


def _agencies(sentence: Sentence, own_agency: str | None) -> tuple[AgencyTerm, ...]:
    places = [(m.start, m.end, m.agencies) for m in sentence.mentions if m.known]
    if not places and own_agency and sentence.has("own"):
        places = [(span.start, span.end, (own_agency,)) for span in sentence.having("own")[:1]]
    parts = _parts(sentence, places)
    named, alone = sentence.has("named"), sentence.has("alone")
    terms = []
    for n, (_, _, ids) in enumerate(places):
        terms += [AgencyTerm(agency=id_, part=parts[n], named=named, alone=alone) for id_ in ids]
    return tuple(dict.fromkeys(terms))


def _parts(sentence: Sentence, places: list[Place]) -> list[Part]:
    """Give each agency the role word that goes with it: after it in Vietnamese, before in lists."""
    roles = [(span.start, Part(str(span.value))) for span in sentence.having("part")]
    roles = [role for role in roles if not _is_topic_word(sentence, role, places)]
    kinds = {part for _, part in roles}
    if kinds == {Part.COORDINATE} and len(places) == 2 and _with(sentence, roles[0][0], places):
        return [Part.COORDINATE, Part.LEAD]
    if len(kinds) < 2 or len(places) < 2:
        return [_only_part(kinds)] * len(places)
    before = roles[0][0] < places[0][0]
    return [_part_near(roles, places, n, before=before) for n in range(len(places))]


def _with(sentence: Sentence, role: int, places: list[Place]) -> bool:
    """Whether one agency coordinates "với" (with) the other, which then leads."""
    between = sentence.text.folded[role : places[1][0]]
    return places[0][0] < role < places[1][0] and bool({"voi", "with", "cho"} & set(between))


def _part_near(roles: list[tuple[int, Part]], places: list[Place], n: int, *, before: bool) -> Part:
    """Return the role word between an agency and its neighbours, on the side where roles stand."""
    left = places[n - 1][1] if n else 0
    right = places[n + 1][0] if n + 1 < len(places) else _MOST_WORDS
    ahead = [part for at, part in roles if left <= at < places[n][0]]
    behind = [part for at, part in roles if places[n][1] <= at < right]
    sides = (ahead, behind) if before else (behind, ahead)
    return next((side[0] for side in sides if side), Part.LEAD)


def _only_part(kinds: set[Part]) -> Part:
    if Part.INVOLVED in kinds or len(kinds) > 1:
        return Part.INVOLVED
    return next(iter(kinds), Part.LEAD)


def _is_topic_word(sentence: Sentence, role: tuple[int, Part], places: list[Place]) -> bool:
    """Whether "liên quan (đến)" goes with words of a topic and not with an agency."""
    at, part = role
    if part is not Part.INVOLVED:
        return False
    end = next(span.end for span in sentence.having("part") if span.start == at)
    return bool(places) and not any(end <= start <= end + 2 or start < at for start, _, _ in places)


# ---- times


def _times(sentence: Sentence) -> dict[str, Days | Years]:
    """Assign every span of time to the word that says what happens then; a bare one is due."""
    marks = sentence.having(*_MARKS_OF_TIME)
    found: dict[str, Days | Years] = {}
    for time in sentence.times:
        if _is_content(sentence, time):
            continue
        mark = _mark_of(time, marks, sentence)
        if mark == "timing" and time.year and time.how in {"in", "interval"}:
            found.setdefault("timing", _years(time))
        elif mark == "starts":
            days = time.days
            first = days.first.year if days.first else None
            last = days.last.year if days.last else None
            last = first if time.how == "since" else last
            found.setdefault("starts", Years(first=first, last=last))
        elif mark == "carried":
            found.setdefault("carried_out", _years(time))
        else:
            found.setdefault("due", time.days)
    return found


def _mark_of(time: TimeSpan, marks: list[Span], sentence: Sentence) -> str:
    near = [span for span in marks if span.end <= time.start + 2]
    after = [span for span in marks if span.start >= time.end]
    span = near[-1] if near else (after[0] if after else None)
    if span is None or (span.mark == "timing" and not time.year):
        return "due"
    if span.mark == "carried" and sentence.said(span) in {"thuc hien", "trien khai"}:
        return "carried" if span.end <= time.start + 1 and near else "due"
    return span.mark


def _years(time: TimeSpan) -> Years:
    first, last = time.days.first, time.days.last
    return Years(first=first.year if first else None, last=last.year if last else None)


def _is_content(sentence: Sentence, time: TimeSpan) -> bool:
    """Whether a year belongs to the words of a task ("tầm nhìn đến năm 2045") and is no date."""
    words = sentence.text.folded
    if time.start and _cites_document(sentence, time):
        return True
    head = time.start
    if head == 0 or (sentence.has("due") and words[head - 1] in {"han", "due", "trong"}):
        return False
    if time.how == "interval" and time.days.first and time.days.last:
        span = (time.days.first.year, time.days.last.year)
        if span in sentence.lexicon.intervals:
            return sentence.speaks(sentence.text.tokens[head - 1], head - 1) or (
                words[head - 2 : head] == ("giai", "doan")
            )
    before = words[max(0, head - 3) : head]
    year = words[time.end - 1]
    return ("tam", "nhin") in pairwise(before) or (
        words[head - 1 : head] == ("luat",) or (_follows_law(words, head) and year.isdigit())
    )


def _follows_law(words: tuple[str, ...], head: int) -> bool:
    return "luat" in words[max(0, head - 6) : head] or "law" in words[max(0, head - 6) : head]


def _cites_document(sentence: Sentence, time: TimeSpan) -> bool:
    return any(0 <= time.start - end <= 4 for _, end in sentence.symbols) or any(
        span.start < time.start <= span.end + 4 for span in cited(sentence)
    )


def _undated(sentence: Sentence) -> Undated | None:
    spans = sentence.having("undated")
    return Undated(str(spans[0].value)) if spans else None


# ---- states, products


def _states(sentence: Sentence) -> tuple[TaskState, ...]:
    found = []
    for span in sentence.having("state"):
        state = TaskState(str(span.value))
        if state is TaskState.DONE and _is_deadline(sentence, span):
            continue
        found.append(state)
    return tuple(dict.fromkeys(found))


def _is_deadline(sentence: Sentence, span: Span) -> bool:
    """Whether "hoàn thành" stands right before a time and says when a task is due."""
    plain = sentence.said(span) in {
        "hoan thanh",
        "xong",
        "hoan tat",
        "completed",
        "finished",
        "done",
    }
    return plain and any(0 <= time.start - span.end <= 1 for time in sentence.times)


def _items(sentence: Sentence) -> list[Span]:
    """Return the products asked for: marked as such, or so particular that they can be no other."""
    products = [span.end for span in sentence.having("product")]
    found: list[Span] = []
    for span in sentence.having("item"):
        said = sentence.said(span)
        nearest = [end for end in products if end <= span.start]
        near = bool(nearest) and span.start - nearest[-1] <= 6
        before = sentence.text.folded[span.start - 1] if span.start else ""
        given = before in _GIVES and sentence.has("task")
        more = bool(found) and span.start - found[-1].end <= 1
        if near or given or more or len(said.split()) >= 4:
            found.append(span)
    return found


def _used(sentence: Sentence, items: Iterable[Span]) -> list[tuple[int, int]]:
    """Return the places of words that have said what they mean and are no topic."""
    unused = {
        "item",
        "word",
        "group",
        "goal",
        "actual",
        "unit_phrase",
        "reached",
        "figures",
        "help",
    }
    used = [(s.start, s.end) for s in sentence.spans if s.mark not in unused]
    used += [(s.start, s.end) for s in items]
    used += [(m.start, m.end) for m in sentence.mentions]
    used += [(t.start, t.end) for t in sentence.times if not _is_content(sentence, t)]
    return used + [(span.start, span.end) for span, _ in sentence.groups]
