"""Khó khăn, vướng mắc in a report: which of its words tell of an obstacle."""

from collections.abc import Sequence
from dataclasses import dataclass

from understanding.phrases import Span
from understanding.shares import clause_start
from understanding.tokens import Text

_FIELDS = {"progress", "percent", "stage", "none", "same", "reach", "others"}
_NAMED_WAIT = 2
"""A longer phrase of waiting says what for."""
_CLAUSE = ",;:"
_NOW = {"moi", "hien", "khoang", "chi", "tam", "chung", "dat", "duoc"}
_SO = {"nên", "nen"}
_SENTENCE = ".;\n!?"


@dataclass(frozen=True)
class Obstacle:
    """Words start to end of a text as they were written; `stuck` if they say it stands still."""

    start: int
    end: int
    words: str
    stuck: bool


def find_obstacle(text: Text, spans: Sequence[Span]) -> Obstacle | None:
    """Return the obstacle a text tells of, up to the end of its sentence or to the next field."""
    start = _start(text, spans)
    if start is None:
        return None
    first, told = start
    end = _end(text, spans, first)
    rest = text.rest if end == len(text.tokens) else ""
    words = f"{text.slice(told, end)}{rest}".strip(" ,;:-–\n")
    inside = [s for s in spans if first <= s.start < end]
    stuck = any(s.mark == "stuck" or _lacks(text, s) for s in inside)
    return Obstacle(first, end, words, stuck) if words else None


def _start(text: Text, spans: Sequence[Span]) -> tuple[int, int] | None:
    """Return where the obstacle begins, and where its telling words do."""
    for n, span in enumerate(spans):
        after = text.tokens[span.end] if span.end < len(text.tokens) else None
        if span.mark in {"label", "stuck"} and after is not None and after.gap.strip() == ":":
            if any(other.mark == "none" and other.start <= span.end + 1 for other in spans[n:]):
                continue
            return span.start, span.end
        if span.mark == "label" and text.folded[span.start] in {"kho", "vuong"}:
            return span.start, span.start
        if span.mark in {"stuck", "cannot"}:
            return span.start, span.start
        if span.mark == "waits" and _is_wait(text, span):
            return span.start, span.start
        if span.mark == "because" and after is not None and _explains(spans[:n]):
            return span.start, span.end
    return None


def _lacks(text: Text, span: Span) -> bool:
    """Whether something is missing, which is more than waiting for it."""
    return span.mark == "waits" and not {"cho", "doi", "pending", "waiting"} & set(
        text.folded[span.start : span.end]
    )


def _is_wait(text: Text, span: Span) -> bool:
    """ "chưa được 50%", "còn 2 đô thị chưa duyệt" tell of no obstacle."""
    if _counts_what_is_left(text, span.start):
        return False
    if span.end == len(text.tokens):
        return len(span) > _NAMED_WAIT
    after = text.tokens[span.end]
    return not after.number and after.folded not in {"xong", "gi", "het", "dau", "nhieu"}


def _counts_what_is_left(text: Text, at: int) -> bool:
    """Whether "chưa" follows a number of things that are left: "còn 2 đô thị chưa"."""
    before = range(clause_start(text, at), at - 1)
    left = any(text.folded[n] == "con" and text.tokens[n + 1].number for n in before)
    return left and text.folded[at] == "chua"


def _explains(before: Sequence[Span]) -> bool:
    """Whether "do", "vì" follow what is late, not done or paused, and not "nhiệm vụ do Sở …"."""
    late = {"in_progress", "not_started", "paused"}
    return any(s.mark == "late" or (s.mark == "progress" and s.value in late) for s in before)


def _end(text: Text, spans: Sequence[Span], start: int) -> int:
    starts = {span.start for span in spans if span.mark in _FIELDS}
    for at in range(start + 1, len(text.tokens)):
        token = text.tokens[at]
        if any(sign in token.gap for sign in _SENTENCE) and not text.tokens[at].gap.isspace():
            return at
        parted = any(sign in token.gap for sign in _CLAUSE)
        field = any(each in starts for each in (at, at + 1)) or text.tokens[at].number
        now = token.folded in _NOW and any(each.number for each in text.tokens[at + 1 : at + 2])
        if (parted or token.toned in _SO) and (field or now):
            return at
    return len(text.tokens)
