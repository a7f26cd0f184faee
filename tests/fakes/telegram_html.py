"""Telegram's reading of parse_mode HTML, as strict as the Bot API's."""

import html
import re
from typing import Any

from tests.fakes.telegram_faults import ApiError

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "s": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
_TAG = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^<>]*)>?")
_KNOWN = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


def read_html(markup: str) -> tuple[str, list[dict[str, Any]]]:
    """The words and entities of markup; ApiError where Telegram cannot parse it."""
    if "<" not in markup and "&" not in markup:
        return markup, []
    words, place = "", 0
    entities: list[dict[str, Any]] = []
    open_tags: list[tuple[str, int]] = []
    for tag in _TAG.finditer(markup):
        words += _unescape(markup[place : tag.start()])
        place = tag.end()
        closing, name = tag[1], tag[2].lower()
        if closing:
            if not open_tags or open_tags[-1][0] != name:
                raise _misread(f"Unexpected end tag at byte offset {tag.start()}")
            start = open_tags.pop()[1]
            if utf16(words) > start:
                entities.append(
                    {"type": _TAGS[name], "offset": start, "length": utf16(words) - start}
                )
        elif name not in _TAGS or not tag[0].endswith(">"):
            raise _misread(f'Unsupported start tag "{name}" at byte offset {tag.start()}')
        else:
            open_tags.append((name, utf16(words)))
    if open_tags:
        raise _misread(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return words + _unescape(markup[place:]), entities


def utf16(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _unescape(text: str) -> str:
    return _KNOWN.sub(lambda found: html.unescape(found[0]), text)


def _misread(why: str) -> ApiError:
    return ApiError(400, f"Bad Request: can't parse entities: {why}")
