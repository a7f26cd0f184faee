"""When people are written to unasked: the hours of the settings, the working days of the plan."""

from datetime import date, datetime, time

import pytest

from bot.sending_hours import SendingHours
from dialogue.texts import ZONE
from domain.period import Calendar

OFFICE = SendingHours(Calendar(days_off=(date(2026, 3, 3),)), time(7), time(17))


@pytest.mark.parametrize(
    ("moment", "is_open", "is_over"),
    [
        ("2026-03-02 06:59", False, False),
        ("2026-03-02 07:00", True, False),
        ("2026-03-02 17:00", True, False),
        ("2026-03-02 17:01", False, True),
        ("2026-03-03 08:00", False, True),
        ("2026-03-07 08:00", False, True),
        ("2026-02-17 08:00", False, True),
        ("2026-08-22 08:00", True, False),
    ],
    ids=["early", "opens", "closes", "late", "the plan's day off", "Saturday", "Tết", "swapped"],
)
def test_people_are_written_to_in_office_hours_only(
    moment: str, is_open: bool, is_over: bool
) -> None:
    """Before them something can still come that day, after them and on a day off it cannot."""
    now = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    assert (OFFICE.is_open(now), OFFICE.is_over(now)) == (is_open, is_over)
