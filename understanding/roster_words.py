"""What an administrator says of the roster, and "đổi cơ quan" of who works for several."""

import re
from enum import StrEnum
from typing import NamedTuple

from understanding.folding import composed, fold, fold_in_place

_MANAGE = re.compile(r"/quantri|quan tri|quan ly nguoi dung|danh sach nguoi dung|roster|users")
_LOG = re.compile(r"(?:xem )?nhat ky(?: quan tri| nguoi dung)?|log")
_LOG_OF = re.compile(r"(?:xem )?nhat ky (?:cua |nguoi dung )+(?:so )?(?P<id>\d{1,6})")
_PERSON = re.compile(r"(?:nguoi dung|tim nguoi dung|user)\s+(?:so\s+(?=\d))?(?P<words>.+)")
_ADD = re.compile(
    r"(?:them|bo sung|add)\s+(?:nguoi(?: dung)?|can bo moi|user|person)(?:\s*[:,]?\s*(?P<rest>.+))?"
)
_SWITCH = re.compile(
    r"(?:doi co quan|chuyen co quan|lam viec cho|switch agency|act for)"
    r"(?:\s*(?:lam viec|sang|cho|den|to|:))*(?:\s+(?P<rest>.+))?"
)
_ROLES = {
    "officer": ("can bo", "can bo dau moi", "chuyen vien", "officer", "cb"),
    "head": ("thu truong", "thu truong co quan", "giam doc", "head", "truong"),
    "focal": ("co quan dau moi", "dau moi", "focal", "tong hop"),
    "leader": ("lanh dao", "leader"),
    "admin": ("quan tri", "quan tri he thong", "admin"),
}


class About(StrEnum):
    """What is asked of the roster."""

    ROSTER = "roster"
    PERSON = "person"
    ADD = "add"
    LOG = "log"
    SWITCH = "switch"


class RosterAsked(NamedTuple):
    """What is asked, and the words that say of whom or what, as typed."""

    about: About
    words: str | None = None


def read_roster(text: str) -> RosterAsked | None:
    """Read a text about the roster and nothing else."""
    source = " ".join(composed(text).split()).strip(" .!")
    folded = fold_in_place(source)
    if _MANAGE.fullmatch(folded):
        return RosterAsked(About.ROSTER)
    if _LOG.fullmatch(folded):
        return RosterAsked(About.LOG)
    if found := _LOG_OF.fullmatch(folded):
        return RosterAsked(About.LOG, found["id"])
    if found := _PERSON.fullmatch(folded):
        return RosterAsked(About.PERSON, source[found.start("words") :])
    for pattern, about in ((_ADD, About.ADD), (_SWITCH, About.SWITCH)):
        if found := pattern.fullmatch(folded):
            rest = None if found["rest"] is None else source[found.start("rest") :]
            return RosterAsked(about, rest)
    return None


def read_role(text: str) -> str | None:
    """Return the role that words name, or None."""
    words = fold(" ".join(text.split())).strip(" .")
    return next((role for role, names in _ROLES.items() if words in names), None)
