"""Clauses that report on different tasks named by topic: "vỉa hè xong rồi, bãi đỗ xe chưa làm"."""

from datetime import date

from understanding.lexicon import Lexicon
from understanding.report_fields import Fields
from understanding.report_subjects import Subject, find_subject
from understanding.sentence import Sentence
from understanding.tokens import Text

_SIGNS = ",;.\n"
_JOINS = {"con"}
_SHORTEST = 3


def topic_clauses(
    sentence: Sentence, lexicon: Lexicon, agency: str, today: date
) -> list[tuple[str, Subject]]:
    """Return the parts of a text, each with the one task or indicator that it tells of.

    None where fewer than two are told of, or where a number of a task leaves no doubt.
    """
    starts = _starts(sentence.text)
    if sentence.tasks or sentence.indicators or len(starts) < 2:
        return []
    ends = [*starts[1:], len(sentence.text.tokens)]
    found: list[tuple[int, Subject]] = []
    for start, end in zip(starts, ends, strict=True):
        subject = _told(sentence.text.slice(start, end), lexicon, agency, today)
        if subject is not None and (not found or _apart(found[-1][1], subject)):
            found.append((start if found else 0, subject))
    if len(found) < 2:
        return []
    stops = [start for start, _ in found[1:]] + [len(sentence.text.tokens)]
    return [
        (sentence.text.slice(start, stop), subject)
        for (start, subject), stop in zip(found, stops, strict=True)
    ]


def _starts(text: Text) -> list[int]:
    parted = [
        at
        for at in range(1, len(text.tokens))
        if any(sign in text.tokens[at].gap for sign in _SIGNS) or text.folded[at] in _JOINS
    ]
    return [0, *parted]


def _told(clause: str, lexicon: Lexicon, agency: str, today: date) -> Subject | None:
    """The one task or indicator that a clause names and tells something of."""
    sentence = Sentence.of(clause, lexicon, today)
    if len(sentence.text.tokens) < _SHORTEST:
        return None
    fields = Fields.in_words(sentence.text, today)
    subject = find_subject(sentence, fields, agency)
    one = len(subject.tasks) + len(subject.indicators) == 1
    told = fields.progress is not None or bool(fields.percents)
    waits = fields.obstacle is not None and fields.obstacle.start == 0
    return subject if subject.named and not subject.foreign and one and told and not waits else None


def _apart(one: Subject, other: Subject) -> bool:
    return not (set(one.tasks) & set(other.tasks) or set(one.indicators) & set(other.indicators))
