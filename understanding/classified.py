"""Texts that carry a marking of state secrecy (Luật Bảo vệ bí mật nhà nước 2018)."""

import re

from understanding.folding import composed

_DEGREE = r"(?:TUYỆT\s+|TỐI\s+)?M\s?Ậ\s?T"
_NOT_AFTER = r"(?<!BÍ )(?<!BẢO )(?<!CƠ )(?<!THÂN )(?<!TRÁI )(?<!ONG )(?<!MÍA )"
_NOT_BEFORE = r"(?!\s+(?:ĐỘ|KHẨU|ONG|MÃ|THIẾT|MÍA|THƯ|VỤ|DANH|NGHỊ|ĐÀM)(?!\w))"
_MARKING = re.compile(rf"(?<!\w)(?:{_NOT_AFTER}{_DEGREE}){_NOT_BEFORE}(?!\w)")
_STRONG = re.compile(r"(?<!\w)(?:tuyệt|tối)\s+mật(?!\w)", re.IGNORECASE)
_NAMED = re.compile(
    r"(?<!\w)(?:(?:độ|dấu|mức|mức độ|cấp độ)\s+(?:bảo\s+)?mật\s*[:\-]"
    r"|(?:độ|dấu|đóng\s+dấu|chế\s+độ)"
    r"|(?:văn\s+bản|tài\s+liệu|công\s+văn|hồ\s+sơ|số\s+liệu|thông\s+tin)(?:\s+(?:loại|có\s+dấu))?)"
    r"\s*[\"“(\[]?\s*(?:tuyệt\s+mật|tối\s+mật|mật)(?!\w)(?!\s+(?:độ|khẩu|mã|thiết|ong)(?!\w))",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[\[(“\"'*]\s*(?:tuyệt mật|tối mật|mật)\s*[\])”\"'*]", re.IGNORECASE)
_UNMARKED = re.compile(r"(?<!\w)(?:TOI|TUYET)\s+MAT(?!\w)|[\[(\"]\s*MAT\s*[\])\"]|(?i:do mat\s*:)")


def looks_classified(text: str) -> bool:
    """Whether a text carries MẬT, TỐI MẬT or TUYỆT MẬT as a marking, not as part of a word."""
    whole = " ".join(composed(text).split())
    patterns = (_STRONG, _NAMED, _BRACKETED, _UNMARKED, _MARKING)
    return any(pattern.search(whole) for pattern in patterns)
