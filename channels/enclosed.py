"""A kept file on its way out: what is shown as a picture, and the words for what cannot be sent."""

import unicodedata

from dialogue.messages import Attachment
from storage.media_types import JPEG, PNG

PHOTOS = frozenset({JPEG, PNG})
"""What every platform shows as a picture."""


def caption_of(attachment: Attachment) -> str:
    """Return what stands under a file, in composed letters, which a file's name need not have."""
    return unicodedata.normalize("NFC", attachment.caption)


def instead_of(attachment: Attachment, address: str | None, *, there: bool) -> str:
    """Return the words for a file that is not sent: its address, or where else it can be had."""
    if not there:
        return unicodedata.normalize("NFC", attachment.missing)
    if address is None:
        return unicodedata.normalize("NFC", attachment.unsent)
    return f"{caption_of(attachment)}\n{attachment.linked}\n{address}"
