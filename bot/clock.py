"""The one clock of the program; `--today` shows any day."""

from collections.abc import Callable
from datetime import date, datetime

from dialogue.texts import ZONE

Clock = Callable[[], datetime]
"""Returns the moment now, in Vietnamese time."""


def clock(today: date | None = None) -> Clock:
    """Return the clock of the machine, or one whose day stays `today` while its hours pass."""

    def now() -> datetime:
        real = datetime.now(ZONE)
        if today is None:
            return real
        return real.replace(year=today.year, month=today.month, day=today.day)

    return now


def is_today(clock: Clock) -> bool:
    """Whether a clock tells the real day, not one that is only shown."""
    return clock().date() == datetime.now(ZONE).date()
