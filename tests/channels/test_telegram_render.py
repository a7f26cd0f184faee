"""Texts and choices as Telegram takes them."""

import pytest

from channels.port import Refused
from channels.telegram_render import keyboard
from dialogue.messages import Choice, Message


def _rows(*labels: str) -> list[list[str]]:
    choices = tuple(Choice(key=str(n), label=label) for n, label in enumerate(labels))
    markup = keyboard(Message(text="?", choices=choices, token="q"))
    assert markup is not None
    return [[button.text for button in row] for row in markup.inline_keyboard]


def test_short_choices_share_a_row() -> None:
    """Up to three short ones stand side by side, a long one alone."""
    assert _rows("Có", "Không", "Sửa", "Hủy") == [["Có", "Không", "Sửa"], ["Hủy"]]
    long = "NV 9 Chương trình phát triển đô thị"
    assert _rows("Có", long, "Hủy", "Sửa") == [["Có"], [long], ["Hủy", "Sửa"]]


def test_a_long_caption_is_cut_after_a_word() -> None:
    """A button shows at most sixty letters."""
    ((caption,),) = _rows("Quy hoạch chung, phân khu, quy chế quản lý kiến trúc đô thị toàn tỉnh")
    assert caption == "Quy hoạch chung, phân khu, quy chế quản lý kiến trúc đô thị…"
    ((caption,),) = _rows("x" * 80)
    assert len(caption) == 60


def test_a_number_is_shown_before_its_label() -> None:
    """What can be typed stands on the button."""
    message = Message(text="?", choices=(Choice(key="a", label="Gửi", number=1),), token="q")
    markup = keyboard(message)
    assert markup is not None
    button = markup.inline_keyboard[0][0]
    assert (button.text, button.callback_data) == ("1. Gửi", "q:a")


def test_a_button_carries_no_more_than_telegram_allows() -> None:
    """A key too long is an error here, not at Telegram."""
    message = Message(text="?", choices=(Choice(key="ă" * 32, label="x"),), token="q")
    with pytest.raises(Refused, match="64 bytes"):
        keyboard(message)


def test_no_choices_no_keyboard() -> None:
    """A plain message has no buttons."""
    assert keyboard(Message(text="x")) is None
