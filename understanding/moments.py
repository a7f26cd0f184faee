"""Single times in folded words: a year, a quarter, a month, a part of a year."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.spans import Days
from understanding.numbers import number_words, roman, year_words

_THIS_YEAR = {"nay": 0, "ngoai": -1, "truoc": -1, "roi": -1, "qua": -1, "toi": 1, "sau": 1, "ke": 1}
_THIS = {"nay": 0, "truoc": -1, "roi": -1, "qua": -1, "sau": 1, "toi": 1, "ke": 1}
_ENGLISH = {"this": 0, "current": 0, "last": -1, "previous": -1, "next": 1, "coming": 1}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "dau": 1, "cuoi": 4}
_MONTHS = "january february march april may june july august september october november december"
_MONTH = {name: n for n, name in enumerate(_MONTHS.split(), 1)}
WORDS = frozenset(
    {*_THIS_YEAR, *_ENGLISH, *_ORDINALS, *_MONTH}
    | {"nam", "quy", "thang", "ngay", "tuan", "hom", "sang", "quarter", "month", "half", "year"}
    | {"week", "days", "weeks", "months", "today", "tomorrow", "yesterday", "mai", "vong"}
)
"""The words that single times are made of."""


@dataclass(frozen=True)
class TimeSpan:
    """Words start to end name these days; `how` is in, since, before, after, until or interval."""

    start: int
    end: int
    days: Days
    how: str = "in"
    year: bool = False


def read_moment(words: tuple[str, ...], at: int, today: date) -> TimeSpan | None:
    """Read the time that begins at a place, if one does."""
    readers: tuple[Callable[[tuple[str, ...], int, date], TimeSpan | None], ...] = (
        _part_of_year, _ahead, _day, _week, _quarter, _month, _year, _current,
    )  # fmt: skip
    return next((span for reader in readers if (span := reader(words, at, today))), None)


def _ahead(words: tuple[str, ...], at: int, today: date) -> TimeSpan | None:
    """Read "30 ngày tới", "3 tháng nữa", "next 30 days"."""
    for phrase in (words[at : at + 3], words[at + 1 : at + 3] + words[at : at + 1]):
        number, unit, ahead = phrase if len(phrase) == 3 else ("", "", "")
        count = int(number) if number.isdecimal() and len(number) < 4 else _COUNTED.get(number)
        if count is not None and unit in _UNITS and ahead in _TO_COME:
            return TimeSpan(at, at + 3, Days(first=today, last=_later(today, count, _UNITS[unit])))
    return None


_UNITS = {"ngay": "day", "days": "day", "tuan": "week", "weeks": "week", "thang": "month",
          "months": "month"}  # fmt: skip
_TO_COME = {"toi", "nua", "next"}
_COUNTED = {"mot": 1, "hai": 2, "ba": 3, "two": 2, "three": 3, "six": 6}


def _later(today: date, count: int, unit: str) -> date:
    if unit != "month":
        return today + timedelta(days=count * (7 if unit == "week" else 1))
    month = _shifted_month(today, count)
    last = month.last or today
    return last.replace(day=min(today.day, last.day))


def _day(words: tuple[str, ...], at: int, today: date) -> TimeSpan | None:
    """Read "hôm nay", "ngày mai", "yesterday"."""
    for length in (2, 1):
        shift = _DAYS.get(words[at : at + length])
        if shift is not None and len(words) >= at + length:
            day = today + timedelta(days=shift)
            return TimeSpan(at, at + length, Days(first=day, last=day))
    return None


_DAYS = {
    ("hom", "nay"): 0, ("today",): 0, ("ngay", "mai"): 1, ("tomorrow",): 1,
    ("hom", "qua"): -1, ("yesterday",): -1, ("ngay", "kia"): 2,
}  # fmt: skip


def _week(words: tuple[str, ...], at: int, today: date) -> TimeSpan | None:
    """Read "tuần này", "tuần tới", "last week": from Monday to Sunday."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word == "tuan" and after in _THIS:
        shift = _THIS[after]
    elif word in _ENGLISH and after == "week":
        shift = _ENGLISH[word]
    else:
        return None
    monday = today - timedelta(days=today.weekday() - 7 * shift)
    return TimeSpan(at, at + 2, Days(first=monday, last=monday + timedelta(days=6)))


def _current(words: tuple[str, ...], at: int, today: date) -> TimeSpan | None:
    """Read "trong tháng", "trong quý" without a number as the one of today."""
    after = words[at + 1] if at + 1 < len(words) else ""
    if not at or words[at - 1] != "trong" or after not in _NOTHING_MORE:
        return None
    readers = {"tuan": _week, "thang": _month, "quy": _quarter}
    reader = readers.get(words[at])
    span = None if reader is None else reader((words[at], "nay"), 0, today)
    return None if span is None else TimeSpan(at, at + 1, span.days)


_NOTHING_MORE = {"", "?", "co", "cua", "nao", "la", "thi", "khong", "gom", "cho", "voi"}


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
        so_far = words[at + 1 : at + 3] == ("toi", "nay")
        if after in _THIS_YEAR and not so_far and not _plain_year(words, at + 2):
            tail = at + 3 if words[at + 2 : at + 3] in (("ke",), ("tiep",)) else at + 2
            return today.year + _THIS_YEAR[after], tail
        if len(after) == 2 and after.isdecimal() and int(after) >= 20:
            return 2000 + int(after), at + 2
        if short := _short_year(words, at + 1):
            return short
        inner = at + 1
    else:
        inner = at
    if year := _plain_year(words, inner):
        return year, inner + 1
    return year_words(words, inner)


def _short_year(words: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """Read "hai lăm", "hai mươi sáu" after "năm"; the five of "nhiệm vụ năm" has no year behind."""
    before = words[at - 2] if at > 1 else ""
    found = number_words(words, at) if words[at : at + 1] in (("hai",), ("ba",)) else None
    if found is None or before in _COUNTED_BY or not 20 <= found[0] <= 35:
        return None
    after = words[found[1]] if found[1] < len(words) else ""
    return None if after in _NO_YEAR_BEFORE else (2000 + found[0], found[1])


_COUNTED_BY = {"vu", "so", "nv", "tieu", "muoi", "task", "thang", "ngay"}
_NO_YEAR_BEFORE = {"phan", "%", "phay", "nhiem", "chi", "do", "muc"}


def _plain_year(words: tuple[str, ...], at: int) -> int | None:
    word = words[at] if at < len(words) else ""
    return int(word) if len(word) == 4 and word.isdecimal() and 1990 <= int(word) <= 2099 else None


def _part_of_year(words: tuple[str, ...], at: int, today: date) -> TimeSpan | None:
    """Read "6 tháng đầu năm 2026", "nửa cuối năm", "cuối năm nay", "first half of 2026"."""
    for length in (4, 3, 2):
        head = words[at : at + length]
        months = _PARTS.get(head) or _months_of(words, at, length)
        if months is None or len(head) < length:
            continue
        end = at + length
        if words[end : end + 1] == ("of",):
            end += 1
        found = _year_after_part(words, end, head, today)
        return None if found is None else TimeSpan(at, found[1], _months(found[0], *months))
    return None


def _months_of(words: tuple[str, ...], at: int, length: int) -> tuple[int, int] | None:
    """Read "6 tháng", "9 tháng" as offices mean it: from January, in this year or the one named."""
    months = {"6": 6, "sau": 6, "9": 9, "chin": 9}.get(words[at])
    if length != 2 or months is None or words[at + 1 : at + 2] != ("thang",):
        return None
    after = words[at + 2] if at + 2 < len(words) else ""
    named = after == "nam" or _plain_year(words, at + 2) is not None
    return (1, months) if named or (after not in _NO_PART and words[at - 1] == "trong") else None


_NO_PART = {"toi", "nua", "qua", "truoc", "gan", "cuoi", "sau", "roi"}


def _year_after_part(
    words: tuple[str, ...], end: int, head: tuple[str, ...], today: date
) -> tuple[int, int] | None:
    if words[end : end + 1] == ("nam",) and head[-1] != "nam":
        return _year_number(words, end, today) or (today.year, end + 1)
    if head[-1] == "nam":
        return _year_number(words, end - 1, today) or (today.year, end)
    found = _year_number(words, end, today) if end < len(words) else None
    plain = "half" in head or "dau" in head or len(head) == 2
    return found or ((today.year, end) if plain else None)


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
    number = roman(after) or (int(after) if after.isdecimal() and len(after) == 1 else None)
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
    number = (int(after), at + 2) if after.isdecimal() else number_words(words, at + 1)
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
