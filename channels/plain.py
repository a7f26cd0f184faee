"""A message where there are no buttons: its words, and its choices as lines to type."""

from dialogue.messages import Message
from dialogue.texts import plain


def render_plain(message: Message) -> str:
    """Return the words and, under them, what can be typed."""
    return "\n".join([plain(message.text), *choice_lines(message)])


def choice_lines(message: Message) -> list[str]:
    """Return the choices as lines: "1. Gửi báo cáo", and "[NV 9] [NV 7]" in one."""
    lines = [choice.caption for choice in message.choices if choice.number is not None]
    worded = [f"[{choice.label}]" for choice in message.choices if choice.number is None]
    return [*lines, " ".join(worded)] if worded else lines
