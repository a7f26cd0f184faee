"""The request for how the whole plan stands, in the words people have for it."""

import re

from understanding.folding import fold
from understanding.phrases import spelled_out

_ASKED = """
    [xem|báo cáo|số liệu|bảng] tổng hợp [chung|kế hoạch|kết quả|tình hình|tiến độ]
    tổng hợp [kết quả|tình hình|tiến độ] thực hiện [của] [toàn bộ] kế hoạch
    [xem] (tình hình|tiến độ|kết quả) [thực hiện|triển khai] chung [của] [kế hoạch|toàn tỉnh]
    [xem] (tình hình|tiến độ|kết quả) (thực hiện|triển khai) [của] [toàn bộ|cả] [các] kế hoạch
    [xem] (tình hình|tiến độ|kết quả) [của] [toàn bộ|cả] kế hoạch; [xem] tổng quan [kế hoạch]
    [tình hình] kế hoạch [đã|được] (thực hiện|triển khai); xem tình hình
    (summary|overview) [of the plan]; show [me] the summary; overall progress
    how is the plan [going|doing]; progress of the plan; status of the plan
"""
_PHRASES = tuple({fold(words) for words in spelled_out(_ASKED)})
_OPENING = re.compile(r"(?:(?:cho|xin|toi|em|anh|chi|muon|hoi|biet|vui long|de nghi) )+")
_CLOSING = re.compile(
    r"(?: (?:hien nay|hien tai|den nay|toi nay|den gio|den thoi diem nay|now|so far))?"
    r"(?: (?:the nao|ra sao|sao|nhu the nao|den dau|toi dau))?(?: (?:roi|vay|a|nhi|em|nhe|ha))*"
)
_NUMBER = re.compile(r"(?<=ke hoach)(?: so)? ?\d+(?:/kh-ubnd)?")


def asks_for_summary(text: str) -> bool:
    """Whether a text asks how the whole plan stands: "tình hình thực hiện kế hoạch thế nào"."""
    said = " ".join(fold(text).replace("?", " ").rstrip(" .!").split())
    said = _NUMBER.sub("", _OPENING.sub("", said, count=1) if _OPENING.match(said) else said)
    return said.startswith(_PHRASES) and any(
        said.startswith(phrase) and _CLOSING.fullmatch(said, len(phrase)) is not None
        for phrase in _PHRASES
    )
