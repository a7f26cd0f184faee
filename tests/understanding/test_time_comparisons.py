"""Two times set against each other, as people ask it."""

from datetime import date

import pytest

from domain.query import AgencyTerm, IndicatorQuery, Query, TaskQuery, TimesQuery
from domain.spans import Days
from tests.harness.stage import LEXICON
from understanding.questions import read_first_question

TODAY = date(2026, 3, 2)
OF_SXD = TaskQuery(agencies=(AgencyTerm(agency="so-xay-dung"),))


def ask(text: str) -> Query:
    return read_first_question(text, LEXICON, TODAY, "so-noi-vu")


def quarter(number: int, year: int) -> Days:
    last = {1: 31, 2: 30, 3: 30, 4: 31}[number]
    return Days(first=date(year, 3 * number - 2, 1), last=date(year, 3 * number, last))


def year(number: int) -> Days:
    return Days.of_years(number, number)


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("so sánh quý 1 và quý 2", quarter(1, 2026), quarter(2, 2026)),
        ("so sanh quy 2 voi quy 1", quarter(1, 2026), quarter(2, 2026)),
        ("so sánh quý I với quý IV/2025", quarter(1, 2025), quarter(4, 2025)),
        ("compare Q1 and Q2 of 2025", quarter(1, 2025), quarter(2, 2025)),
        ("quý này so với quý trước", quarter(4, 2025), quarter(1, 2026)),
        ("tiến độ so với quý trước thế nào", quarter(4, 2025), quarter(1, 2026)),
        ("kết quả quý này so với cùng kỳ năm trước", quarter(1, 2025), quarter(1, 2026)),
        ("so với cùng kỳ năm 2024", quarter(1, 2024), quarter(1, 2026)),
        ("so sánh năm 2024 với 2025", year(2024), year(2025)),
        ("so sánh quý 1", quarter(4, 2025), quarter(1, 2026)),
        ("so sanh quy 3 nam 2025", quarter(2, 2025), quarter(3, 2025)),
        ("compare Q1", quarter(4, 2025), quarter(1, 2026)),
        ("so sánh năm nay với năm ngoái", year(2025), year(2026)),
        ("số nhiệm vụ quá hạn năm nay so với năm ngoái", year(2025), year(2026)),
        ("tỷ lệ hoàn thành quý 1 so với quý 2", quarter(1, 2026), quarter(2, 2026)),
    ],
)
def test_two_times_are_compared(text: str, one: Days, two: Days) -> None:
    """The earlier one first, whatever the order; a year named once is that of both."""
    assert ask(text) == TimesQuery(times=(one, two))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("so sánh quý 3 và quý 4 của Sở Xây dựng", OF_SXD),
        ("cây xanh năm 2024 so với năm 2025", IndicatorQuery(numbers=(6,))),
        ("so sánh các chỉ tiêu năm 2024 và 2025", IndicatorQuery()),
    ],
)  # fmt: skip
def test_what_is_compared(text: str, asked: TaskQuery | IndicatorQuery) -> None:
    """An agency's tasks, one indicator, all indicators."""
    query = ask(text)
    assert isinstance(query, TimesQuery)
    assert asked == (query.indicators or query.tasks)


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm vụ từ năm 2025 đến năm 2027 so với kế hoạch",
        "so sánh Sở Xây dựng và Sở Nội vụ năm 2025",
        "chỉ tiêu nào thấp nhất so với mục tiêu năm 2025",
        "nhiệm vụ đến hạn năm 2025 và 2026",
        "so sánh các huyện năm 2025",
        "so sánh tháng 1",
    ],
)
def test_one_time_is_no_comparison_of_two(text: str) -> None:
    """A span, a deadline, agencies or targets that are compared are read as before."""
    assert not isinstance(ask(text), TimesQuery)
