"""Vietnamese numbers, in digits and in words."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

UNITS = {
    "khong": 0, "linh": 0, "le": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5,
    "lam": 5, "nham": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_ENGLISH = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}
_TENS = {"muoi", "chuc"}
_ONLY_BETWEEN = {"linh", "le"}
_NEVER_FIRST = {"lam", "nham", "le", "linh"}
_ODD = {"le", "linh"}
_WRITTEN = re.compile(r"[\d.,]{1,20}")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")

WORDS = frozenset(
    {*UNITS, *_ENGLISH, *_ROMAN, *_TENS, "tram", "nghin", "ngan", "phay", "ruoi", "phan"}
)
"""The words that numbers are made of."""


def read_digits(written: str) -> Decimal | None:
    """Return a number written in digits the Vietnamese way: "7,2", "1.234,5"; "7.2" is 7.2.

    One separator followed by one or two digits marks decimals; groups of three are thousands.
    """
    if _WRITTEN.fullmatch(written) is None:
        return None
    parts = re.split(r"[.,]", written)
    if len(parts) > 2 or (len(parts) == 2 and len(parts[1]) == 3 and parts[0] not in {"", "0"}):
        found = _THOUSANDS.fullmatch(written)
        if found is None:
            return None
        whole, other = found.group(1), {".": ",", ",": "."}[found.group(1)]
        written = written.replace(whole, "").replace(other, ".")
    try:
        value = Decimal(written.replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def number_words(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """Read a whole number in folded words from `start`; return it and where it ends.

    "muoi chin", "bon muoi lam", "ba lam" (35), "mot tram hai muoi".
    """
    if start < len(words) and words[start] in _ENGLISH:
        value, end = _ENGLISH[words[start]], start + 1
        if value >= 20 and end < len(words) and 0 < _ENGLISH.get(words[end], 0) < 10:
            return value + _ENGLISH[words[end]], end + 1
        return value, end
    if start < len(words) and words[start] in _ONLY_BETWEEN:
        return None
    hundreds, at = _hundreds(words, start)
    if (found := _below_hundred(words, at)) is not None:
        return hundreds + found[0], found[1]
    return (hundreds, at) if at > start else None


def roman(word: str) -> int | None:
    """Return a Roman numeral up to ten."""
    return _ROMAN.get(word)


def year_words(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """Read a year spoken in words: "hai khong hai lam", "hai nghin khong tram hai muoi sau"."""
    if start < len(words) and words[start] == "hai":
        return _thousand_words(words, start + 1) or _digit_words(words, start)
    if list(words[start : start + 2]) == ["twenty", "twenty"]:
        last = _ENGLISH.get(words[start + 2], 99) if start + 2 < len(words) else 99
        return (2020 + last, start + 3) if last < 10 else (2020, start + 2)
    return None


def decimal_words(words: Sequence[str], start: int) -> tuple[Decimal, int] | None:
    """Read a number in words with decimals: "bay phay hai", "nam muoi hai ruoi"; digits too."""
    if start >= len(words):
        return None
    if words[start][0].isdecimal():
        value = read_digits(words[start])
        found = None if value is None else (value, start + 1)
    else:
        whole = number_words(words, start)
        found = None if whole is None else (Decimal(whole[0]), whole[1])
    if found is None:
        return None
    value, end = found
    if end < len(words) and words[end] in {"phay", "cham", "point"}:
        decimals, end_of = _decimals(words, end + 1)
        if decimals:
            return Decimal(f"{int(value)}.{decimals}"), end_of
    if end < len(words) and words[end] == "ruoi":
        return value + Decimal("0.5"), end + 1
    return value, end


def _decimals(words: Sequence[str], at: int) -> tuple[str, int]:
    digits = ""
    while at < len(words) and (words[at] in UNITS or words[at].isdecimal()):
        digits += words[at] if words[at].isdecimal() else str(UNITS[words[at]])
        at += 1
    return digits[:6], at


def _hundreds(words: Sequence[str], at: int) -> tuple[int, int]:
    if at + 1 < len(words) and words[at + 1] == "tram" and words[at] in UNITS:
        return UNITS[words[at]] * 100, at + 3 if _ODD & set(words[at + 2 : at + 3]) else at + 2
    return 0, at


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    if at >= len(words):
        return None
    after = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in _TENS:
        return (10 + UNITS[after], at + 2) if after in UNITS else (10, at + 1)
    if words[at] not in UNITS or words[at] in _NEVER_FIRST:
        return None
    first = UNITS[words[at]]
    if after in _TENS and first:
        third = words[at + 2] if at + 2 < len(words) else ""
        if third in UNITS and third not in {"khong", "linh", "le"}:
            return first * 10 + UNITS[third], at + 3
        return first * 10, at + 2
    if after in {"lam", "mot", "tu"} and first > 1 and words[at] != "nam":
        return first * 10 + UNITS[after], at + 2
    if first == 0 and after in UNITS:
        return UNITS[after], at + 2
    return first, at + 1


def _thousand_words(words: Sequence[str], at: int) -> tuple[int, int] | None:
    if at >= len(words) or words[at] not in {"nghin", "ngan"}:
        return None
    at += 1
    if list(words[at : at + 2]) == ["khong", "tram"]:
        at += 2
    elif at < len(words) and words[at] == "khong":
        at += 1
    if at < len(words) and words[at] in {"linh", "le"}:
        at += 1
    rest = _below_hundred(words, at)
    if rest is None:
        return 2000, at
    value, end = rest
    if 1 < value < 10 and end == at + 1 and end < len(words) and UNITS.get(words[end]):
        return 2000 + value * 10 + UNITS[words[end]], end + 1
    return 2000 + value, end


def _digit_words(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Digits one by one: "hai khong hai lam" is 2025, "hai khong ba muoi" 2030."""
    if at + 2 >= len(words) or words[at + 1] != "khong":
        return None
    rest = _below_hundred(words, at + 2)
    if rest is None:
        return None
    value, end = rest
    if value < 10 and end < len(words) and words[end] in UNITS and end == at + 3:
        return 2000 + value * 10 + UNITS[words[end]], end + 1
    return (2000 + value, end) if value >= 10 else None
