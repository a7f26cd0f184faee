"""On which days what is reminded of: a plan's calendar and its ladder of steps."""

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import Field, PositiveInt

from domain.model import Model
from domain.period import Calendar, Period
from domain.working_days import by_working_day, next_working_day


class Ladder(Model):
    """How many days before and after a date it is reminded of; `reminders` in a plan's YAML.

    `before` counts to a task's due date, `closing` to the day a period closes; an overdue task is
    told each week for `overdue_weeks`, then each month. From `escalate_head` days overdue on the
    head of the agency is told too, from `escalate_focal` on the focal agency.
    """

    before: tuple[PositiveInt, ...] = Field(default=(30, 7, 3, 1), min_length=1)
    closing: tuple[PositiveInt, ...] = Field(default=(7, 3, 1), min_length=1)
    overdue_weeks: PositiveInt = 8
    escalate_head: PositiveInt = 7
    escalate_focal: PositiveInt = 30


class Timetable(Model):
    """The days of the steps: one ahead of a date that falls on a day off comes before that.

    What follows a date is told on the first working day on which it is looked.
    """

    calendar: Calendar = Calendar()
    ladder: Ladder = Ladder()

    def task_steps(self, due: date) -> Iterator[date]:
        """Yield the days of a task's steps before its due date and in the weeks after it."""
        for days in self.ladder.before:
            yield self._ahead(due, days)
        for week in range(self.ladder.overdue_weeks):
            yield due + timedelta(days=1, weeks=week)

    def last_step(self, due: date) -> date:
        """Return the day of the last of these steps; from then on only months count."""
        return due + timedelta(days=1, weeks=self.ladder.overdue_weeks - 1)

    def begins(self, due: date) -> date:
        """Return the first day on which a task with this due date is spoken of."""
        return self._ahead(due, max(self.ladder.before))

    def period_steps(self, period: Period) -> Iterator[date]:
        """Yield the days on which it is told that a period closes."""
        for days in self.ladder.closing:
            yield self._ahead(period.ends, days)

    def long_overdue(self, due: date) -> date:
        """Return the last day of the weekly steps of an overdue task."""
        return due + timedelta(weeks=self.ladder.overdue_weeks)

    def is_last_chance(self, day: date, today: date) -> bool:
        """Whether no working day lies between today and a day, or the day is over."""
        return day <= next_working_day(today, self.calendar)

    def _ahead(self, day: date, days: int) -> date:
        return by_working_day(day - timedelta(days=days), self.calendar)
