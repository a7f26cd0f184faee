"""A Zalo bot: no buttons, no edits; choices are lines to type, files are links or pictures.

A picture goes out only where Zalo can fetch it from a public address of ours; elsewhere it is left
out, for the message before it has said it all.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from channels.enclosed import PHOTOS, instead_of
from channels.enclosed import caption_of as caption_of_file
from channels.intake import with_files
from channels.port import (
    Condition,
    Handle,
    NotSent,
    Publish,
    Refused,
    SendError,
    Uncertain,
    Wait,
    Welcome,
)
from channels.webhooks import Webhook
from channels.zalo_files import fetch
from channels.zalo_http import Failed, NotReached, ZaloError
from channels.zalo_receiving import ZaloReceiving, ZaloTiming
from channels.zalo_render import Styled, caption_of, render
from channels.zalo_request import SILENCE, TOKEN_REFUSED, TOO_MANY, ZaloRequest
from dialogue.messages import Attachment, Chart, Delivery, File, Inbound, Message
from storage.files import FileStore

ZALO = "https://bot-api.zaloplatforms.com"
"""Zalo's own server."""
_NOT_TAKEN = 400


def channel_of(token: str) -> str:
    """Return the channel's name: it holds the bot's public number, as there may be several."""
    return f"zalo:{token.partition(':')[0]}"


class ZaloBotChannel:
    """One Zalo bot; used as `async with`, which holds its connections."""

    echoes = False

    def __init__(
        self,
        token: str,
        files: FileStore,
        clock: Callable[[], datetime],
        *,
        base_url: str = ZALO,
        webhook_url: str | None = None,
        welcome: Welcome,
        publish: Publish | None = None,
        timing: ZaloTiming | None = None,
    ) -> None:
        self.name = channel_of(token)
        self._files = files
        self._welcome = welcome
        self._publish = publish
        self._timing = timing or ZaloTiming()
        self._request = ZaloRequest(token, base_url)
        self._receiving = ZaloReceiving(
            self.name, token, self._request, self._timing, clock, webhook_url
        )
        self._slower = self._timing.rests.grow()

    async def __aenter__(self) -> Self:
        await self._request.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._request.__aexit__(kind, error, trace)

    @property
    def condition(self) -> Condition:
        """How receiving stands."""
        return self._receiving.condition

    @property
    def webhooks(self) -> Sequence[Webhook]:
        """The address that Zalo calls; none where it is asked."""
        return self._receiving.webhooks

    async def receive(self, handle: Handle) -> None:
        """Hand in updates until cancelled; see `channels.port.Channel`."""
        await self._receiving.run(self._with_files, handle)

    async def send(self, delivery: Delivery) -> str | None:
        """Send one delivery and return the last message's id; raise a SendError."""
        sent = None
        try:
            match delivery.content:
                case Message() as message:
                    for styled in render(message):
                        sent = await self._say(delivery.chat, styled)
                case Chart() as chart if self._publish and (picture := self._publish(delivery)):
                    sent = await self._show(delivery.chat, picture, caption_of(chart))
                case Attachment() as attachment:
                    sent = await self._enclose(delivery, attachment)
        except ZaloError as error:
            raise self._send_error(error) from error
        if sent is not None:
            self._slower = self._timing.rests.grow()
        return sent

    async def fetch(self, file: File) -> File:
        """Bring a picture to disk and return it with its hash, or with its problem."""
        return await fetch(self._request, self._files, file, self._timing.fetch)

    async def _with_files(self, inbound: Inbound) -> Inbound:
        """An update with its pictures fetched."""
        return await with_files(inbound, self._welcome, self.fetch)

    async def _say(self, chat: str, styled: Styled) -> str:
        said: dict[str, Any] = {"chat_id": chat, "text": styled.text}
        try:
            styles = {"text_styles": styled.styles} if styled.styles else {}
            sent = await self._request.call("sendMessage", said | styles)
        except Failed as refused:
            if refused.code != _NOT_TAKEN or not styled.styles:
                raise
            sent = await self._request.call("sendMessage", said)
        return _id_of(sent)

    async def _show(self, chat: str, picture: str, caption: str) -> str:
        """Have Zalo fetch a picture and show it."""
        shown = {"chat_id": chat, "photo": picture, "caption": caption}
        return _id_of(await self._request.call("sendPhoto", shown))

    async def _enclose(self, delivery: Delivery, attachment: Attachment) -> str:
        """Have Zalo fetch a photo; of another file give the address, or say where it can be had."""
        address = None if self._publish is None else self._publish(delivery)
        there = await self._files.has(attachment.sha256)
        if there and address is not None and attachment.media_type in PHOTOS:
            try:
                return await self._show(delivery.chat, address, caption_of_file(attachment))
            except Failed as refused:
                if refused.code != _NOT_TAKEN:
                    raise
        return await self._say(delivery.chat, Styled(instead_of(attachment, address, there=there)))

    def _send_error(self, error: ZaloError) -> SendError:
        """The port's error for Zalo's; what is not known to be otherwise is uncertain."""
        match error:
            case NotReached():
                return NotSent(str(error))
            case Failed(code=code) if code == TOO_MANY:
                return Wait(next(self._slower))  # Zalo does not say how long
            case Failed(code=code) if code == TOKEN_REFUSED:
                return NotSent("the token was refused", trouble="token refused")
            case Failed(code=code) if code < 500 and code != SILENCE:
                return Refused(str(error))
            case _:
                return Uncertain(str(error))


def _id_of(sent: Any) -> str:
    """The id of a message; empty where Zalo tells none of what it has sent."""
    return str(sent.get("message_id", "")) if isinstance(sent, dict) else ""
