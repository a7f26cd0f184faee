"""What a report claims to be so today, apart from what is denied, planned, or only partly so."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from understanding.folding import toned
from understanding.moments import TimeSpan
from understanding.phrases import Span
from understanding.shares import clause_end, clause_start
from understanding.tokens import Text

_DENIES = {"khong", "chang", "chua", "kho"}
_PLANS = (
    ("du", "kien"), ("se",), ("phan", "dau"), ("du", "dinh"), ("co", "gang"), ("muc", "tieu"),
    ("cam", "ket"), ("huong", "toi"), ("gia", "han"), ("xin", "lui"), ("phai",),
    ("ke", "hoach", "la"),
    ("de", "nghi"), ("expected",), ("expect",), ("will",), ("planned",), ("to", "be"),
)  # fmt: skip
_PARTS = {"phan", "buoc", "khau", "giai", "cong"}
_PARTS_IN_FULL = {("giai", "doan"), ("cong", "doan")}
_OUT_OF = {"tren", "trong"}
_LIMITS = {"het", "den", "toi", "cuoi", "truoc", "sang", "giua", "vao", "khoang"}
_BACK = 3
_SHORT = timedelta(days=93)


class Standing(StrEnum):
    """Whether words are claimed of today, denied, planned, or true only in part."""

    CLAIMED = "claimed"
    DENIED = "denied"
    PLANNED = "planned"
    PARTLY = "partly"


def standing(
    text: Text, span: Span, spans: Iterable[Span], times: list[TimeSpan], today: date
) -> Standing:
    """Return how words that tell of something finished are meant."""
    if _is_part(text, span):
        return Standing.PARTLY
    words = text.folded[span.start : span.end]
    if "da" in words or "roi" in words or "vua" in words:
        return Standing.CLAIMED
    covered = {n for other in spans for n in range(other.start, other.end)}
    first = clause_start(text, span.start)
    near = [n for n in range(max(first, span.start - _BACK), span.start) if n not in covered]
    if any(text.folded[n] in _DENIES and _may_deny(text, n) for n in near):
        return Standing.DENIED
    ahead = text.folded[first : span.start]
    planned = any(ahead[at : at + len(p)] == p for p in _PLANS for at in range(len(ahead)))
    return Standing.PLANNED if planned or _is_ahead(text, span, times, today) else Standing.CLAIMED


def _may_deny(text: Text, at: int) -> bool:
    """ "khó", not "khô" or "kho"."""
    token = text.tokens[at]
    return token.folded != "kho" or not token.accented or token.toned == toned("khó")


def _is_part(text: Text, span: Span) -> bool:
    """Whether a count follows that is not whole ("3/5", "3 trên 5"), or "phần", "bước"."""
    end = clause_end(text, span.end - 1)
    words, tokens = text.folded[span.end : end], text.tokens[span.end : end]
    if words[:2] in _PARTS_IN_FULL or (words and words[0] in _PARTS - {"giai", "cong"}):
        return words[:2] != ("phan", "tram")
    if words[1:2] == ("phan",) and words[2:3] not in ((), ("tram",)):
        return True
    if len(words) < 2 or not tokens[0].folded.isdecimal():
        return False
    at = 2 if words[1] in _OUT_OF else 1
    at += words[at : at + 1] in {("so",), ("tong",)}
    if at >= len(words) or not tokens[at].folded.isdecimal():
        return False
    slashed = at == 1 and tokens[1].gap.strip() == "/"
    dated = len(words) > at + 1 and (tokens[at + 1].gap == "/" or words[at + 1] in {"so", "nam"})
    return (slashed or at > 1) and not dated and int(words[0]) < int(words[at])


def _is_ahead(text: Text, span: Span, times: list[TimeSpan], today: date) -> bool:
    """Whether a time that is still to come stands beside the words, in their clause."""
    first, end = clause_start(text, span.start), clause_end(text, span.end - 1)
    for time in times:
        last = time.days.last
        if last is None or last <= today:
            continue
        if 0 <= time.start - span.end < _BACK and time.start < end:
            return True
        near = first <= time.start and 0 <= span.start - time.end < _BACK
        if near and (_is_short(time) or _LIMITS & set(text.folded[time.start - 1 : time.end])):
            return True
    return False


def _is_short(time: TimeSpan) -> bool:
    first, last = time.days.first, time.days.last
    return first is not None and last is not None and last - first <= _SHORT
