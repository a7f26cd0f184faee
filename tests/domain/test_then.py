"""How far tasks had come at the end of a time."""

from datetime import date

import pytest

from domain.query import AgencyTerm, TaskQuery
from domain.spans import Days
from domain.standing import Standing
from domain.then import count, end_of, quarter_of
from tests.harness.stage import PLAN


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        (date(2026, 1, 1), date(2026, 3, 31), date(2026, 3, 14)),
        (date(2025, 1, 1), date(2025, 12, 31), date(2025, 12, 14)),
        (date(2026, 1, 1), date(2026, 1, 31), date(2026, 1, 31)),
        (date(2026, 1, 1), date(2026, 6, 30), date(2026, 6, 30)),
    ],
)
def test_a_quarter_ends_when_its_data_closes(first: date, last: date, ends: date) -> None:
    """So does a year; any other time ends on its last day."""
    assert end_of(Days(first=first, last=last), PLAN.calendar) == ends


def test_only_a_whole_quarter_is_one() -> None:
    """Three months from the first to the last."""
    assert quarter_of(Days(first=date(2025, 10, 1), last=date(2025, 12, 31))) == 4
    assert quarter_of(Days(first=date(2025, 9, 1), last=date(2025, 11, 30))) is None
    assert quarter_of(Days(first=date(2025, 11, 1), last=date(2025, 12, 31))) is None


def test_what_nobody_reported_becomes_overdue() -> None:
    """The day of the standing decides, and the query which tasks are counted."""
    query = TaskQuery(agencies=(AgencyTerm(agency="so-xay-dung"),))
    before = count(query, Standing(PLAN, {}, date(2025, 12, 14)), "so-xay-dung")
    after = count(query, Standing(PLAN, {}, date(2026, 1, 1)), "so-xay-dung")
    assert (before.total, before.done, before.overdue, before.reported) == (4, 0, 0, 0)
    assert after.overdue == 2
