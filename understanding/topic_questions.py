"""The topic of a question: what is left of it, looked up in the contents of the plan."""

from dataclasses import dataclass

from domain.query import Topic
from understanding.citations import cited
from understanding.sentence import Sentence
from understanding.topics import is_light

_NOISE = 2
"""So many words that fit nothing turn a sentence without "nhiệm vụ" to other things."""
_LONG = 4
"""So many words that belong to every topic are one together."""
_MARKS = {"task", "mentions", "part", "state", "who", "detail", "which", "product", "progress?"}


@dataclass(frozen=True)
class FoundTopic:
    """A topic, or only words that fit nothing: `left` counts those, `telling` its own words."""

    topic: Topic | None = None
    telling: int = 0
    left: int = 0

    @property
    def speaks_of_plan(self) -> bool:
        """Whether the words, without any word like "nhiệm vụ", are the plan's own."""
        if self.topic is None:
            return self.left < _NOISE
        return bool(self.topic.tasks) and self.telling > 0 and self.left * 2 <= self.telling


def find_topic(
    sentence: Sentence, used: list[tuple[int, int]], *, filtered: bool
) -> FoundTopic | None:
    """Return the topic of a sentence, or None; one that the plan lacks has no tasks.

    Words that fit nothing are noise where other things are asked for, unless they stand where a
    topic stands.
    """
    if documents := _documents(sentence):
        return FoundTopic(documents, telling=1)
    runs = [run for run in sentence.rest(used) if not _is_this_plan(sentence, run)]
    if not runs:
        return None
    found = [(run, _tasks(sentence, [run])) for run in runs]
    strong = [(run, tasks) for run, tasks in found if tasks and (len(run) > 1 or not filtered)]
    strong = strong or [
        (run, tasks) for run, tasks in found if tasks and _stands_as_topic(sentence, run, used)
    ]
    if strong:
        words = [sentence.text.tokens[n] for run, _ in strong for n in run]
        telling = sum(not is_light((word.folded, word.toned)) for word in words)
        telling = telling or int(max(len(run) for run, _ in strong) >= _LONG)
        left = sum(len(run) for run, tasks in found if not tasks)
        left += sum(each.end - each.start for each in sentence.mentions if not each.agencies)
        return FoundTopic(_topic(sentence, strong), telling, left)
    lacking = [run for run, _ in found if not filtered or _stands_as_topic(sentence, run, used)]
    if lacking:
        return FoundTopic(Topic(words=_words(sentence, max(lacking, key=len))))
    return FoundTopic(left=sum(len(run) for run in runs))


def _is_this_plan(sentence: Sentence, run: list[int]) -> bool:
    """Whether a run is only "kế hoạch", the one that is asked about."""
    words = tuple(sentence.text.folded[n] for n in run)
    before = sentence.text.folded[max(0, run[0] - 1) : run[0]]
    return words == ("ke", "hoach") and before not in (("ve",), ("vu",))


def _documents(sentence: Sentence) -> Topic | None:
    own = sentence.lexicon.plan.number.split("/")[0]
    places = [each for each in sentence.symbols if sentence.text.folded[each[0]] != own]
    numbers = [
        int(sentence.text.folded[start])
        for start, _ in places
        if sentence.text.folded[start].isdecimal()
    ]
    for span in cited(sentence):
        numbers.append(int(str(span.value)))
        places.append((span.start, span.end))
    if not numbers:
        return None
    sets = [set(sentence.lexicon.documents.get(number, ())) for number in dict.fromkeys(numbers)]
    start, end = min(start for start, _ in places), max(end for _, end in places)
    return Topic(
        words=sentence.text.slice(start, end), tasks=tuple(sorted(set.intersection(*sets)))
    )


def _tasks(sentence: Sentence, runs: list[list[int]]) -> set[int]:
    return {
        match.number for match in sentence.lexicon.tasks.find([sentence.tokens(r) for r in runs])
    }


def _topic(sentence: Sentence, runs: list[tuple[list[int], set[int]]]) -> Topic:
    common = set.intersection(*(tasks for _, tasks in runs))
    if not common:
        run, common = max(runs, key=lambda each: len(each[0]))
        return Topic(words=_words(sentence, run), tasks=tuple(sorted(common)))
    words = ", ".join(dict.fromkeys(_words(sentence, run) for run, _ in runs))
    return Topic(words=words, tasks=tuple(sorted(common)))


def _words(sentence: Sentence, run: list[int]) -> str:
    return sentence.text.slice(run[0], run[-1] + 1)


def _stands_as_topic(sentence: Sentence, run: list[int], used: list[tuple[int, int]]) -> bool:
    """Whether a run follows a word that a topic follows: "nhiệm vụ …", "liên quan …", "về …"."""
    at = run[0]
    while at > 0 and not sentence.speaks(sentence.text.tokens[at - 1], at - 1):
        if sentence.text.folded[at - 1] in {"ve", "about", "regarding", "vu", "viec"}:
            return True
        if any(start <= at - 1 < end for start, end in used):
            break
        at -= 1
    marks = [span for span in sentence.spans if span.end == at and span.mark in _MARKS]
    return any(span.mark in {"task", "mentions"} for span in marks) or any(
        span.mark == "part" and span.value == "involved" for span in marks
    )
