"""Agencies in a text: by any name, abbreviation or typing error, unknown ones as such."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from domain.agency import Agency, AgencyKind
from understanding.folding import fold
from understanding.phrases import PhraseBook, Span
from understanding.tokens import Text, words_of
from understanding.topics import is_stop

if TYPE_CHECKING:
    from understanding.lexicon import Lexicon

LIKE = 86
"""From this likeness (0 to 100) a misspelt name is taken for a name that begins with its word."""
_MARGIN = 4
_LONGEST = 9
_RIVALS = 5
_COMMITTEE = ("ủy ban nhân dân", "ubnd", "ủy ban", "ub")
_ALL_DISTRICTS = (
    "các huyện thị", "các huyện, thị xã", "huyện, thị xã, thành phố", "11 huyện, thị xã, thành phố",
    "mười một huyện, thị xã, thành phố", "các huyện thị thành", "khối huyện", "các quận huyện",
    "tuyến huyện", "UBND huyện", "UBND huyện thị", "ủy ban các huyện", "ubnd các huyện thị",
    "11 huyện",
    "các UBND huyện", "các UBND cấp huyện", "district level", "district-level committees",
    "district-level people's committee", "district level committees", "all districts",
    "the districts",
    "districts", "district committees", "district people's committees", "cấp huyện", "các ubnd",
    "people's committees of districts", "people's committees of the districts, towns and city",
)  # fmt: skip
_UNKNOWN_HEADS = {
    "sở": 6, "bộ": 6, "cục": 5, "chi cục": 5, "tổng cục": 5, "huyện": 3, "quận": 3, "phường": 3,
    "xã": 3, "thị trấn": 3, "thị xã": 3, "thành phố": 3, "tỉnh đoàn": 0, "hội": 5, "đoàn": 4,
    "liên đoàn": 4, "bảo hiểm": 3, "kho bạc": 3, "viện": 5, "tòa án": 4, "ministry of": 4,
    "department of": 5, "tp": 3, "tx": 3, "ubnd huyện": 3, "ubnd xã": 3, "ubnd phường": 3, "ban": 4,
    "ubnd quận": 3, "ubnd tỉnh": 3, "ubnd thành phố": 3, "ubnd tp": 3, "tỉnh": 3, "chi nhánh": 4,
    "ubnd thị xã": 3, "tổng công ty": 4, "công ty": 5, "trường": 5,
}  # fmt: skip
_PLACES = {"soc", "nay", "ta", "minh", "nha"}


@dataclass(frozen=True)
class Mention:
    """Words start to end of a text name `agencies`: one, several to choose from, or all of them.

    `name` is what was written; without agencies it names one that the plan does not know.
    """

    start: int
    end: int
    name: str
    agencies: tuple[str, ...] = ()
    all_meant: bool = False

    @property
    def known(self) -> bool:
        """Whether it is clear which agencies are meant."""
        return len(self.agencies) == 1 or (self.all_meant and bool(self.agencies))


class AgencyNames:
    """Every way the agencies of a plan are written."""

    def __init__(self, agencies: Iterable[Agency]) -> None:
        meant: dict[tuple[str, ...], set[str]] = defaultdict(set)
        written: dict[tuple[str, ...], str] = {}
        for agency in agencies:
            for spelling in _spellings(agency):
                key = tuple(token.folded for token in words_of(spelling))
                if key:
                    meant[key].add(agency.id)
                    written.setdefault(key, spelling)
        self._meant = {key: tuple(sorted(ids)) for key, ids in meant.items()}
        self._written = written
        self._stems = self._numbered_stems()
        self._like: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for key, ids in self._meant.items():
            if len(key) > 1 and len(ids) == 1:
                self._like[key[0]][" ".join(key)] = ids

    def _numbered_stems(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """ "Ban Quản lý dự án" for all boards that are told apart by a number."""
        stems: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for key, ids in self._meant.items():
            if len(key) > 1 and key[-1].isdecimal():
                stems[key[:-1]].update(ids)
        return {key: tuple(sorted(ids)) for key, ids in stems.items() if len(ids) > 1}

    def add_to(self, book: PhraseBook) -> None:
        """Add all names to a phrase book under the mark "agency"."""
        for key, ids in self._meant.items():
            book.add(self._written[key], "agency", (ids, False))
        for key, ids in self._stems.items():
            for number in sorted(word[-1] for word in self._meant if word[:-1] == key):
                stem = self._written[(*key, number)].removesuffix(number).strip()
                book.add(stem, "agency", (ids, True))

    def of_stem(self, words: tuple[str, ...], number: str) -> tuple[str, ...]:
        """Return the agency of a numbered stem ("Ban Quản lý dự án", "2")."""
        return self._meant.get((*words, number), ())

    def like(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], int] | None:
        """Return the agency whose name is most like the words from their first, and how many."""
        names = self._like.get(words[0])
        if not names:
            return None
        best: tuple[float, int, tuple[str, ...]] = (0.0, 0, ())
        rivals: dict[tuple[str, ...], float] = {}
        for length in range(2, min(len(words), _LONGEST) + 1):
            said = " ".join(words[:length])
            close = process.extract(
                said, list(names), scorer=fuzz.ratio, score_cutoff=LIKE, limit=_RIVALS
            )
            for name, score, _ in close:
                ids = names[name]
                if _slips_only(said, name):
                    rivals[ids] = max(score, rivals.get(ids, 0))
                    best = max(best, (score, length, ids))
        others = max((score for ids, score in rivals.items() if ids != best[2]), default=0)
        return (best[2], best[1]) if best[1] and best[0] - others >= _MARGIN else None


def _slips_only(said: str, name: str) -> bool:
    """Whether every word is at most one slip away, so that "Ngoại vụ" is not "Nội vụ"."""
    one, two = said.split(), name.split()
    if len(one) != len(two):
        return len(two) > 3 and fuzz.ratio(said, name) >= LIKE + _MARGIN
    return all(OSA.distance(each, meant) <= 1 for each, meant in zip(one, two, strict=True))


def _spellings(agency: Agency) -> Iterator[str]:
    for spelling in (agency.name, agency.short, *agency.aliases, *agency.abbreviations):
        for each in _without_and(spelling):
            yield each
            yield from _shorter(each, agency.kind)
    if agency.kind is AgencyKind.GROUP and len(agency.members) > 1:
        yield from _ALL_DISTRICTS


def _without_and(spelling: str) -> Iterator[str]:
    yield spelling
    if "&" in spelling:
        yield spelling.replace("&", "")
    plain = re.sub(r"\s+(?:và|&|and)\s+|\s+-\s+", " ", spelling)
    if plain != spelling:
        yield plain


def _shorter(spelling: str, kind: AgencyKind) -> Iterator[str]:
    folded = fold(spelling)
    if folded.startswith("so ") and len(spelling.split()) >= 5:
        yield spelling[3:]
    if folded.startswith("so ") and not spelling[3:].isupper():
        yield "ngành " + spelling[3:]
    for written in _COMMITTEE:
        if folded.startswith(fold(written) + " "):
            rest = spelling[len(written) :].strip()
            yield from (f"{other} {rest}" for other in _COMMITTEE[: 4 if kind != "other" else 2])
            break
    for english in ("Department of ", "Committee for "):
        if spelling.startswith(english):
            rest = spelling.removeprefix(english)
            first = re.split(r",| and ", rest)[0]
            yield from (english + first, f"{first} Department")
            yield from (f"Dept of {rest}", f"{rest} Department", f"{rest} Dept")
    if spelling.startswith("Project Management Board"):
        number = spelling.rsplit(maxsplit=1)[-1]
        yield from (
            f"Project Management Unit {number}",
            f"PMB {number}",
            f"Management Board {number}",
        )
    if spelling.endswith(" People's Committee") and kind is AgencyKind.DISTRICT:
        place = spelling.removesuffix(" People's Committee")
        yield from (f"People's Committee of {place}", f"the {place} committee")


def find_agencies(text: Text, spans: Iterable[Span], lexicon: "Lexicon") -> list[Mention]:
    """Return the agencies a text names, in its order, given the phrases found in it."""
    known = [_mention(text, span) for span in spans if span.mark == "agency"]
    known = [each for one in known for each in _with_numbers(text, one, lexicon)]
    taken = {n for each in known for n in range(each.start, each.end)}
    marked = {n for span in spans for n in range(span.start, span.end) if span.mark != "agency"}
    return sorted([*known, *_others(text, taken, marked, lexicon)], key=lambda each: each.start)


def _mention(text: Text, span: Span) -> Mention:
    ids, all_meant = cast("tuple[tuple[str, ...], bool]", span.value)
    return Mention(span.start, span.end, text.slice(span.start, span.end), ids, all_meant)


def _with_numbers(text: Text, mention: Mention, lexicon: "Lexicon") -> Iterator[Mention]:
    """Read on after a numbered agency: "Ban QLDA 1 và 2"."""
    yield mention
    words = text.folded[mention.start : mention.end]
    at = mention.end
    if len(mention.agencies) == 1 and words[-1].isdecimal() and text.folded[at : at + 1] == ("va",):
        number = text.folded[at + 1] if at + 1 < len(text.folded) else ""
        ids = lexicon.names.of_stem(words[:-1], number)
        if number.isdecimal() and len(ids) == 1:
            yield Mention(at, at + 2, text.slice(mention.start, at + 2), ids)


def _others(text: Text, taken: set[int], marked: set[int], lexicon: "Lexicon") -> Iterator[Mention]:
    at = 0
    while at < len(text.tokens):
        found = None if at in taken else _misspelt(text, at, taken, lexicon)
        if found is None and at not in taken:
            found = _unknown(text, at, taken | marked, lexicon)
        if found is not None:
            yield found
            at = found.end
        else:
            at += 1


def _misspelt(text: Text, at: int, taken: set[int], lexicon: "Lexicon") -> Mention | None:
    end = at
    while end < len(text.tokens) and end not in taken and end - at < _LONGEST:
        end += 1
    found = lexicon.names.like(text.folded[at:end]) if end - at > 1 else None
    if found is None:
        return None
    return Mention(at, at + found[1], text.slice(at, at + found[1]), found[0])


def _heads() -> Mapping[tuple[str, ...], tuple[tuple[str, ...], int]]:
    table = {}
    for written, most in _UNKNOWN_HEADS.items():
        tokens = words_of(written)
        table[tuple(t.folded for t in tokens)] = (tuple(t.toned for t in tokens), most)
    return table


_HEADS = _heads()


def _unknown(text: Text, at: int, taken: set[int], lexicon: "Lexicon") -> Mention | None:
    """Read a name that no agency of the plan has: a head ("Bộ", "Sở") and the words after it."""
    if at and lexicon.are_content(text.tokens[at - 1], text.tokens[at]):
        return None
    for length in (3, 2, 1):
        head = text.folded[at : at + length]
        if head not in _HEADS or any(n in taken for n in range(at, at + length)):
            continue
        toned_head, most = _HEADS[head]
        tokens = text.tokens[at : at + length]
        if any(t.accented and t.toned != h for t, h in zip(tokens, toned_head, strict=True)):
            continue
        if not any(t.accented for t in tokens) and not _capital(text, at):
            continue
        end = at + length
        if text.tokens[end : end + 1] and lexicon.are_content(
            text.tokens[end - 1], text.tokens[end]
        ):
            continue
        while end < len(text.tokens) and end - at - length < most and _goes_on(text, end, taken):
            end += 1
        if (end > at + length or not most) and text.folded[at + length : end] not in _PLACE_NAMES:
            return Mention(at, end, text.slice(at, end))
    return None


_PLACE_NAMES = {("soc", "trang"), ("viet", "nam")}
_ENDS = {
    "co", "la", "va", "o", "cua", "nao", "gi", "thi", "moi", "hoac", "khong", "is", "in", "of",
    "cac", "nhung", "duoc", "do", "phai", "den", "tu", "cho", "da", "dang", "con", "bi", "voi",
    "lam",
}  # fmt: skip


def _goes_on(text: Text, at: int, taken: set[int]) -> bool:
    token = text.tokens[at]
    stop = at in taken or token.number or (token.accented and is_stop((token.folded, token.toned)))
    stop = stop or token.folded in _ENDS or token.folded in _PLACES
    return not stop and not any(sign in token.gap for sign in ".;:?!\n")


def _capital(text: Text, at: int) -> bool:
    """Whether the word is written as a name's head is: "Bo Xay dung", "So Ngoai vu"."""
    return text.source[text.tokens[at].start].isupper() or text.folded[at] in {"bo", "so"}
