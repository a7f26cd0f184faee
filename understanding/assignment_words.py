"""Who is to lead a task, as the focal agency says it: "phân công nv 18 cho Sở Y tế"."""

import re
from datetime import date
from typing import NamedTuple

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
_BECAUSE = re.compile(
    r"[\s,;.:(-]*\b(?:theo|can cu|vi|ly do(?: la)?|because|by|according to)\b[\s:,-]*"
)
_TO = re.compile(r"[\s,;:.-]*(?:(?:chu tri|la|cho|sang|ve|do|to|cua|toi)\s+)*")


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
    found = _ASSIGNS.fullmatch(folded)
    if found is None or "?" in source:
        return None
    start = found.start("rest")
    why = _BECAUSE.search(folded, start)
    end = len(source) if why is None else why.start()
    to = _TO.match(folded, start, end)
    agency = source[start if to is None else to.end() : end].strip(" ,;:.-")
    basis = None if why is None else source[why.end() :].strip(" ,;:.")
    return AssignmentAsked(int(found["task"]), agency or None, basis or None)


def read_agency(text: str, lexicon: Lexicon, today: date) -> tuple[str, ...]:
    """Return the single agencies that a text may name; () where it names none that is known."""
    mentions = Sentence.of(text, lexicon, today).mentions
    return tuple(dict.fromkeys(each for mention in mentions for each in mention.agencies))
