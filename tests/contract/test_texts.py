"""Every text is there in both languages, is said by code, and reads as offices write."""

import re
import unicodedata
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue.texts import ZONE, Texts, plain
from handlers import DIALOGUES
from tests.contract.said import possible, uses
from tests.contract.sources import LANGUAGES, read_texts

TEXTS = {language: Texts(language) for language in LANGUAGES}
WRITTEN = {language: read_texts(language) for language in LANGUAGES}
IDS = set(WRITTEN["vi"])
EVERY = [(language, id_) for language in LANGUAGES for id_ in sorted(WRITTEN[language])]
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=ZONE)
TAG = re.compile(r"</?[^<>]*>")
LATE_TONE = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)
"""Words like "hoá", "khoẻ", "thuỷ", which are written hóa, khỏe, thủy here."""
LONGEST = 1000
MOST_LINES = 12


def rendered(language: str, id_: str, value: str) -> str:
    """Say a text, one value for all its variables."""
    text = WRITTEN[language][id_]
    values = {name: NOON if name in text.moments else value for name in text.variables}
    return str(TEXTS[language].say(id_, **values))


def open_tags(line: str) -> list[str]:
    """Return the tags that a line leaves open, or closes without having opened them."""
    left: list[str] = []
    for tag in TAG.findall(line):
        if left and tag == left[-1].replace("<", "</"):
            left.pop()
        else:
            left.append(tag)
    return left


def of_all(rule: str, broken: list[str]) -> None:
    """Fail with every text that breaks a rule, not only with the first."""
    assert not broken, f"{rule}: " + "; ".join(broken)


def test_both_languages_have_the_same_texts() -> None:
    """Nobody meets a missing sentence by changing the language."""
    assert set(WRITTEN["en"]) == IDS


def test_both_languages_need_the_same_values() -> None:
    """A translation leaves no fact out and asks for none that is not given."""
    pairs = [(ours, WRITTEN["en"].get(id_)) for id_, ours in WRITTEN["vi"].items()]
    of_all(
        "other values in English",
        [
            ours.place
            for ours, theirs in pairs
            if theirs is not None
            and (theirs.variables != ours.variables or theirs.moments != ours.moments)
        ],
    )


def test_every_text_that_is_said_is_there() -> None:
    """No turn can fail for want of a text, however rare its branch."""
    of_all("missing", [f"{use.id} ({use.place})" for use in uses(IDS) if use.id not in IDS])


def test_every_text_is_said() -> None:
    """A text that nothing says is deleted."""
    said = {use.id for use in uses(IDS)} | possible(IDS)
    said |= {id_ for text in WRITTEN["vi"].values() for id_ in text.refers}
    of_all("never said", [WRITTEN["vi"][id_].place for id_ in sorted(IDS - said)])


def test_every_text_gets_the_values_it_needs() -> None:
    """The code that says a text gives all its values."""
    of_all(
        "values missing",
        [
            f"{use.id} lacks {sorted(WRITTEN['vi'][use.id].variables - use.values)} ({use.place})"
            for use in uses(IDS)
            if use.id in IDS
            and use.values is not None
            and not WRITTEN["vi"][use.id].variables <= use.values
        ],
    )


def test_no_text_of_a_dialogue_hides_a_shared_one() -> None:
    """A shared name means the same in every dialogue: "percent" is never a question somewhere."""
    prefixes = [f"{dialogue.replace('_', '-')}-" for dialogue in DIALOGUES]
    of_all("hidden", [p + id_ for p in prefixes for id_ in sorted(IDS) if p + id_ in IDS])


@pytest.mark.parametrize("language", LANGUAGES)
def test_tags_are_bold_and_italic_and_close_on_their_line(language: str) -> None:
    """A message can be cut at any line end and every piece is whole."""
    of_all(
        "tags",
        [
            id_
            for id_ in WRITTEN[language]
            for line in rendered(language, id_, "x").splitlines()
            if open_tags(line) or not set(TAG.findall(line)) <= {"<b>", "</b>", "<i>", "</i>"}
        ],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_short_and_calm(language: str) -> None:
    """A phone shows a text at once, and nothing is shouted."""
    said = {id_: rendered(language, id_, "x") for id_ in WRITTEN[language]}
    of_all("shouted", [id_ for id_, text in said.items() if "!" in text])
    of_all("too long", [id_ for id_, text in said.items() if len(text) > LONGEST])
    of_all(
        "too many lines",
        [id_ for id_, text in said.items() if len(text.splitlines()) > MOST_LINES],
    )


def test_vietnamese_is_spelt_one_way() -> None:
    """Words are written hủy, hóa, thủy, and in composed letters."""
    texts = WRITTEN["vi"].values()
    of_all("late tones", [text.place for text in texts if LATE_TONE.search(text.words)])
    loose = [text.place for text in texts if not unicodedata.is_normalized("NFC", text.words)]
    of_all("letters not composed", loose)


@pytest.mark.parametrize(
    ("word", "late"),
    [("huỷ", True), ("hoá", True), ("thuỷ", True), ("khoẻ", True)]
    + [(word, False) for word in ("hủy", "hóa", "thủy", "khỏe", "quý", "khoản", "toàn", "chuyển")],
)
def test_the_spelling_rule_knows_late_tones(word: str, late: bool) -> None:
    """The rule refuses exactly the tone marks set on the last vowel of oa, oe, uy."""
    assert bool(LATE_TONE.search(word)) is late


@settings(deadline=None)
@given(
    text=st.sampled_from(EVERY), value=st.text() | st.sampled_from(["<b>x", "</i>", "&lt;b&gt;"])
)
def test_a_value_never_becomes_markup(text: tuple[str, str], value: str) -> None:
    """Whatever an officer types is shown as it was typed."""
    said = rendered(*text, value)
    assert TAG.findall(said) == TAG.findall(rendered(*text, "x"))
    assert plain(said) == plain(rendered(*text, "\0")).replace("\0", value)
