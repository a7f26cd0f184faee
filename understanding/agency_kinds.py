"""Kinds of agencies that a question speaks of: "sở nào", "các huyện", "mấy ban quản lý dự án"."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.agency import AgencyKind
from understanding.sentence import Sentence
from understanding.tokens import words_of

_OFFICES = (AgencyKind.DEPARTMENT, AgencyKind.BOARD, AgencyKind.OTHER)
_NAMED: dict[tuple[AgencyKind, ...], str] = {
    _OFFICES: "sở ngành; sở, ngành; sở ban ngành; ban ngành; sở, ban, ngành",
    (AgencyKind.DEPARTMENT,): "sở; department; departments",
    (AgencyKind.DISTRICT,): """
        huyện; huyện thị; huyện, thị xã; quận huyện; ubnd huyện; ubnd cấp huyện; cấp huyện
        địa phương; huyện thị xã thành phố; ubnd huyện thị; thị xã; district; districts
    """,
    (AgencyKind.BOARD,): """
        ban quản lý; ban quản lý dự án; ban qlda; qlda; board; boards; management boards
    """,
    (): "đơn vị; cơ quan; agency; agencies; unit; units; đv",
}
_BEFORE = {
    "cac", "nhung", "moi", "tung", "may", "nhieu", "theo", "giua", "khoi", "all", "each", "every",
    "which", "what", "many", "among", "by", "per", "of", "the", "hang", "luong", "so", "toan",
}  # fmt: skip
_COUNTED_BY_NUMBER = {("nhiem",), ("luong",), ("viec",), ("lieu",)}
"""Words after "so" that make it "số": số nhiệm vụ, số lượng."""
_ASKING = {"nao", "gi"}
_BARE_ENGLISH = {"district", "districts", "department", "departments", "agency", "agencies"}


@dataclass(frozen=True)
class KindNoun:
    """Words start to end speak of agencies of some kinds, of any where `kinds` is empty."""

    start: int
    end: int
    kinds: tuple[AgencyKind, ...]
    asked: bool


def _table() -> dict[tuple[str, ...], tuple[tuple[str, ...], tuple[AgencyKind, ...]]]:
    found = {}
    for kinds, phrases in _NAMED.items():
        for phrase in phrases.replace("\n", ";").split(";"):
            tokens = words_of(phrase)
            if tokens:
                toned = tuple(token.toned for token in tokens)
                found[tuple(token.folded for token in tokens)] = (toned, kinds)
    return found


_TABLE = _table()
_LONGEST = max(map(len, _TABLE))


def kind_nouns(sentence: Sentence) -> list[KindNoun]:
    """Return the nouns that speak of agencies in general, never a single agency's own name."""
    taken = _names(sentence)
    found = []
    at = 0
    while at < len(sentence.text.tokens):
        noun = None if at in taken else _noun(sentence, at)
        if noun is not None:
            found.append(noun)
        at = noun.end if noun is not None else at + 1
    return found


def kinds_of(nouns: Iterable[KindNoun]) -> tuple[AgencyKind, ...]:
    """Return all kinds that are spoken of."""
    return tuple(dict.fromkeys(kind for noun in nouns for kind in noun.kinds))


def _names(sentence: Sentence) -> set[int]:
    plan = sentence.lexicon.plan
    return {
        n
        for each in sentence.mentions
        if not each.all_meant
        and not any(plan.agency_by_id[id_].kind is AgencyKind.GROUP for id_ in each.agencies)
        for n in range(each.start, each.end)
    }


def _noun(sentence: Sentence, at: int) -> KindNoun | None:
    words, tokens = sentence.text.folded, sentence.text.tokens
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        known = _TABLE.get(words[at : at + length])
        if known is None:
            continue
        pairs = zip(tokens[at : at + length], known[0], strict=True)
        if any(token.accented and token.toned != toned for token, toned in pairs):
            continue
        end = at + length
        if not tokens[at].accented and words[end : end + 1] in _COUNTED_BY_NUMBER:
            continue
        before = words[at - 1] if at else ""
        asked = words[end : end + 1] and words[end] in _ASKING
        plain = known[1] == () or words[at] in _BARE_ENGLISH or length > 1
        counted = _is_counted(words, at)
        if asked or counted or before in _BEFORE or plain:
            start = at - counted
            return KindNoun(start, end + bool(asked), known[1], bool(asked) or before in _ASKED)
    return None


def _is_counted(words: tuple[str, ...], at: int) -> bool:
    """Whether a number stands before: "5 đơn vị", but not "NV 5 đơn vị nào"."""
    before = words[at - 1] if at else ""
    return before.isdecimal() and len(before) < 4 and words[at - 2 : at - 1] not in _NUMBERED


_NUMBERED = {("vu",), ("viec",), ("task",), ("so",), ("tieu",), ("nam",), ("nhom",), ("muc",)}
_ASKED = {"which", "what", "may", "nhieu", "many"}
