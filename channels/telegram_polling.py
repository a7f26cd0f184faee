"""Long polling that lets go of an update only after it was handled."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, cast
from urllib.parse import urlencode

import structlog
from telegram import Bot, Update, User
from telegram.error import TelegramError

from channels.telegram_backlog import Backlog
from channels.telegram_line import Line, Timing, greet
from channels.telegram_request import AiohttpRequest
from channels.telegram_updates import ALLOWED, read_update
from channels.webhooks import Webhook
from dialogue.faults import raised_at

log = structlog.get_logger()

_BATCH = 100

HandIn = Callable[[Update, User, datetime], Awaitable[None]]
"""Takes an update, the bot itself, and when the update arrived here first."""


class Polling:
    """Hands in updates in order per chat and side by side across chats."""

    webhooks: tuple[Webhook, ...] = ()

    def __init__(
        self,
        bot: Bot,
        request: AiohttpRequest,
        commands: Sequence[tuple[str, str]],
        line: Line,
        timing: Timing,
        clock: Callable[[], datetime],
    ) -> None:
        self._bot = bot
        self._request = request
        self._commands = commands
        self._line = line
        self._timing = timing
        self._clock = clock
        self._backlog = Backlog()
        self._at_work: set[asyncio.Task[None]] = set()

    async def run(self, handle: HandIn) -> None:
        """Poll until cancelled; an update whose `handle` raised comes again."""
        me: User | None = None
        async with asyncio.TaskGroup() as chats:
            while True:
                try:
                    if me is None:
                        found = await greet(self._bot, self._commands)
                        await self._bot.delete_webhook()
                        me = found
                    batch = await self._poll()
                    arrived = self._clock()
                except TelegramError as error:
                    await self._line.recover(error)
                    continue
                self._line.runs()
                for chat in self._backlog.take(batch, arrived):
                    task = chats.create_task(self._work_off(chat, me, handle))
                    self._at_work.add(task)
                    task.add_done_callback(self._at_work.discard)
                await self._settle()

    async def _poll(self) -> list[Update]:
        """Ask for updates as they stand: Bot.get_updates loses a batch over one it cannot read."""
        seconds = self._timing.poll if self._line.condition.trouble is None else 0
        query: dict[str, Any] = {
            "limit": _BATCH,
            "timeout": seconds,  # a line that does not run yet is told of at once
            "allowed_updates": json.dumps(ALLOWED),
        }
        if (offset := self._backlog.offset) is not None:
            query["offset"] = offset
        found = await self._request.post(
            f"{self._bot.base_url}/getUpdates?{urlencode(query)}",
            read_timeout=seconds + self._request.read_timeout,
        )
        return [read_update(item, self._bot) for item in cast("list[dict[str, Any]]", found)]

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
