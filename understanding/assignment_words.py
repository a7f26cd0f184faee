"""Who is to lead a task, as the focal agency says it: "phân công nv 18 cho Sở Y tế"."""

import re
from datetime import date
from typing import NamedTuple

from domain.succession import in_place_now
from understanding.folding import composed, fold_in_place
from understanding.lexicon import Lexicon
from understanding.sentence import Sentence

_LIST = re.compile(
    r"/phancong|(?:xem |cac |danh sach )*(?:nhiem vu |viec )?(?:can|chua|phai) xac dinh "
    r"(?:co quan )?chu tri"
    r"|phan cong(?: chu tri| nhiem vu)?|giao nhiem vu|tasks? without (?:a )?lead|assign(?: a task)?"
)
_ASSIGNS = re.compile(
    r"(?:(?:hay|de nghi|xin|please)\s+)*"
    r"(?:phan cong|giao|chuyen(?: giao)?|xac dinh|assign|transfer)\s+(?:lai\s+)?"
    r"(?:(?:co quan\s+)?chu tri\s+)?(?:cho\s+)?"
    r"(?:nv|nhiem vu|task)\s*(?:so\s*)?\.?\s*(?P<task>\d{1,3})\b(?P<rest>.*)"
)
_HAS_LEAD = re.compile(
    r"(?:(?:hay|de nghi|xin|please)\s+)*(?:phan cong|giao|chuyen(?: giao)?|xac dinh|assign)\s+"
    r"(?:(?:co quan|lai|cho)\s+)?(?!(?:ai|co quan nao|don vi nao)\b)(?P<agency>\S.*?)\s+"
    r"(?:(?:la|lam)\s+)?(?:co quan\s+)?chu tri\s+(?:thuc hien\s+)?"
    r"(?:nv|nhiem vu|task)\s*(?:so\s*)?\.?\s*(?P<task>\d{1,3})\b"
    r"(?P<rest>(?:\s*(?:nhe|nha|a|\.))*|[\s,;.:(-]*\b(?:theo|can cu|vi|ly do)\b.*)"
)
"""The agency first: "giao Sở Y tế chủ trì nv 18"."""
_BECAUSE = re.compile(
    r"[\s,;.:(-]*\b(?:theo|can cu|vi|ly do(?: la)?|because|by|according to)\b[\s:,-]*"
)
_TO = re.compile(r"[\s,;:.-]*(?:(?:chu tri|la|cho|sang|ve|do|to|cua|toi)\s+)*")


_FILLER = {
    *("la", "cho", "sang", "ve", "do", "thuoc", "cua", "giao", "chu", "tri", "co", "quan", "don"),
    *("vi", "a", "nhe", "nha", "thoi", "the", "to"),
}


class AssignmentAsked(NamedTuple):
    """What is said of a lead; all None where the tasks that wait for one are asked for.

    `agency` are the words that name it, `basis` the ones that say by which decision.
    """

    task: int | None = None
    agency: str | None = None
    basis: str | None = None


def read_assignment(text: str) -> AssignmentAsked | None:
    """Read a text that assigns a task to an agency, or asks which wait for a lead."""
    source = " ".join(composed(text).split()).strip()
    folded = fold_in_place(source)
    if _LIST.fullmatch(folded.rstrip(" ?.!")):
        return AssignmentAsked()
    found = _ASSIGNS.fullmatch(folded) or _HAS_LEAD.fullmatch(folded)
    if found is None or "?" in source:
        return None
    start = found.start("rest")
    why = _BECAUSE.search(folded, start)
    end = len(source) if why is None else why.start()
    to = _TO.match(folded, start, end)
    named = start if to is None else to.end(), end
    if "agency" in found.groupdict():
        named = found.span("agency")
    agency = source[slice(*named)].strip(" ,;:.-")
    basis = None if why is None else source[why.end() :].strip(" ,;:.")
    return AssignmentAsked(int(found["task"]), agency or None, basis or None)


def read_agency(text: str, lexicon: Lexicon, today: date) -> tuple[str, ...]:
    """Return the single agencies that a text may name; () where it names none that is known.

    The name of one that has ended means who came after it.
    """
    mentions = Sentence.of(text, lexicon, today).mentions
    return in_place_now(lexicon.plan, (each for mention in mentions for each in mention.agencies))


def says_more(text: str, lexicon: Lexicon, today: date) -> bool:
    """Whether a text says something besides an agency's name ("phân công nv 18 cho Sở Y tế")."""
    sentence = Sentence.of(text, lexicon, today)
    named = {n for each in sentence.mentions for n in range(each.start, each.end)}
    rest = (word for n, word in enumerate(sentence.text.folded) if n not in named)
    return any(word not in _FILLER for word in rest)
