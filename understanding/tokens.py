"""A text as words in their places, abbreviations written out, slips of the keyboard mended."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, islice, pairwise
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from understanding.folding import composed, fold, toned
from understanding.glossary import ABBREVIATIONS, MISTYPED, NUMBERED_ABBREVIATIONS
from understanding.keyboard import from_telex, from_vni, is_syllable, undoubled

LIMIT = 1_000
"""Characters of a text that are looked at."""
MOST = 250
"""Words of a text that are looked at."""
_DOTTED = r"\b(?:n\.v[uụ]|c\.ti[eê]u|b\.c[aá]o|[đd]\.v[iị]|k\.ho[aạ]ch)\b"
"""Words shortened by a full stop that would else be read as two."""
_WORD = re.compile(rf"(?i:{_DOTTED})|" r"\b[bnBN]/[cvCV]\b|[^\W\d_][^\W_]*|\d+(?:[.,]\d+)*|[%?&#≥]")
_LETTERS_THEN_DIGITS = re.compile(r"([^\W\d_]+)(\d+)")
_AFTER_INDICATOR = {"nao", "gi", "cua"}
"""Words behind "CT" that make it "chỉ tiêu", not a name."""
_NAME_HEADS = {"so", "nganh", "ubnd", "ub", "huyen", "h", "tx", "tp"}


class Token(NamedTuple):
    """A word: its two keys, its place in the composed text, and what stands between it and before.

    Words written out from one abbreviation share its place and are not `typed`. A word that is not
    `sure` was guessed without its marks.
    """

    folded: str
    toned: str
    start: int
    end: int
    gap: str
    sure: bool = True
    typed: bool = True

    @property
    def accented(self) -> bool:
        """Whether the word was written with any mark."""
        return self.folded != self.toned

    @property
    def number(self) -> bool:
        """Whether the word is written in digits."""
        return self.folded[0].isdecimal()


@dataclass(frozen=True)
class Vocabulary:
    """The words and the neighbouring words that are known, to mend others by.

    `set_pairs` are those of set phrases: strong enough to doubt even a word that could be right.
    """

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    set_pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(
        cls, phrases: Iterable[tuple[str, ...]], others: Iterable[tuple[str, ...]] = ()
    ) -> "Vocabulary":
        """Collect the words of folded set phrases and of other texts."""
        fixed = list(phrases)
        known = [*fixed, *others]
        return cls(
            frozenset(chain.from_iterable(known)),
            frozenset(chain.from_iterable(map(pairwise, known))),
            frozenset(chain.from_iterable(map(pairwise, fixed))),
        )

    @cached_property
    def by_length(self) -> dict[int, tuple[str, ...]]:
        """The words of each length that a slip could be meant for."""
        found: dict[int, list[str]] = {}
        for word in self.words:
            if len(word) >= 3 and word.isalpha():
                found.setdefault(len(word), []).append(word)
        return {length: tuple(sorted(words)) for length, words in found.items()}

    def near(self, word: str) -> list[str]:
        """Return the known words one slip away."""
        lengths = range(len(word) - 1, len(word) + 2)
        return [
            known
            for length in lengths
            for known, _, _ in sorted(
                process.extract(
                    word,
                    self.by_length.get(length, ()),
                    scorer=OSA.distance,
                    score_cutoff=1,
                    limit=None,
                ),
                key=itemgetter(2),
            )
        ]


@dataclass(frozen=True)
class Text:
    """A composed text and its words; `rest` is what stands behind the last word looked at."""

    source: str
    tokens: tuple[Token, ...] = field(repr=False)
    rest: str = field(default="", repr=False)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words without marks."""
        return tuple(token.folded for token in self.tokens)

    def slice(self, start: int, end: int) -> str:
        """Return the words start to end as they were written."""
        if start >= end:
            return ""
        return self.source[self.tokens[start].start : self.tokens[end - 1].end]


def words_of(phrase: str) -> tuple[Token, ...]:
    """Split a phrase of a plan or a table into words, mending nothing."""
    text = composed(phrase)
    return tuple(_bare(text))


def word_keys(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the folded and the toned words of a phrase: all that a table of phrases needs."""
    keys = [_keys_of(word) for word in _WORD.findall(composed(phrase))]
    return tuple([folded for folded, _ in keys]), tuple([toned_key for _, toned_key in keys])


@lru_cache(maxsize=20_000)
def _keys_of(word: str) -> tuple[str, str]:
    plain = _plain(word)
    return fold(plain), toned(plain)


def read(text: str, vocabulary: Vocabulary) -> Text:
    """Split what a person typed into words and mend what is no word by what is known."""
    whole = composed(text)
    source = whole[:LIMIT]
    found = list(islice(_split(islice(_bare(source), MOST), vocabulary), MOST))
    rest = whole[found[-1].end :] if found else ""
    return Text(source, tuple(_mended(found, vocabulary)), rest if _WORD.search(rest) else "")


def _bare(text: str) -> Iterator[Token]:
    last = 0
    for match in _WORD.finditer(text):
        yield Token(
            *_keys_of(match.group()), match.start(), match.end(), text[last : match.start()]
        )
        last = match.end()


def _plain(word: str) -> str:
    """Return a sign as the word it stands for, "b/c" and "n/v" without their stroke."""
    return "và" if word == "&" else word.replace("/", "")


def _split(tokens: Iterator[Token], vocabulary: Vocabulary) -> Iterator[Token]:
    known = list(tokens)
    vni = sum(_is_vni(token) for token in known) > 1
    for n, token in enumerate(known):
        mixed = _LETTERS_THEN_DIGITS.fullmatch(token.folded)
        if token.folded in vocabulary.words or token.number or token.folded.isalpha():
            yield from _written_out(token, known, n)
        elif (mixed is None or vni) and (meant := from_vni(token.folded)):
            yield _replaced(token, meant)
        elif mixed:
            middle = token.start + len(mixed.group(1))
            head = Token(*_keys(mixed.group(1)), token.start, middle, token.gap)
            tail = Token(mixed.group(2), mixed.group(2), middle, token.end, "")
            yield from _written_out(head, [head, tail], 0)
            yield tail
        else:
            yield token


def _is_vni(token: Token) -> bool:
    return not token.number and not token.folded.isalpha() and from_vni(token.folded) is not None


def _keys(word: str) -> tuple[str, str]:
    return fold(word), toned(word)


def _written_out(token: Token, around: list[Token], n: int) -> Iterator[Token]:
    before = around[n - 1].folded if n else ""
    after = around[n + 1] if n + 1 < len(around) else None
    full = ABBREVIATIONS.get(token.toned) or ABBREVIATIONS.get(token.folded)
    full = MISTYPED.get((before, token.folded), full)
    counted = after is not None and (
        after.number or (token.folded == "ct" and after.folded in _AFTER_INDICATOR)
    )
    if counted and before not in {"huyen", "h"}:
        full = NUMBERED_ABBREVIATIONS.get(token.folded, full)
    if full is None or before in _NAME_HEADS or _beside_ampersand(around, n):
        yield token
        return
    for k, word in enumerate(full.split()):
        gap = " " if k else token.gap
        yield Token(fold(word), toned(word), token.start, token.end, gap, typed=False)


def _beside_ampersand(around: list[Token], n: int) -> bool:
    """Whether a word is joined to its neighbour by "&", as in "KH&CN"."""
    sides = around[max(0, n - 1) : n + 2]
    numbered = n + 1 < len(around) and around[n + 1].number
    return not numbered and any(
        each.folded == "va" and each.end - each.start == 1 for each in sides
    )


def _replaced(token: Token, meant: str) -> Token:
    return token._replace(folded=fold(meant.rstrip("0123456789")), toned=meant)


def _mended(tokens: list[Token], vocabulary: Vocabulary) -> Iterator[Token]:
    strange = [token for token in tokens if token.folded not in vocabulary.words]
    telex = sum(_is_telex(token) for token in strange) > 1
    for n, token in enumerate(tokens):
        word = token.folded
        if telex and (meant := from_telex(token.toned)) and _known(meant, vocabulary):
            yield _replaced(token, meant)
        elif word in vocabulary.words or not word.isalpha() or len(word) < 2:
            yield token
        elif "dd" in word and word.replace("dd", "d") in vocabulary.words:
            plain = word.replace("dd", "d")
            yield token._replace(folded=plain, toned=plain)
        elif not is_syllable(word) and (meant := from_telex(token.toned)):
            yield _replaced(token, meant)
        elif (single := undoubled(token.toned)) and _fits_undoubled(word, single, vocabulary):
            yield _replaced(token, single)
        else:
            yield from _guessed(tokens, n, vocabulary)


def _is_telex(token: Token) -> bool:
    return not is_syllable(token.folded) and from_telex(token.toned) is not None


def _fits_undoubled(word: str, meant: str, vocabulary: Vocabulary) -> bool:
    return not is_syllable(word) or _known(meant, vocabulary)


def _known(meant: str, vocabulary: Vocabulary) -> bool:
    return fold(meant.rstrip("0123456789")) in vocabulary.words


def _guessed(tokens: list[Token], n: int, vocabulary: Vocabulary) -> Iterator[Token]:
    token = tokens[n]
    word = token.folded
    for cut in range(2, len(word) - 1):
        if (word[:cut], word[cut:]) in vocabulary.pairs and not is_syllable(word):
            yield token._replace(folded=word[:cut], toned=word[:cut], sure=False)
            yield token._replace(folded=word[cut:], toned=word[cut:], gap=" ", sure=False)
            return
    near = vocabulary.near(word) if 3 <= len(word) <= 12 else []
    if not near and word[-1] in "sfrxj" and 4 <= len(word) <= 12 and not is_syllable(word):
        near = vocabulary.near(word[:-1])
    swapped = [each for each in near if sorted(each) == sorted(word)]
    near = swapped or near
    if is_syllable(word):
        near = [each for each in near if each[0] == word[0]]
    before = tokens[n - 1].folded if n else ""
    after = tokens[n + 1].folded if n + 1 < len(tokens) else ""
    pairs = vocabulary.set_pairs if is_syllable(word) else vocabulary.pairs
    paired = [each for each in near if (before, each) in pairs or (each, after) in pairs]
    unsure = near if not is_syllable(word) else []
    chosen = paired if len(paired) == 1 else unsure
    if len(chosen) == 1:
        yield token._replace(folded=chosen[0], toned=chosen[0], sure=False)
    else:
        yield token
