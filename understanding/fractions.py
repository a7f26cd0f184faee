"""Shares told as fractions: "3 phần tư", "đạt 1/2", "làm được 3/4 khối lượng"."""

from decimal import Decimal

from understanding.numbers import decimal_words
from understanding.tokens import Text

_PARTS = {
    "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "tam": 8, "muoi": 10,
    **{str(n): n for n in range(2, 11)},
}  # fmt: skip
_REACHES = {"dat", "duoc"}
_FILLERS = {"khoang", "tam", "chung"}
_WORK = (
    ("khoi", "luong"), ("cong", "viec"), ("tien", "do"), ("chang", "duong"), ("of",),
    ("phan", "viec"), ("quang", "duong"), ("done",), ("complete",), ("completed",), ("finished",),
)  # fmt: skip
_ENGLISH: dict[tuple[str, ...], Decimal] = {
    ("three", "quarters"): Decimal(75), ("three", "quarter"): Decimal(75),
    ("a", "quarter"): Decimal(25), ("one", "quarter"): Decimal(25),
    ("one", "fifth"): Decimal(20), ("two", "fifths"): Decimal(40),
    ("three", "fifths"): Decimal(60), ("four", "fifths"): Decimal(80),
}  # fmt: skip


def find_fractions(text: Text) -> list[tuple[int, int, Decimal]]:
    """Return the fractions that are whole percents, with their places: thirds give none.

    "3/4" is one only where it is reached, or work is counted: else it could be a day, or 3 of 4.
    """
    found = []
    for at in range(len(text.tokens)):
        fraction = _spoken(text, at) or _slashed(text, at)
        if fraction is not None and fraction[1] == fraction[1].to_integral_value():
            found.append((at, *fraction))
    return found


def _spoken(text: Text, at: int) -> tuple[int, Decimal] | None:
    """Read "ba phần tư", "three quarters"; not "ba phần trăm"."""
    words = text.folded
    if (share := _ENGLISH.get(words[at : at + 2])) is not None:
        return at + 2, share
    if words[at + 1 : at + 2] != ("phan",):
        return None
    part = _PARTS.get(words[at + 2]) if at + 2 < len(words) else None
    count = decimal_words(words[at : at + 1], 0)
    if part is None or count is None or not 0 < count[0] < part:
        return None
    return at + 3, count[0] * 100 / part


def _slashed(text: Text, at: int) -> tuple[int, Decimal] | None:
    tokens = text.tokens[at : at + 3]
    if len(tokens) < 2 or not (tokens[0].folded.isdecimal() and tokens[1].folded.isdecimal()):
        return None
    if tokens[1].gap.strip() != "/" or (len(tokens) > 2 and tokens[2].gap.strip() == "/"):
        return None
    count, whole = int(tokens[0].folded), int(tokens[1].folded)
    if not 0 < count < whole or not _is_of_work(text, at):
        return None
    return at + 2, Decimal(count * 100) / whole


def _is_of_work(text: Text, at: int) -> bool:
    words = text.folded
    if any(words[at + 2 : at + 2 + len(work)] == work for work in _WORK):
        return True
    before = at - 1
    while before > 0 and words[before] in _FILLERS:
        before -= 1
    reached = before >= 0 and words[before] in _REACHES
    ended = at + 2 == len(words) or not text.tokens[at + 2].gap.isspace()
    return reached and ended
