"""Corrections of a report that is being made: "bỏ vướng mắc đi", "nv 7 chứ không phải nv 9"."""

import re
from datetime import date

from domain.model import Model
from understanding.dates import impossible_date, read_date
from understanding.folding import composed, fold

_LEAD = (
    r"(?:(?:a |da |ui )?(?:nham|khong|ko|sorry|xin loi|doi lai|sua lai|sua)"
    r"(?: roi| thanh| la)?[,. ]+)?"
)
_TAIL = r"(?: di| nhe| nha| giup(?: em)?| a| em| anh| chi| cho em)*[ .!]*"
_NOUN = r"(?:nv|nhiem vu|task)\s*(?:so )?"
_REMOVED = re.compile(
    rf"{_LEAD}(?:bo|xoa|go|remove|delete|drop)(?: di| phan| cai| muc| noi dung| the)*\s+"
    r"(?P<what>kho khan,? vuong mac|vuong mac|kho khan|vuong|obstacles?|phan tram|ty le|ti le"
    rf"|percent|so van ban|ngay van ban|van ban|document){_TAIL}"
)
_FIELDS = {
    "obstacle": ("kho khan", "vuong", "obstacle"),
    "percent": ("phan tram", "ty le", "ti le", "percent"),
    "document_date": ("ngay van ban",),
    "document_number": ("van ban", "so van ban", "document"),
}
_SWITCHED = (
    re.compile(
        rf"{_LEAD}(?:la |bao cao )*{_NOUN}(?P<new>\d+)[, ]*(?:chu |moi dung[, ]*)?"
        rf"(?:khong phai|ko phai|not)(?: la)?(?: {_NOUN}?\s?\d+)?{_TAIL}"
    ),
    re.compile(
        rf"{_LEAD}(?:khong phai|ko phai|not)(?: la)? {_NOUN}?\s?\d+[, ]*"
        rf"(?:ma la|ma|but|la)?[, ]*{_NOUN}(?P<new>\d+){_TAIL}"
    ),
    re.compile(
        r"(?:(?:a|da) )?(?:nham|khong|ko|sorry|xin loi|y la|doi|sua)(?: roi| lai| thanh| sang)*"
        r"[, ]+"
        rf"(?:la )?{_NOUN}(?P<new>\d+)(?: chu| moi dung| co)*{_TAIL}"
    ),
)
_DAY = re.compile(
    r"ngay(?: cua)?(?: van ban| ky| ban hanh| quyet dinh| cong van)*(?: la| thanh| lai)*\s*:?\s*"
    r"(?P<day>\d{1,2}\s?[/.\-]\s?\d{1,2}(?:\s?[/.\-]\s?(?:\d{4}|\d{2}))?)"
)
_NAMED = re.compile(rf"\b{_NOUN}\d")
_MENDS = re.compile(
    r"\b(?:sua|nham|doi (?:lai|thanh|ngay)|dinh chinh|khong phai|ko phai|chu|correct|change)\b"
)


class Correction(Model):
    """What is to be otherwise: the task, a document's day (or one that is none), fields gone."""

    task: int | None = None
    document_date: str | None = None
    removed: tuple[str, ...] = ()


def read_correction(text: str, today: date) -> Correction | None:
    """Read a text that corrects a report and says nothing else of a task, or None."""
    said = " ".join(fold(composed(text)).split())
    if (gone := _REMOVED.fullmatch(said)) is not None:
        return Correction(removed=(_field(gone["what"]),))
    for pattern in _SWITCHED:
        if (other := pattern.fullmatch(said)) is not None:
            return Correction(task=int(other["new"]))
    day = _DAY.search(said)
    if day is None or _MENDS.search(said) is None or _NAMED.search(said) is not None:
        return None
    found = read_date(day["day"], today)
    told = found.isoformat() if found is not None else impossible_date(f"ngay {day['day']}")
    return None if told is None else Correction(document_date=told)


def _field(what: str) -> str:
    """The longest name of a field that begins what was said."""
    named = [
        (len(name), field)
        for field, names in _FIELDS.items()
        for name in names
        if what.startswith(name)
    ]
    return max(named)[1]
