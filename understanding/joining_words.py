"""The joining code as people send it: "mã của tôi là ABCDE23456", not the bare code alone."""

import re

from understanding.folding import composed, fold_in_place

_TOLD = re.compile(
    r"(?:(?:da|chao|xin chao|em|toi|anh|chi|gui)[\s,]+)*(?:day la\s+)?(?:ma|code)\b(?!\s*tra cuu)"
    r"(?:\s+(?:tham gia|ket noi|moi|so|cua|toi|em|minh|is))*\s*(?:la\b)?\s*[:=-]?\s*"
    r"(?P<code>[a-z0-9-]{8,15}|(?=[^0-9]*[0-9])[a-z0-9][a-z0-9 -]{8,15}[a-z0-9])"
    r"(?:\s*(?:a|nhe|nha|\.))*"
)


def read_told_code(text: str) -> str | None:
    """Return the code that a sentence tells and nothing else, as written; None for another text."""
    source = composed(text).strip()
    found = _TOLD.fullmatch(fold_in_place(source))
    return None if found is None else source[slice(*found.span("code"))]
