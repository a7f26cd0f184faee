"""Vietnamese letters in one form: composed, tone marks set apart from letters, diacritics folded.

Accents differ by keyboard (hoà, hòa), by Unicode form and by haste (hoa). A word is compared in two
keys: `fold` drops all marks; `toned` keeps the letters' own marks and puts the tone last, so that
it does not matter over which vowel the tone was written. Hỏi and ngã count as one tone, as they are
spoken in the South.
"""

import re
import unicodedata
from functools import lru_cache

TONES = {"\u0300": "2", "\u0301": "1", "\u0309": "3", "\u0303": "3", "\u0323": "5"}
_MARKS = re.compile(r"[\u0300-\u036f]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


def composed(text: str) -> str:
    """Return the text in composed form (NFC) without invisible characters."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).replace("\u00a0", " ")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return the text in lower case without any diacritics: "Đến hạn" becomes "den han"."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("Đ", "d"))
    return _MARKS.sub("", apart)


def fold_in_place(text: str) -> str:
    """Fold a composed text letter by letter, so that every place stays where it was."""
    if len(folded := fold(text)) == len(text):
        return folded
    return "".join((fold(letter) or " ")[0] for letter in text)


@lru_cache(maxsize=20_000)
def toned(word: str) -> str:
    """Return a word in lower case with its tone as a last digit: "hoà" and "hòa" are "hoa2"."""
    letters = []
    tone = ""
    for letter in unicodedata.normalize("NFD", word.lower()):
        if letter in TONES:
            tone = TONES[letter]
        else:
            letters.append(letter)
    return unicodedata.normalize("NFC", "".join(letters)) + tone
