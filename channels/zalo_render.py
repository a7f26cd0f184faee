"""Light markup as Zalo takes it: plain words with runs of style, choices as lines to type."""

import html
import re
import unicodedata
from typing import Any, NamedTuple

from channels.pieces import pieces, units_of
from channels.plain import choice_lines
from dialogue.messages import Chart, Message
from dialogue.texts import plain

TEXT_LIMIT = 2000
"""Zalo's longest text; whether it counts UTF-16 units or letters is not documented."""

_TAG = re.compile(r"<(/?)([bi])>")


class Styled(NamedTuple):
    """Words to send, and the runs of them that are bold or italic, in UTF-16 units."""

    text: str
    styles: tuple[dict[str, Any], ...] = ()


def render(message: Message) -> list[Styled]:
    """Return the messages that a message of ours makes on Zalo, choices as the last lines."""
    choices = [html.escape(line, quote=False) for line in choice_lines(message)]
    markup = unicodedata.normalize("NFC", "\n".join([message.text, *choices]))
    return [_styled(piece) for piece in pieces(markup, TEXT_LIMIT)]


def caption_of(chart: Chart) -> str:
    """Return what stands under a chart's picture."""
    words = html.escape(f"{chart.title}\n{chart.note}", quote=False)
    return plain(pieces(unicodedata.normalize("NFC", words), TEXT_LIMIT)[0])


def _styled(markup: str) -> Styled:
    text, since, styles = "", dict[str, int](), list[dict[str, Any]]()
    place = 0
    for tag in _TAG.finditer(markup):
        text += html.unescape(markup[place : tag.start()])
        place = tag.end()
        closing, style = tag.groups()
        if not closing:
            since[style] = units_of(text)
        elif (start := since.pop(style, None)) is not None and start < units_of(text):
            styles.append({"start": start, "len": units_of(text) - start, "st": [style]})
    return Styled(text + html.unescape(markup[place:]), tuple(styles))
