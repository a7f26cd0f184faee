"""Figures as people type them: decimals, thousands, words, units, estimates, and none yet."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.figures import FigureReading, Problem, read_figure, read_status, told_reason


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("7,2", "m²", "7.2"),
        ("7.2", "m²", "7.2"),
        ("7,2 m2", "m²", "7.2"),
        ("7,2m2/người", "m²", "7.2"),
        ("27,1 m²/người", "m²/người", "27.1"),
        ("27,1 mét vuông", "m²/người", "27.1"),
        ("bảy phẩy hai", "m²", "7.2"),
        ("45 phẩy 5", "%", "45.5"),
        ("năm mươi hai phần trăm", "%", "52"),
        ("44,2 %", "%", "44.2"),
        ("đạt 44,2%", "%", "44.2"),
        ("1.234,5", "ha", "1234.5"),
        ("1,234.5", "ha", "1234.5"),
        ("1 234,5", "ha", "1234.5"),
        ("23 đô thị", "đô thị", "23"),
        ("hai mươi ba", "đô thị", "23"),
        ("12 tỷ 5", "đồng", "12500000000"),
        ("12 tỷ 5", "tỷ đồng", "12.5"),
        ("12 tỷ 500", "đồng", "12500000000"),
        ("3 triệu rưỡi", "đồng", "3500000"),
        ("0", "%", "0"),
        ("nhầm, 7,3 chứ", "m²", "7.3"),
        ("44,23456", "%", "44.235"),
    ],
)
def test_a_figure_is_read_the_vietnamese_way(text: str, unit: str, value: str) -> None:
    """One separator with one or two digits marks decimals; words and units may stand around."""
    found = read_figure(text, unit)
    assert isinstance(found, FigureReading)
    assert (found.value, found.estimate) == (Decimal(value), None)


@pytest.mark.parametrize(
    ("text", "unit", "sizes", "value"),
    [
        ("1.500", "%", ("45",), "1.5"),
        ("1.500", "m²", ("6", "8"), "1.5"),
        ("1.500", "đô thị", ("23",), "1500"),
        ("1.500", "ha", ("1200",), "1500"),
        ("1,500", "ha", ("1200",), "1500"),
        ("7.234", "m²", ("6",), "7.234"),
    ],
)
def test_three_digits_after_one_separator_are_decided_by_size(
    text: str, unit: str, sizes: tuple[str, ...], value: str
) -> None:
    """Thousands or decimals: what is possible, else what is nearer; and it is told apart."""
    found = read_figure(text, unit, [Decimal(size) for size in sizes])
    assert isinstance(found, FigureReading)
    assert (found.value, found.unclear) == (Decimal(value), text)


@pytest.mark.parametrize(
    ("text", "estimate"),
    [("ước 45,2", True), ("≈45,2", True), ("khoảng 45,2%", True), ("45,2 chính thức", False)],
)
def test_an_estimate_is_heard(text: str, estimate: bool) -> None:
    """Ước and chính thức may be said with the number."""
    found = read_figure(text, "%")
    assert found == FigureReading(value=Decimal("45.2"), estimate=estimate)


@pytest.mark.parametrize("text", ["chưa có số liệu", "Chua co so lieu", "chưa có", "no figure yet"])
def test_no_figure_is_an_answer(text: str) -> None:
    """It is a reading without a value."""
    assert read_figure(text, "%") == FigureReading()


def test_unchanged_takes_the_last_figure() -> None:
    """There must be one."""
    assert read_figure("không đổi", "%", last=Decimal("44.2")) == FigureReading(
        value=Decimal("44.2")
    )
    assert read_figure("không đổi", "%") is Problem.UNREAD


@pytest.mark.parametrize(
    ("text", "unit", "problem"),
    [
        ("45–46", "%", Problem.SPAN),
        ("45-46%", "%", Problem.SPAN),
        ("từ 45 đến 46", "%", Problem.SPAN),
        ("105", "%", Problem.SHARE),
        ("2025", "%", Problem.SHARE),
        ("7,2%", "m²", Problem.UNIT),
        ("45 m2", "%", Problem.UNIT),
        ("22,5", "đô thị", Problem.WHOLE),
        ("tăng 2%", "%", Problem.UNREAD),
        ("-5", "ha", Problem.UNREAD),
        ("1/2", "%", Problem.UNREAD),
        ("12 tỷ 50", "đồng", Problem.UNREAD),
        ("không", "%", Problem.UNREAD),
        ("nhiều lắm", "%", Problem.UNREAD),
        ("", "%", Problem.UNREAD),
        ("9" * 40, "ha", Problem.UNREAD),
    ],
)
def test_what_is_no_figure_of_the_indicator_is_told_why(
    text: str, unit: str, problem: Problem
) -> None:
    """A share outside 0 to 100, another unit, a span, a part of a city: nothing is guessed."""
    assert read_figure(text, unit) is problem


@given(text=st.text(), unit=st.sampled_from(["%", "m²", "đô thị", "m²/người", "tỷ đồng", ""]))
def test_any_text_is_a_figure_that_can_be_or_a_problem(text: str, unit: str) -> None:
    """No text breaks the reading, and no value is negative or endless."""
    found = read_figure(text, unit, [Decimal(6)], Decimal(7))
    if isinstance(found, FigureReading) and found.value is not None:
        assert found.value.is_finite()
        assert found.value >= 0


@pytest.mark.parametrize(
    ("text", "status"),
    [("ước", "estimate"), ("số ước", "estimate"), ("chính thức", "final"), ("chắc vậy", None)],
)
def test_the_status_is_read_alone(text: str, status: str | None) -> None:
    """Words that say neither are no answer."""
    assert read_status(text) == status


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (" do Cục Thống kê chưa công bố.", "Cục Thống kê chưa công bố"),
        ("vì đang tổng hợp", "đang tổng hợp"),
        (", lý do: chờ số liệu điều tra", "chờ số liệu điều tra"),
        (" năm 2025", None),
    ],
)
def test_a_reason_stands_after_its_word(words: str, reason: str | None) -> None:
    """Do, vì, lý do open the reason; without them there is none yet."""
    assert told_reason(words) == reason
