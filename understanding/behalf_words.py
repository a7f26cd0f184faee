"""Reporting on behalf of another agency: "báo cáo thay Sở Y tế: nv 20 đã xong"."""

import re
from typing import NamedTuple

from understanding.folding import composed, fold_in_place


class Behalf(NamedTuple):
    """The words that name the agency, and what is reported for it; both may be empty."""

    agency: str
    report: str


_FOR = re.compile(
    r"(?:(?:toi|em|xin|cho) )*(?:/baocaothay|(?:bao cao|bc|nop|gui bao cao) (?:thay|ho|giup)"
    r"(?: mat)?|report (?:on behalf of|for))\b[\s:]*(?:(?:cho|the)\s+)?(?P<rest>.*)"
)
_HERE = re.compile(r"\s*[:;,]\s*|\s+(?=(?:nv|nhiem vu|ct|chi tieu|task|indicator)\s*\.?\s*\d)")


def read_behalf(text: str) -> Behalf | None:
    """Read a text that reports for another agency; None for any other."""
    source = " ".join(composed(text).split())
    words = fold_in_place(source)
    found = _FOR.fullmatch(words)
    if found is None or source.endswith("?"):
        return None
    start = found.start("rest")
    here = _HERE.search(words, start)
    if here is None:
        return Behalf(source[start:].strip(" ."), "")
    return Behalf(source[start : here.start()].strip(), source[here.end() :].strip())
