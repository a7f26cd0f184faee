"""Vướng mắc as it is spoken of: "trả lời VM 12: …", "VM 12 đã tháo gỡ", "vướng mắc của Sở Y tế"."""

import re
from datetime import date
from enum import StrEnum

from rapidfuzz import fuzz

from domain.model import Model
from understanding.folding import composed, fold
from understanding.lexicon import Lexicon
from understanding.sentence import Sentence
from understanding.words import read_no_obstacle

SAME = 90
"""From this likeness (0 to 100) on two obstacles are told in the same words, but for slips."""


class Act(StrEnum):
    """What is wanted of an obstacle; SPEAK is to answer or to reply, as it is one's part."""

    SHOW = "show"
    SPEAK = "speak"
    CLOSE = "close"
    REOPEN = "reopen"


class OfObstacle(Model):
    """An obstacle by its number, what is wanted of it, and in which words if any."""

    number: int
    act: Act
    words: str | None = None


class Telling(Model):
    """Somebody tells an obstacle by itself, naming its task and its words, or not yet."""

    task: int | None = None
    words: str | None = None


class ObstacleList(Model):
    """Obstacles are asked for: of `agencies` (none: of all), those `unanswered`, by agency.

    `own` are those of the asker's agency.
    """

    agencies: tuple[str, ...] = ()
    own: bool = False
    unanswered: bool = False
    by_agency: bool = False


_NUMBER = r"(?:vm|vuong mac(?: so)?|obstacle)\s*[.#-]?\s*(?P<number>\d{1,6})"
_SHORT = r"vm\s*[.#-]?\s*(?P<number>\d{1,6})"
_WORDS = r"(?:\s*[:,.;-]+\s*|\s+(?:rang\s+|la\s+)?)(?P<words>\S.*)"
_WORDS_AFTER = r"\s*[:,-]\s*(?P<words>\S.*)"
_SOLVED = (
    r"(?:da\s+)?(?:duoc\s+)?(?:thao go|giai quyet|xu ly|xong|dong|ket thuc|het vuong(?: mac)?"
    r"|khong con vuong(?: mac)?|closed|solved|resolved)(?:\s+(?:xong|roi|het|duoc|a|nhe|nha))*"
)
_FORMS = (
    (Act.SHOW, rf"(?:(?:xem|chi tiet|noi dung|mo|show)\s+)?{_NUMBER}\s*[.?]?"),
    (Act.REOPEN, rf"(?:mo lai|reopen)\s+{_NUMBER}(?:{_WORDS})?"),
    (Act.REOPEN, rf"{_NUMBER}\s*:?\s*(?:mo lai|reopen)\s*[.]?"),
    (Act.SHOW, rf"{_NUMBER}\s.*(?:\?|\bchua[.]?)"),
    (Act.CLOSE, rf"{_NUMBER}\s*[:,-]?\s*{_SOLVED}\s*[.]?"),
    (Act.CLOSE, rf"{_NUMBER}\s*[:,-]?\s*{_SOLVED}\s*[:,.;-]+\s*(?P<words>\S.*)"),
    (Act.CLOSE, rf"{_SOLVED}\s+{_NUMBER}(?:{_WORDS})?\s*[.]?"),
    (Act.CLOSE, rf"close\s+{_NUMBER}(?:{_WORDS})?\s*[.]?"),
    (Act.SPEAK, rf"(?:tra loi|phan hoi|giai dap|y kien ve|answer|reply(?: to)?)\s+(?:cho\s+)?"
                rf"{_NUMBER}(?:{_WORDS})?\s*[:]?"),
    (Act.SPEAK, rf"{_NUMBER}\s*[:]\s*(?P<words>\S.*)"),
    (Act.SPEAK, rf"{_SHORT}\s+(?P<words>\S.*)"),
)  # fmt: skip
_OF_THIS = (
    (Act.SPEAK, rf"(?:tra loi|phan hoi|giai dap|trao doi(?: them)?|answer|reply){_WORDS_AFTER}"),
    (Act.CLOSE, rf"{_SOLVED}\s*[.]?"),
    (Act.CLOSE, rf"{_SOLVED}\s*[:,.;-]+\s*(?P<words>\S.*)"),
    (Act.REOPEN, rf"(?:mo lai|reopen)(?:{_WORDS_AFTER})?"),
)
_OF_OBSTACLE = tuple((act, re.compile(form, re.DOTALL)) for act, form in _FORMS)
_OF_THE_ONE_SHOWN = tuple((act, re.compile(form, re.DOTALL)) for act, form in _OF_THIS)
_TELLING = re.compile(
    r"(?:/vuongmac\s+|(?:bao|neu|gui|phan anh|tell|report)\s+(?:cac\s+)?"
    r"(?:kho khan,?\s*(?:va\s+)?)?(?:vuong mac|obstacle)(?:\s+(?:moi|cua|ve|o|on))*\s*)"
    r"(?:(?:nv|nhiem vu|task)\s*(?:so\s*)?[.]?(?P<task>\d{1,3})\b\s*[:,.-]*\s*)?(?P<words>.*)",
    re.DOTALL,
)
_SAYS_SOLVED = re.compile(rf"{_SOLVED}\s*[.]?")
_OF_TASK = re.compile(
    r"(?:xem\s+)?(?:kho khan,?\s*(?:va\s+)?)?vuong mac\s+(?:(?:cua|o|ve)\s+)?"
    r"(?:nv|nhiem vu)\s*(?:so\s*)?[.]?(?P<task>\d{1,3})\b\s*[.?]?(?:\s*[:,-]\s*(?P<words>\S.*))?",
    re.DOTALL,
)
_LIST = re.compile(
    r"(?:/vuongmac|(?:(?:danh sach|cac|nhung|xem|liet ke|list|open|unanswered)\s+)*"
    r"(?:kho khan\s*,?\s*(?:va\s+)?)?(?:vuong mac|obstacles))\b(?P<rest>.*)"
)
_UNANSWERED = re.compile(
    r"\b(?:chua\s+(?:duoc\s+|co\s+)?(?:ai\s+)?(?:tra loi|giai dap|phan hoi|y kien)"
    r"|unanswered|not answered)\b"
)
_OPEN = re.compile(
    r"\b(?:nao|gi|dang|con|hien|nay|mo|ton tai|ton dong|chua\s+(?:duoc\s+)?(?:thao go|giai quyet"
    r"|dong|xu ly)|o|a|open|tat ca|toan bo|cua|of|tai)\b|[?.,]"
)
_OWN = re.compile(
    r"\b(?:(?:co quan|don vi|so|phong)\s+)?(?:toi|em|minh|chung toi|ben em|ben minh|my agency)\b"
)
_BY_AGENCY = re.compile(r"\btheo\s+(?:tung\s+)?(?:co quan|don vi)\b|\bby agency\b")
_STILL = {"van", "con", "dang", "hien", "nay", "tiep", "tuc", "vuong", "mac", "kho", "khan", "la"}
_SIGNS = re.compile(r"[^\w%/]+")


def same_words(one: str, other: str) -> bool:
    """Whether two tellings say the same: marks, case, signs and "vẫn", "đang" do not matter."""
    first, second = _bare(one), _bare(other)
    return first == second or fuzz.ratio(first, second) >= SAME


def read_of_obstacle(text: str, shown: int | None = None) -> OfObstacle | None:
    """Read a text that names an obstacle by its number, "VM 12", and says what of it.

    Where one was `shown` last, "trả lời: …" and "đã tháo gỡ" are of that one.
    """
    written, folded = _aligned(text)
    for act, form in (*_OF_OBSTACLE, *(_OF_THE_ONE_SHOWN if shown is not None else ())):
        found = form.fullmatch(folded)
        if found is not None:
            said = found.groupdict()
            start, end = found.span("words") if "words" in said else (-1, -1)
            words = written[start:end].strip() or None if start >= 0 else None
            return OfObstacle(number=int(said.get("number") or shown or 0), act=act, words=words)
    return None


def read_telling(text: str) -> Telling | None:
    """Read "báo vướng mắc NV 7: …", "/vuongmac NV 7: …", with or without task and words."""
    written, folded = _aligned(text)
    found = _TELLING.fullmatch(folded)
    if found is None:
        return None
    words = written[slice(*found.span("words"))].strip(" :,.-") or None
    task = None if found["task"] is None else int(found["task"])
    if text.startswith("/") and task is None:
        return None
    return Telling(task=task, words=words)


def read_of_task(text: str) -> Telling | None:
    """Read "vướng mắc NV 8: thiếu vốn" and "vướng mắc NV 8", which asks for that task's own.

    Words that say there is none, that it is solved, or how much is done are a report.
    """
    written, folded = _aligned(text)
    found = _OF_TASK.fullmatch(folded)
    if found is None:
        return None
    words = None if found["words"] is None else written[slice(*found.span("words"))].strip()
    solved = words is not None and _SAYS_SOLVED.fullmatch(fold(words)) is not None
    if words is not None and (solved or "%" in words or read_no_obstacle(words)):
        return None
    return Telling(task=int(found["task"]), words=words)


def read_obstacle_list(text: str, lexicon: Lexicon, today: date) -> ObstacleList | None:
    """Read a text that asks for obstacles and nothing else: "vướng mắc nào chưa trả lời"."""
    written, folded = _aligned(text)
    found = _LIST.fullmatch(folded)
    if found is None:
        return None
    rest = found["rest"]
    unanswered = _UNANSWERED.search(folded) is not None
    by_agency = _BY_AGENCY.search(rest) is not None
    rest = _BY_AGENCY.sub(" ", _UNANSWERED.sub(" ", rest))
    if not _OPEN.sub(" ", rest).strip():
        return ObstacleList(unanswered=unanswered, by_agency=by_agency)
    if not _OPEN.sub(" ", _OWN.sub(" ", rest)).strip():
        return ObstacleList(own=True, unanswered=unanswered)
    agencies = _agencies(written[found.start("rest") :], lexicon, today)
    return None if agencies is None else ObstacleList(agencies=agencies, unanswered=unanswered)


def _agencies(said: str, lexicon: Lexicon, today: date) -> tuple[str, ...] | None:
    """The agencies that the rest of a text names; None where it says anything else."""
    sentence = Sentence.of(said, lexicon, today)
    mentions = sentence.mentions
    if not mentions or not all(mention.known for mention in mentions):
        return None
    named = {n for mention in mentions for n in range(mention.start, mention.end)}
    words = sentence.text.folded
    left = " ".join(word for n, word in enumerate(words) if n not in named)
    if _OPEN.sub(" ", _UNANSWERED.sub(" ", left)).replace("va", " ").strip():
        return None
    return lexicon.plan.expand(*(each for mention in mentions for each in mention.agencies))


def _aligned(text: str) -> tuple[str, str]:
    """A text as written and folded, letter by letter; nothing where they do not fit together."""
    written = " ".join(composed(text).split()) if "\n" not in text else composed(text).strip()
    folded = fold(written)
    return (written, folded) if len(written) == len(folded) else ("", "")


def _bare(words: str) -> str:
    said = _SIGNS.sub(" ", fold(composed(words))).split()
    return " ".join(word for word in said if word not in _STILL)
