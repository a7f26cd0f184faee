"""Documents that a question cites by kind and number: "Quyết định 950", "Nghị quyết số 06"."""

from itertools import pairwise

from understanding.phrases import Span
from understanding.sentence import Sentence


def cited(sentence: Sentence) -> list[Span]:
    """Return the documents named by kind and number ("Quyết định 950", "Nghị quyết số 06")."""
    words = sentence.text.folded
    found = []
    for at, pair in enumerate(pairwise(words)):
        if pair not in _DOCUMENTS:
            continue
        end = at + 2
        while end < len(words) and words[end] in {"so", "no"}:
            end += 1
        if end < len(words) and words[end].isdecimal() and not _is_year(sentence, end):
            found.append(Span(at, end + 1, "document", int(words[end])))
    for at, word in enumerate(words):
        if word in {"decision", "resolution", "decree"} and words[at + 1 : at + 2]:
            end = at + 2 if words[at + 1] == "no" else at + 1
            if end < len(words) and words[end].isdecimal():
                found.append(Span(at, end + 1, "document", int(words[end])))
    return found


_DOCUMENTS = {
    ("quyet", "dinh"), ("nghi", "quyet"), ("nghi", "dinh"), ("thong", "tu"), ("cong", "van"),
    ("chi", "thi"), ("chuong", "trinh"), ("ket", "luan"),
}  # fmt: skip


def _is_year(sentence: Sentence, at: int) -> bool:
    return any(time.start <= at < time.end for time in sentence.times)
