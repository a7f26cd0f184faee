"""Questions about tasks: agencies and their part, times, states, groups, products, topics."""

from collections.abc import Iterable

from domain.query import (
    AgencyTerm,
    Shape,
    TaskQuery,
    TaskState,
    Topic,
    Undated,
)
from understanding.lateness import find_lateness
from understanding.phrases import Span
from understanding.sentence import Sentence
from understanding.task_agencies import find_terms
from understanding.task_times import asks_period, assign_times, is_content, period_day
from understanding.topic_questions import FoundTopic, find_topic

_STRONG = {"nhiem vu", "task", "tasks", "dau viec", "assignment", "assignments", "hang muc"}
_GIVES = {
    *["co", "la", "ra", "lam", "lap", "trinh", "nop", "bang", "produce", "produces", "have", "has"]
}


def read_task_question(sentence: Sentence, own_agency: str | None) -> TaskQuery | None:
    """Return the query on tasks that a sentence asks, or None if it speaks of none."""
    if sentence.tasks:
        numbers = tuple(dict.fromkeys(n for each in sentence.tasks for n in each.numbers))
        return TaskQuery(shape=_shape_of_numbers(sentence), numbers=numbers)
    agencies = find_terms(sentence, own_agency)
    groups = tuple(dict.fromkeys(key for _, key in sentence.groups))
    items = _items(sentence)
    times = assign_times(sentence)
    states = tuple(
        state
        for state in states_of(sentence)
        if state is not TaskState.REPORTED or "reported" not in times
    )
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
        this_period=TaskState.UNREPORTED in states and asks_period(sentence),
        period_day=period_day(sentence),
        **find_lateness(sentence)[0],
        groups=groups,
        products=tuple(dict.fromkeys(item for span in items for item in span.value)),  # type: ignore[attr-defined]
        no_product=sentence.has("no_product"),
        topic=topic,
        **times,
    )


def unjudged(query: TaskQuery) -> TaskQuery:
    """Return the tasks of a query whatever was reported on them, as a list."""
    return query.model_copy(
        update={"states": (), "shape": Shape.LIST, "this_period": False, "period_day": None}
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
    if sentence.has("product") and sentence.has("item"):
        return True
    if _asks_for_tasks_about(sentence):
        return True
    if found is not None and not found.speaks_of_plan:
        return False
    topic = found.topic if found is not None else None
    known = bool(agencies) or topic is not None or bool(sentence.times)
    gives_part = sentence.has("part") or any(span.value for span in sentence.having("own"))
    if known and (gives_part or sentence.has("state", "undated", "no_lead")):
        return True
    if agencies and topic is None and sentence.has("progress?"):
        return True
    if sentence.has("due", "starts") and (sentence.times or agencies):
        return True
    if sentence.has("told") and sentence.times:
        return True
    weak = sentence.has("task")
    if found is not None and topic is not None:
        bare = found.left == 0 and not sentence.has("which", "how_many", "when")
        long = found.telling > 1 or len(topic.words.split()) >= _LONG
        return weak or (bare and long) or sentence.has(*_ASKING)
    return (weak and filtered) or (sentence.has("state") and (weak or sentence.has("who", "which")))


def _asks_for_tasks_about(sentence: Sentence) -> bool:
    """Whether "việc nào" is asked for with "về …" behind it: the topic may be none of the plan."""
    asked = {span.end for span in sentence.having("task")} & {
        span.start for span in sentence.having("which")
    }
    return any(
        span.start > place and sentence.said(span).split()[-1] in {"ve", "den", "toi"}
        for span in sentence.having("mentions")
        for place in asked
    )


_LONG = 4
"""Words of the plan that are a topic even alone."""
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


def _undated(sentence: Sentence) -> Undated | None:
    spans = sentence.having("undated")
    return Undated(str(spans[0].value)) if spans else None


def states_of(sentence: Sentence) -> tuple[TaskState, ...]:
    """Return the states that a sentence speaks of, a deadline's "hoàn thành" left out."""
    found = []
    for span in sentence.having("state"):
        state = TaskState(str(span.value))
        if state is TaskState.DONE and _is_deadline(sentence, span):
            continue
        if state in _DONE_BY and _is_limit(sentence, span):
            continue
        found.append(state)
    if not _EITHER.intersection(sentence.text.folded) and _LATE.intersection(found):
        found = [state for state in found if state is not TaskState.NOT_DONE]
    return tuple(dict.fromkeys(found))


_EITHER = {"hoac", "hay", "or", "lan"}
_LATE = {TaskState.OVERDUE, TaskState.DUE_SOON, TaskState.IN_TIME}
"""States that are not done anyway: "quá hạn nhưng chưa xong" is no choice between two."""


_DONE_BY = {TaskState.DONE_IN_TIME, TaskState.DONE_LATE}


def _is_limit(sentence: Sentence, span: Span) -> bool:
    """Whether it says by when a task has to be done: "phải xong đúng hạn", "xong chậm nhất"."""
    words = sentence.text.folded
    ordered = words[span.start - 1 : span.start] in (("phai",), ("can",))
    return ordered or words[span.end : span.end + 1] == ("nhat",)


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
    ordered = bool(sentence.times) and sentence.text.folded[span.start - 1] in {"phai", "can"}
    return plain and (ordered or any(0 <= time.start - span.end <= 1 for time in sentence.times))


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
    used += [(t.start, t.end) for t in sentence.times if not is_content(sentence, t)]
    used += [(n, n + 1) for n in find_lateness(sentence)[1]]
    return used + [(span.start, span.end) for span, _ in sentence.groups]
