"""Whether somebody who reports asks instead: "nv 9 tới đâu rồi", "lịch sử báo cáo nv 9"."""

from understanding.folding import toned
from understanding.report_fields import Fields
from understanding.sentence import Sentence
from understanding.shares import clause_start

_ASKING = {
    "nao", "bao nhieu", "how many", "how much", "which", "show", "list", "liet ke", "cho xem",
    "danh sach", "show me", "la gi", "may", "nhung gi", "what", "xem",
}  # fmt: skip
_NOUNS = {"tien do", "tinh hinh", "tinh hinh thuc hien", "status", "progress", "ket qua thuc hien"}
_TAIL = {
    "vay", "em", "anh", "chi", "a", "nhi", "ha", "the", "nghen", "hen", "nha", "nhe", "ban", "oi",
    "ad", "da", "minh", "ta", "roi", "z", "ma", "voi", "please",
}  # fmt: skip
_SHORT_OF = {"toi", "den", "duoc", "dat"}
_LAST = {"gi", "dau", "nao", "sao", "ai", "may"}
"""Words that ask at the end of a clause where nothing is denied before them."""
_DENIES = {"khong", "chua", "chang", "bat"}
_OPEN = (
    ("bao", "nhieu"), ("bao", "gio"), ("khi", "nao"), ("the", "nao"), ("ra", "sao"), ("o", "dau"),
    ("den", "dau"), ("toi", "dau"), ("may", "phan"), ("may", "%"), ("may", "m2"), ("la", "may"),
    ("duoc", "may"), ("dat", "may"), ("may", "ngay"), ("how", "far"),
)  # fmt: skip
_VIEWS = (
    ("lich", "su"), ("gan", "nhat"), ("moi", "nhat"), ("gan", "day"), ("lan", "truoc"),
    ("ky", "truoc"), ("xem",), ("coi",), ("tra", "cuu"), ("chi", "tiet"), ("thong", "tin"),
    ("noi", "dung"), ("san", "pham"), ("thoi", "han"), ("han", "chot"), ("history",), ("latest",),
    ("details",), ("show",),
)  # fmt: skip
"""What is looked up rather than told, where nothing is told."""


def asks(sentence: Sentence, fields: Fields) -> bool:
    """Whether a text asks; "không vướng gì", "chưa làm gì" do not."""
    words = sentence.text.folded
    progress = [
        span
        for span in sentence.having("progress?")
        if sentence.said(span) not in _NOUNS and not _measures(words, fields, span.end)
    ]
    if words[-1] == "?" or progress:
        return True
    said = _said(fields)
    marks = [s for s in sentence.having("who", "when", "which", "how_many") if s.start not in said]
    asking = [s for s in marks if s.mark in {"who", "when"} or sentence.said(s) in _ASKING]
    if not fields.percents and fields.document_number is None:
        if asking or _has(words, _OPEN, said):
            return True
        if not fields.says_something and _has(words, _VIEWS, said):
            return True
    return _ends_asking(sentence, said)


def _measures(words: tuple[str, ...], fields: Fields, end: int) -> bool:
    """Whether "làm chưa" goes on to tell how little: "làm chưa tới nửa"."""
    share = any(span.mark in {"half", "percent"} and span.start > end for span in fields.spans)
    return share and words[end - 1] == "chua" and words[end] in _SHORT_OF


def _said(fields: Fields) -> set[int]:
    """The places of words that tell something of a task, among them those that also ask."""
    return {
        n
        for span in fields.spans
        if span.mark in {"none", "progress", "same", "cannot"}
        for n in range(span.start, span.end)
    }


def _has(words: tuple[str, ...], phrases: tuple[tuple[str, ...], ...], said: set[int]) -> bool:
    return any(
        words[at : at + len(phrase)] == phrase and at not in said
        for phrase in phrases
        for at in range(len(words))
    )


def _ends_asking(sentence: Sentence, said: set[int]) -> bool:
    """Whether the last word but for particles is "không", "chưa", or "gì" without a denial."""
    words = sentence.text.folded
    tail = [n for n, word in enumerate(words) if word not in _TAIL][-1:]
    if not tail or tail[0] in said or len(words) <= 2:
        return False
    last = tail[0]
    if words[last] in {"khong", "chua"}:
        return words[last - 1] != "thi"
    if words[last] not in _LAST or not _asks_as_marked(sentence, last):
        return False
    return _DENIES.isdisjoint(words[clause_start(sentence.text, last) : last])


def _asks_as_marked(sentence: Sentence, at: int) -> bool:
    """ "đâu", not "đầu" or "dấu"; "sao", not "sáo"; "ai", not "ải"."""
    token = sentence.text.tokens[at]
    return not token.accented or token.toned in _ASKS_TONED


_ASKS_TONED = {toned(word) for word in ("gì", "đâu", "nào", "sao", "mấy")}
