"""The tasks that a report names by number: also "13" after "nv 9 60%", and not one taken back."""

from operator import attrgetter

from understanding.report_fields import Fields
from understanding.sentence import Numbered, Sentence

_TAKES_BACK = {"khong", "nham", "lon", "sorry", "lai"}
_AROUND = {"a", "a1", "roi", "la", "y", "phai", "quen", "oi", "u", "da", "ma", "sua", "thanh", "em"}
_OPENS = {"con", "va", "thi"}
_TELLS = {"progress", "stage", "sent", "same", "stuck"}
_LONGEST = 2

_START = attrgetter("start")


def find_numbered(sentence: Sentence, fields: Fields) -> list[Numbered]:
    """Return the tasks named by number, in their order."""
    named = sentence.tasks
    if not named:
        return []
    found = sorted([*named, *_bare(sentence, fields, after=named[0].end)], key=_START)
    last = len(found) - 1
    return [
        each
        for n, each in enumerate(found)
        if n == last or not _taken_back(sentence, each.end, found[n + 1].start)
    ]


def _taken_back(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but "à không", "nhầm" stands between two tasks: the second is meant."""
    between = set(sentence.text.folded[start:end])
    return bool(between & _TAKES_BACK) and between <= _TAKES_BACK | _AROUND


def _bare(sentence: Sentence, fields: Fields, after: int) -> list[Numbered]:
    """Numbers that open a clause and are followed at once by what is told of a task."""
    inside = {n for each in sentence.tasks for n in range(each.start, each.end)}
    inside |= {n for time in sentence.times for n in range(time.start, time.end)}
    inside |= {n for start, end in sentence.symbols for n in range(start, end)}
    told = {span.start for span in fields.spans if span.mark in _TELLS}
    tasks = sentence.lexicon.plan.task_by_number
    found = []
    for at in range(after, len(sentence.text.tokens) - 1):
        token = sentence.text.tokens[at]
        plain = token.folded.isdecimal() and len(token.folded) <= _LONGEST
        if not plain or at in inside or int(token.folded) not in tasks:
            continue
        if _opens_clause(sentence, at) and (_next_told(sentence, at) in told or _share(fields, at)):
            found.append(Numbered(at, at + 1, (int(token.folded),)))
    return found


def _opens_clause(sentence: Sentence, at: int) -> bool:
    gap = sentence.text.tokens[at].gap
    parted = any(sign in gap for sign in ",;.\n") and gap != gap.strip()
    return parted or sentence.text.folded[at - 1] in _OPENS - {"thi"}


def _next_told(sentence: Sentence, at: int) -> int:
    return at + 2 if sentence.text.folded[at + 1] in _OPENS else at + 1


def _share(fields: Fields, at: int) -> bool:
    """Whether a share follows: "13 60%"."""
    return any(start == at + 1 for start, _, _ in fields.percents)
