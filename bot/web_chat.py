"""The web chat's page and addresses: talk, send a file, follow the chat's events."""

import json
from collections.abc import Awaitable, Sequence
from contextlib import aclosing, suppress
from secrets import token_hex
from typing import NamedTuple, Protocol

from aiohttp import web

from bot.web_files import SHOWN, file_response
from bot.web_guard import Problem, SignedOut, TooOften
from bot.web_pages import Pages
from bot.web_requests import (
    FORM_ROOM,
    Typed,
    chunks,
    name_of,
    read_body,
    read_file,
    read_said,
)
from channels.intake import LONGEST_TEXT
from channels.webchat import NotAcknowledged, Still, WebChannel
from dialogue.messages import Attachment, Chart, Delivery, Echo, Edit, Message, Press
from dialogue.state import mark
from domain.model import Model
from storage.files import MEGABYTE, BadType, TooLarge

ACCEPT = ".pdf,.jpg,.jpeg,.png,.webp,.heic,.docx,.xlsx,.doc,.xls"
"""What the page lets a person choose; the file store judges by content."""
_STREAM_LATER = 10.0
_SCRIPT_TEXTS = (
    "web-choices",
    "web-discard",
    "web-empty",
    "web-file-too-large",
    "web-file-type",
    "web-from-bot",
    "web-from-person",
    "web-refused",
    "web-sending",
    "web-too-long",
    "web-waits",
)


class Seat(Model):
    """A person at the chat; `role` and `agency` as they are shown, both empty for a stranger.

    `tries` are things to say to begin with, each sent by one tap. `proof` is what the page must
    show with all it sends, where its browser is signed in.
    """

    id: int
    name: str
    role: str
    agency: str
    tries: tuple[str, ...] = ()
    proof: str = ""


class Visit(NamedTuple):
    """The chat that a request speaks in, and whether it is that person's still."""

    chat: str
    still: Still


class Door(Protocol):
    """Who a request comes from; a Problem is raised where that is nobody who may come in."""

    async def open(self, request: web.Request) -> Seat:
        """Return who opens the page."""

    async def visit(self, request: web.Request) -> Visit:
        """Return the chat that is spoken in or followed."""


class ChatSite:
    """The handlers; `edition` tells a page that the server began anew under it."""

    def __init__(self, channel: WebChannel, pages: Pages, door: Door) -> None:
        self._channel = channel
        self._pages = pages
        self._texts = pages.texts
        self._door = door
        self._edition = token_hex(8)

    def routes(self, path: str) -> Sequence[web.RouteDef]:
        """The chat's addresses; its page stands at `path`, the others below."""
        return (
            web.get(path or "/", self.page),
            web.get(f"{path}/events", self.events, allow_head=False),
            web.get(f"{path}/picture/{{id:[0-9]{{1,18}}}}", self.picture),
            web.get(f"{path}/attachment/{{id:[0-9]{{1,18}}}}", self.attachment),
            web.post(f"{path}/say", self.say),
            web.post(f"{path}/file", self.file),
        )

    async def page(self, request: web.Request) -> web.Response:
        """Show the chat's page."""
        seat = await self._door.open(request)
        most = {"web-too-long": LONGEST_TEXT, "web-file-too-large": self._megabytes}
        texts = {
            id_: self._texts.plain(id_, **({"most": most[id_]} if id_ in most else {}))
            for id_ in _SCRIPT_TEXTS
        }
        page = self._pages.show(
            "chat.html",
            seat=seat,
            texts=json.dumps(texts, ensure_ascii=False),
            longest=LONGEST_TEXT,
            largest=self._channel.largest_file,
            accept=ACCEPT,
        )
        page.headers["Cache-Control"] = "no-store"
        return page

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Tell the chat's deliveries from a position on, as they come."""
        after = request.headers.get("Last-Event-ID") or request.query.get("after") or "0"
        if not (after.isascii() and after.isdigit() and len(after) <= 18):
            raise Problem(400, "web-bad-position")
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",  # a proxy that gathers would hold words back
            }
        )
        try:
            visit = await self._door.visit(request)
        except SignedOut:  # as an event, for a page cannot read the status of a refused stream
            await response.prepare(request)
            await response.write(_event("ended", {}))
            return response
        if not self._channel.has_room(visit.chat):
            raise TooOften("web-too-fast", _STREAM_LATER)
        with suppress(ConnectionError):
            await response.prepare(request)
            await self._tell(response, visit, int(after))
        return response

    async def _tell(self, response: web.StreamResponse, visit: Visit, after: int) -> None:
        await response.write(_event("hello", {"edition": self._edition}))
        async with aclosing(self._channel.stream(visit.chat, after, visit.still)) as stream:
            async for delivery in stream:
                if delivery is None:
                    await response.write(_event("live", {}))
                else:
                    await response.write(_event("said", self._shown(delivery), delivery.id))
        if not await visit.still():
            await response.write(_event("ended", {}))

    async def picture(self, request: web.Request) -> web.Response:
        """Show the picture of a chart that was said in this chat; it is the same for ever."""
        visit = await self._door.visit(request)
        picture = await self._channel.picture(visit.chat, int(request.match_info["id"]))
        if picture is None:
            raise Problem(404, "web-no-page")
        lasting = {"Cache-Control": "private, max-age=604800, immutable"}
        return web.Response(body=picture, content_type="image/png", headers=lasting)

    async def attachment(self, request: web.Request) -> web.StreamResponse:
        """Give a kept file that was sent to this chat, to who is at it now."""
        visit = await self._door.visit(request)
        found = await self._channel.attachment(visit.chat, int(request.match_info["id"]))
        if found is None:
            raise Problem(404, "web-no-page")
        return await file_response(self._channel.files, found)

    async def say(self, request: web.Request) -> web.Response:
        """Take words or a tap; answered once it is committed."""
        if request.content_type != "application/json":
            raise Problem(415, "web-need-json")
        said = read_said(await read_body(request))
        chat, _ = await self._door.visit(request)
        if isinstance(said, Typed):
            return await self._taken(self._channel.say(chat, said.id, said.text))
        press = Press(token=said.token, key=said.key, message=said.message)
        return await self._taken(self._channel.press(chat, said.id, press))

    async def file(self, request: web.Request) -> web.Response:
        """Take a file; answered once it is committed."""
        if (request.content_length or 0) > self._channel.largest_file + FORM_ROOM:
            raise self._too_large()
        chat, _ = await self._door.visit(request)
        id_, part = await read_file(request)
        try:
            return await self._taken(self._channel.attach(chat, id_, name_of(part), chunks(part)))
        except TooLarge as error:
            raise self._too_large() from error
        except BadType as error:
            raise Problem(415, "web-file-type") from error

    async def _taken(self, turn: Awaitable[None]) -> web.Response:
        try:
            await turn
        except NotAcknowledged as error:
            raise Problem(503, "web-try-again") from error
        return web.json_response({})

    def _too_large(self) -> Problem:
        return Problem(413, "web-file-too-large", most=self._megabytes)

    @property
    def _megabytes(self) -> int:
        return self._channel.largest_file // MEGABYTE

    def _shown(self, delivery: Delivery) -> dict[str, object]:
        """A delivery as the page takes it; times are written here, in Vietnamese time."""
        shown: dict[str, object] = {"id": delivery.id}
        if delivery.queued_at is not None:
            shown["time"] = self._texts.plain("web-time", at=delivery.queued_at)
            shown["day"] = self._texts.plain("web-day", at=delivery.queued_at)
        match delivery.content:
            case Edit(text=text, message=message):
                return {**shown, "kind": "edit", "text": text, "message": message}
            case Echo(text=text, of=of):
                return {**shown, "kind": "echo", "text": text, "of": of}
            case Chart() as chart:
                return {**shown, "kind": "chart", "text": chart.words, "version": mark(chart)}
            case Attachment() as file:
                shows = file.media_type in SHOWN
                return {**shown, "kind": "file", "text": file.caption, "picture": shows}
            case Message(text=text, choices=choices, token=token):
                buttons = [{"key": choice.key, "caption": choice.caption} for choice in choices]
                said = {"text": text, "token": token, "choices": buttons}
                return {**shown, "kind": "message", **said}


def _event(name: str, data: dict[str, object], id_: int | None = None) -> bytes:
    head = f"event: {name}\n" if id_ is None else f"event: {name}\nid: {id_}\n"
    return f"{head}data: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
