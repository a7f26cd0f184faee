"""Personal data (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP): consents, requests, their clock."""

from datetime import datetime, timedelta
from enum import StrEnum

from domain.model import Model
from domain.period import Calendar
from domain.person import Person
from domain.working_days import next_working_day

NOTICE = "2026-11"
"""The version of the privacy notice; new words are a new version, which people agree to anew."""
KEEP_DAYS = 90
"""How many days messages are kept where nothing else is set."""
WORKING_DAYS = 2
"""Within so many working days a person's request is answered."""
EXTENSION = timedelta(days=15)
"""By how much the time for an answer may be extended, once."""


class RequestKind(StrEnum):
    """What somebody asks to be done with their data; a copy the program makes by itself."""

    COPY = "copy"
    CORRECT = "correct"
    DELETE = "delete"


class Outcome(StrEnum):
    """How a request was answered."""

    DONE = "done"
    REFUSED = "refused"


class DataRequest(Model):
    """A request about somebody's own data; `words` say what is wrong, `reason` why it is refused.

    `due_at` is the moment by which it is to be answered, `extended_for` the reason why that is
    later than it was.
    """

    id: int
    person: Person
    kind: RequestKind
    words: str | None
    asked_at: datetime
    due_at: datetime
    extended_for: str | None = None
    outcome: Outcome | None = None
    reason: str | None = None
    answered_at: datetime | None = None

    @property
    def code(self) -> str:
        """What it is called by."""
        return f"DL{self.id:03}"

    def is_overdue(self, now: datetime) -> bool:
        """Whether it should have been answered by now."""
        return self.outcome is None and now > self.due_at


class Consent(Model):
    """That a person agreed to a version of the notice, when, on which channel.

    `words` is what was shown, None where it was not kept.
    """

    version: str
    channel: str
    agreed_at: datetime
    withdrawn_at: datetime | None
    words: str | None


def answer_by(asked: datetime, calendar: Calendar) -> datetime:
    """Return the moment two working days after a request, at the same time of the day."""
    day = asked.date()
    for _ in range(WORKING_DAYS):
        day = next_working_day(day, calendar)
    return datetime.combine(day, asked.timetz())
