"""Receiving from Zalo, by asking or by being called, and how it stands.

Zalo forgets an update when it gives it away to a poll, so that the next is asked for only when
that one is committed: at most the one in hand is lost where the program is killed, and none
where it is stopped. Whether Zalo
calls again after a call that failed is not known; a call is answered only after the commit.
"""

import asyncio
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from channels.line_state import LineState
from channels.port import Condition, Handle
from channels.webhooks import Webhook, is_secret, read_json, secret_of
from channels.zalo_http import Failed, ZaloError
from channels.zalo_request import SILENCE, TOKEN_REFUSED, TOO_MANY, ZaloRequest
from channels.zalo_turns import ChatTurns, Fill, Rests, seen_through
from channels.zalo_updates import Unreadable, inbound_of

log = structlog.get_logger()

SECRET_HEADER = "X-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
_TRIES = 5
"""How often a call's update is tried before Zalo is told to come again."""


class ZaloTiming(NamedTuple):
    """How long things may take, in seconds."""

    poll: int = 30
    """How long Zalo keeps a poll open while there is nothing new."""
    fetch: float = 20.0
    """How long a picture may take to arrive."""
    rests: Rests = Rests()
    check: float = 300.0
    """How long until Zalo is asked again whether the webhook is still ours."""


class ZaloReceiving:
    """One bot's receiving; with the public `url` of a webhook Zalo calls us there."""

    def __init__(
        self,
        name: str,
        token: str,
        request: ZaloRequest,
        timing: ZaloTiming,
        clock: Callable[[], datetime],
        url: str | None,
    ) -> None:
        self._line = LineState(name, clock)
        self.webhooks = (Webhook(urlsplit(url).path, self.answer),) if url is not None else ()
        self._name = name
        self._secret = secret_of(token)
        self._request = request
        self._timing = timing
        self._clock = clock
        self._url = url
        self._fill: Fill
        self._handle: Handle | None = None
        self._turns = ChatTurns(name, timing.rests)

    @property
    def condition(self) -> Condition:
        """How receiving stands."""
        return self._line.condition

    async def run(self, fill: Fill, handle: Handle) -> None:
        """Receive until cancelled."""
        self._fill, self._handle = fill, handle
        rests, greeted = self._timing.rests.grow(), False
        try:
            while True:
                try:
                    if not greeted:
                        await self._greet()
                        greeted = True
                    await self._step(handle)
                except ZaloError as error:
                    self._line.turn(_state_of(error), by_hand=_is_refused(error))
                    await asyncio.sleep(next(rests))
                else:
                    self._line.turn(None)
                    rests = self._timing.rests.grow()
        finally:
            self._handle = None

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one call; nothing of it is read unless it has the secret."""
        if not is_secret(request.headers.get(SECRET_HEADER, ""), self._secret):
            raise web.HTTPForbidden
        body = await read_json(request)
        if self._handle is None:
            raise web.HTTPServiceUnavailable
        try:
            update = json.loads(body)
        except (ValueError, RecursionError) as unreadable:
            error = type(unreadable).__name__
            log.error("zalo.call_unreadable", channel=self._name, bytes=len(body), error=error)
            return web.Response()
        if not await self._take(update, self._handle, _TRIES):
            raise web.HTTPServiceUnavailable
        return web.Response()

    async def _greet(self) -> None:
        """Have Zalo call us, or make it ready to be asked."""
        await self._request.call("getMe")
        if self._url is not None:
            await self._ask_for_calls(self._url)
            self._line.turn(None)
            return
        try:
            await self._request.call("deleteWebhook")
        except Failed as refused:  # which is how Zalo says that there was none
            if refused.code != web.HTTPBadRequest.status_code:
                raise

    async def _step(self, handle: Handle) -> None:
        """Take the next update; or look after a while whether the calls still come to us."""
        if self._url is None:
            update = await self._poll()
            if update:
                self._line.turn(None)
                await seen_through(self._take(update, handle, None))
            return
        await asyncio.sleep(self._timing.check)
        info = await self._request.call("getWebhookInfo")
        if info["url"] != self._url:
            self._line.turn("another program had taken the webhook")
            await self._ask_for_calls(self._url)

    async def _ask_for_calls(self, url: str) -> None:
        await self._request.call("setWebhook", {"url": url, "secret_token": self._secret})

    async def _poll(self) -> Any:
        """Ask for the next update; None where there is none.

        What does not run yet is asked for little, so that it is told of soon.
        """
        wait = self._timing.poll if self._line.condition.trouble is None else 1
        try:
            return await self._request.call("getUpdates", {"timeout": str(wait)}, patience=wait)
        except Failed as silence:
            if silence.code != SILENCE:
                raise
            return None

    async def _take(self, body: Any, handle: Handle, tries: int | None) -> bool:
        """Hand an update in until it is committed, in its chat's order; return whether it was.

        Without a number of `tries` it is tried for ever: nobody else has it any more.
        """
        try:
            inbound = inbound_of(body, self._name, self._clock())
        except Unreadable as unreadable:
            log.error("zalo.update_unreadable", channel=self._name, fields=str(unreadable))
            return True
        if inbound is None:
            return True
        return await self._turns.take(inbound, self._fill, handle, tries)


def _state_of(error: ZaloError) -> str:
    match error:
        case Failed(code=code) if code == TOKEN_REFUSED:
            return "token refused"
        case Failed(code=code) if code == TOO_MANY:
            return "slowed down"
        case Failed():
            return f"refused: {error}"
        case _:
            return "unreachable"


def _is_refused(error: ZaloError) -> bool:
    """Whether only a person can mend it."""
    return isinstance(error, Failed) and error.code == TOKEN_REFUSED
