"""The web chat's pages and addresses: choose a person, talk, follow the chat's events.

In demo mode (`seats` given) a person is chosen from the roster, and only this very machine may ask.
"""

import json
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import aclosing, asynccontextmanager, suppress
from itertools import groupby
from pathlib import Path
from secrets import token_hex
from typing import Protocol

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.web_guard import Problem, guard, harden
from bot.web_requests import (
    FORM_ROOM,
    Typed,
    chunks,
    name_of,
    read_file,
    read_said,
)
from channels.intake import LONGEST_TEXT
from channels.webchat import NotAcknowledged, WebChannel
from dialogue.messages import Delivery, Echo, Edit, Message, Press
from dialogue.texts import Texts
from domain.model import Model
from storage.files import MEGABYTE, BadType, TooLarge

PAGES = Path(__file__).parent / "pages"
_BODY_CAP = 128 * 1024
ACCEPT = ".pdf,.jpg,.jpeg,.png,.webp,.heic,.docx,.xlsx,.doc,.xls"
"""What the page lets a person choose; the file store judges by content."""
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
    """A person one can be in the demo; `role` and `agency` as they are shown.

    `tries` are things to say to begin with, each sent by one tap.
    """

    id: int
    name: str
    role: str
    agency: str
    tries: tuple[str, ...] = ()


class Seats(Protocol):
    """The roster that demo mode chooses from."""

    async def people(self) -> Sequence[Seat]:
        """Everybody, in the order of showing; people of one role stand together."""

    async def sit(self, person_id: int) -> str:
        """Return the web chat of a person, bound to that person; the same each time."""


def web_app(channel: WebChannel, texts: Texts, seats: Seats | None) -> web.Application:
    """Make the web application; its shutdown ends the channel's streams first."""
    site = _Site(channel, texts, seats)
    app = web.Application(
        middlewares=[guard(site.refuse, loopback=seats is not None)], client_max_size=_BODY_CAP
    )
    app.on_response_prepare.append(harden)
    app.on_shutdown.append(site.close)
    app.router.add_get("/health", site.health)
    app.router.add_static("/assets", PAGES / "assets")
    if seats is not None:
        app.router.add_get("/", site.choose)
        app.router.add_get(r"/chat/{seat:[0-9]{1,18}}", site.chat)
        app.router.add_get(r"/chat/{seat:[0-9]{1,18}}/events", site.events, allow_head=False)
        app.router.add_post(r"/chat/{seat:[0-9]{1,18}}/say", site.say)
        app.router.add_post(r"/chat/{seat:[0-9]{1,18}}/file", site.file)
    return app


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int) -> AsyncIterator[str]:
    """Serve an application until left, and yield its address; port 0 takes a free one."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        named, bound = runner.addresses[0][:2]
        yield f"http://[{named}]:{bound}" if ":" in named else f"http://{named}:{bound}"
    finally:
        await runner.cleanup()


class _Site:
    """The handlers; `edition` tells a page that the server began anew under it."""

    def __init__(self, channel: WebChannel, texts: Texts, seats: Seats | None) -> None:
        self._channel = channel
        self._texts = texts
        self._seats = seats
        self._edition = token_hex(8)
        self._chats: dict[int, str] = {}
        self._pages = Environment(
            loader=FileSystemLoader(PAGES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._pages.globals.update(say=texts.plain, language=texts.language)

    async def close(self, _app: web.Application) -> None:
        self._channel.close()

    async def health(self, _request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def choose(self, _request: web.Request) -> web.Response:
        people = await self._roster.people()
        groups = [(role, list(group)) for role, group in groupby(people, lambda seat: seat.role)]
        return self._page("choose.html", groups=groups, count=len(people))

    async def chat(self, request: web.Request) -> web.Response:
        seat = await self._seated(request)
        most = {"web-too-long": LONGEST_TEXT, "web-file-too-large": self._megabytes}
        texts = {
            id_: self._texts.plain(id_, **({"most": most[id_]} if id_ in most else {}))
            for id_ in _SCRIPT_TEXTS
        }
        return self._page(
            "chat.html",
            seat=seat,
            texts=json.dumps(texts, ensure_ascii=False),
            longest=LONGEST_TEXT,
            largest=self._channel.largest_file,
            accept=ACCEPT,
        )

    async def events(self, request: web.Request) -> web.StreamResponse:
        after = request.headers.get("Last-Event-ID") or request.query.get("after") or "0"
        if not (after.isascii() and after.isdigit() and len(after) <= 18):
            raise Problem(400, "web-bad-position")
        chat = await self._chat_of(request)
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        with suppress(ConnectionError):
            await response.prepare(request)
            await response.write(_event("hello", {"edition": self._edition}))
            async with aclosing(self._channel.stream(chat, int(after))) as stream:
                async for delivery in stream:
                    if delivery is None:
                        await response.write(_event("live", {}))
                    else:
                        await response.write(_event("said", self._shown(delivery), delivery.id))
        return response

    async def say(self, request: web.Request) -> web.Response:
        if request.content_type != "application/json":
            raise Problem(415, "web-need-json")
        said = read_said(await request.read())
        chat = await self._chat_of(request)
        if isinstance(said, Typed):
            return await self._taken(self._channel.say(chat, said.id, said.text))
        press = Press(token=said.token, key=said.key, message=said.message)
        return await self._taken(self._channel.press(chat, said.id, press))

    async def file(self, request: web.Request) -> web.Response:
        if (request.content_length or 0) > self._channel.largest_file + FORM_ROOM:
            raise self._too_large()
        chat = await self._chat_of(request)
        id_, part = await read_file(request)
        try:
            return await self._taken(self._channel.attach(chat, id_, name_of(part), chunks(part)))
        except TooLarge as error:
            raise self._too_large() from error
        except BadType as error:
            raise Problem(415, "web-file-type") from error

    def refuse(self, request: web.Request, problem: Problem) -> web.Response:
        """Say what went wrong: as a page to who opens one, as JSON to the chat page."""
        sentence = self._texts.plain(problem.text, **problem.values)
        if request.method == "POST" or request.path.endswith("/events"):
            return web.json_response({"problem": sentence}, status=problem.status)
        home = self._seats is not None and problem.status != 421
        return self._page("problem.html", status=problem.status, sentence=sentence, home=home)

    async def _seated(self, request: web.Request) -> Seat:
        """Sit down on the seat named in the address."""
        person = int(request.match_info["seat"])
        for seat in await self._roster.people():
            if seat.id == person:
                self._chats[person] = await self._roster.sit(person)
                return seat
        raise Problem(404, "web-no-person")

    @property
    def _roster(self) -> Seats:
        if self._seats is None:
            raise Problem(404, "web-no-page")
        return self._seats

    async def _chat_of(self, request: web.Request) -> str:
        """The chat of the seat; only opening the page sits down again who has signed out."""
        person = int(request.match_info["seat"])
        if person not in self._chats:
            await self._seated(request)
        return self._chats[person]

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

    def _page(self, template: str, *, status: int = 200, **values: object) -> web.Response:
        body = self._pages.get_template(template).render(status=status, **values)
        return web.Response(text=body, content_type="text/html", status=status)

    def _shown(self, delivery: Delivery) -> dict[str, object]:
        """A delivery as the page takes it; times are written here, in Vietnamese time."""
        shown: dict[str, object] = {"id": delivery.id, "text": delivery.content.text}
        if delivery.queued_at is not None:
            shown["time"] = self._texts.plain("web-time", at=delivery.queued_at)
            shown["day"] = self._texts.plain("web-day", at=delivery.queued_at)
        match delivery.content:
            case Edit(message=message):
                return {**shown, "kind": "edit", "message": message}
            case Echo(of=of):
                return {**shown, "kind": "echo", "of": of}
            case Message(choices=choices, token=token):
                buttons = [{"key": choice.key, "caption": choice.caption} for choice in choices]
                return {**shown, "kind": "message", "token": token, "choices": buttons}


def _event(name: str, data: dict[str, object], id_: int | None = None) -> bytes:
    head = f"event: {name}\n" if id_ is None else f"event: {name}\nid: {id_}\n"
    return f"{head}data: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
