"""Long polling that lets go of an update only after it was handled."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast
from urllib.parse import urlencode

import structlog
from telegram import Bot, Update, User
from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from channels.telegram_backlog import Backlog
from channels.telegram_errors import seconds_of
from channels.telegram_request import AiohttpRequest
from channels.telegram_updates import ALLOWED
from dialogue.faults import raised_at

log = structlog.get_logger()

_BATCH = 100

HandIn = Callable[[Update, User, datetime], Awaitable[None]]
"""Takes an update, the bot itself, and when the update arrived here first."""


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


class Polling:
    """Hands in updates in order per chat and side by side across chats."""

    def __init__(
        self,
        bot: Bot,
        request: AiohttpRequest,
        commands: Sequence[tuple[str, str]],
        timing: Timing,
        clock: Callable[[], datetime],
    ) -> None:
        self._bot = bot
        self._request = request
        self._commands = commands
        self._timing = timing
        self._clock = clock
        self._backlog = Backlog()
        self._state = "starting"
        self._rest = timing.rest
        self._at_work: set[asyncio.Task[None]] = set()

    async def run(self, handle: HandIn) -> None:
        """Poll until cancelled; an update whose `handle` raised comes again."""
        me: User | None = None
        async with asyncio.TaskGroup() as chats:
            while True:
                try:
                    me = me or await self._greet()
                    batch = await self._poll()
                    arrived = self._clock()
                except TelegramError as error:
                    await self._recover(error)
                    continue
                self._turn("running")
                self._rest = self._timing.rest
                for chat in self._backlog.take(batch, arrived):
                    task = chats.create_task(self._work_off(chat, me, handle))
                    self._at_work.add(task)
                    task.add_done_callback(self._at_work.discard)
                await self._settle()

    async def _greet(self) -> User:
        """Make Telegram ready to be polled, and learn the bot's own name."""
        me = await self._bot.get_me()
        await self._bot.delete_webhook()
        if self._commands:
            try:
                await self._bot.set_my_commands(self._commands)
            except BadRequest as refused:
                log.error("telegram.commands_refused", reason=refused.message)
        return me

    async def _poll(self) -> list[Update]:
        """Ask for updates as they stand: Bot.get_updates loses a batch over one it cannot read."""
        query: dict[str, Any] = {
            "limit": _BATCH,
            "timeout": self._timing.poll,
            "allowed_updates": json.dumps(ALLOWED),
        }
        if (offset := self._backlog.offset) is not None:
            query["offset"] = offset
        found = await self._request.post(
            f"{self._bot.base_url}/getUpdates?{urlencode(query)}",
            read_timeout=self._timing.poll + self._request.read_timeout,
        )
        return [self._read(item) for item in cast("list[dict[str, Any]]", found)]

    def _read(self, item: dict[str, Any]) -> Update:
        """Read one update; an unreadable one is let go of and reported without its words."""
        try:
            return Update.de_json(item, self._bot)
        except (KeyError, TypeError, ValueError, AttributeError) as unreadable:
            log.error(
                "telegram.update_unreadable",
                update=item["update_id"],
                fields=sorted(item),
                error=type(unreadable).__name__,
            )
            return Update(update_id=item["update_id"])

    async def _work_off(self, chat: int, me: User, handle: HandIn) -> None:
        try:
            while (update := self._backlog.first(chat)) is not None:
                await handle(update, me, self._backlog.arrived_at(update))
                self._backlog.finish(chat)
        except Exception as error:  # noqa: BLE001 - the turn's boundary: no chat stops another
            number = update and update.update_id
            log.error("telegram.update_failed", update=number, **raised_at(error))
        finally:
            self._backlog.give_up(chat)

    async def _settle(self) -> None:
        """Wait for the chats at work, but let no slow one hold up the rest."""
        if self._at_work:
            await asyncio.wait(self._at_work, timeout=self._timing.patience)
        if self._backlog.has_failed:
            await asyncio.sleep(self._timing.rest)

    async def _recover(self, error: TelegramError) -> None:
        match error:
            case RetryAfter():
                self._turn("slowed down")
                await asyncio.sleep(seconds_of(error))
                return
            case InvalidToken():
                self._turn("token refused")
            case Conflict():
                self._turn("another program polls with this token")
            case _:
                self._turn("unreachable")
        await asyncio.sleep(self._rest)
        self._rest = min(self._rest * 2, self._timing.longest_rest)

    def _turn(self, state: str) -> None:
        """Log a change of state, once."""
        if state != self._state:
            self._state = state
            tell = log.info if state == "running" else log.warning
            tell("telegram.receiving", state=state)
