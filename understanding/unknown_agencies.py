"""Names of agencies that a plan lacks: a head ("Sở", "UBND huyện") and the words after it."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING

from understanding.phrases import is_accented
from understanding.tokens import Text, Token, words_of
from understanding.topics import could_be_stop, is_stop

if TYPE_CHECKING:
    from understanding.lexicon import Lexicon

_COMMITTEES = ("ubnd", "ub", "ủy ban nhân dân", "ủy ban", "hđnd")
_PLACES = ("huyện", "quận", "phường", "xã", "thị trấn", "thị xã", "thành phố", "tp", "tx", "tỉnh")
_PLACE_WORDS = 3
_HEADS_OF_BODIES = {
    "sở": 6, "bộ": 6, "cục": 5, "chi cục": 5, "tổng cục": 5, "tỉnh đoàn": 0, "hội": 5, "đoàn": 4,
    "liên đoàn": 4, "bảo hiểm": 3, "kho bạc": 3, "viện": 5, "tòa án": 4, "ministry of": 4,
    "department of": 5, "ban": 4, "chi nhánh": 4, "tổng công ty": 4, "công ty": 5, "trường": 5,
}  # fmt: skip
_ENDING_HEADS = {"district", "ward", "commune", "city", "town", "township", "province"}
_NUMBERED = {("phuong",), ("xa",), ("quan",), ("khom",), ("ap",), ("thi", "tran")}
_CLEAR = {"huyen", "tx", "tp", "ubnd", "thi", "thanh"}
"""Words of a place's head that are no other word without their marks."""
_OF_MANY = {"cac", "moi", "tung", "may", "nhieu", "nhung", "cap", "dia", "all", "each"}
_SMALLER = {("thi", "tran"), ("xa",), ("phuong",), ("khom",), ("ap",)}
"""Places within a district, often of the same name."""
_OWN_PLACE = {("soc", "trang"), ("viet", "nam"), ("hoc",)}
_HERE = {"soc", "nay", "ta", "minh", "nha"}
_ENDS = {
    "co", "la", "va", "o", "cua", "nao", "gi", "thi", "moi", "hoac", "khong", "is", "in", "of",
    "cac", "nhung", "duoc", "do", "phai", "den", "tu", "cho", "da", "dang", "con", "bi", "voi",
    "lam", "has", "have", "for", "nam", "thuoc",
}  # fmt: skip
Head = tuple[tuple[str, ...], tuple[str, ...]]


def _heads() -> Iterator[tuple[tuple[str, ...], tuple[tuple[str, ...], int, bool]]]:
    places = [*_PLACES, *(f"{one} {two}" for one, two in product(_COMMITTEES, _PLACES))]
    for written, most in [*_HEADS_OF_BODIES.items(), *((each, _PLACE_WORDS) for each in places)]:
        tokens = words_of(written)
        toned = tuple(token.toned for token in tokens)
        yield tuple(token.folded for token in tokens), (toned, most, written in places)


_HEADS = dict(_heads())
_LONGEST_HEAD = max(map(len, _HEADS))


def unknown_name(text: Text, at: int, taken: set[int], lexicon: "Lexicon") -> int | None:
    """Return where a name that begins at a place ends, or None if none does."""
    if at and lexicon.are_content(text.tokens[at - 1], text.tokens[at]):
        return None
    if (end := _before_its_head(text, at, taken)) is not None:
        return end
    for length in range(_LONGEST_HEAD, 0, -1):
        head = text.folded[at : at + length]
        general = head == ("so",) and text.folded[at + 1 : at + 2] in {("nganh",), ("ban",)}
        general = general or (at > 0 and text.folded[at - 1] in _OF_MANY - {"dia"})
        if head in _HEADS and not general and taken.isdisjoint(range(at, at + length)):
            end = _after_head(text, at, at + length, taken, lexicon)
            if end is not None:
                return end
    return None


def _after_head(text: Text, at: int, start: int, taken: set[int], lexicon: "Lexicon") -> int | None:
    head = text.folded[at:start]
    toned, most, place = _HEADS[head]
    tokens = text.tokens[at:start]
    if any(
        each.accented and each.toned != meant for each, meant in zip(tokens, toned, strict=True)
    ):
        return None
    if head in _NUMBERED and _is_number(text, start, taken):
        return start + 1
    sure = any(token.accented for token in tokens) or _is_capital(text, at)
    if not (sure or (place and _may_be_plain(text, at, start, taken, lexicon))):
        return None
    if text.tokens[start : start + 1] and lexicon.are_content(
        text.tokens[start - 1], text.tokens[start]
    ):
        return None
    end = _name_end(text, start, most, taken)
    named = end > start or not most
    return end if named and text.folded[start:end] not in _OWN_PLACE else None


def _may_be_plain(text: Text, at: int, start: int, taken: set[int], lexicon: "Lexicon") -> bool:
    """Whether a head without marks or capitals stands before a name ("ubnd huyen long my")."""
    many = at > 0 and text.folded[at - 1] in _OF_MANY
    return text.folded[at] in _CLEAR and not many and is_name(text, start, taken, lexicon)


def named_beyond(
    text: Text, start: int, end: int, taken: set[int], lexicon: "Lexicon"
) -> int | None:
    """Return where a name ends that begins as one of all districts or boards and goes on.

    "UBND huyện" means all of them, "UBND huyện Long Mỹ" one; "Ban Quản lý dự án", a third board.
    """
    words = text.folded[start:end]
    at = end + 1 if text.folded[end : end + 1] == ("so",) else end
    if _is_number(text, at, taken):
        return at + 1 if "huyen" not in words else None
    if words[-1] != "huyen" or words not in _HEADS or not is_name(text, end, taken, lexicon):
        return None
    return _name_end(text, end, _PLACE_WORDS, taken)


def within(text: Text, start: int, taken: set[int]) -> int | None:
    """Return where a smaller place's name begins that is a district's too ("xã Mỹ Xuyên")."""
    for length in (2, 1):
        at = start - length
        head = text.folded[max(0, at) : start]
        if at < 0 or head not in _SMALLER or not taken.isdisjoint(range(at, start)):
            continue
        tokens = text.tokens[at:start]
        if text.folded[at - 1 : start] != ("thi", "xa") and any(each.accented for each in tokens):
            return at
    return None


def is_name(text: Text, at: int, taken: set[int], lexicon: "Lexicon") -> bool:
    """Whether a word can only be a name: none of the plan's, none that asks or connects."""
    if at >= len(text.tokens) or not _goes_on(text, at, taken) or "," in text.tokens[at].gap:
        return False
    token = text.tokens[at]
    if could_be_stop((token.folded, token.toned)) and not _is_capital(text, at):
        return False
    after = text.tokens[at + 1 : at + 2]
    if after and lexicon.are_content(token, after[0]):
        return False
    return (
        _is_capital(text, at)
        or _is_strange(token, lexicon)
        or (
            not token.accented
            and bool(after)
            and _goes_on(text, at + 1, taken)
            and not could_be_stop((after[0].folded, after[0].toned))
            and (token.folded, after[0].folded) not in lexicon.vocabulary.pairs
        )
    )


def _is_strange(token: Token, lexicon: "Lexicon") -> bool:
    return (token.toned if token.accented else token.folded) not in lexicon.content_words


def _name_end(text: Text, start: int, most: int, taken: set[int]) -> int:
    end = start
    while end < len(text.tokens) and end - start < most and _goes_on(text, end, taken):
        end += 1
    return end


def _goes_on(text: Text, at: int, taken: Iterable[int]) -> bool:
    token = text.tokens[at]
    stop = at in taken or token.number or (token.accented and is_stop((token.folded, token.toned)))
    stop = stop or (token.folded in _ENDS and not _is_name_in_marks(text, token))
    return not (stop or token.folded in _HERE or any(sign in token.gap for sign in ".;:?!\n"))


def _is_name_in_marks(text: Text, token: Token) -> bool:
    """Whether a word with marks and a capital is part of a name though it folds to a small word."""
    return (
        is_accented(text.tokens)
        and token.accented
        and text.source[token.start].isupper()
        and not is_stop((token.folded, token.toned))
    )


def _is_number(text: Text, at: int, taken: set[int]) -> bool:
    word = text.folded[at] if at < len(text.folded) else ""
    after = text.folded[at + 1] if at + 1 < len(text.folded) else ""
    counted = after in {"nhiem", "viec", "chi", "task", "tasks", "ngay", "thang", "nam"}
    plain = word.isdecimal() and int(word) < 100 and not text.tokens[at].gap.strip()
    return plain and at not in taken and not counted


def _is_capital(text: Text, at: int) -> bool:
    """Whether a word is written as a name is: "Bo Xay dung", "So Ngoai vu"."""
    if text.source.isupper():
        return False
    return text.source[text.tokens[at].start].isupper() or text.folded[at] in {"bo", "so"}


def _before_its_head(text: Text, at: int, taken: set[int]) -> int | None:
    """Read an English name, which stands before its head: "Long My district"."""
    end = at
    while end < len(text.tokens) and end - at < _PLACE_WORDS and _is_capital(text, end):
        if (
            (end in taken and text.folded[end] != "my")
            or text.tokens[end].number
            or text.folded[end] in {"so", "bo"}
        ):
            break
        end += 1
        if text.folded[end : end + 1] and text.folded[end] in _ENDING_HEADS:
            return end + 1
    return None
