"""When people are written to unasked: on working days, in the hours of the settings."""

from dataclasses import dataclass
from datetime import datetime, time

from bot.settings import Settings
from dialogue.texts import ZONE
from domain.period import Calendar
from domain.working_days import is_working_day, next_open


@dataclass(frozen=True)
class SendingHours:
    """From when to when, both included, on the working days of a calendar; answers always go."""

    calendar: Calendar
    first: time
    last: time

    @classmethod
    def of(cls, settings: Settings, calendar: Calendar) -> "SendingHours":
        """The hours of the settings."""
        first, last = settings.sending_hours
        return cls(calendar, first, last)

    def is_open(self, now: datetime) -> bool:
        """Whether something may be sent now."""
        return is_working_day(now.date(), self.calendar) and self.first <= now.time() <= self.last

    def next_open(self, at: datetime) -> datetime:
        """Return the first moment from `at` on at which something may be sent."""
        return next_open(at.astimezone(ZONE), self.calendar, (self.first, self.last))

    def is_over(self, now: datetime) -> bool:
        """Whether nothing is sent any more today."""
        return not is_working_day(now.date(), self.calendar) or now.time() > self.last
