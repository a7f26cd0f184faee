"""How much of a task is done, as a sentence tells it: the figure, or words that give none."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from understanding.folding import toned
from understanding.tokens import Text

_HUNDRED = Decimal(100)
_FILLERS = {"khoang", "tam", "chung", "gan", "hon", "tren", "lai", "cho"}
_REMAINS = {"con", "thieu"}
_CHANGES = {"giam", "tang", "them", "bot"}
_REACHES = {"dat", "duoc", "lam", "xong", "thanh", "la", "len"}
_LESS = {"duoi"}
_NOT_QUITE = {"den", "toi", "duoc", "dat"}
_JOINS = {"den", "toi", "hoac", "hay"}
_COUNTED = {"vu", "viec", "task", "so", "tieu", "thang", "quy", "nam", "ngay", "muc", "phan"}
_MONEY = (("giai", "ngan"), ("von",), ("kinh", "phi"), ("du", "toan"), ("ngan", "sach"))
_OF_MONEY = (("ke", "hoach", "von"), ("gia", "tri"), ("tong", "von"), ("so", "von"), *_MONEY)
_LACKING = {"thieu", "vuong", "cho", "doi", "chua"}
_AIMS = (("se",), ("phan", "dau"), ("muc", "tieu"), ("du", "kien"), ("ke", "hoach", "la"))
_ABOUT_HALF = {"hon", "qua", "gan", "tren", "non", "chua", "duoi"}
_MINUS = "-−"
_DASHES = "-−–—"
_CLAUSE = ",;:.\n()"
_MORE = re.compile(r"nữa|nu\w*[x4]")
_SPAN_OF_TIME = {"thang", "nam", "quy", "tuan", "dau", "cuoi", "chung", "ngay", "ky", "buoi"}
_NEAR = 3


class Share(NamedTuple):
    """The share of a task that is done, or the words that speak of one without giving it.

    `under_way`: the work is being done, whatever the words mean; `unfinished`: part of it is left.
    """

    value: Decimal | None = None
    unclear: str | None = None
    under_way: bool = False
    unfinished: bool = False
    start: int = 0
    end: int = 0


def clause_start(text: Text, at: int) -> int:
    """Return the first word of the clause in which a word stands."""
    while at > 0 and not any(sign in text.tokens[at].gap for sign in _CLAUSE):
        at -= 1
    return at


def clause_end(text: Text, at: int) -> int:
    """Return where the clause ends in which a word stands."""
    end = at + 1
    while end < len(text.tokens) and not any(sign in text.tokens[end].gap for sign in _CLAUSE):
        end += 1
    return end


def is_half(text: Text, start: int, end: int) -> bool:
    """Whether the words of a half say "nửa", not "nữa", and no half of a year or a month."""
    last = text.tokens[end - 1]
    if last.folded != "nua":
        return True
    alone = end - start == 1
    if _is_more(text, end - 1) or (alone and not last.accented):
        return False
    near = text.folded[max(0, start - _NEAR) : start]
    after = text.folded[end : end + 1]
    denied = not last.accented and "khong" in near
    return not denied and not _SPAN_OF_TIME.intersection(after)


def _is_more(text: Text, at: int) -> bool:
    """Whether a word is "nữa" as it was written: its keys are those of "nửa"."""
    token = text.tokens[at]
    return _MORE.fullmatch(text.source[token.start : token.end].lower()) is not None


def read_share(text: Text, found: Sequence[tuple[int, int, Decimal]], halves: set[int]) -> Share:
    """Return the last share that tells how much is done; failing that, what is unclear."""
    told: list[Share] = []
    for start, end, value in found:
        share = _half(text, start, end) if start in halves else _judged(text, start, end, value)
        told = [each for each in told if each.start < share.start] + [share]
    clear = [each for each in told if each.value is not None]
    now = [each for each in clear if not _aimed(text, each.start)]
    if now or clear:
        return (now or clear)[-1]
    return told[-1] if told else Share()


def _unclear(text: Text, start: int, end: int, *, under_way: bool, left: bool = False) -> Share:
    sign = "-" if _is_negative(text, start) and text.tokens[start].number else ""
    return Share(None, sign + text.slice(start, end), under_way, left, start, end)


def _half(text: Text, start: int, end: int) -> Share:
    if start and text.folded[start - 1] in _ABOUT_HALF:
        first = start - 2 if text.folded[start - 2 : start - 1] == ("khoang",) else start - 1
        return _unclear(text, first, end, under_way=True, left=True)
    return Share(Decimal(50), start=start, end=end)


def _judged(text: Text, start: int, end: int, value: Decimal) -> Share:
    """Tell a share that is done from one that is left, spent, gained, between two, or none."""
    if (low := _range_start(text, start)) is not None:
        return _unclear(text, low, end, under_way=True, left=True)
    if _is_negative(text, start) or value > _HUNDRED:
        return _unclear(text, start, end, under_way=False)
    not_quite = _not_quite(text, start)
    first = start - 2 if not_quite else _qualifier(text, start)
    before = text.folded[first] if first < start else ""
    late = end if before in _REACHES else _not_done_after(text, end)
    if before in _REMAINS | _LESS or late > end or not_quite:
        return _unclear(text, first, late, under_way=True, left=True)
    if before in _CHANGES:
        return _unclear(text, first, end, under_way=False)
    if (money := _money(text, start, end)) is not None:
        return _unclear(text, *money, under_way=True)
    return Share(value, start=start, end=end)


def _qualifier(text: Text, start: int) -> int:
    """Return the place of the word that says what a share is, past "khoảng", "hơn"."""
    at = start - 1
    while at > 0 and text.folded[at] in _FILLERS:
        at -= 1
    return at if at >= clause_start(text, start) else start


def _not_quite(text: Text, start: int) -> bool:
    return text.folded[start - 2 : start - 1] == ("chua",) and (
        text.folded[start - 1] in _NOT_QUITE
    )


def _not_done_after(text: Text, end: int) -> int:
    """Return where "chưa làm", "nữa", "còn lại" after a share end, its own end if none follow."""
    words = text.folded[end : end + 2]
    if not words or any(sign in text.tokens[end].gap for sign in _CLAUSE):
        return end
    if words[0] == "nua" and (_is_more(text, end) or not text.tokens[end].accented):
        return end + 1
    if words[0] == "chua" or words == ("con", "lai"):
        return min(end + 2, clause_end(text, end))
    return end


def _range_start(text: Text, start: int) -> int | None:
    """Return where "60-70%", "60% đến 70%" begin, None if no figure is joined before."""
    joined = start > 0 and text.folded[start - 1] in _JOINS
    gap = text.tokens[start].gap.strip()
    dashed = bool(gap) and gap in _DASHES
    if not (joined or dashed):
        return None
    at = start - 2 if joined else start - 1
    if at >= 0 and text.folded[at] == "%":
        at -= 1
    if at < 0 or not _is_share_figure(text, at):
        return None
    first = max(0, at - 2)
    if {"tang", "nang"} & set(text.folded[first:at]):
        return None
    return at


def _is_share_figure(text: Text, at: int) -> bool:
    token = text.tokens[at]
    before = text.folded[at - 1] if at else ""
    short = len(token.folded) <= len("100,5") and "/" not in token.gap
    return token.number and short and before not in _COUNTED


def _is_negative(text: Text, start: int) -> bool:
    token = text.tokens[start]
    signed = token.gap[-1:] in _MINUS and token.gap[-2:-1] in {"", " ", ":", "("}
    minus = start > 0 and text.tokens[start - 1].toned == toned("âm")
    return (bool(token.gap) and signed and token.number) or minus


def _money(text: Text, start: int, end: int) -> tuple[int, int] | None:
    """Return the words that make a share one of money: "giải ngân 60%", "60% kế hoạch vốn"."""
    stops = [
        end + len(phrase)
        for phrase in _OF_MONEY
        if text.folded[end : end + len(phrase)] == phrase
        and clause_end(text, end - 1) >= end + len(phrase)
    ]
    first = max(clause_start(text, start), start - _NEAR - 1)
    starts = [
        at
        for phrase in _MONEY
        for at in range(first, start - len(phrase) + 1)
        if text.folded[at : at + len(phrase)] == phrase
        and _LACKING.isdisjoint(text.folded[max(0, at - 2) : at])
    ]
    if not (starts or stops):
        return None
    return min(starts, default=start), max(stops, default=end)


def _aimed(text: Text, start: int) -> bool:
    """Whether a share is only aimed at: "phấn đấu cuối tháng đạt 80%"."""
    words = text.folded[clause_start(text, start) : start]
    return any(
        words[at : at + len(phrase)] == phrase for phrase in _AIMS for at in range(len(words))
    )
