"""How the line to Telegram stands: told once on each change, tried again ever more seldom."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

import structlog
from telegram import Bot, User
from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from channels.port import Condition
from channels.telegram_errors import seconds_of

log = structlog.get_logger()

RUNNING = "running"
REFUSED = "token refused"


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


class Line:
    """The state of receiving, and the pause before the next try."""

    def __init__(self, timing: Timing, clock: Callable[[], datetime]) -> None:
        self.condition = Condition("starting", clock())
        self._timing = timing
        self._clock = clock
        self._rest = timing.rest

    def runs(self) -> None:
        """It works, or works again."""
        self._rest = self._timing.rest
        self.turn(RUNNING)

    async def recover(self, error: TelegramError) -> None:
        """Tell of a failure, and return when it is time to try again."""
        match error:
            case RetryAfter():
                self.turn("slowed down")
                await asyncio.sleep(seconds_of(error))
                return
            case InvalidToken():
                self.turn(REFUSED)
            case Conflict():
                self.turn("another program polls with this token")
            case BadRequest():
                self.turn(f"refused: {error.message}")
            case _:
                self.turn("unreachable")
        await asyncio.sleep(self._rest)
        self._rest = min(self._rest * 2, self._timing.longest_rest)

    def turn(self, state: str) -> None:
        """Log a change of state, once; `since` tells when it began to be so."""
        if state == (self.condition.trouble or RUNNING):
            return
        trouble = None if state == RUNNING else state
        self.condition = Condition(trouble, self._clock(), by_hand=state == REFUSED)
        tell = log.info if state == RUNNING else log.warning
        tell("telegram.receiving", state=state)


async def greet(bot: Bot, commands: Sequence[tuple[str, str]]) -> User:
    """Learn the bot's own name, and show its commands in the menu."""
    me = await bot.get_me()
    if commands:
        try:
            await bot.set_my_commands(commands)
        except BadRequest as refused:
            log.error("telegram.commands_refused", reason=refused.message)
    return me
