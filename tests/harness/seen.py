"""What people read of what goes out to them."""

from markupsafe import escape

from dialogue.messages import Attachment, Content, Message

FILE = "(tệp) "
"""Stands in a transcript before what is written under a file that was sent."""


def as_read(content: Content) -> list[Message]:
    """What is read of a content: a message as it is, of a file what stands under it."""
    if isinstance(content, Attachment):
        return [Message(text=f"{FILE}{escape(content.caption)}")]
    return [content] if isinstance(content, Message) else []
