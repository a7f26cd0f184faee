"""How the line to Telegram stands, tried again ever more seldom."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

import structlog
from telegram import Bot, User
from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from channels.line_state import LineState
from channels.telegram_errors import seconds_of

log = structlog.get_logger()


class Timing(NamedTuple):
    """How long things may take, in seconds."""

    poll: int = 50
    """How long Telegram keeps a poll open while there is nothing new."""
    fetch: float = 20.0
    """How long a file may take to arrive."""
    patience: float = 1.0
    """How long the next poll waits for slow chats of this one."""
    rest: float = 1.0
    """The first pause after a failure; it doubles up to `longest_rest`."""
    longest_rest: float = 60.0
    check: float = 120.0
    """How long until Telegram is asked again whether it reaches our webhook."""


class Line(LineState):
    """The state of receiving, and the pause before the next try."""

    def __init__(self, channel: str, timing: Timing, clock: Callable[[], datetime]) -> None:
        super().__init__(channel, clock)
        self._timing = timing
        self._rest = timing.rest

    def runs(self) -> None:
        """It works, or works again."""
        self._rest = self._timing.rest
        self.turn(None)

    async def recover(self, error: TelegramError) -> None:
        """Tell of a failure, and return when it is time to try again."""
        match error:
            case RetryAfter():
                self.turn("slowed down")
                await asyncio.sleep(seconds_of(error))
                return
            case InvalidToken():
                self.turn("token refused", by_hand=True)
            case Conflict():
                self.turn("another program polls with this token")
            case BadRequest():
                self.turn(f"refused: {error.message}")
            case _:
                self.turn("unreachable")
        await asyncio.sleep(self._rest)
        self._rest = min(self._rest * 2, self._timing.longest_rest)


async def greet(bot: Bot, commands: Sequence[tuple[str, str]]) -> User:
    """Learn the bot's own name, and show its commands in the menu."""
    me = await bot.get_me()
    if commands:
        try:
            await bot.set_my_commands(commands)
        except BadRequest as refused:
            log.error("telegram.commands_refused", reason=refused.message)
    return me
