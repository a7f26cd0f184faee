"""Agencies in a text: by any name, abbreviation or typing error, unknown ones as such."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from domain.agency import Agency, AgencyKind
from understanding.folding import fold
from understanding.phrases import PhraseBook, Span
from understanding.tokens import Text, word_keys
from understanding.unknown_agencies import named_beyond, unknown_name, within

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
        self._keys: dict[tuple[str, ...], tuple[str, ...]] = {}
        for agency in agencies:
            for spelling in dict.fromkeys(_spellings(agency)):
                key, toned = word_keys(spelling)
                if key:
                    meant[key].add(agency.id)
                    written.setdefault(key, spelling)
                    self._keys.setdefault(key, toned)
        self._meant = {key: tuple(sorted(ids)) for key, ids in meant.items()}
        self._written = written
        self._numbers: dict[tuple[str, ...], set[str]] = defaultdict(set)
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
                self._numbers[key[:-1]].add(key[-1])
        return {key: tuple(sorted(ids)) for key, ids in stems.items() if len(ids) > 1}

    def add_to(self, book: PhraseBook) -> None:
        """Add all names to a phrase book under the mark "agency"."""
        for key, ids in self._meant.items():
            book.add_keys((key, self._keys[key]), "agency", (ids, False))
        for key, ids in self._stems.items():
            numbers = sorted(self._numbers[key])
            written = (self._written[(*key, n)].removesuffix(n).strip() for n in numbers)
            for stem in dict.fromkeys(written):
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
    found = list(spans)
    marked = {n for span in found for n in range(span.start, span.end) if span.mark != "agency"}
    known = [_mention(text, span) for span in found if span.mark == "agency"]
    known = [_as_named(text, each, marked, lexicon) for each in known]
    known = [each for one in known for each in _with_numbers(text, one, lexicon)]
    taken = {n for each in known for n in range(each.start, each.end)}
    return sorted([*known, *_others(text, taken, marked, lexicon)], key=lambda each: each.start)


def _as_named(text: Text, mention: Mention, marked: set[int], lexicon: "Lexicon") -> Mention:
    """Read on where all of a kind seem to be meant, and look before a district's name."""
    agency = lexicon.plan.agency_by_id[mention.agencies[0]]
    if mention.all_meant or agency.kind is AgencyKind.GROUP:
        close = _misspelt(text, mention.start, marked, lexicon)
        if close is not None and close.end > mention.end:
            return close
        number = mention.end + 1
        if text.folded[mention.end : mention.end + 1] == ("so",) and number < len(text.folded):
            words = text.folded[mention.start : mention.end]
            ids = lexicon.names.of_stem(words, text.folded[number])
            if ids:
                name = text.slice(mention.start, number + 1)
                return Mention(mention.start, number + 1, name, ids)
        end = named_beyond(text, mention.start, mention.end, marked, lexicon)
        if end is not None:
            return Mention(mention.start, end, text.slice(mention.start, end))
    elif agency.kind is AgencyKind.DISTRICT:
        start = within(text, mention.start, marked)
        if start is not None:
            return Mention(start, mention.end, text.slice(start, mention.end))
        if text.source[: text.tokens[mention.end - 1].end + 2].endswith((" A", " B")):
            return Mention(
                mention.start, mention.end + 1, text.slice(mention.start, mention.end + 1)
            )
    return mention


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
            end = unknown_name(text, at, taken | marked, lexicon)
            found = None if end is None else Mention(at, end, text.slice(at, end))
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
