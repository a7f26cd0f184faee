"""Single days as people write them: 5/3/2025, 05-03-25, "ngày 5 tháng 3 năm 2025", "hôm qua"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from understanding.folding import composed, fold, fold_in_place
from understanding.numbers import number_words, year_words

_NUMERIC = re.compile(
    r"(?<![\d/.,-])(\d{1,2})\s?([/.\-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/])"
)
_ISO = re.compile(r"(?<![\d/-])(20\d\d)-(\d{1,2})-(\d{1,2})(?![\d/-])")
_WORDS = re.compile(
    r"(?:ngay\s+)?(?<!\d)(\d{1,2})\s+thang\s+(\d{1,2})(?:\s*[,/]?\s*(?:nam\s+)?(20\d\d)|\s+nam\s+(nay|ngoai))?(?!\d)"
)
_NO_YEAR = re.compile(r"(?:ngay|hom|den|truoc|on|by)\s+(\d{1,2})\s?[/\-]\s?(\d{1,2})(?![\d/%]|-\d)")
_MONTHS = "january february march april may june july august september october november december"
_MONTH = {name[:3]: n for n, name in enumerate(_MONTHS.split(), 1)}
_ENGLISH_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(20\d\d)"
)
_ENGLISH = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(20\d\d)"
)
_RELATIVE = re.compile(
    r"\b(?:hom (?:nay|qua|kia)|ngay mai|today|yesterday|tomorrow|bua (?:nay|qua|kia)"
    r"|(?:(?<=\btu )|(?<=\bden )|(?<=\bhet ))mai)\b"
)
_OFFSET = {"nay": 0, "today": 0, "qua": -1, "yesterday": -1, "kia": -2, "mai": 1, "tomorrow": 1}
_MOST = 8
_WORD = re.compile(r"[a-z]+|\d+")
_DAY_HEADS = {"ngay", "mung", "mong"}
_LEAP = 2024
"""The year by which a day without one is held to be possible."""


class Found(NamedTuple):
    """A day and the place of its words in the composed text."""

    day: date
    start: int
    end: int


@lru_cache(maxsize=64)
def find_dates(text: str, today: date) -> tuple[Found, ...]:
    """Return the days a text names, in its order; those that do not exist are passed over."""
    folded = fold_in_place(composed(text))
    found: list[Found] = []
    for each in _candidates(folded, today):
        if all(each.end <= other.start or each.start >= other.end for other in found):
            found.append(each)
        if len(found) == _MOST:
            break
    return tuple(sorted(found, key=lambda each: each.start))


def read_date(text: str, today: date) -> date | None:
    """Return the one day a text names, or None; a bare "5/3" is in this year, or in the last."""
    found = find_dates(text, today)
    if not found:
        bare = re.fullmatch(r"\s*(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s*", text)
        return _without_year(int(bare[1]), int(bare[2]), today) if bare else None
    return found[0].day if len({each.day for each in found}) == 1 else None


def _candidates(text: str, today: date) -> Iterator[Found]:
    for match in _ISO.finditer(text):
        yield from _found(match, int(match[1]), int(match[2]), int(match[3]))
    for match in _NUMERIC.finditer(text):
        yield from _found(match, _year(match[4]), int(match[3]), int(match[1]))
    for match in _WORDS.finditer(text):
        day, month = int(match[1]), int(match[2])
        if match[3] or match[4]:
            year = int(match[3]) if match[3] else today.year - (match[4] == "ngoai")
            yield from _found(match, year, month, day)
        elif guess := _without_year(day, month, today):
            yield Found(guess, *match.span())
    for match in _ENGLISH_FIRST.finditer(text):
        yield from _found(match, int(match[3]), _MONTH[match[2]], int(match[1]))
    for match in _ENGLISH.finditer(text):
        yield from _found(match, int(match[3]), _MONTH[match[1]], int(match[2]))
    for match in _NO_YEAR.finditer(text):
        if guess := _without_year(int(match[1]), int(match[2]), today):
            yield Found(guess, *match.span())
    for match in _RELATIVE.finditer(text):
        yield Found(today + timedelta(days=_OFFSET[match[0].split()[-1]]), *match.span())
    yield from _spoken(text, today)


def read_year(text: str) -> int | None:
    """Return the year that a text gives and nothing else ("2025", "năm 2025")."""
    found = re.fullmatch(r"\s*(?:nam\s+)?(20\d\d)[\s.]*", fold(composed(text)))
    return None if found is None else int(found[1])


def impossible_date(text: str) -> str | None:
    """Return the words of a day that no calendar has ("31/02/2026"), None if there are none."""
    source = composed(text)
    folded = fold_in_place(source)
    for match in _WORDS.finditer(folded):
        year = int(match[3] or _LEAP)
        named = match[0].startswith("ngay")
        if named and not list(_found(match, year, int(match[2]), int(match[1]))):
            return re.sub(r"^\D+", "", source[slice(*match.span())])
    for match in (*_NUMERIC.finditer(folded), *_NO_YEAR.finditer(folded)):
        year = _year(match[4]) if match.re is _NUMERIC else _LEAP
        month = match[3] if match.re is _NUMERIC else match[2]
        if not list(_found(match, year, int(month), int(match[1]))):
            return re.sub(r"^\D+", "", match[0])
    return None


def _spoken(text: str, today: date) -> Iterator[Found]:
    """Read "ngày mười lăm tháng mười hai năm hai không hai lăm", with or without the year."""
    if " thang " not in text:
        return
    places = list(_WORD.finditer(text))
    words = [place[0] for place in places]
    for at, word in enumerate(words):
        if word not in _DAY_HEADS or (day := _whole(words, at + 1)) is None:
            continue
        if words[day[1] : day[1] + 1] != ["thang"] or (month := _whole(words, day[1] + 1)) is None:
            continue
        year = _spoken_year(words, month[1])
        end = month[1] if year is None else year[1]
        span = (places[at].start(), places[end - 1].end())
        try:
            guess = (
                _without_year(day[0], month[0], today)
                if year is None
                else date(year[0], month[0], day[0])
            )
        except ValueError:
            continue
        if guess is not None:
            yield Found(guess, *span)


def _whole(words: list[str], at: int) -> tuple[int, int] | None:
    if at < len(words) and words[at].isdecimal():
        return (int(words[at]), at + 1) if len(words[at]) <= len("12") else None
    return number_words(words, at)


def _spoken_year(words: list[str], at: int) -> tuple[int, int] | None:
    if words[at : at + 1] != ["nam"]:
        return None
    if words[at + 1 : at + 2] and re.fullmatch(r"20\d\d", words[at + 1]):
        return int(words[at + 1]), at + 2
    return year_words(words, at + 1)


def _year(written: str) -> int:
    return int(written) if len(written) == 4 else 2000 + int(written)


def _found(match: re.Match[str], year: int, month: int, day: int) -> Iterator[Found]:
    try:
        yield Found(date(year, month, day), *match.span())
    except ValueError:
        return


def _without_year(day: int, month: int, today: date) -> date | None:
    """Return the latest such day that is not more than half a year ahead."""
    for year in (today.year, today.year - 1):
        try:
            guess = date(year, month, day)
        except ValueError:
            return None
        if guess <= today + timedelta(days=183):
            return guess
    return None
