"""Small readers of answers: a label, a state of progress, a stage, a share, "nothing"."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from rapidfuzz import fuzz, process

from domain.report import Progress, Stage
from understanding.dates import read_date
from understanding.documents import read_document_number
from understanding.folding import composed, fold
from understanding.numbers import decimal_words

__all__ = [
    "match_label",
    "read_date",
    "read_document_number",
    "read_no_obstacle",
    "read_percent",
    "read_progress",
    "read_send",
    "read_stage",
    "read_yes_no",
]

T = TypeVar("T")
LIKENESS = 88
"""Of a hundred; a slip of one letter in a short label stays above it, another label below."""
_LEAD = 3
_PROGRESS: dict[Progress, tuple[str, ...]] = {
    Progress.NOT_STARTED: ("chưa thực hiện", "chưa làm", "chưa bắt đầu", "chưa triển khai"),
    Progress.IN_PROGRESS: (
        "đang thực hiện", "đang làm", "đang triển khai", "chưa xong", "in progress",
    ),
    Progress.DONE: ("đã hoàn thành", "hoàn thành", "xong", "xong rồi", "đã xong", "done"),
    Progress.PAUSED: ("tạm hoãn", "tạm dừng", "hoãn", "paused"),
}  # fmt: skip
_STAGES: dict[Stage, tuple[str, ...]] = {
    Stage.DRAFTING: ("đang soạn thảo", "soạn thảo", "đang dự thảo", "dự thảo"),
    Stage.CONSULTING: ("lấy ý kiến", "đang lấy ý kiến", "đang góp ý"),
    Stage.SUBMITTED: ("đã trình", "trình", "đang trình"),
    Stage.ISSUED: ("đã ban hành", "ban hành"),
}
_NOTHING = {
    fold(words)
    for words in (
        "không", "không có", "ko", "k", "không có gì", "không vướng gì", "không khó khăn",
        "không vướng mắc", "không có khó khăn", "không có vướng mắc", "chưa có", "no", "none",
    )
}  # fmt: skip
_YES = {
    fold(words) for words in ("có", "đồng ý", "ok", "oke", "vâng", "dạ", "đúng", "ừ", "yes", "y")
}
_NO = {fold(words) for words in ("không", "ko", "k", "không đồng ý", "thôi", "no", "n")}
_PERCENT_NOISE = re.compile(
    r"\b(?:uoc|dat|khoang|duoc|chung|tam|tren|hon|gan|phan tram|percent|khoi luong|ve)\b|[%~≈]"
)
_PARTS = {"mot nua": Decimal(50), "phan nua": Decimal(50), "nua": Decimal(50), "het": Decimal(100)}


def match_label(text: str, labels: Sequence[str]) -> int | None:
    """Return the one label a text says, with or without diacritics, slips and all; else None."""
    said = _plain(text)
    if not said or said.isdigit():
        return None
    shown = [_plain(label) for label in labels]
    exact = [place for place, label in enumerate(shown) if label == said]
    if len(exact) == 1:
        return exact[0]
    if exact or len(said) < 3:
        return None
    begun = [place for place, label in enumerate(shown) if label.startswith(said + " ")]
    if len(begun) == 1 and len(said) >= _LEAD:
        return begun[0]
    close = process.extract(said, shown, scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=2)
    return close[0][2] if len(close) == 1 else None


def read_progress(text: str) -> Progress | None:
    """Read a state of progress and nothing else: "đang làm", "xong rồi"."""
    return _one_of(text, _PROGRESS)


def read_stage(text: str) -> Stage | None:
    """Read how far a document has come and nothing else: "dự thảo", "đã trình"."""
    return _one_of(text, _STAGES)


def read_percent(text: str) -> Decimal | None:
    """Read a share and nothing else, in digits or words: "60%", "ước 45,5", "một nửa"."""
    words = " ".join(_PERCENT_NOISE.sub(" ", fold(composed(text))).split())
    if words in _PARTS:
        return _PARTS[words]
    tokens = words.split()
    found = decimal_words(tokens, 0)
    return found[0] if found is not None and found[1] == len(tokens) else None


def read_no_obstacle(text: str) -> bool:
    """Whether a text says that there is no obstacle, and nothing else."""
    return _plain(text) in _NOTHING


def read_yes_no(text: str) -> str | None:
    """Read "yes" or "no" and nothing else: "vâng", "đồng ý", "ko"."""
    said = _plain(text)
    if said in _YES:
        return "yes"
    return "no" if said in _NO else None


def read_send(text: str) -> str | None:
    """Read a yes to a card as "send": "ok", "đúng", "vâng"."""
    return "send" if _plain(text) in _YES else None


def _one_of(text: str, words: dict[T, tuple[str, ...]]) -> T | None:
    said = _plain(text)
    for value, phrases in words.items():
        if said in {_plain(phrase) for phrase in phrases}:
            return value
    return None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w%/]+", " ", fold(composed(text))).split())
