"""What people read of what goes out to them."""

from markupsafe import escape

from dialogue.messages import Attachment, Content, Message
from storage.media_types import JPEG

FILE = "(tệp) "
"""Stands in a transcript before what is written under a file that was sent."""


def as_read(content: Content) -> list[Message]:
    """What is read of a content: a message as it is, of a file what stands under it."""
    if isinstance(content, Attachment):
        return [Message(text=f"{FILE}{escape(content.caption)}")]
    return [content] if isinstance(content, Message) else []


def attachment(
    sha256: str = "ab" * 32, *, media_type: str = JPEG, name: str = "anh.jpg"
) -> Attachment:
    """A file on its way out, of this content on disk."""
    return Attachment(
        evidence=1,
        name=name,
        media_type=media_type,
        size=64,
        sha256=sha256,
        caption=f"NV 8 <1>: {name}",
        linked="Mở tệp tại:",
        unsent=f'Tệp "{name}" không gửi được qua kênh này.',
        missing=f'Tệp "{name}" không còn đọc được.',
    )
