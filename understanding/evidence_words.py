"""Asking to see what is attached to reports: "minh chứng nv 9", "xem file ct 3", "tệp 2 nv 9"."""

import re
from typing import NamedTuple

from understanding.folding import fold


class EvidenceAsked(NamedTuple):
    """Whose files are asked for: a task's, an indicator's or of whatever is talked about.

    `place` is the number of one file in their list.
    """

    task: int | None = None
    indicator: int | None = None
    place: int | None = None


_SEE = (
    r"(?:(?:cho )?(?:(?:toi|em|minh|anh|chi) )?(?:xem|coi|mo|tai)(?: lai| ve| giup)?"
    r"|gui (?:lai )?(?:cho )?(?:toi|em|minh)|gui lai|show(?: me)?|see|view|open|get)"
)
_ALL = r"(?:(?:cac|tat ca|nhung|the|all|file|tep|anh|hinh|hinh anh|tai lieu) )*"
_MEANT = r"(?:minh chung|(?:dinh )?kem theo|dinh kem|evidence|attach(?:ments?|ed files?))"
_LOOSE = r"(?:files?|tep(?: tin)?|tai lieu|hinh anh|hinh|anh|photos?)"
_OF = r"(?:(?: cua| cho| ve| trong| kem| bao cao| of| for| on)*)"
_SUBJECT = (
    r"(?:(?P<kind>nv|nhiem vu|viec|task|ct|chi tieu|indicator)\s*(?:so)?\s*\.?\s*)"
    r"(?P<number>\d{1,3})"
)
_PLACE = rf"(?:{_SEE} )?(?:tep|file|anh)(?: so)? (?P<place>\d{{1,3}})(?: minh chung)?"
_NOUN = rf"(?:(?:{_SEE} )?{_ALL}{_MEANT}|{_SEE} {_ALL}{_LOOSE}(?: {_MEANT})?)"
_END = r"(?: (?:ve|dau|o dau|khong|chua|gi|nao|di|nhe|voi|a|please))*\s*[.?]*"
_ASKED = [
    re.compile(rf"{_PLACE}{_OF} {_SUBJECT}{_END}"),
    re.compile(rf"{_NOUN}(?:{_OF} (?:{_SUBJECT}|(?P<bare>\d{{1,3}})))?{_END}"),
    re.compile(rf"{_SUBJECT}[,:]? (?:(?:da )?co )?{_NOUN}{_END}"),
]
_INDICATORS = frozenset({"ct", "chi tieu", "indicator"})


def read_evidence(text: str) -> EvidenceAsked | None:
    """Read a text that asks to see files and nothing else."""
    words = fold(" ".join(text.split()))
    for pattern in _ASKED:
        if found := pattern.fullmatch(words):
            return _asked(found.groupdict())
    return None


def _asked(found: dict[str, str | None]) -> EvidenceAsked:
    number = found.get("number") or found.get("bare")
    shown = found.get("place")
    place = None if shown is None else int(shown)
    if number is None:
        return EvidenceAsked(place=place)
    if found.get("kind") in _INDICATORS:
        return EvidenceAsked(indicator=int(number), place=place)
    return EvidenceAsked(task=int(number), place=place)
