"""Personal data (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP): consents, requests, their clock."""

import re
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
_PHONE = re.compile(r"(?<![\w/])(?:\+?84|0)(?:[\s.-]?\d){8,10}(?![\w/])")
_SHOWN = 3


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
    """That a person agreed to a version of the notice, when, on which channel; its words' hash.

    `words` is what was shown, None where it was not kept.
    """

    version: str
    channel: str
    agreed_at: datetime
    withdrawn_at: datetime | None
    hash: str | None
    words: str | None


def answer_by(asked: datetime, calendar: Calendar) -> datetime:
    """Return the moment two working days after a request, at the same time of the day."""
    day = asked.date()
    for _ in range(WORKING_DAYS):
        day = next_working_day(day, calendar)
    return datetime.combine(day, asked.timetz())


def without_phones(text: str) -> str:
    """Return a text with every phone number in it masked: 0912 345 678 as 09xx…678."""
    return _PHONE.sub(_masked_phone, text)


def masked(account: str) -> str:
    """Return a platform's id of an account, masked but for its end."""
    return f"…{account[-_SHOWN:]}" if len(account) > 2 * _SHOWN else "…"


def _masked_phone(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found.group())
    local = digits if digits.startswith("0") else f"0{digits.removeprefix('84')}"
    return f"{local[:2]}xx…{local[-_SHOWN:]}"
