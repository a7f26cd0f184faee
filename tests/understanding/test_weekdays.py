"""Days to come by their everyday names, and as limits of a time."""

from datetime import date

import pytest

from understanding.dates import find_dates
from understanding.weekdays import read_coming_day

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mai", 3), ("thứ sáu", 6), ("đến thứ 6", 6), ("chu nhat", 8), ("thứ hai", 9),
        ("thứ hai tuần này", 2), ("thu tu tuan sau", 11),
    ],
)  # fmt: skip
def test_the_coming_day_of_that_name_is_meant(text: str, day: int) -> None:
    """Never today, unless this week is said."""
    assert read_coming_day(text, MONDAY) == date(2026, 3, day)


@pytest.mark.parametrize("text", ["chị Mai", "thứ nhất", "thứ sáu ai nghỉ", ""])
def test_anything_else_names_no_day(text: str) -> None:
    """A name, a place in a row, a sentence."""
    assert read_coming_day(text, MONDAY) is None


@pytest.mark.parametrize("text", ["từ mai đến 10/3", "tu mai den 10/3"])
def test_from_tomorrow_is_not_from_today(text: str) -> None:
    """ "Mai" alone limits a time as "ngày mai" does."""
    days = [each.day for each in find_dates(text, MONDAY)]
    assert days == [date(2026, 3, 3), date(2026, 3, 10)]
