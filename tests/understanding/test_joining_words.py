"""Joining codes as people send them."""

import pytest

from understanding.joining_words import read_told_code


@pytest.mark.parametrize(
    "text",
    [
        "mã của tôi là F6Z8QSB3FQ",
        "ma cua toi la F6Z8QSB3FQ",
        "Dạ, mã tham gia của em: F6Z8QSB3FQ ạ",
        "Mã: F6Z8QSB3FQ.",
        "code is F6Z8QSB3FQ",
    ],
)
def test_a_code_is_read_out_of_its_sentence(text: str) -> None:
    """What is said around it is left."""
    assert read_told_code(text) == "F6Z8QSB3FQ"


@pytest.mark.parametrize(
    "text",
    [
        "mã của tôi là gì",
        "F6Z8QSB3FQ",
        "mã tham gia ở đâu",
        "nv 9 đang làm 60%",
        "mã nào cũng được",
    ],
)
def test_another_text_tells_no_code(text: str) -> None:
    """Whoever asks for a code has none."""
    assert read_told_code(text) is None


def test_a_lookup_code_is_no_code_to_join_with() -> None:
    """ "Mã tra cứu 0002" asks for a report."""
    assert read_told_code("mã tra cứu 0002") is None
    assert read_told_code("ma tra cuu 0153") is None
