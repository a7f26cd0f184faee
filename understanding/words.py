"""Small readers of answers: a label, a state of progress, a stage, a share, "nothing"."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from rapidfuzz import fuzz, process

from domain.report import Progress, Stage
from understanding.dates import impossible_date, read_date, read_year
from understanding.documents import read_document_number
from understanding.folding import composed, fold, toned
from understanding.numbers import decimal_words
from understanding.report_fields import Fields

__all__ = [
    "impossible_date",
    "match_label",
    "read_date",
    "read_document_number",
    "read_enough",
    "read_field",
    "read_no_obstacle",
    "read_percent",
    "read_progress",
    "read_send",
    "read_stage",
    "read_year",
    "read_yes_no",
]

LIKENESS = 88
"""Of a hundred; a slip of one letter in a short label stays above it, another label below."""
_LEAD = 3
_LONGEST = 60
_NOTHING = frozenset(
    fold(words)
    for words in (
        "không", "không có", "ko", "k", "không có gì", "không vướng gì", "không khó khăn", "hông",
        "không vướng mắc", "không có khó khăn", "không có vướng mắc", "chưa có", "no", "none",
        "không vướng", "không ạ", "dạ không", "không gặp khó khăn", "không có khó khăn gì", "ko có",
        "không có khó khăn vướng mắc", "không có vướng mắc gì", "k có", "ko có gì", "nothing",
    )
)  # fmt: skip
_ENOUGH = {fold(words) for words in ("xong", "hết", "hết rồi", "đủ", "đủ rồi", "done", "enough")}
_YES = frozenset(
    fold(words)
    for words in ("có", "đồng ý", "ok", "oke", "vâng", "dạ", "đúng", "ừ", "yes", "y", "dạ đúng")
)
_NO = frozenset(fold(words) for words in ("không", "ko", "k", "không đồng ý", "thôi", "no", "n"))
_SEND = frozenset(
    fold(words)
    for words in (
        "gửi", "gửi báo cáo", "đúng rồi", "chính xác", "chuẩn", "ok gửi", "vâng gửi", "đồng ý gửi",
        "đúng gửi", "xác nhận", "send", "send it", "gửi giúp", "nộp",
        "ok rồi", "được rồi",
    )
)  # fmt: skip
_DROP = frozenset(
    fold(words)
    for words in ("thôi", "dừng lại", "hủy", "bỏ", "không", "không đồng ý", "khỏi", "drop", "no")
)
_REFUSAL = {"khong", "dung", "thoi", "khoi", "chua", "ngung", "ko", "dont", "not"}
_SOFTLY = {"a", "em", "anh", "chi", "da", "nhe", "nha", "di", "luon", "ngay", "het"}
_COURTESY = {"toi", "em", "minh", "da", "a", "xin", "chung", "anh", "chi", "nhe", "nha"}
_FIELDS = {
    "percent": {"phan tram", "ty le", "ti le", "%", "percent", "khoi luong", "ty le phan tram"},
    "obstacle": {"kho khan", "vuong mac", "vuong", "kho khan vuong mac", "obstacle"},
    "progress": {"tien do", "tinh hinh", "trang thai", "ket qua", "progress"},
    "stage": {"giai doan", "stage"},
    "document": {"van ban", "so van ban", "so ky hieu", "ngay van ban", "san pham", "document"},
    "task": {"nv", "task"},
}
_POLITE = {"a", "em", "anh", "chi", "da", "nhe", "nha", "nghen", "ban", "vang", "thi", "la", "het"}
_PERCENT_NOISE = re.compile(
    r"\b(?:uoc|dat|khoang|duoc|chung|tam|tren|hon|gan|phan tram|percent|khoi luong|ve|la|da|moi)\b"
    r"|[%~≈]"
)
_PARTS = {"mot nua": Decimal(50), "phan nua": Decimal(50), "nua": Decimal(50), "het": Decimal(100)}
_NO_DAY = date(2000, 1, 1)


def match_label(text: str, labels: Sequence[str]) -> int | None:
    """Return the one label a text says, with or without diacritics, slips and all; else None.

    Marks that were typed decide between labels that differ only in theirs.
    """
    said = _plain(text)
    if not said or said.isdecimal() or len(said) > _LONGEST:
        return None
    shown = [_plain(label) for label in labels]
    exact = [place for place, label in enumerate(shown) if label == said]
    if len(exact) > 1:
        marked = [place for place in exact if _toned(labels[place]) == _toned(text)]
        return marked[0] if len(marked) == 1 else None
    if exact:
        return exact[0]
    if len(said) < _LEAD:
        return None
    begun = [place for place, label in enumerate(shown) if label.startswith(said + " ")]
    if len(begun) == 1:
        return begun[0]
    close = process.extract(said, shown, scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=2)
    same = [place for label, _, place in close if _digits(label) == _digits(said)]
    return same[0] if len(same) == 1 else None


def read_progress(text: str) -> Progress | None:
    """Read a state of progress and nothing else: "đang làm", "xong rồi"."""
    fields = _alone(text, "progress")
    return None if fields is None else fields.progress


def read_stage(text: str) -> Stage | None:
    """Read how far a document has come and nothing else: "dự thảo", "đã trình"."""
    if bare := _BARE_STAGES.get(_plain(text)):
        return bare
    fields = _alone(text, "stage")
    return None if fields is None else fields.stage


def read_percent(text: str) -> Decimal | None:
    """Read a share and nothing else, in digits or words: "60%", "ước 45,5", "một nửa"."""
    if len(text) > _LONGEST:
        return None
    words = " ".join(_PERCENT_NOISE.sub(" ", fold(composed(text))).split())
    if words in _PARTS:
        return _PARTS[words]
    tokens = words.split()
    found = decimal_words(tokens, 0)
    return found[0] if found is not None and found[1] == len(tokens) else None


def read_no_obstacle(text: str) -> bool:
    """Whether a text says that there is no obstacle, and nothing else."""
    return _plain(text) in _NOTHING


def read_enough(text: str) -> str | None:
    """Read that there is nothing (more) to send as "skip"."""
    return "skip" if _plain(text) in _NOTHING | _ENOUGH else None


def read_yes_no(text: str) -> str | None:
    """Read "yes" or "no" and nothing else: "vâng", "tôi đồng ý", "ko ạ"."""
    said = " ".join(word for word in _plain(text).split() if word not in _COURTESY)
    if _says_yes(text) or (said != "dung" and said in _YES):
        return "yes"
    return "no" if _plain(text) in _NO or said in _NO else None


def read_send(text: str) -> str | None:
    """Read a yes to a card as "send", a no as "drop": "gửi luôn", "đúng rồi", "đừng gửi"."""
    words = _plain(text).split()
    right = "đúng" in composed(text).lower()
    if "gui" in words and _REFUSAL.intersection(words) - ({"dung"} if right else set()):
        return "drop"
    said = " ".join(word for word in words if word not in _SOFTLY)
    if said in _DROP:
        return "drop"
    return "send" if _says_yes(text) or said in _SEND or _says_yes(said) else None


def _says_yes(text: str) -> bool:
    """ "dung" without its marks may be "dừng", which is no yes."""
    said = _plain(text)
    return said in _YES and (said != "dung" or toned(composed(text).strip(".! ")) == toned("đúng"))


def read_field(text: str) -> str | None:
    """Read which field of a report is meant: "phần trăm", "vướng mắc"."""
    said = _plain(text)
    return next((field for field, names in _FIELDS.items() if said in names), None)


def _alone(text: str, mark: str) -> Fields | None:
    """Return what a short text says if every word of it belongs to one mark."""
    if len(text) > _LONGEST or "?" in text:
        return None
    fields = Fields.of(text, _NO_DAY)
    covered = {n for start, end in fields.places((mark,)) for n in range(start, end)}
    rest = {word for n, word in enumerate(fields.text.folded) if n not in covered}
    return fields if covered and rest <= _POLITE else None


_BARE_STAGES = {
    "soan thao": Stage.DRAFTING,
    "du thao": Stage.DRAFTING,
    "lay y kien": Stage.CONSULTING,
    "gop y": Stage.CONSULTING,
    "trinh": Stage.SUBMITTED,
    "ban hanh": Stage.ISSUED,
}


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w%/]+", " ", fold(composed(text))).split())


def _toned(text: str) -> list[str]:
    return [toned(word) for word in re.findall(r"\w+", composed(text))]
