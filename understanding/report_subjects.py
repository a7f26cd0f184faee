"""What a report is about: a task or an indicator of the officer's agency, by number or by topic."""

from dataclasses import dataclass

from understanding.folding import fold
from understanding.numbers import decimal_words
from understanding.phrases import Span
from understanding.report_fields import Fields
from understanding.report_numbers import find_numbered
from understanding.sentence import Numbered, Sentence
from understanding.tokens import Text

_MEASURES = {
    ("ty", "le"), ("ti", "le"), ("dien", "tich"), ("so", "luong"), ("so", "ho"), ("binh", "quan"),
    ("m2",), ("m²",), ("chi", "tieu"), ("met", "vuong"),
}  # fmt: skip
_BEFORE_FIGURES = {"dat", "duoc", "la", "len"}
_HIDDEN = (
    "progress", "percent", "stage", "sent", "none", "same", "others", "estimate", "wrong", "half",
    "measure", "amend", "reach", "number_of", "before", "cannot",
)  # fmt: skip


@dataclass(frozen=True)
class Subject:
    """Tasks and indicators that a report may be about; all of them are the agency's own.

    `named`: a number or a topic of the plan is said. `foreign`: it belongs to another agency, or
    to none. `guessed`: nothing is said, but the agency has only one task.
    """

    tasks: tuple[int, ...] = ()
    indicators: tuple[int, ...] = ()
    named: bool = False
    foreign: bool = False
    guessed: bool = False
    start: int = 0
    end: int = 0


def find_subject(sentence: Sentence, fields: Fields, agency: str) -> Subject:
    """Return what the sentence of an agency's officer is about."""
    plan = sentence.lexicon.plan
    own = tuple(task.number for task in plan.led_by(agency))
    measured = tuple(each.number for each in plan.indicators_of(agency))
    if tasks := find_numbered(sentence, fields):
        numbers = _numbers(tasks)
        figures = _numbers(sentence.indicators)
        foreign = not (set(numbers) <= set(own) and set(figures) <= set(measured))
        return Subject(numbers, figures, named=True, foreign=foreign)
    if sentence.indicators:
        place = sentence.indicators[0]
        numbers = _numbers(sentence.indicators)
        foreign = not set(numbers) <= set(measured)
        return Subject((), numbers, True, foreign, start=place.start, end=place.end)
    found = _by_topic(sentence, fields, own, measured)
    if found is not None:
        return found
    return Subject(own if len(own) == 1 else (), guessed=True)


def _numbers(named: list[Numbered]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for each in named for number in each.numbers))


def no_figure(sentence: Sentence) -> Span | None:
    """Return the words that say that there is no figure yet ("chưa có số liệu")."""
    return next(
        (
            span
            for span in sentence.having("figures")
            if span.value == "none" and not sentence.said(span).endswith("bao cao")
        ),
        None,
    )


def _by_topic(
    sentence: Sentence, fields: Fields, own: tuple[int, ...], measured: tuple[int, ...]
) -> Subject | None:
    runs = _runs(sentence, fields)
    if not runs:
        return _by_unit(sentence, measured)
    tasks, task_words = _best(runs, sentence, "tasks")
    indicators, indicator_words = _best(runs, sentence, "indicators")
    own_tasks = tuple(n for n in tasks if n in own)
    own_indicators = tuple(n for n in indicators if n in measured)
    if own_indicators and _is_measured(sentence, fields, own_tasks, indicator_words, task_words):
        own_tasks = ()
    elif own_tasks and (task_words > indicator_words or _tells_of_work(fields)):
        own_indicators = ()
    if own_tasks or own_indicators:
        return Subject(own_tasks, own_indicators[:1] if own_indicators else (), named=True)
    if not tasks and not indicators:
        return None
    measures = indicators and _is_measured(
        sentence, fields, tuple(tasks), indicator_words, task_words
    )
    return Subject((), tuple(indicators[:1]) if measures else (), named=True, foreign=True)


def _by_unit(sentence: Sentence, measured: tuple[int, ...]) -> Subject | None:
    """Find the indicator that counts what the sentence counts ("số đô thị năm 2025: 23")."""
    said = " ".join(sentence.text.folded)
    counted = tuple(
        each.number
        for each in sentence.lexicon.plan.indicators
        if each.number in measured and " " in each.unit and fold(each.unit) in said
    )
    return Subject((), counted, named=True) if len(counted) == 1 else None


def _is_measured(
    sentence: Sentence, fields: Fields, tasks: tuple[int, ...], indicator: int, task: int
) -> bool:
    """Whether a figure of an indicator is told rather than the share of a task that is done."""
    words = sentence.text.folded
    named = no_figure(sentence) is not None or any(
        words[at : at + len(m)] == m for m in _MEASURES for at in range(len(words))
    )
    if not tasks:
        return not fields.having("progress", "stage", "sent") or named
    return named or (bool(sentence.times) and _has_value(fields)) or indicator > task


def _tells_of_work(fields: Fields) -> bool:
    """Whether a text without a figure, or with words of progress, is about a task."""
    return bool(fields.having("progress", "stage", "sent")) or not _has_value(fields)


def _has_value(fields: Fields) -> bool:
    return any(token.number for token in fields.text.tokens) or bool(fields.percents)


def _best(runs: list[list[int]], sentence: Sentence, index: str) -> tuple[list[int], int]:
    """Return the texts that fit all runs or the longest one, and how many words fit."""
    lexicon = sentence.lexicon
    texts = lexicon.tasks if index == "tasks" else lexicon.indicators
    found = texts.find([sentence.tokens(run) for run in runs])
    length = sum(map(len, runs))
    if not found:
        each = [(texts.find([sentence.tokens(run)]), len(run)) for run in runs]
        found, length = max(each, key=lambda pair: (bool(pair[0]), pair[1]))
    if index == "indicators" and found:
        found = [match for match in found if match.at == found[0].at]
    apart = min((match.apart for match in found), default=0)
    return [match.number for match in found], length - apart if found else 0


def _runs(sentence: Sentence, fields: Fields) -> list[list[int]]:
    """The words that could be a topic, before any obstacle is told."""
    obstacle = fields.obstacle
    limit = obstacle.start if obstacle is not None and obstacle.start else len(fields.text.tokens)
    nouns = [s for s in sentence.spans if s.mark in {"task", "indicator", "agency", "own", "place"}]
    used = [(s.start, s.end) for s in nouns]
    products = [s for s in sentence.having("item") if s.start == 0]
    content = sentence.lexicon.in_content
    used += [(s.start, s.end) for s in products if not content(sentence.text, s.start)]
    used += [(time.start, time.end) for time in sentence.times] + sentence.symbols
    used += [place for place in fields.places(_HIDDEN) if not _is_content(sentence, place)]
    used += [(n, n + 1) for n, token in enumerate(sentence.text.tokens) if token.number]
    for span in fields.having("measure", "percent"):
        number = fields.number_before(span.start)
        used.append((span.start if number is None else number[0], span.end))
    used += _spoken_figures(fields.text)
    used.append((limit, len(fields.text.tokens)))
    return [run for run in sentence.rest(used) if _telling(sentence, run)]


def _spoken_figures(text: Text) -> list[tuple[int, int]]:
    """The numbers in words that follow "đạt", "là"."""
    numbers = (
        (at, decimal_words(text.folded, at))
        for at in range(1, len(text.tokens))
        if text.folded[at - 1] in _BEFORE_FIGURES
    )
    return [(at, found[1]) for at, found in numbers if found is not None and found[1] > at + 1]


def _is_content(sentence: Sentence, place: tuple[int, int]) -> bool:
    """A word of a report's field that the plan has beside its neighbour here."""
    start, end = place
    tokens = sentence.text.tokens
    if end < len(tokens) and tokens[end].number and not tokens[start].accented:
        return False
    return end - start == 1 and sentence.lexicon.in_content(sentence.text, start)


def _telling(sentence: Sentence, run: list[int]) -> bool:
    return len(run) > 1 or sentence.text.tokens[run[0]].folded.isalpha()
