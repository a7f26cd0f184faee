"""Spans of time that a question names: years, quarters, "trước 2026", "từ 2025 đến 2027"."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.query import Days
from understanding.dates import Found, find_dates
from understanding.numbers import number_words, roman, year_words
from understanding.tokens import Text

_THIS_YEAR = {"nay": 0, "ngoai": -1, "truoc": -1, "roi": -1, "qua": -1, "toi": 1, "sau": 1, "ke": 1}
_THIS = {"nay": 0, "truoc": -1, "roi": -1, "qua": -1, "sau": 1, "toi": 1}
_ENGLISH = {"this": 0, "current": 0, "last": -1, "previous": -1, "next": 1, "coming": 1}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "dau": 1, "cuoi": 4}
_MONTHS = "january february march april may june july august september october november december"
_MONTH = {name: n for n, name in enumerate(_MONTHS.split(), 1)}
_SPAN_WORDS = {
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

WORDS = frozenset(
    {
        word
        for table in (_BEFORE, _AFTER, _UNTIL, _SINCE, _ONWARDS, _BACKWARDS)
        for p in table
        for word in p
    }
    | {*_THIS_YEAR, *_ENGLISH, *_ORDINALS, *_MONTH, *_SPAN_WORDS, *_TO}
    | {
        "nam",
        "quy",
        "thang",
        "ngay",
        "tuan",
        "hom",
        "quarter",
        "month",
        "half",
        "between",
        "giua",
        "sang",
    }
)
"""The words that spans of time are made of."""


@dataclass(frozen=True)
class TimeSpan:
    """Words start to end name these days; `how` is in, since, before, after, until or interval."""

    start: int
    end: int
    days: Days
    how: str = "in"
    year: bool = False


def find_times(text: Text, today: date) -> list[TimeSpan]:
    """Return the spans of time in a text with the words that limit them."""
    found = _joined(list(_moments(text, today)), text)
    return [_related(span, text, today) for span in found]


def _moments(text: Text, today: date) -> Iterator[TimeSpan]:
    exact = {
        next((n for n, t in enumerate(text.tokens) if t.end > day.start), 0): day
        for day in find_dates(text.source, today)
    }
    words = text.folded
    at = 0
    while at < len(words):
        span = _exact(exact.get(at), text, at) or _moment(words, at, today)
        if span is None or _is_part_of_symbol(text, span):
            at += 1
        else:
            yield span
            at = span.end


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


def _moment(words: tuple[str, ...], at: int, today: date) -> TimeSpan | None:
    readers: tuple[Callable[[tuple[str, ...], int, date], TimeSpan | None], ...] = (
        _part_of_year, _quarter, _month, _year,
    )  # fmt: skip
    return next((span for reader in readers if (span := reader(words, at, today))), None)


def _year(words: tuple[str, ...], at: int, today: date) -> TimeSpan | None:
    found = _year_number(words, at, today)
    if found is None:
        return None
    return TimeSpan(at, found[1], Days.of_years(found[0], found[0]), year=True)


def _year_number(words: tuple[str, ...], at: int, today: date) -> tuple[int, int] | None:
    """Read a year from `at`: "năm 2025", "2025", "năm nay", "sang năm", "hai không hai lăm"."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in {"sang", "qua"} and after == "nam":
        return today.year + 1, at + 2
    if word in _ENGLISH and after == "year":
        return today.year + _ENGLISH[word], at + 2
    if word in {"nam", "year"}:
        if after in _THIS_YEAR and not _plain_year(words, at + 2):
            tail = at + 3 if words[at + 2 : at + 3] in (("ke",), ("tiep",)) else at + 2
            return today.year + _THIS_YEAR[after], tail
        if len(after) == 2 and after.isdigit() and int(after) >= 20:
            return 2000 + int(after), at + 2
        inner = at + 1
    else:
        inner = at
    if year := _plain_year(words, inner):
        return year, inner + 1
    return year_words(words, inner)


def _plain_year(words: tuple[str, ...], at: int) -> int | None:
    word = words[at] if at < len(words) else ""
    return int(word) if len(word) == 4 and word.isdigit() and 1990 <= int(word) <= 2099 else None


def _part_of_year(words: tuple[str, ...], at: int, today: date) -> TimeSpan | None:
    """Read "6 tháng đầu năm 2026", "nửa cuối năm", "cuối năm nay", "first half of 2026"."""
    for length in (4, 3, 2):
        head = words[at : at + length]
        months = _PARTS.get(head)
        if months is None:
            continue
        end = at + length
        if words[end : end + 1] == ("of",):
            end += 1
        found = _year_after_part(words, end, head, today)
        return None if found is None else TimeSpan(at, found[1], _months(found[0], *months))
    return None


def _year_after_part(
    words: tuple[str, ...], end: int, head: tuple[str, ...], today: date
) -> tuple[int, int] | None:
    if words[end : end + 1] == ("nam",) and head[-1] != "nam":
        return _year_number(words, end, today) or (today.year, end + 1)
    if head[-1] == "nam":
        return _year_number(words, end - 1, today) or (today.year, end)
    found = _year_number(words, end, today) if end < len(words) else None
    return found or ((today.year, end) if "half" in head else None)


_PARTS = {
    ("6", "thang", "dau", "nam"): (1, 6), ("sau", "thang", "dau", "nam"): (1, 6),
    ("6", "thang", "cuoi", "nam"): (7, 12), ("sau", "thang", "cuoi", "nam"): (7, 12),
    ("9", "thang", "dau", "nam"): (1, 9), ("chin", "thang", "dau", "nam"): (1, 9),
    ("3", "thang", "dau", "nam"): (1, 3), ("3", "thang", "cuoi", "nam"): (10, 12),
    ("6", "thang", "dau"): (1, 6), ("6", "thang", "cuoi"): (7, 12), ("nua", "dau", "nam"): (1, 6),
    ("nua", "cuoi", "nam"): (7, 12), ("first", "half"): (1, 6), ("second", "half"): (7, 12),
    ("cuoi", "nam"): (10, 12), ("dau", "nam"): (1, 3), ("giua", "nam"): (5, 8),
}  # fmt: skip


def _quarter(words: tuple[str, ...], at: int, today: date) -> TimeSpan | None:
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    now = (today.month - 1) // 3 + 1
    if word in _ENGLISH and after == "quarter":
        return TimeSpan(at, at + 2, _quarter_days(today.year, now + _ENGLISH[word]))
    if word in _ORDINALS and after == "quarter":
        return _in_year(words, at, at + 2, today, 3 * _ORDINALS[word] - 2, 3 * _ORDINALS[word])
    if word not in {"quy", "q", "quarter"}:
        return None
    if after in _THIS:
        return TimeSpan(at, at + 2, _quarter_days(today.year, now + _THIS[after]))
    number = roman(after) or (int(after) if after.isdigit() and len(after) == 1 else None)
    number = number or {"mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4}.get(after)
    if number is None or not 1 <= number <= 4:
        return None
    return _in_year(words, at, at + 2, today, 3 * number - 2, 3 * number)


def _month(words: tuple[str, ...], at: int, today: date) -> TimeSpan | None:
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in _ENGLISH and after == "month":
        return TimeSpan(at, at + 2, _shifted_month(today, _ENGLISH[word]))
    if word in _MONTH and _plain_year(words, at + 1):
        return _in_year(words, at, at + 1, today, _MONTH[word], _MONTH[word])
    if word != "thang":
        return None
    if after in _THIS and words[at + 1 : at + 3] != ("sau", "thang"):
        return TimeSpan(at, at + 2, _shifted_month(today, _THIS[after]))
    number = (int(after), at + 2) if after.isdigit() else number_words(words, at + 1)
    if number is None or not 1 <= number[0] <= 12:
        return None
    return _in_year(words, at, number[1], today, number[0], number[0])


def _in_year(
    words: tuple[str, ...], at: int, end: int, today: date, first: int, last: int
) -> TimeSpan:
    inner = end + 1 if words[end : end + 1] == ("of",) else end
    found = _year_number(words, inner, today) if inner < len(words) else None
    year, end = found or (today.year, end)
    return TimeSpan(at, end, _months(year, first, last))


def _months(year: int, first: int, last: int) -> Days:
    ends = date(year, 12, 31) if last == 12 else date(year, last + 1, 1) - timedelta(days=1)
    return Days(first=date(year, first, 1), last=ends)


def _quarter_days(year: int, quarter: int) -> Days:
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return _months(year, 3 * quarter - 2, 3 * quarter)


def _shifted_month(today: date, by: int) -> Days:
    number = today.year * 12 + today.month - 1 + by
    return _months(number // 12, number % 12 + 1, number % 12 + 1)


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
        return gap in {"-", "–", "—", ","} and bool(gap)
    return (
        len(between) <= 2
        and bool(between & (_TO | {"hoac", "or"}))
        and between <= (_TO | {"hoac", "or", "het", "cuoi", "nam"})
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
