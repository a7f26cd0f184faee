"""Questions as of a day, and the same words where they mean a due date."""

from datetime import date

import pytest

from understanding.as_of import read_as_of

TODAY = date(2026, 3, 2)
EVE = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("nhiệm vụ quá hạn tại ngày 31/12/2025", "nhiệm vụ quá hạn"),
        ("nhiem vu qua han tai ngay 31/12/2025", "nhiem vu qua han"),
        ("tại ngày 31/12/2025 Sở Y tế có nhiệm vụ nào", "Sở Y tế có nhiệm vụ nào"),
        ("tại thời điểm 31/12/2025, ai chậm", "ai chậm"),
        ("tính tại ngày 31 tháng 12 năm 2025 ai chậm", "ai chậm"),
        ("tính đến hết ngày 31/12/2025 có mấy nhiệm vụ xong", "có mấy nhiệm vụ xong"),
        ("overdue tasks as of 31/12/2025", "overdue tasks"),
    ],
)
def test_the_day_is_read_and_what_is_asked_without_it(text: str, rest: str) -> None:
    """With diacritics or without, first or last, also in English."""
    assert read_as_of(text, TODAY) == (EVE, rest)


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm vụ đến hạn 31/12/2025",
        "nhiệm vụ tính đến 31/12/2026",
        "nhiệm vụ đến hạn trước ngày 31/12/2025",
        "nhiệm vụ quá hạn",
        "nhiệm vụ tại ngày",
        "nhiệm vụ tại ngày 31/02/2025",
    ],
)
def test_a_due_date_or_a_day_to_come_is_not_asked_as_of(text: str) -> None:
    """ "Tính đến" a day that is still to come asks what is due by then."""
    assert read_as_of(text, TODAY) is None
