"""Several reports in one text: each task or indicator with the words that are said of it alone.

"nv 4 xong rồi, nv 7 đang làm 60%" is two reports, "NV 4, 7 và 9 đã hoàn thành" is three. Words are
given to a subject only where their place leaves no doubt; else nothing is read, and it is asked.
"""

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from understanding.lexicon import Lexicon
from understanding.report_fields import Fields
from understanding.report_numbers import find_numbered
from understanding.reports import ReportKind, ReportReading, read_report
from understanding.sentence import Numbered, Sentence
from understanding.shares import clause_end, clause_start
from understanding.tokens import Text
from understanding.topic_clauses import topic_clauses

MOST = 6
"""A text that names more is no report that anybody confirms one by one."""
_TASK = ("nhiem", "vu")
_JOINS = {"va", "voi", "cung", "and", "hoac", "lan", "ca"}
_OWN = ("document_number", "document_date", "doubtful_date")
"""What is said of several together cannot be true of each."""


class Head(NamedTuple):
    """Words start to end name tasks, or indicators; what is said holds for all of `numbers`."""

    start: int
    end: int
    numbers: tuple[int, ...]
    noun: str


def read_several(
    text: str, lexicon: Lexicon, agency: str, today: date
) -> tuple[ReportReading, ...]:
    """Return a reading for each of the several tasks and indicators that a text reports on.

    None at all if it names but one, asks, or leaves in doubt what is said of which. What is only
    mentioned, of another agency and with nothing said of it, is left over of the one before it.
    """
    sentence = Sentence.of(text, lexicon, today)
    clauses = topic_clauses(sentence, lexicon, agency, today)
    if 1 < len(clauses) <= MOST:
        asked = read_report(text, lexicon, agency, today).kind is ReportKind.QUERY
        read = tuple(read_report(each, lexicon, agency, today) for each, _ in clauses)
        return () if asked else read
    heads = _heads(sentence, today)
    count = sum(len(head.numbers) for head in heads)
    if not 1 < count <= MOST:
        return ()
    if read_report(text, lexicon, agency, today).kind is ReportKind.QUERY:
        return ()
    pieces = _pieces(sentence.text, heads, today)
    found: list[ReportReading] = []
    for head, piece in zip(heads, pieces, strict=False):
        readings = _readings(head, piece, lexicon, agency, today)
        if found and all(each.foreign and _says_nothing(each) for each in readings):
            found[-1] = _left_over(found[-1], sentence.text, head, piece)
        else:
            found += readings
    return tuple(found)


def _says_nothing(reading: ReportReading) -> bool:
    said = reading.model_dump(exclude_defaults=True)
    return said.keys() <= {"kind", "candidates", "indicator_candidates", "foreign", "leftover"}


def _left_over(reading: ReportReading, text: Text, head: Head, piece: str) -> ReportReading:
    words = piece.replace("{}", text.slice(head.start, head.end), 1)
    before = reading.leftover
    return reading.model_copy(update={"leftover": words if before is None else f"{before} {words}"})


def _heads(sentence: Sentence, today: date) -> list[Head]:
    """The places where tasks and indicators are named; those only joined by "và" are one."""
    fields = Fields.in_words(sentence.text, today)
    named = [_head(each, "nv") for each in find_numbered(sentence, fields)]
    named += [_head(each, "ct") for each in sentence.indicators]
    heads: list[Head] = []
    for head in sorted(named):
        last = heads[-1] if heads else None
        if last is not None and last.noun == head.noun and _joined(sentence.text, last, head):
            numbers = tuple(dict.fromkeys((*last.numbers, *head.numbers)))
            heads[-1] = Head(last.start, head.end, numbers, last.noun)
        else:
            heads.append(head)
    return heads


def _head(each: Numbered, noun: str) -> Head:
    return Head(each.start, each.end, each.numbers, noun)


def _joined(text: Text, one: Head, other: Head) -> bool:
    return all(word in _JOINS for word in text.folded[one.end : other.start])


def _pieces(text: Text, heads: list[Head], today: date) -> list[str]:
    """Cut the text between its heads; no pieces where a cut is in doubt.

    What comes after a head is said of it, unless something is told before the first head: then
    each head must stand in a clause of its own.
    """
    told_first = Fields.of(text.slice(0, heads[0].start), today).says_something
    told_after = Fields.of(text.slice(heads[0].end, len(text.tokens)), today).says_something
    if told_first and told_after:
        heads[:1] = _at_commas(text, heads[0])
    if told_first and told_after and len(heads[0].numbers) > 1:
        return []
    cuts = [0]
    for one, other in pairwise(heads):
        end = clause_end(text, one.end - 1)
        if told_first and end > other.start:
            return []
        cuts.append(_last_clause(text, one, other) if told_first else other.start)
    ends = [*cuts[1:], len(text.tokens)]
    pieces = [
        _piece(text, start, end, head) for start, end, head in zip(cuts, ends, heads, strict=True)
    ]
    silent = told_first and not all(Fields.of(each, today).says_something for each in pieces)
    return [] if silent else pieces


def _at_commas(text: Text, head: Head) -> list[Head]:
    """Part "đã xong nv 4, nv 7 thì …" where the noun is said again after a comma."""
    cuts = [
        at
        for at in range(head.start + 1, head.end)
        if text.folded[at : at + 2] == _TASK and "," in text.tokens[at].gap
    ]
    parts = [
        Head(start, end, _digits(text, start, end), head.noun)
        for start, end in pairwise([head.start, *cuts, head.end])
    ]
    return parts if all(part.numbers for part in parts) else [head]


def _digits(text: Text, start: int, end: int) -> tuple[int, ...]:
    return tuple(int(word) for word in text.folded[start:end] if word.isdecimal())


def _last_clause(text: Text, one: Head, other: Head) -> int:
    """Return where the clause of a head begins, after the head before it."""
    return max(clause_start(text, other.start), one.end)


def _piece(text: Text, start: int, end: int, head: Head) -> str:
    """The words of a piece as written, with a place left for one number of its head."""
    before = text.slice(start, head.start)
    gap = text.tokens[head.end].gap if head.end < end else ""
    return f"{before} {{}}{gap}{text.slice(head.end, end)}".strip()


def _readings(
    head: Head, piece: str, lexicon: Lexicon, agency: str, today: date
) -> list[ReportReading]:
    found = []
    for number in head.numbers:
        read = read_report(piece.replace("{}", f"{head.noun} {number}", 1), lexicon, agency, today)
        if len(head.numbers) > 1:
            read = read.model_copy(update=dict.fromkeys(_OWN))
        found.append(read)
    return found
