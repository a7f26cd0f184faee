"""The events of an Official Account as the dialogues know them, and who may send them.

A tapped button comes back as words that anybody can type: it is a press like any other, and counts
only for the question that offered it.
"""

import hashlib
import hmac
import re
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from channels.zalo_updates import Unreadable
from dialogue.messages import File, Inbound, Kind, Press

_PRESSED = re.compile(r"#(q\d+):(.+)", re.DOTALL)
_KINDS = {
    "user_send_text": Kind.TEXT,
    "user_send_link": Kind.TEXT,
    "user_send_image": Kind.FILE,
    "user_send_file": Kind.FILE,
    "user_send_sticker": Kind.STICKER,
    "user_send_business_card": Kind.CONTACT,
    "user_send_audio": Kind.OTHER,
    "user_send_video": Kind.OTHER,
    "user_send_gif": Kind.OTHER,
    "user_send_location": Kind.OTHER,
    "follow": Kind.TEXT,
}
_GREETING = "/start"


class _Loose(BaseModel):
    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)


class _Payload(_Loose):
    url: str | None = None
    name: str | None = None
    type: str | None = None
    size: str | None = None


class _Attachment(_Loose):
    type: str = ""
    payload: _Payload = Field(default_factory=_Payload)


class _Message(_Loose):
    msg_id: str
    text: str = ""
    attachments: tuple[_Attachment, ...] = ()


class _Person(_Loose):
    id: str


class _Event(_Loose):
    event_name: str
    timestamp: str
    sender: _Person | None = None
    follower: _Person | None = None
    message: _Message | None = None


def is_signed(signature: str, app: str, body: bytes, timestamp: str, secret: str) -> bool:
    """Whether a body is Zalo's: plain SHA-256 of app, raw body, timestamp and secret."""
    digest = hashlib.sha256(app.encode() + body + timestamp.encode() + secret.encode())
    return hmac.compare_digest(
        signature.removeprefix("mac=").encode(errors="replace"), digest.hexdigest().encode()
    )


def inbound_of(body: Any, channel: str, received_at: datetime) -> Inbound | None:
    """One event as an Inbound with its files not yet fetched; None where nobody is to answer.

    Raise Unreadable for what is no event.
    """
    event, sent_at = _read(body)
    kind = _KINDS.get(event.event_name)
    person = event.sender or event.follower
    if kind is None or person is None:
        return None
    if event.message is None:
        if event.event_name != "follow":
            return None
        message = _Message(msg_id=f"follow-{event.timestamp}", text=_GREETING)
    else:
        message = event.message
    files = _files(message) if kind is Kind.FILE else ()
    pressed = _PRESSED.fullmatch(message.text) if kind is Kind.TEXT else None
    if kind is Kind.FILE and not files:
        kind = Kind.OTHER
    return Inbound(
        channel=channel,
        chat=person.id,
        id=message.msg_id,
        kind=kind if pressed is None else Kind.PRESS,
        sent_at=sent_at,
        received_at=received_at,
        text=message.text if pressed is None else "",
        press=None if pressed is None else Press(token=pressed[1], key=pressed[2]),
        files=files,
    )


def _read(body: Any) -> tuple[_Event, datetime]:
    """An event, and when it was."""
    try:
        event = _Event.model_validate(body)
        return event, datetime.fromtimestamp(int(event.timestamp) / 1000, UTC)
    except ValidationError as error:
        fields = sorted({".".join(map(str, mistake["loc"])) for mistake in error.errors()})
        raise Unreadable(", ".join(fields)) from None
    except (ValueError, OverflowError, OSError):
        raise Unreadable("timestamp") from None


def _files(message: _Message) -> tuple[File, ...]:
    found = []
    for place, attachment in enumerate(message.attachments, start=1):
        payload = attachment.payload
        if payload.url is None:
            continue
        picture = attachment.type == "image"
        size = payload.size or ""
        found.append(
            File(
                ref=payload.url,
                name=payload.name or f"{message.msg_id}-{place}.jpg",
                media_type="image/jpeg" if picture else "application/octet-stream",
                size=int(size) if size.isdecimal() else 0,
                problem="unfetched",
            )
        )
    return tuple(found)
