"""The words of follow-ups: what they lead in with, and which place of a list they name."""

import re
from enum import StrEnum

from understanding.sentence import Sentence
from understanding.tokens import words_of


class Lead(StrEnum):
    """What a follow-up does: ask the same of something else, narrow, widen; BARE has no lead."""

    TURN = "turn"
    NARROW = "narrow"
    WIDEN = "widen"
    BARE = "bare"


_LEADS = {
    Lead.TURN: """
        thế còn; vậy còn; còn về; còn; thế về; thế; vậy; rồi còn; what about; how about; and
    """,
    Lead.NARROW: """
        chỉ lấy; chỉ xem; chỉ; trong đó; trong số đó; trong số này; only; just; of those; of these
    """,
    Lead.WIDEN: """
        bao gồm cả; gồm cả; kể cả; kể luôn; tính luôn; tính cả; thêm cả; cả
        including; include; also; with
    """,
}
_NO_LEAD = {"tieu", "tiet", "so", "dao", "dinh", "thi"}
"""Words after "chi" that make another word of it: chỉ tiêu, chi tiết, chỉ số."""
_FILLERS = {"nhung", "cac", "cai", "nhiem", "vu", "viec", "the", "those", "tasks", "task", "ones"}
TAIL = re.compile(r"(?:[\s,]+(?:thì sao|thi sao|nhé|nhe|nha|vậy|vay|ạ|a))?[\s?.!]*$")
_NUMBERS = {
    "nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "fifth": 5, "dau": 1, "cuoi": 0, "last": 0,
}  # fmt: skip
_PLACE = re.compile(
    r"(?:(?:cho )?(?:xem |mo )?(?:chi tiet )?|(?:show |open )?(?:details? )?(?:of |on )?)"
    r"(?:(?:(?:cai|dong|viec|nhiem vu|chi tieu|muc) )?thu (?P<nth>\w+)"
    r"|(?:cai|dong|muc) (?:so )?(?P<digit>\d{1,2})"
    r"|(?:cai|dong|viec|nhiem vu|chi tieu|muc) (?P<end>dau|cuoi)(?: tien| cung)?"
    r"|(?:the )?(?P<english>first|second|third|fourth|fifth|last)(?: one)?)(?: di| nhe| nha| a)?"
)


def read_place(said: Sentence) -> int | None:
    """Return the place that is asked for, 0 for the last, or None."""
    words = " ".join(word for word in said.text.folded if word not in {"?", "."})
    found = _PLACE.fullmatch(words)
    if found is None:
        return None
    named = found["nth"] or found["digit"] or found["end"] or found["english"]
    return int(named) if named.isdecimal() else _NUMBERS.get(named)


_THOSE = (
    ("so", "do"), ("so", "nay"), ("co", "quan", "do"), ("co", "quan", "nay"),
    ("don", "vi", "do"), ("don", "vi", "nay"), ("that", "agency"), ("that", "department"),
)  # fmt: skip
_THAT_TONED = {"đo1", "do", "nay2", "nay"}


def find_those(said: Sentence) -> list[tuple[int, int]]:
    """Return where "sở đó" and the like stand, with the place of their last word."""
    words = said.text.folded
    return [
        (at, at + len(those) - 1)
        for at in range(len(words))
        for those in _THOSE
        if words[at : at + len(those)] == those
        and (those[0] == "that" or said.text.tokens[at + len(those) - 1].toned in _THAT_TONED)
    ]


def read_lead(said: Sentence) -> tuple[Lead, int]:
    """Return what a text leads in with, and where the rest of it begins."""
    words = said.text.folded
    for lead, phrases in _LEAD_WORDS.items():
        for phrase in phrases:
            end = len(phrase)
            if words[:end] == phrase and not (
                phrase == ("chi",) and words[1:2] and words[1] in _NO_LEAD
            ):
                while words[end : end + 1] and words[end] in _FILLERS:
                    end += 1
                return lead, end
    return Lead.BARE, 0


def _lead_words() -> dict[Lead, list[tuple[str, ...]]]:
    return {
        lead: sorted(
            (tuple(token.folded for token in words_of(phrase)) for phrase in _split(phrases)),
            key=len,
            reverse=True,
        )
        for lead, phrases in _LEADS.items()
    }


def _split(phrases: str) -> list[str]:
    return [phrase.strip() for phrase in re.split(r"[;\n]", phrases) if phrase.strip()]


_LEAD_WORDS = _lead_words()
