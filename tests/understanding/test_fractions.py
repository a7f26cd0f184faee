"""Fractions in reports."""

from datetime import date
from decimal import Decimal

import pytest

from understanding.report_fields import Fields

TODAY = date(2026, 2, 15)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("được 3 phần tư", 75),
        ("làm được ba phần tư", 75),
        ("hoàn thành bốn phần năm", 80),
        ("đang làm, đạt 1/2", 50),
        ("xong 3/4 khối lượng", 75),
        ("three quarters done", 75),
        ("được hai phần ba", None),
        ("đạt 12/19 tiêu chí", None),
        ("xong ngày 1/2", None),
        ("đạt 3/4/2025", None),
        ("hoàn thành 7/12 việc", None),
    ],
)
def test_a_fraction_of_the_work_is_its_share(text: str, share: int | None) -> None:
    """Quarters, fifths and tenths are shares; counts of things, thirds and days are none."""
    assert Fields.of(text, TODAY).percent == (None if share is None else Decimal(share))


def test_an_exact_share_is_no_fraction() -> None:
    """Where a share is given in percent, that is the one."""
    assert Fields.of("đạt 45 phần trăm, hơn ba phần tư hồ sơ", TODAY).percent == Decimal(45)
