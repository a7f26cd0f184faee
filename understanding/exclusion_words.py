"""Leaving an agency out of a period, as offices say it: "loại trừ Sở Y tế kỳ này, lý do …"."""

import re
from typing import NamedTuple

from understanding.folding import composed, fold_in_place


class ExclusionAsked(NamedTuple):
    """Whether an agency is to be left out or taken back, the words about it, and the reason.

    `figures`: of the reporting of indicators, not of tasks.
    """

    exclude: bool
    words: str
    reason: str | None
    figures: bool = False


_OUT = re.compile(r"(?:(?:de nghi|toi|xin|cho) )*(?:/loaitru|loai tru|exclude)\b(?P<rest>.*)")
_IN = re.compile(
    r"(?:(?:de nghi|toi|xin|cho) )*"
    r"(?:dua (?:tro )?lai(?: vao)?|include|dua(?=.*\b(?:tro lai|lai vao|vao lai)\b))\b(?P<rest>.*)"
)
_WHY = re.compile(
    r"[\s,;.:(-]*\b(?:(?:voi )?ly do(?: la)?|boi vi|(?<!don )vi|because(?: of)?)\b[\s:,-]*"
)
_FIGURES = re.compile(
    r"\s*\b(?:khoi |vao |from |into )?(?:ky )?(?:bao cao )?(?:cac |ve |the )?"
    r"(?:so lieu(?: (?:cac )?chi tieu)?|chi tieu|indicators?|figures?)\b"
)
_COMMA = re.compile(r"\s*[,;:]\s*")


def read_exclusion(text: str) -> ExclusionAsked | None:
    """Read a text that leaves an agency out of the period, or takes it back in."""
    source = " ".join(composed(text).split())
    words = fold_in_place(source)
    out = _OUT.fullmatch(words)
    found = out or _IN.fullmatch(words)
    if found is None or "?" in source:
        return None
    start = found.start("rest")
    why = _WHY.search(words, start)
    about = source[start : len(source) if why is None else why.start()].strip(" ,;.")
    reason = None if why is None else source[why.end() :].strip(" .)")
    if why is None and (comma := _COMMA.search(about)) is not None:
        about, reason = about[: comma.start()], about[comma.end() :].strip(" .")
    figures = _FIGURES.search(fold_in_place(about))
    if figures is not None:
        about = f"{about[: figures.start()]}{about[figures.end() :]}".strip(" ,;.")
    return ExclusionAsked(out is not None, about, reason or None, figures is not None)
