"""The clock of requests about personal data, and what is masked of a phone or an account."""

from datetime import datetime

import pytest

from dialogue.texts import ZONE
from domain.masking import masked, without_phones
from domain.privacy import answer_by
from tests.harness.stage import PLAN


def _at(day: int, hour: int = 15, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (_at(2), _at(4)),
        (_at(5), _at(9)),
        (_at(6), _at(10)),
        (_at(7), _at(10)),
        (_at(8), _at(10)),
        (_at(29, month=4), _at(5, month=5)),
    ],
)
def test_a_request_is_answered_in_two_working_days(asked: datetime, due: datetime) -> None:
    """Weekends and public holidays (30/04, 01/05) do not count; the time of the day stays."""
    assert answer_by(asked, PLAN.calendar) == due


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Phòng Quy hoạch 0912345678", "Phòng Quy hoạch 09xx…678"),
        ("Văn thư (0912 345 678)", "Văn thư (09xx…678)"),
        ("+84 912.345.678 trực ban", "09xx…678 trực ban"),
        ("Tổng đài 02993 822 333", "Tổng đài 02xx…333"),
        ("Ban QLDA 1", "Ban QLDA 1"),
        ("3210/SXD-QHKT ngày 22/12/2025", "3210/SXD-QHKT ngày 22/12/2025"),
    ],
)
def test_phones_are_masked_and_nothing_else(written: str, shown: str) -> None:
    """A number that somebody could be called on is not shown; days and documents are."""
    assert without_phones(written) == shown


@pytest.mark.parametrize(("account", "shown"), [("5512345678", "…678"), ("12345", "…"), ("", "…")])
def test_accounts_are_shown_by_their_end(account: str, shown: str) -> None:
    """One's own account can be told by its end; nobody else learns it from that."""
    assert masked(account) == shown
