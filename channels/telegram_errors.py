"""What an error of python-telegram-bot means for a delivery, by its exact class.

BadRequest and NotReached inherit NetworkError: an `except NetworkError` would take a final refusal
for a doubtful one.
"""

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from channels.port import NotSent, Refused, SendError, Uncertain, Wait
from channels.telegram_request import NotReached

_UNREACHABLE = ("chat not found", "user is deactivated", "bot was blocked")


def send_error(error: TelegramError) -> SendError:
    """The port's error for Telegram's; what is not known to be otherwise is uncertain."""
    kind = type(error)
    if isinstance(error, RetryAfter):
        return Wait(seconds_of(error))
    if kind is Forbidden:
        return Refused(error.message, blocked=True)
    if kind is BadRequest:
        text = error.message.lower()
        return Refused(error.message, blocked=any(words in text for words in _UNREACHABLE))
    if kind is ChatMigrated:
        return Refused("the chat has moved to another id")
    if kind is InvalidToken:
        return NotSent("the token was refused", trouble="token refused")
    if kind is NotReached:
        return NotSent(error.message)
    return Uncertain(f"{kind.__name__}: {error.message}")


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)
