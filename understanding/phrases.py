"""Phrases with a meaning, found in a text: the longest wins, accents count where typed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from understanding.tokens import Token, word_keys

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_CHOICE = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True)
class Span:
    """Words start to end of a text that mean `mark`, with its value if it has one."""

    start: int
    end: int
    mark: str
    value: object = None
    slips: int = 0

    def __len__(self) -> int:
        return self.end - self.start


def spelled_out(template: str) -> Iterator[str]:
    """Yield each phrase of a template: "[đã] (xong|rồi)" has four; lines and ";" separate."""
    for line in re.split(r"[;\n]", template):
        if line.strip():
            yield from _alternatives(line.strip())


def _alternatives(line: str) -> Iterator[str]:
    if found := _OPTIONAL.search(line):
        for inside in (*found.group(1).split("|"), ""):
            yield from _alternatives(line[: found.start()] + inside + line[found.end() :])
    elif found := _CHOICE.search(line):
        for inside in found.group(1).split("|"):
            yield from _alternatives(line[: found.start()] + inside + line[found.end() :])
    else:
        yield " ".join(line.split())


class _Phrase(NamedTuple):
    folded: tuple[str, ...]
    toned: tuple[str, ...]
    mark: str
    value: object
    exact: bool


class PhraseBook:
    """All phrases by their folded words, which are looked up by first word and length."""

    def __init__(self) -> None:
        self._phrases: dict[tuple[str, ...], dict[tuple[tuple[str, ...], str], _Phrase]] = {}
        self._lengths: dict[str, dict[int, None]] = {}

    def add(self, phrase: str, mark: str, value: object = None) -> None:
        """Add one phrase; a phrase already known with the same mark keeps its value.

        One that ends in "!" is found only with its marks: it would be another word without.
        """
        self.add_keys(word_keys(phrase), mark, value, exact=phrase.endswith("!"))

    def add_keys(
        self,
        keys: tuple[tuple[str, ...], tuple[str, ...]],
        mark: str,
        value: object = None,
        *,
        exact: bool = False,
    ) -> None:
        """Add a phrase by its folded and its toned words."""
        folded, key = keys
        if folded:
            entry = _Phrase(folded, key, mark, value, exact)
            self._phrases.setdefault(folded, {}).setdefault((key, mark), entry)
            self._lengths.setdefault(folded[0], {})[len(folded)] = None

    def add_all(self, table: Mapping[str, str]) -> None:
        """Add a table of templates by mark; "state:done" is the mark "state" of value "done"."""
        for name, template in table.items():
            mark, _, value = name.partition(":")
            for phrase in spelled_out(template):
                self.add(phrase, mark, value or None)

    def phrases(self) -> Iterable[tuple[str, ...]]:
        """All phrases, folded."""
        return self._phrases.keys()

    def find(self, tokens: tuple[Token, ...]) -> Iterator[Span]:
        """Yield every phrase that stands in the words, overlapping or not."""
        folded = tuple(token.folded for token in tokens)
        accented = is_accented(tokens)
        for start, word in enumerate(folded):
            left = len(folded) - start
            for length in (each for each in self._lengths.get(word, ()) if each <= left):
                end = start + length
                for phrase in self._phrases.get(folded[start:end], {}).values():
                    slips = _slips(tokens[start:end], phrase, accented=accented)
                    if slips <= (0 if phrase.exact else len(phrase.folded) // 2):
                        yield Span(start, end, phrase.mark, phrase.value, slips)


def is_accented(tokens: tuple[Token, ...]) -> bool:
    """Whether a text is typed with marks, so that a word without one means what it says."""
    words = [token for token in tokens if token.typed and token.folded.isalpha()]
    return sum(token.accented for token in words) * 3 >= len(words) > 0


def _slips(tokens: tuple[Token, ...], phrase: _Phrase, *, accented: bool) -> int:
    """Count the words written otherwise than the phrase has them; alone, a word must be exact."""
    exact = phrase.exact or (accented and len(tokens) == 1)
    return sum(
        token.sure and (token.accented or exact) and token.toned != meant
        for token, meant in zip(tokens, phrase.toned, strict=True)
    )


def longest(spans: Iterable[Span], taken: Iterable[tuple[int, int]] = ()) -> list[Span]:
    """Return spans that do not overlap, longest first choice, in the order of the text."""
    used = {n for start, end in taken for n in range(start, end)}
    chosen = []
    for span in sorted(spans, key=_rank):
        if used.isdisjoint(range(span.start, span.end)):
            used.update(range(span.start, span.end))
            chosen.append(span)
    return sorted(chosen, key=lambda each: each.start)


def _rank(span: Span) -> tuple[int, int, bool, int]:
    return -len(span), span.slips, span.mark in _LAST, span.start


_LAST = {"help", "greeting", "thanks", "which", "asks"}
