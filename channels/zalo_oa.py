"""A Zalo Official Account: it is called, answers within two seconds, and shows up to five buttons.

What is longer than a button, and more choices than five, stand as lines to type. Somebody silent
for a week cannot be written to: the delivery is refused until that person writes again, unless
the office has registered a template with one field for such a message.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import structlog
from aiohttp import web

from channels.enclosed import caption_of, instead_of
from channels.intake import with_files
from channels.line_state import LineState
from channels.oa_render import (
    Said,
    file_of,
    message_of,
    picture_of,
    template_data,
    upload_kind,
)
from channels.oa_request import OaRequest
from channels.oa_tokens import OAUTH, App, NotConnected, Tokens
from channels.oa_updates import inbound_of, is_signed
from channels.port import (
    Condition,
    Draw,
    Handle,
    NotSent,
    Publish,
    Refused,
    SendError,
    Uncertain,
    Wait,
    Welcome,
)
from channels.webhooks import Webhook, read_json
from channels.zalo_files import fetch
from channels.zalo_http import Failed, NotReached, ZaloError, ZaloHttp
from channels.zalo_turns import ChatTurns, Rests
from channels.zalo_updates import Unreadable
from dialogue.messages import Attachment, Chart, Delivery, File, Inbound, Message
from storage.files import FileStore

log = structlog.get_logger()

OPEN_API = "https://openapi.zalo.me"
"""Zalo's own server."""
SIGNATURE = "X-ZEvent-Signature"

_SEND = "/v3.0/oa/message/cs"
_SEND_TEMPLATE = "/v3.0/oa/message/template"
_SILENT_TOO_LONG = -230
_NOT_FOLLOWING = -213
_TOO_MANY = -32
_TRIES = 3
_CONNECT = "connect the account again"
_ANSWER_WITHIN = 1.5
"""Zalo waits two seconds; then the turn goes on and Zalo is told to come again."""
_FETCH_IN_CALL = 1.0
"""Seconds a file may take while Zalo waits for its answer; what takes longer is fetched later."""
_FETCH = 20.0


class Account(NamedTuple):
    """An account as the office set it up: its application, and what signs its events."""

    app: App
    webhook_secret: str
    webhook_path: str
    template: str | None = None


class ZaloOaChannel:
    """One Official Account; used as `async with`, which holds its connections."""

    name = "zalo-oa"
    echoes = False

    def __init__(
        self,
        account: Account,
        tokens: Path,
        files: FileStore,
        clock: Callable[[], datetime],
        *,
        welcome: Welcome,
        draw: Draw | None = None,
        publish: Publish | None = None,
        api_url: str = OPEN_API,
        oauth_url: str = OAUTH,
        rests: Rests | None = None,
    ) -> None:
        self.webhooks: Sequence[Webhook] = (Webhook(account.webhook_path, self.answer),)
        self._account = account
        self._files = files
        self._clock = clock
        self._welcome = welcome
        self._draw = draw
        self._publish = publish
        self._line = LineState(self.name, clock)
        self._http = ZaloHttp(api_url)
        self._tokens = Tokens(account.app, tokens, self._http, clock, oauth_url=oauth_url)
        self._request = OaRequest(self._http, self._tokens, api_url)
        self._rests = rests or Rests()
        self._turns = ChatTurns(self.name, Rests(first=0.1, longest=0.5))
        self._slower = self._rests.grow()
        self._handle: Handle | None = None

    async def __aenter__(self) -> Self:
        await self._http.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._turns.close()
        await self._http.__aexit__(kind, error, trace)

    @property
    def condition(self) -> Condition:
        """How receiving stands."""
        return self._line.condition

    async def receive(self, handle: Handle) -> None:
        """Take calls until cancelled, keeping the tokens fresh; see `channels.port.Channel`."""
        self._handle = handle
        pauses = self._rests.grow()
        try:
            while True:
                try:
                    await self._tokens.access()
                except NotConnected as refused:
                    self._line.turn(f"{_CONNECT}: {refused}", by_hand=True)
                except ZaloError:
                    self._line.turn("unreachable")
                else:
                    if (why := self._tokens.refused) is not None:  # the old token still works
                        self._line.turn(f"{_CONNECT}: {why}", by_hand=True)
                    else:
                        self._line.turn(None)
                        pauses = self._rests.grow()
                await asyncio.sleep(next(pauses) if self.condition.trouble else self._rests.longest)
        finally:
            self._handle = None

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one call; only what Zalo has signed is heard."""
        body = await read_json(request)
        event = self._signed(body, request.headers.get(SIGNATURE, ""))
        if self._handle is None:
            raise web.HTTPServiceUnavailable
        try:
            inbound = inbound_of(event, self.name, self._clock())
        except Unreadable as unreadable:
            log.error("zalo.update_unreadable", channel=self.name, fields=str(unreadable))
            return web.Response()
        if inbound is not None:
            done = await self._turns.take_within(
                _ANSWER_WITHIN, inbound, self._with_files, self._handle, _TRIES
            )
            if not done:
                raise web.HTTPServiceUnavailable
        return web.Response()

    async def send(self, delivery: Delivery) -> str | None:
        """Send one delivery and return the last message's id; raise a SendError."""
        try:
            match delivery.content:
                case Message() as message:
                    sent = await self._say(delivery.chat, message)
                case Chart() as chart:
                    sent = await self._show(delivery.chat, chart)
                case Attachment() as attachment:
                    sent = await self._enclose(delivery, attachment)
                case _:
                    sent = None
        except ZaloError as error:
            raise self._send_error(error) from error
        self._slower = self._rests.grow()
        return sent

    async def fetch(self, file: File) -> File:
        """Bring a file to disk and return it with its hash, or with its problem."""
        return await fetch(self._http, self._files, file, _FETCH)

    def _signed(self, body: bytes, signature: str) -> Any:
        """Read a body; an HTTP error where Zalo has not signed it."""
        try:
            event = json.loads(body)
        except (ValueError, RecursionError):
            event = None
        stamp = event.get("timestamp") if isinstance(event, dict) else None
        account = self._account
        secret = account.webhook_secret
        if not is_signed(signature, account.app.id, body, str(stamp or ""), secret):
            raise web.HTTPForbidden
        return event

    async def _with_files(self, inbound: Inbound) -> Inbound:
        fetch_soon = partial(fetch, self._http, self._files, seconds=_FETCH_IN_CALL)
        return await with_files(inbound, self._welcome, fetch_soon)

    async def _say(self, chat: str, message: Message) -> str | None:
        sent = None
        for said in message_of(message):
            sent = await self._sent(chat, said)
        return sent

    async def _sent(self, chat: str, said: Said) -> str:
        try:
            body = {"recipient": {"user_id": chat}, "message": said.body}
            data = await self._request.call(_SEND, body)
        except Failed as refused:
            template = self._account.template
            if refused.code != _SILENT_TOO_LONG or template is None:
                raise
            filled = {"user_id": chat, "template_id": template}
            data = await self._request.call(
                _SEND_TEMPLATE, {**filled, "template_data": template_data(said.text)}
            )
        return str(data.get("message_id") or data.get("msg_id") or "")

    async def _show(self, chat: str, chart: Chart) -> str | None:
        """Send a chart as a picture, where somebody draws it."""
        if self._draw is None:
            return None
        picture = await self._draw(chart)
        uploaded = await self._request.upload("image", picture, "chart.png")
        words = f"{chart.title}\n{chart.note}"
        return await self._sent(chat, picture_of(words, uploaded["attachment_id"]))

    async def _enclose(self, delivery: Delivery, attachment: Attachment) -> str:
        """Upload a kept file that Zalo takes; of another give the address, or say where it is."""
        content = await self._files.read(attachment.sha256)
        if content is not None and (
            sent := await self._uploaded(delivery.chat, attachment, content)
        ):
            return sent
        address = None if self._publish is None else self._publish(delivery)
        words = instead_of(attachment, address, there=content is not None)
        return await self._sent(delivery.chat, Said(words, {"text": words}))

    async def _uploaded(self, chat: str, attachment: Attachment, content: bytes) -> str | None:
        """Send a file by upload; None where it is none that Zalo takes."""
        kind = upload_kind(attachment.media_type, len(content))
        if kind is None:
            return None
        try:
            uploaded = await self._request.upload(kind, content, attachment.name)
        except Failed as refused:
            if refused.code == _TOO_MANY:
                raise
            log.warning("oa.upload_refused", code=refused.code)
            return None
        caption = caption_of(attachment)
        if kind == "image":
            return await self._sent(chat, picture_of(caption, uploaded["attachment_id"]))
        await self._sent(chat, Said(caption, {"text": caption}))
        return await self._sent(chat, file_of(caption, uploaded["token"]))

    def _send_error(self, error: ZaloError) -> SendError:
        """The port's error for Zalo's; what is not known to be otherwise is uncertain."""
        match error:
            case NotReached():
                return NotSent(str(error))
            case NotConnected():
                return NotSent("the account is not connected", trouble=_CONNECT)
            case Failed(code=code) if code == _TOO_MANY:
                return Wait(next(self._slower))  # Zalo does not say how long
            case Failed(code=code) if code in (_SILENT_TOO_LONG, _NOT_FOLLOWING):
                return Refused(str(error), blocked=True)
            case Failed(code=code) if code < 0:
                return Refused(str(error))
            case _:
                return Uncertain(str(error))
