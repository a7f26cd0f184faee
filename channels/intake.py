"""What of an update is let in, on every channel."""

from dialogue.messages import Inbound
from understanding.classified import looks_classified

LONGEST_TEXT = 10_000
"""How many characters of a text are read."""


def is_marked(inbound: Inbound) -> bool:
    """Whether a text, a caption or a file's name is marked as a state secret: nothing is kept."""
    return any(map(looks_classified, (inbound.text, *(file.name for file in inbound.files))))
