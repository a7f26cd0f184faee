"""A head's leave as it is told: "tôi nghỉ từ 5/3 đến 10/3, ủy quyền cho Phó Giám đốc"."""

import re
from datetime import date
from typing import NamedTuple

from understanding.dates import read_date
from understanding.folding import composed, fold, fold_in_place
from understanding.weekdays import COMING, read_coming_day


class Absence(NamedTuple):
    """From when to when somebody is away, and the words that name the deputy; what was said."""

    starts: date | None = None
    ends: date | None = None
    deputy: str | None = None


_AWAY = re.compile(
    r"(?:(?:toi|em|minh|tu|i|am|will be) )*(?:se |xin |dang )?"
    r"(?:nghi|vang|di vang|vang mat|di cong tac|di hoc|di phep|on leave|away)\b(?! huu)"
)
_NAMED = re.compile(r"(?:uy quyen|giao quyen|nguoi thay|delegate)\b")
_TO = re.compile(
    r"\b(?:uy quyen|giao quyen|nguoi thay|thay toi|delegate)\b[\s:]*"
    r"(?:lai\s+)?(?:(?:cho|la|to)\s+)?(?P<name>[^,;.]+?)(?=\s*(?:$|[,;.]"
    r"|\b(?:tu|den|trong|duyet|ky|xac nhan|thay|from|until)\b))"
)
_UNTIL = re.compile(r"\b(?:den|het|until|to)\b")
_DAY = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?|\d{1,2} thang \d{1,2}(?: nam \d{4})?"
    r"|\b(?:hom nay|ngay mai|today|tomorrow)\b"
    rf"|(?:(?<=\btu )|(?<=\bden )|(?<=\bhet )|(?<=\bnghi )|(?<=\bngay )){COMING}"
)
_SAME_MONTH = re.compile(
    r"\b(?:tu|from) (?:ngay )?(\d{1,2}) (?:den|to) (?:het )?(?:ngay )?\d{1,2}\s*[/.-]\s*(\d{1,2})"
)
_BACK = re.compile(
    r"(?:(?:toi|em|minh) )?(?:(?:da )?(?:di lam (?:tro )?lai|tro lai lam viec|het nghi|het phep)"
    r"|(?:ket thuc|thoi|huy|dung|cham dut|rut|bo) (?:viec )?uy quyen|end (?:the )?delegation)"
    r"(?: roi| nhe| a)?\s*[.]*"
)


def read_absence(text: str, today: date) -> Absence | None:
    """Read a text that tells of a leave or names a deputy; None for anything else."""
    source = " ".join(composed(text).split())
    words = fold_in_place(source)
    days = _days(words, today)
    away, names = _AWAY.match(words), _NAMED.search(words)
    told = (names and (away or _NAMED.match(words))) or (away and days)
    if "?" in source or not told:
        return None
    starts = ends = None
    if len(days) > 1:
        starts, ends = days[0], days[1]
    elif days:
        ends = days[0]
        starts = today if _UNTIL.search(words) else ends
    named = _TO.search(words)
    deputy = None if named is None else source[slice(*named.span("name"))].strip()
    return Absence(starts, ends, deputy or None)


def _days(words: str, today: date) -> list[date]:
    """The days that a text names, in its order; "từ 5 đến 10/3" has both in one month."""
    said = _DAY.findall(words)
    found = [read_date(each, today) or read_coming_day(each, today) for each in said]
    if (both := _SAME_MONTH.search(words)) is not None:
        found.insert(0, read_date(f"{both[1]}/{both[2]}", today))
    return [day for day in found if day is not None]


def read_return(text: str) -> bool:
    """Whether a text says that a leave or a delegation is over."""
    return _BACK.fullmatch(fold(" ".join(text.split()))) is not None
