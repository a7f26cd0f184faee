"""Days and times on the command line, and how to write them where they cannot be read."""

from contextlib import suppress
from datetime import datetime

from bot.user_error import UserError
from dialogue.texts import ZONE

_DAYS = ("%Y-%m-%d", "%d/%m/%Y")


def day(said: str) -> datetime:
    """Return a day's first minute in Sóc Trăng; what is no day is refused with how to write one."""
    return _read(said, _DAYS, "cli-day-form")


def moment(said: str) -> datetime:
    """Return a day and time; anything else is refused with how to write it."""
    times = tuple(f"{each} %H:%M" for each in _DAYS)
    return _read(said, times, "cli-moment-form")


def _read(said: str, forms: tuple[str, ...], refusal: str) -> datetime:
    for form in forms:
        with suppress(ValueError):
            return datetime.strptime(" ".join(said.split()), form).replace(tzinfo=ZONE)
    raise UserError(refusal, said=said)
