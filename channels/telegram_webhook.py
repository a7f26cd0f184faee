"""Telegram calling us: an update is answered with 200 only after it was handled.

What is answered otherwise comes again: Telegram keeps it for a day, and keeps a chat's order.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from telegram import Bot, Update, User
from telegram.error import TelegramError

from channels.lanes import Lanes, NotDone
from channels.telegram_line import Line, Timing, greet
from channels.telegram_polling import HandIn
from channels.telegram_updates import ALLOWED, read_update
from channels.webhooks import Webhook, is_secret, read_json, secret_of

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
CONNECTIONS = 40
"""How many updates Telegram may bring at once."""
_AGAIN = {"Retry-After": "2"}


class PublicAddress(NamedTuple):
    """Where Telegram reaches us; without a secret of its own one is made from the token."""

    url: str
    secret: str | None = None


class _Taking(NamedTuple):
    """What takes the calls while they are received."""

    lanes: Lanes
    handle: HandIn
    me: User

    async def take(self, update: Update, arrived: datetime) -> None:
        async def turn(first_arrived: datetime) -> None:
            await self.handle(update, self.me, first_arrived)

        chat = update.effective_chat.id if update.effective_chat else 0
        await self.lanes.handle(str(chat), update.update_id, arrived, turn)


class Calls:
    """Has Telegram call us, takes its calls, and looks whether they arrive."""

    def __init__(
        self,
        bot: Bot,
        address: PublicAddress,
        commands: Sequence[tuple[str, str]],
        line: Line,
        timing: Timing,
        clock: Callable[[], datetime],
    ) -> None:
        self.webhooks = (Webhook(urlsplit(address.url).path, self.answer),)
        self._bot = bot
        self._url = address.url
        self._secret = address.secret or secret_of(bot.token)
        self._commands = commands
        self._line = line
        self._timing = timing
        self._clock = clock
        self._taking: _Taking | None = None

    async def run(self, handle: HandIn) -> None:
        """Take calls until cancelled; an update whose `handle` raised comes again."""
        me: User | None = None
        try:
            async with asyncio.TaskGroup() as tasks:
                lanes = Lanes("telegram", tasks)
                while True:
                    try:
                        me = me or await greet(self._bot, self._commands)
                        await self._ask_for_calls()
                        self._taking = _Taking(lanes, handle, me)
                        self._line.runs()
                        await self._look_after()
                    except TelegramError as error:
                        await self._line.recover(error)
        finally:
            self._taking = None

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one call; nothing of it is read unless it has the secret."""
        if not is_secret(request.headers.get(SECRET_HEADER, ""), self._secret):
            raise web.HTTPForbidden
        update = self._read(await read_json(request))
        if self._taking is None:
            raise web.HTTPServiceUnavailable(headers=_AGAIN)
        if update is not None:
            try:
                await self._taking.take(update, self._clock())
            except NotDone as undone:
                raise web.HTTPServiceUnavailable(headers=_AGAIN) from undone
        return web.Response()

    def _read(self, body: bytes) -> Update | None:
        """Read an update; what is none is let go of, for it would be none the next time."""
        try:
            item = json.loads(body)
            if not isinstance(item, dict) or not isinstance(item.get("update_id"), int):
                raise TypeError
        except (ValueError, TypeError, RecursionError) as unreadable:
            error = type(unreadable).__name__
            log.error("telegram.call_unreadable", bytes=len(body), error=error)
            return None
        return read_update(item, self._bot)

    async def _ask_for_calls(self) -> None:
        await self._bot.set_webhook(
            self._url,
            secret_token=self._secret,
            allowed_updates=ALLOWED,
            max_connections=CONNECTIONS,
        )

    async def _look_after(self) -> None:
        """Look from time to time whether calls arrive; return when they are no longer ours."""
        told = (await self._bot.get_webhook_info()).last_error_date
        while True:
            await asyncio.sleep(self._timing.check)
            info = await self._bot.get_webhook_info()
            if info.url != self._url:
                self._line.turn("another program has taken the webhook")
                return
            if info.pending_update_count and info.last_error_date != told:
                self._line.turn(f"calls do not arrive: {info.last_error_message}")
            else:
                self._line.runs()
            told = info.last_error_date
