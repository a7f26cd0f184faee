"""Messages as an Official Account sends them: plain words, up to five buttons."""

import unicodedata
from typing import Any, Literal, NamedTuple

from channels.enclosed import PHOTOS
from channels.pieces import pieces
from channels.plain import choice_lines
from dialogue.messages import Choice, Message
from dialogue.texts import brief, plain
from storage.files import MEGABYTE
from storage.media_types import DOC, DOCX, PDF

TEXT_LIMIT = 2000
"""Zalo's longest text."""
BUTTONS = 5
TITLE_LIMIT = 35
"""A longer caption is cut on its button and stands whole as a line."""
_PAYLOAD_LIMIT = 1000
_FIELD_LIMIT = 400
_FIELD = "noi_dung"


_LARGEST_PICTURE = MEGABYTE
_LARGEST_FILE = 5 * MEGABYTE


class Said(NamedTuple):
    """One message: its words, and what Zalo is sent."""

    text: str
    body: dict[str, Any]


def message_of(message: Message) -> list[Said]:
    """Return the messages that a message of ours makes; buttons stand under the last."""
    captions = [choice.caption for choice in message.choices]
    buttons = _buttons(message)
    whole = buttons and all(len(caption) <= TITLE_LIMIT for caption in captions)
    lines = [] if whole else choice_lines(message)
    *before, last = pieces(_markup(message.text, lines), TEXT_LIMIT)
    said = [Said(plain(piece), {"text": plain(piece)}) for piece in before]
    body: dict[str, Any] = {"text": plain(last)}
    if buttons:
        body["attachment"] = {"type": "template", "payload": {"buttons": buttons}}
    return [*said, Said(plain(last), body)]


def upload_kind(media_type: str, size: int) -> Literal["image", "file"] | None:
    """Return as what a file can be uploaded, None where Zalo takes none of that type or size."""
    if media_type in PHOTOS and size <= _LARGEST_PICTURE:
        return "image"
    return "file" if media_type in (PDF, DOC, DOCX) and size <= _LARGEST_FILE else None


def picture_of(words: str, upload: str) -> Said:
    """Return a message that shows an uploaded picture."""
    element = {"media_type": "image", "attachment_id": upload}
    payload = {"template_type": "media", "elements": [element]}
    return Said(words, {"text": words, "attachment": {"type": "template", "payload": payload}})


def file_of(words: str, upload: str) -> Said:
    """Return a message that is an uploaded file and nothing else; `words` are for a template."""
    return Said(words, {"attachment": {"type": "file", "payload": {"token": upload}}})


def template_data(text: str) -> dict[str, str]:
    """Return what fills a template with one field: the beginning of the words, on one line."""
    return {_FIELD: brief(text, _FIELD_LIMIT)}


def _buttons(message: Message) -> list[dict[str, str]]:
    """The choices as buttons; none where there are too many or one carries too much."""
    if message.token is None or not 0 < len(message.choices) <= BUTTONS:
        return []
    buttons = [_button(message.token, choice) for choice in message.choices]
    return buttons if all(len(each["payload"]) <= _PAYLOAD_LIMIT for each in buttons) else []


def _button(token: str, choice: Choice) -> dict[str, str]:
    return {
        "title": brief(choice.caption, TITLE_LIMIT),
        "type": "oa.query.hide",
        "payload": f"#{token}:{choice.key}",
    }


def _markup(text: str, lines: list[str]) -> str:
    escaped = [line.replace("&", "&amp;").replace("<", "&lt;") for line in lines]
    return unicodedata.normalize("NFC", "\n".join([text, *escaped]))
