"""What phone keyboards leave behind: Telex and VNI residue, doubled letters, joined words."""

import re
from functools import lru_cache

from understanding.folding import fold

_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdghklmnprstvx])?"
_RIME = (
    "(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|iu|ieu|oa|oe|oi|oai|oay|oao|oeo|ua|ue|ui|uo|uu|uy|uoi|uou|"
    "uay|uya|uyu|yeu|"
    "(?:a|e|i|o|u|y|ie|ye|oa|oe|ua|ue|uo|uy|uye)(?:ch|nh|ng|[cmnpt]))"
)
_SYLLABLE = re.compile(_ONSET + _RIME)
_DOUBLED = re.compile(r"(.)\1+")
_MARKED_TWICE = re.compile("a(?=[âă])|e(?=ê)|o(?=[ôơ])|(?<=[âă])a|(?<=ê)e|(?<=[ôơ])o")
"""A vowel that stands once more without its mark."""
_TELEX_TONES = {"s": "1", "f": "2", "r": "3", "x": "3", "j": "5"}
_TELEX_LETTERS = {"aa": "â", "ee": "ê", "oo": "ô", "aw": "ă", "ow": "ơ", "uw": "ư", "dd": "đ"}
_VNI_TONES = {"1": "1", "2": "2", "3": "3", "4": "3", "5": "5"}
_VNI_LETTERS = {
    "6": {"a": "â", "e": "ê", "o": "ô"},
    "7": {"o": "ơ", "u": "ư"},
    "8": {"a": "ă"},
    "9": {"d": "đ"},
}
_VOWELS = "aeiouyâăêôơư"
_PLAIN = str.maketrans("âăêôơưđ", "aaeooud")


def is_syllable(folded: str) -> bool:
    """Whether a word without marks could be a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(folded) is not None


@lru_cache(maxsize=20_000)
def from_telex(word: str) -> str | None:
    """Return the toned key of a word typed in Telex ("nhieemj"), None if it is not one."""
    if not word.isascii() or not word.isalpha() or len(word) < 2:
        return None
    kept: list[str] = []
    tone = ""
    for letter in word.lower():
        if letter in _TELEX_TONES and any(each in _VOWELS for each in kept):
            if tone:
                return None
            tone = _TELEX_TONES[letter]
        elif letter == "w":
            _hook(kept)
        elif kept and (_late := _circumflex(kept, letter)):
            kept = _late
        else:
            kept.append(letter)
    return _syllable("".join(kept), tone, word.lower())


@lru_cache(maxsize=20_000)
def from_vni(word: str) -> str | None:
    """Return the toned key of a word typed in VNI ("nhie65m"), None if it is not one."""
    kept: list[str] = []
    tone = ""
    for sign in word.lower():
        if sign in _VNI_TONES:
            tone = _VNI_TONES[sign]
        elif sign in _VNI_LETTERS:
            places = [n for n, each in enumerate(kept) if each in _VNI_LETTERS[sign]]
            if not places:
                return None
            for n in places[-2:] if sign == "7" else places[-1:]:
                kept[n] = _VNI_LETTERS[sign][kept[n]]
        else:
            kept.append(sign)
    return _syllable("".join(kept), tone, word.lower())


def undoubled(word: str) -> str | None:
    """Return the key of a syllable whose letters were typed twice ("hann"), else None."""
    once = _DOUBLED.sub(r"\1", _MARKED_TWICE.sub("", word))
    return once if once != word and is_syllable(fold(once.rstrip("12345"))) else None


def _hook(kept: list[str]) -> None:
    for n in range(len(kept) - 1, -1, -1):
        if kept[n] in "uo":
            kept[n] = {"u": "ư", "o": "ơ"}[kept[n]]
            if n and kept[n - 1] == "u" and kept[n] == "ơ":
                kept[n - 1] = "ư"
            return
        if kept[n] == "a":
            if n and kept[n - 1] == "u":
                kept[n - 1] = "ư"
            else:
                kept[n] = "ă"
            return
    kept.append("ư")


def _circumflex(kept: list[str], letter: str) -> list[str] | None:
    if letter == "d" and kept[0] == "d":
        return ["đ", *kept[1:]]
    if letter in "aeo" and letter in kept and _TELEX_LETTERS.get(letter * 2):
        last = len(kept) - 1 - kept[::-1].index(letter)
        return [*kept[:last], _TELEX_LETTERS[letter * 2], *kept[last + 1 :]]
    return None


def _syllable(letters: str, tone: str, typed: str) -> str | None:
    plain = letters.translate(_PLAIN)
    return letters + tone if plain != typed and is_syllable(plain) else None
