"""Zalo's updates as the dialogues know them, from a poll or a webhook, wrapped or flat.

Unknown fields are ignored and unknown events are let go of; an update has no id of its own, the
message's is unique in its chat.
"""

from datetime import UTC, datetime
from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from dialogue.messages import File, Inbound, Kind

_KINDS = {
    "message.text.received": Kind.TEXT,
    "message.link.received": Kind.TEXT,
    "message.image.received": Kind.FILE,
    "message.sticker.received": Kind.STICKER,
    "message.voice.received": Kind.OTHER,
    "message.unsupported.received": Kind.WITHHELD,
}
_PHOTO = "image/jpeg"


class _Loose(BaseModel):
    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)


class _Person(_Loose):
    id: str
    is_bot: bool = False


class _Chat(_Loose):
    id: str
    chat_type: str = "PRIVATE"


class _Message(_Loose):
    message_id: str
    chat: _Chat
    sender: _Person | None = Field(default=None, alias="from")
    date: int | None = None
    text: str = ""
    caption: str = ""
    photo: str | None = Field(default=None, validation_alias=AliasChoices("photo", "photo_url"))


class _Update(_Loose):
    event_name: str
    message: _Message | None = None


class Unreadable(Exception):
    """A body is no update; the text tells its fields, never its words."""


def inbound_of(body: Any, channel: str, received_at: datetime) -> Inbound | None:
    """One update as an Inbound with its picture not yet fetched; None where nobody is to answer.

    Raise Unreadable for what is no update.
    """
    update = _read(body)
    message = update.message
    if message is None or (message.sender is not None and message.sender.is_bot):
        return None
    kind = _KINDS.get(update.event_name)
    if kind is None:
        return None
    if message.chat.chat_type.upper() != "PRIVATE":
        kind = Kind.GROUP
    files = _files(message) if kind is Kind.FILE else ()
    return Inbound(
        channel=channel,
        chat=message.chat.id,
        id=message.message_id,
        kind=Kind.OTHER if kind is Kind.FILE and not files else kind,
        sent_at=_moment(message.date, received_at),
        received_at=received_at,
        text=message.text or message.caption,
        files=files,
    )


def _read(body: Any) -> _Update:
    """Unwrap and read; a message that cannot be read is one nobody can answer."""
    held = body.get("result") if isinstance(body, dict) and "result" in body else body
    try:
        return _Update.model_validate(held)
    except ValidationError as error:
        fields = sorted({".".join(map(str, mistake["loc"])) for mistake in error.errors()})
        raise Unreadable(", ".join(fields)) from None


def _files(message: _Message) -> tuple[File, ...]:
    if message.photo is None:
        return ()
    name = f"{message.message_id}.jpg"
    return (File(ref=message.photo, name=name, media_type=_PHOTO, size=0, problem="unfetched"),)


def _moment(milliseconds: int | None, received_at: datetime) -> datetime:
    """When a message was sent; now where the platform does not say, or no time that there is."""
    if milliseconds is None:
        return received_at
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return received_at
