"""A message where there are no buttons: its words, and its choices as lines to type."""

from dialogue.messages import Message
from dialogue.texts import plain


def render_plain(message: Message) -> str:
    """Return the words and, under them, what can be typed: "1. Gửi báo cáo" or "[NV 9]"."""
    lines = [plain(message.text)]
    numbered = [choice.caption for choice in message.choices if choice.number is not None]
    worded = [f"[{choice.label}]" for choice in message.choices if choice.number is None]
    lines += numbered
    if worded:
        lines.append(" ".join(worded))
    return "\n".join(lines)
