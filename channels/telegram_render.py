"""Choices as Telegram takes them: rows of buttons."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from channels.port import Refused
from dialogue.messages import Choice, Message

TEXT_LIMIT = 4096
"""Telegram's longest text in UTF-16 units, counted without the markup."""

_DATA_LIMIT = 64
_CAPTION_LIMIT = 60
_SHORT = 12
_ROW = 3


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
