"""Texts and choices as Telegram takes them."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.port import Refused
from channels.telegram_render import TEXT_LIMIT, keyboard, pieces
from dialogue.messages import Choice, Message
from dialogue.texts import plain
from tests.fakes.telegram_html import read_html, utf16


def _rows(*labels: str) -> list[list[str]]:
    choices = tuple(Choice(key=str(n), label=label) for n, label in enumerate(labels))
    markup = keyboard(Message(text="?", choices=choices, token="q"))
    assert markup is not None
    return [[button.text for button in row] for row in markup.inline_keyboard]


def test_a_short_text_stays_one_message() -> None:
    """Up to the limit, counted without markup, nothing is cut."""
    text = "<b>" + "ạ" * TEXT_LIMIT + "</b>"
    assert pieces(text) == [text]
    assert pieces("") == [""]


def test_entities_count_as_one_letter() -> None:
    """What is escaped is counted as Telegram reads it."""
    text = "&amp;" * TEXT_LIMIT
    assert pieces(text) == [text]


def test_a_long_text_is_cut_at_line_ends() -> None:
    """Lines stay whole with their markup."""
    line = "<b>" + "x" * 1500 + "</b>"
    assert pieces("\n".join([line] * 5)) == [f"{line}\n{line}", f"{line}\n{line}", line]


def test_an_overlong_line_is_cut_at_a_space_without_markup() -> None:
    """Telegram would refuse half a tag."""
    first, second = pieces("<b>" + "chữ & " * 1000 + "</b>".replace("&", "&amp;"))
    assert utf16(plain(first)) <= TEXT_LIMIT
    assert first.endswith(("chữ", "&amp;"))
    assert "<b>" not in first + second


def test_emoji_count_twice() -> None:
    """The limit counts UTF-16 units."""
    assert [len(piece) for piece in pieces("😀" * TEXT_LIMIT)] == [TEXT_LIMIT // 2] * 2


_LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "b", "i"]),
        st.text(st.sampled_from("aạ<>&😀 "), max_size=40),
        st.integers(1, 400),
    ),
    max_size=12,
)


@given(_LINES)
def test_every_piece_is_taken_and_no_word_is_lost(lines: list[tuple[str, str, int]]) -> None:
    """Whatever the text, Telegram parses each piece, none is too long, all letters arrive."""
    said = [words * times for _, words, times in lines]
    markup = "\n".join(
        f"<{tag}>{html.escape(words, quote=False)}</{tag}>"
        if tag
        else html.escape(words, quote=False)
        for (tag, _, _), words in zip(lines, said, strict=True)
    )
    read = [read_html(piece)[0] for piece in pieces(markup)]
    assert all(utf16(piece) <= TEXT_LIMIT for piece in read)
    assert "".join("".join(read).split()) == "".join("".join(said).split())


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
