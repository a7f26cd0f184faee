"""The day as of which something is asked: "tại ngày 15/02/2025", "tính đến 31/12/2025"."""

import re
from datetime import date
from typing import NamedTuple

from understanding.dates import find_dates
from understanding.folding import composed, fold_in_place

_AT = re.compile(
    r"\b(?:(?:tinh |vao )?tai(?: thoi diem| luc)?|thoi diem|as of|as at)(?: ngay)?\s*$"
)
_UP_TO = re.compile(r"\btinh (?:den|toi)(?: het)?(?: ngay)?\s*$")


_PASSED = re.compile(r"\b(?:hom qua|hom kia|bua qua|bua kia|yesterday)\b")


class AsOf(NamedTuple):
    """A day, and what is asked without it."""

    day: date
    rest: str


def read_as_of(text: str, today: date) -> AsOf | None:
    """Return the day as of which a text asks; "tính đến" means that for a day that is over."""
    text = composed(text)
    folded = fold_in_place(text)
    for found in find_dates(text, today):
        before = folded[: found.start]
        said = _AT.search(before)
        if said is None and found.day <= today:
            said = _UP_TO.search(before)
        if said is not None:
            rest = f"{text[: said.start()]} {text[found.end :]}"
            return AsOf(found.day, " ".join(rest.split()).strip(" ,;:"))
    return None


def read_day_passed(text: str, today: date) -> date | None:
    """Return the day that a text names as "hôm qua", "hôm kia", None if it does not."""
    folded = fold_in_place(composed(text))
    said = {found.span() for found in _PASSED.finditer(folded)}
    return next((each.day for each in find_dates(text, today) if each[1:] in said), None)
