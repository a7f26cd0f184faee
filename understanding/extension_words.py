"""Gia hạn as people ask for it: "xin gia hạn nv 9 đến 30/6/2027 vì chưa bố trí được vốn"."""

import re
from datetime import date
from typing import NamedTuple

from understanding.folding import composed, fold_in_place
from understanding.later_days import LONGEST, read_later_day
from understanding.words import read_yes_no


class Withdrawal(NamedTuple):
    """The number of the task whose request is taken back, None where none is named."""

    task: int | None


class ExtensionAsked(NamedTuple):
    """What a request names: the task's number, the words of the new date, the reason as written."""

    task: int | None = None
    until: str | None = None
    reason: str | None = None


_POLITE = (
    r"(?:(?:da|em|anh|chi|toi|minh|chung toi|co quan|don vi|kinh|xin|cho|phep|de nghi|de xuat"
    r"|dang ky|muon|can|duoc|please|i|we|want to|would like to|ask for|an|request)\s+)*"
)
_ASKS = (
    r"(?:/giahan|gia han|gian han|lui (?:lai )?(?:thoi )?han|lui thoi gian"
    r"|keo dai thoi (?:han|gian)|doi (?:thoi )?han|dieu chinh (?:thoi )?han|them thoi gian"
    r"|extend|extension)"
)
_TASK = (
    r"(?:(?:cho|thuc hien|cua|hoan thanh|for|of)\s+)*"
    r"(?:nv|nhiem vu|task)\s*(?:so\s*)?\.?\s*(?P<task>\d{1,3})\b"
)
_BARE = r"(?P<bare>\d{1,3})(?=\s+(?:den|toi|vi|do)\b|$)"
_FORMS = (
    re.compile(rf"{_POLITE}{_ASKS}(?:\s+{_TASK}|\s+{_BARE})?(?P<rest>.*)"),
    re.compile(rf"{_POLITE}{_TASK}\s*[,:]?\s+{_POLITE}{_ASKS}\b(?P<rest>.*)"),
)
_BECAUSE = re.compile(
    r"[\s,;.:(-]*\b(?:voi ly do|ly do(?: la)?|boi vi|(?<!don )vi|do|because(?: of)?|since|due to)\b"
    r"[\s:,-]*"
)
_TO = re.compile(r"[\s,;:.(-]*(?:(?:den het|den|toi|sang|qua|thanh|until|till|to|by)\s+)?")
_LAST_TO = re.compile(
    r"[\s,;.]+(?:(?:xin|de nghi) )?(?:gia han )?(?:den|toi|until|to)\s+(?P<until>\S.*)$"
)
_SOFT = re.compile(
    r"\b(?:a|nhe|nha|voi|giup|em|anh|chi|cho|toi|them|duoc|don|vi|co|quan|di|please)\b|[\s,.;:()-]"
)
_WITHDRAWS = re.compile(
    rf"{_POLITE}(?:rut|thu hoi|huy(?: bo)?|bo|withdraw|cancel)\s+(?:lai\s+)?(?:the\s+|my\s+)?"
    rf"(?:(?:don|yeu cau|de nghi|request)\s+)*(?:xin\s+|for\s+)?(?:gia han|extension)"
    rf"(?:\s+{_TASK}|\s+(?P<bare>\d{{1,3}}))?(?:\s+(?:di|nhe|nha|a))*[\s.]*"
)
_ADDED = re.compile(
    r"(?P<before>.*\S)\s*[,.;]\s*(?:va |nen |do do |vi vay )?"
    r"(?P<asked>(?:em |toi |co quan |don vi )?(?:xin|kinh de nghi|de nghi|de xuat) "
    r"(?:duoc )?gia han\b.*)"
)
_EXTENDED = re.compile(
    r"(?:(?:co )?(?:bao nhieu|nhung|cac|danh sach|xem|how many|which) )*(?:nhiem vu|viec|nv|tasks)"
    r"(?: nao)?(?: da| moi| duoc| da duoc| have been| were| are)? (?:gia han|extended)"
    r"(?: roi| chua)?|(?:da|moi|duoc|da duoc) gia han|extended"
)
_COURTESY = re.compile(r"\b(?:a|da|nhe|nha|voi|giup|em|anh|chi|toi|di|please)\b|[\s,.;:()-]")
"""No "cho" among them: without its marks "chờ duyệt" would say yes."""
_GRANTS = {"duyet", "chap thuan", "chap nhan", "nhat tri", "dong y", "grant", "approve"}
_GRANTS |= {f"{each} gia han" for each in ("chap thuan", "nhat tri", "dong y", "dong y cho")}
_REFUSES = {"khong duyet", "tu choi", "bac", "khong chap thuan", "khong nhat tri", "khong"}
_REFUSES |= {"khong gia han", "refuse", "reject"}
_NO_DAY = re.compile(r"\b(?:nhiem vu|tasks?|nao|cua|bao nhieu|khi)\b")


def read_extension(text: str, today: date) -> ExtensionAsked | None:
    """Read a request for extension; None where a text is none, or only asks about one."""
    source = composed(text).strip()
    folded = fold_in_place(source)
    found = next((form for each in _FORMS if (form := each.fullmatch(folded))), None)
    if found is None or "?" in source:
        return None
    named = found.groupdict()
    number = named["task"] or named.get("bare")
    start = found.start("rest")
    until, reason = _parts(source[start:], folded[start:], today)
    if until is not None and _NO_DAY.search(fold_in_place(until)):
        return None
    if until is not None and read_later_day(until, today, today) is None:
        numbered = any(map(str.isdigit, until)) and len(until) <= LONGEST
        if not numbered and reason is None:
            return None
        until = until if numbered else None
    return ExtensionAsked(None if number is None else int(number), until, reason)


def _parts(source: str, folded: str, today: date) -> tuple[str | None, str | None]:
    """The words of the date and those of the reason, in whichever order."""
    because = _BECAUSE.search(folded)
    end = len(folded) if because is None else because.start()
    lead = _TO.match(folded, 0, end)
    start = 0 if lead is None else lead.end()
    until = source[start:end].strip(" ,;.") if _SOFT.sub("", folded[start:end]) else None
    if because is None:
        return until, None
    reason, plain = source[because.end() :], folded[because.end() :]
    after = _LAST_TO.search(plain) if until is None else None
    if after is not None and read_later_day(after["until"], today, today) is not None:
        until, reason = source[because.end() :][after.start("until") :], reason[: after.start()]
    return until, reason.strip(" ,;.:") or None


def read_withdrawal(text: str) -> Withdrawal | None:
    """Read a text that takes a request for extension back, and says nothing else."""
    found = _WITHDRAWS.fullmatch(fold_in_place(composed(text)).strip())
    if found is None:
        return None
    number = found["task"] or found["bare"]
    return Withdrawal(None if number is None else int(number))


def read_added_extension(text: str, today: date) -> tuple[str, ExtensionAsked] | None:
    """Read a text that ends with a request for extension: what stands before it, and the request.

    The request names no task: it is about the task that is spoken of before.
    """
    source = composed(text).strip()
    found = _ADDED.match(fold_in_place(source))
    if found is None:
        return None
    asked = read_extension(source[found.start("asked") :], today)
    if asked is None or asked.task is not None:
        return None
    return source[: found.end("before")].strip(), asked


def read_extended(text: str) -> bool | None:
    """Whether it is asked how many tasks were extended, and not which; None for another text."""
    folded = fold_in_place(composed(text)).strip(" ?.")
    if not _EXTENDED.fullmatch(folded):
        return None
    return "bao nhieu" in folded or "how many" in folded


def read_decision(text: str) -> str | None:
    """Read what is decided on a request as "grant" or "refuse": "đồng ý", "chấp thuận", "từ chối".

    "Gia hạn" alone asks for what waits, and "chờ duyệt" for reports: both decide nothing.
    """
    said = " ".join(_COURTESY.sub(" ", fold_in_place(composed(text))).split())
    if said in _GRANTS or read_yes_no(text) == "yes":
        return "grant"
    return "refuse" if said in _REFUSES or read_yes_no(text) == "no" else None
