"""A day to come by which something is to be done: 30/6/2027, "hết quý II/2027", "thêm 3 tháng"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from understanding.dates import find_dates, impossible_date
from understanding.folding import composed, fold
from understanding.numbers import number_words
from understanding.times import find_times
from understanding.tokens import Text, words_of
from understanding.weekdays import read_coming_day

LONGEST = 60
"""A longer text is a sentence and no day."""
_MORE = re.compile(
    r"(?:them|keo dai|lui|cong)\s+(?:them\s+)?(?P<count>\d{1,3}|[a-z]+(?: [a-z]+)?|)\s*"
    r"(?P<unit>ngay|tuan|thang|quy|nam)(?P<half> ruoi)?\b(?! *\d)"
)
_ALONE = re.compile(
    r"(?:another )?(?P<count>\d{1,3}|[a-z]+)\s*(?:more )?"
    r"(?P<unit>ngay|tuan|thang|nam|days?|weeks?|months?|years?)(?P<half> ruoi)?(?: nua| more)?"
)
_NO_YEAR = re.compile(
    r"(?<![\d/.-])(\d{1,2})\s?(?:[/.-]|\s+thang\s+)\s?(\d{1,2})(?!\s*(?:[/.-]\s*\d|,?\s*nam\b|,?\s*20\d\d|\d))"
)
_MONTH_OF_YEAR = re.compile(
    r"(?<![\d/.-])(?:thang\s*|\bt\.?\s*)?(\d{1,2})\s?[/.-]\s?(20\d\d)(?!\d)"
)
_SHORT_QUARTER = re.compile(r"\b(?:q\s*([1-4]|iv|i{1,3})|qui)\b")
_A_YEAR = re.compile(r"20\d\d|\bnam (?:nay|sau|toi|ke|\d)|\bsang nam\b")
_NO_END = re.compile(r"\bgiua\b|(?<!\bthang )(?<!\bnua )\bdau\b")
_MONTHS = {"thang": 1, "month": 1, "quy": 3, "nam": 12, "year": 12}
_DAYS = {"ngay": 1, "day": 1, "tuan": 7, "week": 7}
_YEARS_AHEAD = 3


def read_later_day(text: str, today: date, after: date) -> date | None:
    """Return the one day a text names, of a span of days the last; None if there is none.

    Where no year is said, it is the first such day after `after`, and not past; "thêm 3 tháng"
    counts from `after`.
    """
    folded = _plain(text)
    if len(text) > LONGEST or impossible_date(text) is not None or _NO_END.search(folded):
        return None
    more = _MORE.search(folded) or _ALONE.fullmatch(folded)
    if more is not None:
        return _moved(after, more)
    if (coming := read_coming_day(folded, today)) is not None:
        return coming
    after = max(after, today - timedelta(days=1))
    if found := _NO_YEAR.findall(folded):
        days = {_next(int(day), int(month), after) for day, month in found}
        return days.pop() if len(days) == 1 else None
    found_days = find_dates(folded, today) or find_dates(f"ngay {folded}", today)
    days = {each.day for each in found_days}
    if days:
        return days.pop() if len(days) == 1 else None
    return _end_of_span(folded, today, after)


def _plain(text: str) -> str:
    """Fold, and write months and quarters in the one way that spans are read in."""
    folded = " ".join(fold(composed(text)).split()).strip(" .?")
    folded = _SHORT_QUARTER.sub(lambda found: f"quy {found[1] or ''}".strip(), folded)
    return _MONTH_OF_YEAR.sub(r"thang \1 nam \2", folded) if "quy" not in folded else folded


def _moved(after: date, more: re.Match[str]) -> date | None:
    said, unit = more["count"], more["unit"].removesuffix("s")
    words = number_words(said.split(), 0) if said and not said.isdecimal() else None
    if said == "nua" and unit == "nam":
        count, unit = 6, "thang"
    elif said.isdecimal() or not said:
        count = int(said or 1)
    elif words is not None and words[1] == len(said.split()):
        count = words[0]
    else:
        return None
    if unit in _DAYS:
        return after + timedelta(days=count * _DAYS[unit])
    months = count * _MONTHS[unit] + (_MONTHS[unit] // 2 if more["half"] else 0)
    return _months_later(after, months)


def _months_later(day: date, months: int) -> date | None:
    """Return the same day of a later month; the last of a month stays the last."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    if year > date.max.year:
        return None
    last = monthrange(year, month)[1]
    ends = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if ends else min(day.day, last))


def _next(day: int, month: int, after: date) -> date | None:
    for year in range(after.year, after.year + 5):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found > after:
            return found
    return None


def _end_of_span(folded: str, today: date, after: date) -> date | None:
    spans = find_times(Text(folded, words_of(folded)), today)
    ends = {span.days.last for span in spans if span.days.last is not None}
    if len(ends) != 1:
        return None
    end = ends.pop()
    if _A_YEAR.search(folded) or not re.search(r"\b(?:thang|quy)\b", folded):
        return end
    years = 0
    while end <= after and years < _YEARS_AHEAD:
        end, years = _months_later(end, 12) or end, years + 1
    return end
