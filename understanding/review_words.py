"""Reviewing as people say it: "duyệt nv 4, 9", "duyệt tất cả", "trả lại nv 9 vì thiếu số liệu"."""

import re
from enum import StrEnum
from typing import NamedTuple

from understanding.folding import composed, fold, fold_in_place


class Verdict(StrEnum):
    """What may be said to a report that waits."""

    APPROVE = "approve"
    RETURN = "return"
    COMPARE = "compare"


class Reviewing(NamedTuple):
    """Which reports are meant, by the numbers of their tasks and indicators, and what is said.

    `everything`: all that wait. A return may come with its reason.
    """

    verdict: Verdict
    tasks: tuple[int, ...] = ()
    indicators: tuple[int, ...] = ()
    everything: bool = False
    reason: str | None = None


_APPROVE = (
    r"(?:(?:dong y|xin|toi) )*"  # no "cho" before it: that is "chờ duyệt" without its marks
    r"(?:phe duyet|duyet|xac nhan|chap nhan|thong qua|approve|accept|confirm)"
)
_RETURN = (
    r"(?:(?:de nghi|toi|xin) )*(?:khong duyet|chua duyet|tra lai|yeu cau chinh ly|chinh ly"
    r"|yeu cau chinh sua|tu choi|return|reject)"
)
_COMPARE = (
    r"(?:xem )?(?:so sanh|so)(?: voi)?(?: (?:bao cao|ky))?(?: truoc)?|xem (?:bao cao |ky )+truoc"
    r"|compare(?: with.*)?"
)
_REPORT = r"(?:(?:cac|nhung|bao cao|so lieu|ve|the|reports?|on|for) )*"
_NOUN = r"(?:nv|nhiem vu|tasks?|ct|chi tieu|indicators?)"
_NUMBERED = rf"(?:{_NOUN}\s*(?:so\s*)?\.?\s*)?\d{{1,3}}"
_AND = r"(?:\s*[,;&+]\s*|\s+(?:va|and)\s+|\s+)"
_NUMBERS = rf"(?P<numbers>{_NUMBERED}(?:{_AND}{_NUMBERED})*)"
_ALL = r"(?:tat ca|toan bo|het|all|everything)(?: (?:bao cao|cac bao cao|reports|di|luon))*"
_END = r"\s*(?:nhe|nha|a|di|luon)?\s*[.]*"
_WHY = r"(?:[\s,;.:(-]+(?:(?:voi )?ly do(?: la)?|vi|do|because)?[\s:,-]*(?P<reason>\S.*?))?"
_SEVERAL = re.compile(rf"{_APPROVE} {_REPORT}(?:{_NUMBERS}|{_ALL}){_END}")
_BACK = re.compile(rf"{_RETURN} {_REPORT}(?P<one>{_NOUN}\s*(?:so\s*)?\.?\s*\d{{1,3}})(?!\d){_WHY}")
_ONE = re.compile(rf"({_NOUN})?\s*\.?\s*(?:so\s*)?(\d{{1,3}})")
_YES = re.compile(
    rf"(?:{_APPROVE}|dong y|nhat tri|dat|duoc|ok|oke|okay|yes)(?: bao cao(?: nay)?)?{_END}"
)
_NO = re.compile(rf"{_RETURN}(?: bao cao(?: nay)?| lai)?{_END}")
_SEE = re.compile(rf"(?:{_COMPARE}){_END}")


def read_verdict(text: str) -> Verdict | None:
    """Read what is said to the one report that is shown, and nothing else."""
    words = fold(" ".join(text.split()))
    if _YES.fullmatch(words):
        return Verdict.APPROVE
    if _NO.fullmatch(words):
        return Verdict.RETURN
    return Verdict.COMPARE if _SEE.fullmatch(words) else None


def read_reviewing(text: str) -> Reviewing | None:
    """Read a text that approves named reports or all, or returns one of them."""
    source = " ".join(composed(text).split())
    words = fold_in_place(source)
    if (found := _SEVERAL.fullmatch(words)) is not None:
        tasks, indicators = _numbers(found["numbers"] or "")
        return Reviewing(Verdict.APPROVE, tasks, indicators, everything=found["numbers"] is None)
    if (found := _BACK.fullmatch(words)) is not None:
        tasks, indicators = _numbers(found["one"])
        why = found.span("reason")
        reason = None if found["reason"] is None else source[slice(*why)].strip(" .)")
        return Reviewing(Verdict.RETURN, tasks, indicators, reason=reason or None)
    return None


def _numbers(words: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of tasks and of indicators; one without a noun is what the last one was."""
    found: dict[bool, dict[int, None]] = {False: {}, True: {}}
    indicator = False
    for noun, number in _ONE.findall(words):
        if noun:
            indicator = noun.startswith(("ct", "chi", "ind"))
        found[indicator][int(number)] = None
    return tuple(found[False]), tuple(found[True])
