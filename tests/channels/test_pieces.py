"""Long texts cut into messages that a platform takes."""

import html

from hypothesis import given
from hypothesis import strategies as st

from channels.pieces import pieces
from dialogue.texts import plain
from tests.fakes.telegram_html import read_html, utf16

LIMIT = 4096


def test_a_short_text_stays_one_message() -> None:
    """Up to the limit, counted without markup, nothing is cut."""
    text = "<b>" + "ạ" * LIMIT + "</b>"
    assert pieces(text, LIMIT) == [text]
    assert pieces("", LIMIT) == [""]


def test_entities_count_as_one_letter() -> None:
    """What is escaped is counted as Telegram reads it."""
    text = "&amp;" * LIMIT
    assert pieces(text, LIMIT) == [text]


def test_a_long_text_is_cut_at_line_ends() -> None:
    """Lines stay whole with their markup."""
    line = "<b>" + "x" * 1500 + "</b>"
    assert pieces("\n".join([line] * 5), LIMIT) == [f"{line}\n{line}", f"{line}\n{line}", line]


def test_an_overlong_line_is_cut_at_a_space_without_markup() -> None:
    """Telegram would refuse half a tag."""
    first, second = pieces("<b>" + "chữ & " * 1000 + "</b>".replace("&", "&amp;"), LIMIT)
    assert utf16(plain(first)) <= LIMIT
    assert first.endswith(("chữ", "&amp;"))
    assert "<b>" not in first + second


def test_emoji_count_twice() -> None:
    """The limit counts UTF-16 units."""
    assert [len(piece) for piece in pieces("😀" * LIMIT, LIMIT)] == [LIMIT // 2] * 2


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
    read = [read_html(piece)[0] for piece in pieces(markup, LIMIT)]
    assert all(utf16(piece) <= LIMIT for piece in read)
    assert "".join("".join(read).split()) == "".join("".join(said).split())
