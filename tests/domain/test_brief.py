"""When a brief is due: every week on its day, and as soon as a reporting period has closed."""

from datetime import date, timedelta

import pytest

from domain.brief import BriefRules, Weekday, due_briefs
from domain.period import Calendar

QUARTERS = Calendar()
MONDAYS = BriefRules()


def _keys(day: date, rules: BriefRules = MONDAYS, calendar: Calendar = QUARTERS) -> list[str]:
    return [each.key for each in due_briefs(day, rules, calendar)]


def test_a_weeks_brief_is_one_from_monday_to_sunday() -> None:
    """Whenever in the week it is looked, the same brief is due since its Monday."""
    week = [date(2026, 5, 4) + timedelta(days=n) for n in range(7)]
    assert {tuple(_keys(day)) for day in week} == {("week/2026-05-04",)}
    assert _keys(date(2026, 5, 11)) == ["week/2026-05-11"]


@pytest.mark.parametrize("weekday", list(Weekday))
def test_the_plan_sets_the_day_of_the_week(weekday: Weekday) -> None:
    """The brief is due since the last such day, today included."""
    (due,) = due_briefs(date(2026, 5, 7), BriefRules(weekday=weekday), QUARTERS)
    assert due.since.weekday() == list(Weekday).index(weekday)
    assert date(2026, 5, 1) <= due.since <= date(2026, 5, 7)


def test_a_closed_period_is_told_for_a_week() -> None:
    """From the day after data close, in the place of that week's brief."""
    assert _keys(date(2026, 3, 14)) == ["week/2026-03-09"]
    assert _keys(date(2026, 3, 16)) == ["period/2026-Q1"]
    assert _keys(date(2026, 3, 21)) == ["period/2026-Q1"]
    assert _keys(date(2026, 3, 22)) == []
    assert _keys(date(2026, 3, 23)) == ["week/2026-03-23"]
    (first,) = due_briefs(date(2026, 3, 16), MONDAYS, QUARTERS)
    assert first.period is not None
    assert (first.since, first.period.ends) == (date(2026, 3, 15), date(2026, 3, 14))


def test_of_a_week_and_a_period_within_three_working_days_the_period_is_told() -> None:
    """Data close on Monday, 14/12/2026: that Monday has no brief, Tuesday tells of the year's last
    quarter. Where the week's comes soon after the period's it is left out as well."""
    assert _keys(date(2026, 12, 14)) == []
    assert _keys(date(2026, 12, 15)) == ["period/2026-Q4"]
    assert _keys(date(2026, 12, 21)) == ["period/2026-Q4", "week/2026-12-21"]
    thursdays = BriefRules(weekday=Weekday.THU)
    assert _keys(date(2026, 12, 17), thursdays) == ["period/2026-Q4"]
    assert _keys(date(2026, 12, 24), thursdays) == ["week/2026-12-24"]
