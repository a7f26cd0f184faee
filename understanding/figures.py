"""The figure that somebody types for an indicator: a number in digits or words, its unit, "ước"."""

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from domain.model import Model
from understanding.folding import composed, fold
from understanding.numbers import decimal_words, read_digits

SHARE = "%"
_LONGEST = 60
_DECIMALS = 3
_MOST = Decimal(10) ** 15
_NONE = re.compile(
    r"(?:da |hien |hien nay |nam nay )?(?:chua|khong|ko) (?:co|the co|tong hop duoc|thong ke duoc)"
    r"(?: so lieu| so| ket qua| du lieu)?(?: bao cao)?(?: a)?"
    r"|no (?:figures?|data)(?: yet)?"
)
_NO = {"khong", "ko", "k", "no", "zero"}
"""As the whole answer these are a refusal rather than nought."""
_SAME = re.compile(
    r"(?:van )?(?:(?:khong|ko) (?:thay )?doi|nhu cu|giu nguyen|nhu (?:nam|ky) truoc|no change"
    r"|unchanged|same as (?:last year|before))"
)
_ESTIMATE = re.compile(
    r"\b(?:uoc tinh|uoc|du kien|khoang|tam|chung|xap xi|gan|about|around|estimated?|roughly)\b|[~≈]"
)
_FINAL = re.compile(r"\b(?:so )?(?:chinh thuc|official|final)\b")
_NOISE = re.compile(
    r"\b(?:so lieu|gia tri|thuc hien|dat|duoc|la|len|toi|nham|sua lai|sua thanh|a|u|da|chu|nhe|nha"
    r"|roi|reached|is|it)\b|[:;]"
)
_SPAN = re.compile(r"\d[^-–]*[-–]\s*\d|\d.*\b(?:den|toi|to)\b.*\d")
_UNITS = {
    "%": SHARE, "phan tram": SHARE, "percent": SHARE, "pt": SHARE,
    "m2": "m2", "m²": "m2", "met vuong": "m2", "square meters": "m2", "square metres": "m2",
    "do thi": "do thi", "cities": "do thi", "ho": "ho", "ha": "ha", "hec ta": "ha", "km": "km",
    "nguoi": "nguoi", "ty dong": "ty dong", "trieu dong": "trieu dong",
}  # fmt: skip
_WHOLE = {"do thi", "ho", "nguoi", "xa", "phuong", "du an", "cong trinh"}
_UNIT = re.compile(
    rf"(?P<unit>{'|'.join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))})"
    r"(?:\s*(?:/|tren|moi|per|mot)\s*(?:dau )?(?:nguoi|person|capita))?$"
)
_MAGNITUDES = {
    "nghin": 3, "ngan": 3, "thousand": 3, "trieu": 6, "million": 6, "ty": 9, "ti": 9, "billion": 9,
}  # fmt: skip
_UNCLEAR = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
"""A number that is thousands or decimals: the size of the indicator decides."""


_WHY = re.compile(
    r"(?:^|[\s,;(])(?:do|vì|vi|tại vì|tại|bởi|bởi vì|lý do(?: là)?|nguyên nhân(?: là)?|because)"
    r"(?:\s*:\s*|\s+)(?P<why>\S.*)",
    re.IGNORECASE,
)


class Problem(StrEnum):
    """Why a text is no figure of this indicator; each has a message."""

    UNREAD = "unread"
    SPAN = "span"
    UNIT = "unit"
    SHARE = "share"
    WHOLE = "whole"


class FigureReading(Model):
    """A typed figure; without a `value` the agency has none yet.

    `estimate` is None where neither "ước" nor "chính thức" is said. `unclear` is the number as it
    was typed, where it could have been read otherwise.
    """

    value: Decimal | None = None
    estimate: bool | None = None
    unclear: str | None = None


def read_figure(
    text: str, unit: str, sizes: Sequence[Decimal] = (), last: Decimal | None = None
) -> FigureReading | Problem:
    """Read a figure and nothing else; `sizes` are figures and targets of its indicator.

    "Không đổi" takes the `last` figure.
    """
    said = " ".join(fold(composed(text)).strip(" .!").split())
    if not said or len(said) > _LONGEST or "?" in said or said in _NO:
        return Problem.UNREAD
    if _NONE.fullmatch(said):
        return FigureReading()
    if _SAME.fullmatch(said):
        return Problem.UNREAD if last is None else FigureReading(value=last)
    estimate = True if _ESTIMATE.search(said) else (False if _FINAL.search(said) else None)
    bare = _NOISE.sub(" ", _FINAL.sub(" ", _ESTIMATE.sub(" ", said))).strip(" ,")
    if _SPAN.search(bare):
        return Problem.SPAN
    number, stated = _split(" ".join(bare.split()))
    if stated is not None and stated != _base(unit):
        return Problem.UNIT
    value = _number(number, _base(unit))
    if value is None or abs(value) >= _MOST:
        return Problem.UNREAD
    unclear = number if _UNCLEAR.fullmatch(number) else None
    if unclear is not None:
        value = by_size(value, unit, sizes)
    value = _rounded(value)
    return refusal(value, unit) or FigureReading(value=value, estimate=estimate, unclear=unclear)


def read_status(text: str) -> str | None:
    """Read whether a figure is an "estimate" or "final", and nothing else."""
    said = " ".join(fold(composed(text)).strip(" .!").split())
    if re.fullmatch(r"(?:so lieu |so )?(?:uoc|uoc tinh|uoc thuc hien|du kien|estimated?)", said):
        return "estimate"
    final = re.fullmatch(r"(?:so lieu |so )?(?:chinh thuc|final|official)", said)
    return None if final is None else "final"


def refusal(value: Decimal, unit: str) -> Problem | None:
    """Return why a number can be no figure in this unit, None where it can."""
    if _base(unit) == SHARE and not 0 <= value <= 100:
        return Problem.SHARE
    if _base(unit) in _WHOLE and value != value.to_integral_value():
        return Problem.WHOLE
    return Problem.UNREAD if value < 0 else None


def by_size(thousands: Decimal, unit: str, sizes: Sequence[Decimal]) -> Decimal:
    """Return what "1.500" says, 1500 or 1.5, whichever comes closer to the known sizes."""
    decimals = thousands / 1000
    if refusal(thousands, unit) is not None:
        return decimals
    if refusal(decimals, unit) is not None:
        return thousands
    known = [size for size in sizes if size > 0]
    return min((thousands, decimals), key=lambda read: _apart(read, known))


def is_unclear(written: str) -> bool:
    """Whether a written number could be thousands as well as decimals."""
    return _UNCLEAR.fullmatch(written) is not None


def told_reason(words: str) -> str | None:
    """Return the reason that words give: what stands after "do", "vì", "lý do"."""
    found = _WHY.search(composed(words))
    return None if found is None else found["why"].strip(" .")


def _apart(value: Decimal, sizes: Sequence[Decimal]) -> Decimal:
    return min((max(value / size, size / value) for size in sizes), default=Decimal(0))


def _split(said: str) -> tuple[str, str | None]:
    """Part a number from the unit said after it."""
    found = _UNIT.search(said)
    if found is None or found.start() == 0:
        return said, None
    return said[: found.start()].strip(), _UNITS[found["unit"]]


def _base(unit: str) -> str:
    """Return a unit without "per person", in folded letters."""
    plain = fold(unit).partition("/")[0].strip()
    return _UNITS.get(plain, plain)


def _number(said: str, unit: str) -> Decimal | None:
    joined = re.sub(r"(?<=\d) (?=\d{3}(?:\D|$))", "", said)
    words = re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " ", joined).split()
    if not words:
        return None
    at = next((n for n, word in enumerate(words) if word in _MAGNITUDES), None)
    if at is None:
        return _plain(words)
    head, rest = _plain(words[:at]), words[at + 1 :]
    if head is None:
        return None
    power = _MAGNITUDES[words[at]] - _power(unit)
    tail = _tail(rest, _MAGNITUDES[words[at]] - _power(unit))
    return None if tail is None else head * Decimal(10) ** power + tail


def _power(unit: str) -> int:
    """The magnitude that a unit already names: "tỷ đồng" counts in thousands of millions."""
    return _MAGNITUDES.get(unit.partition(" ")[0], 0)


def _tail(words: Sequence[str], power: int) -> Decimal | None:
    """Read what follows "tỷ": "5" is half of it, "500" the same in millions, "rưỡi" a half."""
    if not words:
        return Decimal(0)
    if list(words) == ["ruoi"]:
        return Decimal(5) * Decimal(10) ** (power - 1)
    if len(words) == 1 and words[0].isdecimal() and len(words[0]) in (1, 3):
        return Decimal(words[0]) * Decimal(10) ** (power - len(words[0]))
    spoken = _plain(words)
    small = spoken is not None and 0 < spoken < 10 and spoken == spoken.to_integral_value()
    return spoken * Decimal(10) ** (power - 1) if spoken is not None and small else None


def _plain(words: Sequence[str]) -> Decimal | None:
    if len(words) == 1 and words[0][0].isdecimal():
        return read_digits(words[0])
    found = decimal_words(words, 0)
    return found[0] if found is not None and found[1] == len(words) else None


def _rounded(value: Decimal) -> Decimal:
    """Keep as many decimals as are shown."""
    exponent = value.normalize().as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_DECIMALS:
        return value.quantize(Decimal(1).scaleb(-_DECIMALS))
    return value
