"""The example questions and reports, the corpus of our own, and both as hasty people type them."""

import random
import re
import unicodedata
from collections.abc import Callable

import pytest

from evaluation.lines import Question, Report
from evaluation.predictions import fill_in
from evaluation.scoring import question_right, report_right
from tests.understanding.examples import TODAY, answers, lexicon, questions, reports, words
from understanding.folding import fold

_TELEX = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_TELEX_LETTERS = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_VNI_LETTERS = {"â": "a6", "ê": "e6", "ô": "o6", "ă": "a8", "ơ": "o7", "ư": "u7", "đ": "d9"}


def _answered(gold: Question, text: str) -> bool:
    return question_right(gold, answers().to(text))


def _reported(line: Report, text: str) -> bool:
    return report_right(line, fill_in(text, lexicon(), words().agency(line.unit), TODAY))


@pytest.mark.parametrize("gold", questions(), ids=lambda gold: gold.text[:60])
def test_a_question_is_answered_right(gold: Question) -> None:
    """The right tasks, indicators and numbers are found, and none where there are none."""
    assert _answered(gold, gold.text)


@pytest.mark.parametrize("line", reports(), ids=lambda line: line.text[:60])
def test_a_report_is_read_right(line: Report) -> None:
    """Every field the officer said is read, nothing is added, what is unclear is asked."""
    assert _reported(line, line.text)


def _typed(word: str, tones: dict[str, str], letters: dict[str, str]) -> str:
    tone, plain = "", ""
    for sign in unicodedata.normalize("NFD", word.lower()):
        if sign in tones:
            tone = tones[sign]
        else:
            plain += sign
    plain = unicodedata.normalize("NFC", plain)
    return "".join(letters.get(letter, letter) for letter in plain) + tone


def _each(change: Callable[[str], str]) -> Callable[[str, random.Random], str]:
    def changed(text: str, _random: random.Random) -> str:
        return re.sub(
            r"[^\W\d_]+", lambda found: change(found[0]) if _marked(found[0]) else found[0], text
        )

    return changed


def _one(change: Callable[[str], str]) -> Callable[[str, random.Random], str]:
    def changed(text: str, chance: random.Random) -> str:
        words = [found for found in re.finditer(r"[^\W\d_]+", text) if _marked(found[0])]
        if not words:
            return text
        chosen = chance.choice(words)
        return text[: chosen.start()] + change(chosen[0]) + text[chosen.end() :]

    return changed


def _marked(word: str) -> bool:
    return fold(word) != word.lower()


_HASTE: dict[str, tuple[Callable[[str, random.Random], str], float]] = {
    "no marks": (lambda text, _: fold(text), 0.96),
    "capitals": (lambda text, _: text.upper(), 0.98),
    "decomposed": (lambda text, _: unicodedata.normalize("NFD", text), 1.0),
    "one word in Telex": (_one(lambda word: _typed(word, _TELEX, _TELEX_LETTERS)), 0.97),
    "Telex": (_each(lambda word: _typed(word, _TELEX, _TELEX_LETTERS)), 0.96),
    "VNI": (_each(lambda word: _typed(word, _VNI, _VNI_LETTERS)), 0.94),
    "one word without marks": (_one(fold), 0.97),
    "one letter twice": (_one(lambda word: word + word[-1]), 0.97),
    "two letters swapped": (
        _one(lambda word: word[0] + word[2] + word[1] + word[3:] if len(word) > 3 else word),
        0.95,
    ),
}


@pytest.mark.parametrize("haste", _HASTE)
def test_haste_changes_no_answer(haste: str) -> None:
    """The same texts typed in haste are read the same but for a few in a hundred."""
    change, share = _HASTE[haste]
    chance = random.Random(7)
    results = []
    for gold in questions():
        text = unicodedata.normalize("NFC", gold.text)
        results.append(_answered(gold, change(text, chance)))
    for line in reports():
        text = unicodedata.normalize("NFC", line.text)
        results.append(_reported(line, change(text, chance)))
    assert sum(results) >= share * len(results), f"{sum(results)}/{len(results)}"
