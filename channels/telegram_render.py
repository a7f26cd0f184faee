"""Light markup and choices as Telegram takes them: pieces of HTML, rows of buttons."""

import html
from collections.abc import Iterable, Iterator

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from channels.port import Refused
from dialogue.messages import Choice, Message
from dialogue.texts import plain

TEXT_LIMIT = 4096
"""Telegram's longest text in UTF-16 units, counted without the markup."""

_DATA_LIMIT = 64
_CAPTION_LIMIT = 60
_SHORT = 12
_ROW = 3


def pieces(markup: str) -> list[str]:
    """Cut markup at line ends into messages Telegram takes; never empty.

    A line too long for one message loses its markup and is cut at a space where there is one.
    """
    if len(markup) <= TEXT_LIMIT // 2 or _units(plain(markup)) <= TEXT_LIMIT:
        return [markup]
    cut: list[str] = []
    room = 0
    for line in _short_lines(markup.split("\n")):
        needed = _units(plain(line)) + 1
        if cut and needed <= room:
            cut[-1] += "\n" + line
        else:
            cut.append(line)
            room = TEXT_LIMIT + 1
        room -= needed
    return [piece for piece in cut if plain(piece).strip()] or [""]


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """The choices as buttons, up to three short ones a row; None where there is no choice."""
    if not message.choices or message.token is None:
        return None
    rows: list[list[InlineKeyboardButton]] = []
    open_row = False
    for choice in message.choices:
        short = len(choice.caption) <= _SHORT
        if not (short and open_row and len(rows[-1]) < _ROW):
            rows.append([])
        rows[-1].append(_button(message.token, choice))
        open_row = short
    return InlineKeyboardMarkup(rows)


def _button(token: str, choice: Choice) -> InlineKeyboardButton:
    data = f"{token}:{choice.key}"
    if len(data.encode()) > _DATA_LIMIT:
        raise Refused(f"a button carries at most {_DATA_LIMIT} bytes: {data}")
    return InlineKeyboardButton(_caption(choice.caption), callback_data=data)


def _caption(text: str) -> str:
    """Cut a caption after a whole word."""
    if len(text) <= _CAPTION_LIMIT:
        return text
    whole, _, _ = text[:_CAPTION_LIMIT].rpartition(" ")
    head = whole if len(whole) > _CAPTION_LIMIT // 2 else text[: _CAPTION_LIMIT - 1]
    return head.rstrip(" ,;:") + "…"


def _short_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with those too long for one message cut."""
    for line in lines:
        words = plain(line)
        if _units(words) <= TEXT_LIMIT:
            yield line
        else:
            yield from (html.escape(part, quote=False) for part in _parts(words))


def _parts(words: str) -> Iterator[str]:
    while words:
        end = _end(words)
        yield words[:end]
        words = words[end:].lstrip(" ")


def _end(words: str) -> int:
    """Where the longest first part ends: the limit counts UTF-16 units, a cut is by characters."""
    units = 0
    for place, letter in enumerate(words):
        units += 2 if ord(letter) > 0xFFFF else 1
        if units > TEXT_LIMIT:
            space = words.rfind(" ", 0, place + 1)
            return space if space > place // 2 else place
    return len(words)


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)
