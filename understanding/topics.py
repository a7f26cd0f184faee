"""Which texts of a plan speak of the words in a question: an index of neighbouring words.

Words are compared after plain synonyms have been made one. A question fits a text that has all its
words, neighbours as neighbours; where none has, words that belong to every topic are let go.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from understanding.folding import fold, toned
from understanding.glossary import ENGLISH, LIGHT, STOP, SYNONYMS, WIDE
from understanding.tokens import Token, words_of

_REACH = 3
"""How far apart two words of a text may stand to count as neighbours."""
_FEW = 3
"""Words of a question that a single telling one may answer for."""
Word = tuple[str, str]
"""The folded and the toned key of a word."""


@dataclass(frozen=True)
class Match:
    """A text that fits, by its number.

    `at` is where in it all words have been met, `apart` how many words stand alone.
    """

    number: int
    at: int
    apart: int = 0


class TopicIndex:
    """Finds numbered texts by their words."""

    def __init__(self, texts: Iterable[tuple[int, Iterable[Token]]]) -> None:
        self._words: dict[str, dict[int, int]] = defaultdict(dict)
        self._toned: dict[str, set[int]] = defaultdict(set)
        self._near: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._numbers: dict[str, set[int]] = defaultdict(set)
        self.count = 0
        for number, words in texts:
            self.count += 1
            self._add(number, [(word.folded, word.toned) for word in words])

    def _add(self, number: int, words: list[Word]) -> None:
        kept = [word for word in canonical(words) if not is_stop(word)]
        for at, (folded, toned_key) in enumerate(kept):
            self._words[folded].setdefault(number, at)
            self._toned[toned_key].add(number)
            for other, _ in kept[at + 1 : at + 1 + _REACH]:
                self._near[folded, other].add(number)

    def find(self, phrases: Sequence[Sequence[Token]]) -> list[Match]:
        """Return the texts that fit every phrase, best first; none if a phrase fits none.

        The words must be telling ones, stop words left out.
        """
        keys = ([(token.folded, token.toned) for token in phrase] for phrase in phrases)
        words = [canonical(phrase) for phrase in keys if phrase]
        if not words:
            return []
        return self._ranked(words, self._fitting(words) or self._loosely_fitting(words))

    def _fitting(self, phrases: list[list[Word]]) -> set[int]:
        found = [self._fits(phrase) for phrase in phrases]
        return set.intersection(*found)

    def _loosely_fitting(self, phrases: list[list[Word]]) -> set[int]:
        essential = [[word for word in phrase if not _is_in(word, LIGHT)] for phrase in phrases]
        essential = [phrase for phrase in essential if phrase]
        narrow = [[word for word in phrase if not _is_in(word, WIDE)] for phrase in essential]
        if sum(map(len, narrow)) > 1:
            essential = [phrase for phrase in narrow if phrase]
        if not essential or (
            len(essential) == len(essential[0]) == 1
            and not _is_enough(essential[0][0], sum(map(len, phrases)))
        ):
            return set()
        if essential != phrases and (found := self._fitting(essential)):
            return found
        return self._mostly_fitting([word for phrase in essential for word in phrase])

    def _fits(self, phrase: list[Word]) -> set[int]:
        """Texts with all words; at most a third of them with a slip of the marks or apart."""
        found: set[int] | None = None
        allowed = len(phrase) // 3
        slips = 0
        for folded, toned_key in phrase:
            texts = set(self._words.get(folded, ()))
            if folded != toned_key and not (exact := self._toned.get(toned_key, set())):
                slips += 1
            elif folded != toned_key:
                texts = exact
            found = texts if found is None else found & texts
        if not found or slips > allowed:
            return set()
        apart = 0 if len(phrase) == 2 else allowed
        return {n for n in found if len(phrase) == 1 or self._alone(phrase, n) <= apart}

    def _mostly_fitting(self, words: list[Word]) -> set[int]:
        """Texts with most words of a long question, neighbours as neighbours."""
        if len(words) < 5:
            return set()
        shares: dict[int, int] = defaultdict(int)
        for one, two in pairwise(words):
            for number in self._near.get((one[0], two[0]), ()):
                shares[number] += 1
        best = max(shares.values(), default=0)
        if best * 10 < (len(words) - 1) * 6:
            return set()
        return {number for number, share in shares.items() if share == best}

    def _alone(self, phrase: list[Word], number: int) -> int:
        together = [number in self._near.get((one[0], two[0]), ()) for one, two in pairwise(phrase)]
        sides = zip([False, *together], [*together, False], strict=True)
        return sum(not before and not after for before, after in sides)

    def _ranked(self, phrases: list[list[Word]], found: set[int]) -> list[Match]:
        first = [word[0] for phrase in phrases for word in phrase]
        matches = [
            Match(
                number=n,
                at=max((self._words[w][n] for w in first if n in self._words[w]), default=0),
                apart=sum(self._alone(phrase, n) for phrase in phrases if len(phrase) > 1),
            )
            for n in found
        ]
        return sorted(matches, key=lambda match: (match.at, match.number))


def _is_enough(word: Word, asked: int) -> bool:
    """Whether one word may stand for a question of several, the light ones let go."""
    return word in _single_meanings() or (word[0] != word[1] and asked <= _FEW)


@cache
def _single_meanings() -> frozenset[Word]:
    meanings = (words_of(meant) for meant in SYNONYMS.values())
    return frozenset((each[0].folded, each[0].toned) for each in meanings if len(each) == 1)


@cache
def _keys(words: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(fold, words)), frozenset(map(toned, words))


def _is_in(word: Word, words: frozenset[str]) -> bool:
    folded, toned_keys = _keys(words)
    return word[0] in folded if word[0] == word[1] else word[1] in toned_keys


def is_light(word: Word) -> bool:
    """Whether a word belongs to every topic."""
    return _is_in(word, LIGHT) or _is_in(word, WIDE)


@cache
def _stop() -> tuple[frozenset[str], frozenset[str]]:
    keys = [words_of(word)[0] for word in STOP]
    return frozenset(key.folded for key in keys), frozenset(key.toned for key in keys)


def is_stop(word: Word) -> bool:
    """Whether a word, as it is written, says nothing of a topic."""
    return word[1] in _stop()[1]


def could_be_stop(word: Word) -> bool:
    """Whether a word says nothing of a topic, or would if its marks were left out."""
    return word[0] in _stop()[0] if word[0] == word[1] else is_stop(word)


@cache
def _synonyms() -> dict[str, list[tuple[tuple[Word, ...], tuple[Word, ...]]]]:
    table: dict[str, list[tuple[tuple[Word, ...], tuple[Word, ...]]]] = defaultdict(list)
    for said, meant in (ENGLISH | SYNONYMS).items():
        if said == meant:
            continue
        left = tuple((token.folded, token.toned) for token in words_of(said))
        right = tuple((token.folded, token.toned) for token in words_of(meant))
        table[left[0][0]].append((left, right))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def canonical(words: list[Word]) -> list[Word]:
    """Return the words with every synonym replaced by the word that stands for it."""
    once = _replaced(words)
    return _replaced(once) if once != words else once


def _replaced(words: list[Word]) -> list[Word]:
    table = _synonyms()
    found: list[Word] = []
    at = 0
    while at < len(words):
        for left, right in table.get(words[at][0], ()):
            if _same(words[at : at + len(left)], left):
                found.extend(right)
                at += len(left)
                break
        else:
            found.append(words[at])
            at += 1
    return found


def _same(words: Sequence[Word], phrase: tuple[Word, ...]) -> bool:
    """Whether words are a phrase; one word alone must have the very marks ("dời" is not "đổi")."""
    if len(words) == len(phrase) == 1:
        return words[0] == phrase[0]
    return len(words) == len(phrase) and all(
        word[0] == meant[0] and (word[0] == word[1] or word[1] == meant[1] or len(phrase) > 2)
        for word, meant in zip(words, phrase, strict=True)
    )


def topic_words() -> Iterable[tuple[str, ...]]:
    """The folded phrases of the glossary, for the vocabulary."""
    for said, meant in (ENGLISH | SYNONYMS).items():
        yield tuple(token.folded for token in words_of(said))
        yield tuple(token.folded for token in words_of(meant))
