"""Light markup cut into messages that a platform takes; a platform counts in UTF-16 units."""

import html
from collections.abc import Iterable, Iterator

from dialogue.texts import plain


def pieces(markup: str, limit: int) -> list[str]:
    """Cut markup at line ends into messages of at most `limit` units of plain text; never empty.

    A line too long for one message loses its markup and is cut at a space where there is one.
    """
    if len(markup) <= limit // 2 or units_of(plain(markup)) <= limit:
        return [markup]
    cut: list[str] = []
    room = 0
    for line in _short_lines(markup.split("\n"), limit):
        needed = units_of(plain(line)) + 1
        if cut and needed <= room:
            cut[-1] += "\n" + line
        else:
            cut.append(line)
            room = limit + 1
        room -= needed
    return [piece for piece in cut if plain(piece).strip()] or [""]


def _short_lines(lines: Iterable[str], limit: int) -> Iterator[str]:
    """The lines, with those too long for one message cut."""
    for line in lines:
        words = plain(line)
        if units_of(words) <= limit:
            yield line
        else:
            yield from (html.escape(part, quote=False) for part in _parts(words, limit))


def _parts(words: str, limit: int) -> Iterator[str]:
    while words:
        end = _end(words, limit)
        yield words[:end]
        words = words[end:].lstrip(" ")


def _end(words: str, limit: int) -> int:
    """Where the longest first part ends: the limit counts UTF-16 units, a cut is by characters."""
    units = 0
    for place, letter in enumerate(words):
        units += 2 if ord(letter) > 0xFFFF else 1
        if units > limit:
            space = words.rfind(" ", 0, place + 1)
            return space if space > place // 2 else place
    return len(words)


def units_of(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text) + sum(letter > "\uffff" for letter in text)
