"""The typed reading of single cells: timings, targets, units, products."""

import re
from decimal import Decimal

from domain.indicator import Target, TargetKind
from domain.task import Deadline, DeadlineKind
from plans.wording import wording

_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_TARGET = re.compile(
    rf"(?P<least>≥)?\s*(?P<low>{_NUMBER})(?:\s*[-–]\s*(?P<high>{_NUMBER}))?\s*(?P<unit>%)?"
)


def deadline(cell: str) -> Deadline | None:
    """Return the timing a cell states; an empty cell is MISSING, an unreadable one None."""
    if not cell:
        return Deadline(kind=DeadlineKind.MISSING)
    if wording().begins(cell, wording().open_timings):
        return Deadline(kind=DeadlineKind.OPEN)
    years = _YEARS.fullmatch(cell)
    if years is None:
        return None
    start, end = int(years[1]), int(years[2] or years[1])
    if years[2] is None:
        return Deadline(kind=DeadlineKind.YEAR, start=start, end=end)
    return Deadline(kind=DeadlineKind.RANGE, start=start, end=end) if start < end else None


def target(cell: str, unit: str) -> Target | None:
    """Return the target a cell states, or None where it cannot be read.

    Two figures are a RANGE. One figure is AT_LEAST where the plan says so: by "≥", or by words of
    striving before it. One bare figure is EXACT, as the plan prints it (23, 100, 80%):
    reading "at least" into it would be a guess, and a figure above it has reached it in any case.
    A percent sign may stand or be missing where the unit is percent, and nowhere else.
    """
    figures, strives = _without_aim(cell)
    found = _TARGET.fullmatch(figures)
    if found is None or (found["unit"] and found["unit"] != unit):
        return None
    low = _decimal(found["low"])
    if found["high"]:
        high = _decimal(found["high"])
        if found["least"] or low >= high:
            return None
        return Target(kind=TargetKind.RANGE, low=low, high=high, text=cell)
    kind = TargetKind.AT_LEAST if strives or found["least"] else TargetKind.EXACT
    return Target(kind=kind, low=low, text=cell)


def unit(cell: str) -> str:
    """Return a unit without the print's stray blanks and capital: "m ² /ha" is "m²/ha"."""
    closed = re.sub(r"\s+(?=[²³/])|(?<=/)\s+", "", cell)
    return closed[:1].lower() + closed[1:]


def products(cell: str) -> tuple[str, ...]:
    """Return the items of a product cell, each once, with a capital as in a list of kinds."""
    items = re.split(wording().between_products, cell)
    return tuple(dict.fromkeys(item[0].upper() + item[1:] for item in items if item))


def shortened(text: str, longest: int) -> str:
    """Return the text's beginning in whole words, with "…" where it was cut: a name to review."""
    if len(text) <= longest:
        return text
    return text[:longest].rpartition(" ")[0].rstrip(" ,;:") + "…"


def _without_aim(cell: str) -> tuple[str, bool]:
    for aim in sorted(wording().aims, key=len, reverse=True):
        if wording().begins(cell, (aim,)):
            return cell[len(aim) :].strip(), True
    return cell, False


def _decimal(figure: str) -> Decimal:
    return Decimal(figure.replace(".", "").replace(",", "."))
