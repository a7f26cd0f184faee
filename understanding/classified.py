"""Texts that carry a marking of state secrecy (Luật Bảo vệ bí mật nhà nước 2018)."""

import re

from understanding.folding import composed

_MARKING = re.compile(
    r"(?<![^\W\d_])(?:TUYỆT\s+MẬT|TỐI\s+MẬT|(?<!BÍ )(?<!BẢO )MẬT(?!\s+(?:ĐỘ|KHẨU|ONG|MÃ)))"
    r"(?![^\W\d_])"
)
_NAMED = re.compile(
    r"(?:độ\s+mật|dấu\s+mật|đóng\s+dấu)\s*[:\-]?\s*[\"“(\[]?\s*(?:tuyệt\s+mật|tối\s+mật|mật)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[\[(“\"]\s*(?:tuyệt mật|tối mật|mật)\s*[\])”\"]", re.IGNORECASE)


def looks_classified(text: str) -> bool:
    """Whether a text carries MẬT, TỐI MẬT or TUYỆT MẬT as a marking, not as part of a word."""
    whole = composed(text)
    if whole.isupper() and len(whole.split()) > 4:
        return bool(_NAMED.search(whole) or _BRACKETED.search(whole))
    return any(pattern.search(whole) for pattern in (_MARKING, _NAMED, _BRACKETED))
