"""Days to come by their everyday names: "mai", "thứ sáu", "thứ hai tuần sau", "chủ nhật"."""

import re
from datetime import date, timedelta

from understanding.folding import composed, fold

_NAMES = {
    "hai": 0,
    "2": 0,
    "ba": 1,
    "3": 1,
    "tu": 2,
    "4": 2,
    "nam": 3,
    "5": 3,
    "sau": 4,
    "6": 4,
    "bay": 5,
    "7": 5,
    "chu nhat": 6,
    "cn": 6,
}
_WEEKS = {"nay": 0, "sau": 1, "toi": 1}
COMING = (
    r"(?:mai\b|(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)\b(?: tuan (?:nay|sau|toi)\b)?)"
)
"""Such a day in folded words."""
_ALONE = re.compile(rf"(?:(?:tu|den|het|ngay) )*(?P<day>{COMING})[ .]*")


def read_coming_day(text: str, today: date) -> date | None:
    """Return the day of such a text alone: the next of that name, or that of the week it says."""
    found = _ALONE.fullmatch(" ".join(fold(composed(text)).split()))
    if found is None:
        return None
    if found["day"] == "mai":
        return today + timedelta(days=1)
    name, _, week = found["day"].removeprefix("thu ").partition(" tuan ")
    weekday = _NAMES[name]
    if week:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=weekday, weeks=_WEEKS[week])
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
