"""Vướng mắc as it is spoken of: "trả lời VM 12: …", "VM 12 đã tháo gỡ", "vướng mắc của Sở Y tế"."""

import re

from rapidfuzz import fuzz

from understanding.folding import composed, fold

SAME = 90
"""From this likeness (0 to 100) on two obstacles are told in the same words, but for slips."""


def same_words(one: str, other: str) -> bool:
    """Whether two tellings say the same: marks, case, signs and "vẫn", "đang" do not matter."""
    first, second = _bare(one), _bare(other)
    return first == second or fuzz.ratio(first, second) >= SAME


_SIGNS = re.compile(r"[^\w%/]+")
_STILL = {"van", "con", "dang", "hien", "nay", "tiep", "tuc", "vuong", "mac", "kho", "khan", "la"}


def _bare(words: str) -> str:
    said = _SIGNS.sub(" ", fold(composed(words))).split()
    return " ".join(word for word in said if word not in _STILL)
