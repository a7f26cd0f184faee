"""Spans of time that a question names: years, quarters, "trước 2026", "từ 2025 đến 2027"."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from domain.spans import Days
from understanding import moments
from understanding.dates import Found, find_dates
from understanding.folding import toned
from understanding.moments import TimeSpan, read_moment
from understanding.tokens import Text

_SPAN_WORDS = {
    *[
        "nam",
        "vao",
        "trong",
        "ngay",
        "thang",
        "the",
        "year",
        "of",
        "het",
        "in",
        "la",
        "cuoi",
        "vong",
    ]
}
_BEFORE = {("truoc",), ("before",), ("prior", "to"), ("earlier", "than")}
_AFTER = {("sau",), ("after",), ("later", "than"), ("qua",)}
_UNTIL = {
    ("cham", "nhat"), ("muon", "nhat"), ("tre", "nhat"), ("khong", "qua"), ("den", "het"),
    ("tinh", "den"), ("cho", "den"), ("by",), ("until",), ("till",), ("up", "to"), ("toi", "het"),
    ("no", "later", "than"), ("not", "later", "than"), ("by", "the", "end", "of"), ("den", "cuoi"),
    ("truoc", "hoac", "trong"), ("on", "or", "before"), ("cho", "toi"), ("tu", "nay", "den"),
    ("tu", "nay", "toi"), ("truoc", "het"),
}  # fmt: skip
_SINCE = {("tu",), ("since",), ("from",), ("ke", "tu"), ("tinh", "tu"), ("starting", "from")}
_ONWARDS = {
    ("tro", "di"), ("tro", "ve", "sau"), ("tro", "len"), ("onwards",), ("onward",),
    ("and", "later"),
    ("va", "sau", "do"), ("and", "after"), ("and", "beyond"), ("or", "later"),
}  # fmt: skip
_BACKWARDS = {
    ("tro", "ve", "truoc"), ("tro", "lui"), ("and", "earlier"), ("or", "earlier"),
    ("ve", "truoc"), ("and", "before"),
}  # fmt: skip
_TO = {"den", "toi", "va", "to", "and", "until", "qua", "cho", "through"}
WORDS = moments.WORDS | {
    word
    for table in (_BEFORE, _AFTER, _UNTIL, _SINCE, _ONWARDS, _BACKWARDS)
    for phrase in table
    for word in phrase
}
WORDS |= _SPAN_WORDS | _TO | {"between", "giua"}
"""The words that spans of time are made of."""


def find_times(text: Text, today: date) -> list[TimeSpan]:
    """Return the spans of time in a text with the words that limit them."""
    found = _joined(find_moments(text, today), text)
    return [_related(span, text, today) for span in found]


def find_moments(text: Text, today: date) -> list[TimeSpan]:
    """Return the times that a text names, each by itself, without the words that limit them."""
    return list(_moments(text, today))


def _moments(text: Text, today: date) -> Iterator[TimeSpan]:
    exact = {
        next((n for n, t in enumerate(text.tokens) if t.end > day.start), 0): day
        for day in find_dates(text.source, today)
    }
    words = text.folded
    at = 0
    while at < len(words):
        span = _exact(exact.get(at), text, at) or _tonight(text, at, today)
        span = span or read_moment(words, at, today)
        if span is None or _is_part_of_symbol(text, span):
            at += 1
        else:
            yield span
            at = span.end


def _tonight(text: Text, at: int, today: date) -> TimeSpan | None:
    """Read "tối nay" with its marks: without them it is "tới nay"."""
    said = tuple(token.toned for token in text.tokens[at : at + 2])
    return TimeSpan(at, at + 2, Days(first=today, last=today)) if said == _TONIGHT else None


_TONIGHT = (toned("tối"), toned("nay"))


def _exact(found: Found | None, text: Text, at: int) -> TimeSpan | None:
    if found is None or text.tokens[at].start < found.start - 1:
        return None
    last = at
    while last < len(text.tokens) and text.tokens[last].start < found.end:
        last += 1
    return TimeSpan(at, last, Days(first=found.day, last=found.day))


def _is_part_of_symbol(text: Text, span: TimeSpan) -> bool:
    """A number before "/QĐ" is a document's, not a year."""
    after = text.tokens[span.end] if span.end < len(text.tokens) else None
    joined = after is not None and after.gap == "/" and not after.number
    return joined and text.tokens[span.end - 1].number


def _joined(spans: list[TimeSpan], text: Text) -> list[TimeSpan]:
    """Join "2025 - 2027", "từ 2025 đến 2027", "2025 và 2026" into one span."""
    joined: list[TimeSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and _connected(last, span, text):
            days = Days(first=last.days.first, last=span.days.last)
            year = last.year and span.year
            joined[-1] = TimeSpan(last.start, span.end, days, "interval", year)
        else:
            joined.append(span)
    return joined


def _connected(one: TimeSpan, two: TimeSpan, text: Text) -> bool:
    between = set(text.folded[one.end : two.start])
    if one.days.first is None or two.days.last is None or one.days.first > two.days.last:
        return False
    if not between:
        gap = text.tokens[two.start].gap.strip()
        return gap in {"-", "–", "—"} or (gap == "," and one.year and two.year)
    return (
        len(between) <= 2
        and bool(between & (_TO | {"hoac", "or"}))
        and between <= (_TO | {"hoac", "or", "het", "cuoi", "nam", "ngay"})
    )


def _related(span: TimeSpan, text: Text, today: date) -> TimeSpan:
    """Read what limits the span: the words just before it, or just after."""
    words = text.folded
    if end := _ends(words, span.end, _ONWARDS):
        days = Days(first=span.days.first)
        return replace(span, start=_since(words, span), end=end, days=days, how="onwards")
    if end := _ends(words, span.end, _BACKWARDS):
        days = Days(last=span.days.last)
        return replace(span, start=_since(words, span), end=end, days=days, how="until")
    at = span.start
    while at > 0 and words[at - 1] in _SPAN_WORDS and _starts(words, at, _UNTIL) is None:
        if words[at - 1] == words[span.start]:
            break
        at -= 1
    if span.how == "interval":
        since = _starts(words, at, _SINCE | {("giua",), ("between",)})
        return replace(span, start=at if since is None else since)
    for phrases, how in (
        (_UNTIL, "until"),
        (_BEFORE, "before"),
        (_AFTER, "after"),
        (_SINCE, "since"),
    ):
        start = _starts(words, at, phrases)
        if start is not None and _means(text, start, how):
            first = today if words[start : start + 2] == ("tu", "nay") else None
            return replace(span, start=start, days=_limited(span.days, how, first), how=how)
    return replace(span, start=at)


def _since(words: tuple[str, ...], span: TimeSpan) -> int:
    start = _starts(words, span.start, _SINCE)
    return span.start if start is None else start


def _means(text: Text, at: int, how: str) -> bool:
    """Whether an accented word is the limiting one: "sau", not "sáu"; "từ", not "tư"."""
    token = text.tokens[at]
    expected = {"after": {"sau", "qua1"}, "since": {"tư2", "kê3", "tinh1"}, "before": {"trươc1"}}
    return not token.accented or token.toned in expected.get(how, {token.toned})


def _limited(days: Days, how: str, first: date | None) -> Days:
    if days.first is None or days.last is None:
        return days
    if how == "before":
        return Days(last=days.first - timedelta(days=1))
    if how == "after":
        return Days(first=days.last + timedelta(days=1))
    if how == "until":
        return Days(first=first, last=days.last)
    return Days(first=days.first)


def _starts(words: tuple[str, ...], end: int, phrases: set[tuple[str, ...]]) -> int | None:
    """Return where a phrase that ends at `end` starts, the longest if there are several."""
    fits = [len(p) for p in phrases if len(p) <= end and words[end - len(p) : end] == p]
    return end - max(fits) if fits else None


def _ends(words: tuple[str, ...], start: int, phrases: set[tuple[str, ...]]) -> int | None:
    fits = [
        start + len(phrase) for phrase in phrases if words[start : start + len(phrase)] == phrase
    ]
    return max(fits, default=None)
