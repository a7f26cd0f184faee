"""A Zalo on loopback: the Bot API over HTTP, with people to play and faults to plan.

In a test:

    async with FakeZalo() as fake:
        officer = fake.user("6ede9a")
        officer.say("nv 9")
        (reply,) = await officer.replies(1)

It gives away each update once, has neither buttons nor edits, and answers errors under HTTP 200.
"""

import asyncio
import json
import time
from collections import deque
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, unquote

from aiohttp import web

from tests.fakes.telegram_faults import ApiError, Faults
from tests.fakes.telegram_server import befall, params_of, reset

TOKEN = "1459023571:FakeZaloKnowsThisTokenOnly000"
"""The number before the colon is the bot's own and no secret."""

LONGEST = 2000
_STYLES = {"b", "i", "u", "s"}
_PHOTO = "/photo/"
_LONGEST_POLL = 30.0


@dataclass(slots=True)
class Sent:
    """What the bot sent, in order; `styles` are the runs of bold and italic words."""

    chat: str
    message_id: str
    text: str
    styles: list[dict[str, Any]] = field(default_factory=list)
    photo: str | None = None
    at: float = field(default_factory=time.time)

    def styled(self) -> list[tuple[str, str]]:
        """The words that stand out, with how they do."""
        units = self.text.encode("utf-16-le")
        return [
            (units[2 * run["start"] : 2 * (run["start"] + run["len"])].decode("utf-16-le"), style)
            for run in self.styles
            for style in run["st"]
        ]


class Person:
    """A person in a private chat with the bot; every act queues an update and returns its id."""

    def __init__(self, fake: "FakeZalo", chat: str, name: str) -> None:
        self.id = chat
        self.name = name
        self.seen: list[Sent] = []
        self.gone = False
        self._fake = fake
        self._taken = 0
        self._arrived = asyncio.Event()

    def say(self, text: str) -> str:
        """Type a text."""
        return self._send("message.text.received", text=text)

    def send_photo(self, content: bytes, caption: str = "", *, named: str = "photo") -> str:
        """Send a picture; `named` is how this Zalo calls its address."""
        url = self._fake.hold(content)
        return self._send("message.image.received", **{named: url, "caption": caption})

    def send_file(self) -> str:
        """Send a file, of which Zalo gives nothing away."""
        return self._send("message.unsupported.received")

    def sticker(self) -> str:
        """Send a sticker."""
        return self._send("message.sticker.received", sticker="a1", url="https://sticker.invalid/1")

    def voice(self) -> str:
        """Send a voice message."""
        return self._send("message.voice.received", voice_url="https://voice.invalid/1.aac")

    def raw(self, event: str, **message: Any) -> str:
        """Send an event with fields of one's own."""
        return self._send(event, **message)

    async def replies(self, count: int = 1, seconds: float = 10) -> list[Sent]:
        """The next `count` messages that were not taken yet; waits for them."""
        async with asyncio.timeout(seconds):
            while len(self.seen) < self._taken + count:
                self._arrived.clear()
                await self._arrived.wait()
        self._taken += count
        return self.seen[self._taken - count : self._taken]

    def show(self, sent: Sent) -> None:
        """The bot's message arrives."""
        self.seen.append(sent)
        self._arrived.set()

    def _send(self, event: str, **message: Any) -> str:
        number = self._fake.new_message()
        self._fake.add(
            {
                "event_name": event,
                "message": {
                    "message_id": number,
                    "date": int(time.time() * 1000),
                    "from": {"id": self.id, "display_name": self.name, "is_bot": False},
                    "chat": {"id": self.id, "chat_type": "PRIVATE"},
                    **message,
                },
            }
        )
        return number


class FakeZalo:
    """The server; `faults` is how it fails, `calls` counts methods in lower case."""

    def __init__(self, token: str = TOKEN, seed: int = 0) -> None:
        self.token = token
        self.faults = Faults(seed)
        self.calls: dict[str, int] = {}
        self.sent: list[Sent] = []
        self.webhook: dict[str, Any] = {}
        self.port = 0
        self._people: dict[str, Person] = {}
        self._photos: list[bytes] = []
        self._updates: deque[dict[str, Any]] = deque()
        self._messages = 0
        self._news = asyncio.Event()
        self._idle = asyncio.Event()
        self._called = asyncio.Event()
        self._listener: asyncio.Server | None = None
        self._http: web.Server | None = None

    @property
    def url(self) -> str:
        """The base URL, before "/bot"."""
        return f"http://127.0.0.1:{self.port}"

    def user(self, chat: str, name: str = "Người thử") -> Person:
        """The person of a private chat."""
        return self._people.setdefault(chat, Person(self, chat, name))

    def add(self, update: dict[str, Any]) -> None:
        """Queue an update for the next poll."""
        self._updates.append(update)
        self._idle.clear()
        self._news.set()

    def hold(self, content: bytes) -> str:
        """Keep a picture and return its address."""
        self._photos.append(content)
        return f"{self.url}{_PHOTO}{len(self._photos) - 1}"

    def new_message(self) -> str:
        """An id that no other message has."""
        self._messages += 1
        return f"{self._messages:x}d75ab"

    async def called(self, method: str, count: int = 1) -> None:
        """Return when a method was called so often, and the last call has ended."""
        async with asyncio.timeout(10):
            while self.calls.get(method.lower(), 0) < count:
                self._called.clear()
                await self._called.wait()

    async def taken(self) -> None:
        """Return when all updates were given away and the bot asks for more."""
        async with asyncio.timeout(10):
            await self._idle.wait()

    async def __aenter__(self) -> Self:
        await self.listen()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.refuse()

    async def listen(self) -> None:
        """Take connections, after `refuse` on the port it had."""
        self._http = web.Server(self._serve, access_log=None)
        self._listener = await asyncio.get_running_loop().create_server(
            self._http, "127.0.0.1", self.port, backlog=1024
        )
        self.port = self._listener.sockets[0].getsockname()[1]

    async def refuse(self) -> None:
        """Break every connection and refuse new ones."""
        if self._listener is None or self._http is None:
            return
        self._listener.close()
        self._news.set()
        await self._http.shutdown(0.1)
        self._listener = self._http = None

    async def _serve(self, request: web.BaseRequest) -> web.Response:
        path, _, query = request.raw_path.partition("?")
        if path.startswith(_PHOTO):
            return web.Response(body=self._photos[int(path.removeprefix(_PHOTO))])
        token, _, method = unquote(path.removeprefix("/bot")).partition("/")
        if token != self.token:
            return _refusal(ApiError(401, "Unauthorized"))
        params = dict(parse_qsl(query)) | await params_of(request)
        self.calls[method.lower()] = self.calls.get(method.lower(), 0) + 1
        fault = self.faults.next(method.lower())
        if fault is not None and fault.kind == "error":
            return _refusal(ApiError(fault.code, fault.description))
        if fault is not None and (instead := await befall(request, fault)) is not None:
            return instead
        try:
            result = await self._call(method, params)
        except ApiError as error:
            return _refusal(error)
        finally:
            self._called.set()
        if fault is not None and fault.kind == "reset-after":
            return reset(request)
        return web.json_response({"ok": True, "result": result})

    async def _call(self, method: str, params: dict[str, Any]) -> Any:
        match method:
            case "getMe":
                number = self.token.partition(":")[0]
                return {"id": number, "account_name": "bot.Thu", "account_type": "BASIC"}
            case "getUpdates":
                return await self._poll(float(params.get("timeout", 30)))
            case "setWebhook":
                return self._set_webhook(params)
            case "getWebhookInfo":
                return {"url": self.webhook.get("url", ""), "updated_at": 0}
            case "deleteWebhook":
                if not self.webhook:
                    raise ApiError(400, "no webhook was set")
                self.webhook = {}
                return {"url": "", "updated_at": 0}
            case "sendMessage":
                return self._send(params, _text(params.get("text")), _styles(params))
            case "sendPhoto":
                photo = str(params.get("photo"))
                if not photo.startswith(("http://", "https://")):
                    raise ApiError(400, "photo must be a URL")
                return self._send(params, str(params.get("caption", "")), [], photo)
            case "sendChatAction":
                return None
        raise ApiError(400, "unknown method")

    async def _poll(self, seconds: float) -> Any:
        """One update, gone once it is given; two pollers take them from each other."""
        if self.webhook:
            raise ApiError(400, "a webhook is set")
        if not self._updates:
            self._idle.set()
            self._news.clear()
            try:
                async with asyncio.timeout(min(seconds, _LONGEST_POLL)):
                    await self._news.wait()
            except TimeoutError:
                raise ApiError(408, "Request timeout") from None
        if not self._updates:
            raise ApiError(408, "Request timeout")
        return self._updates.popleft()

    def _set_webhook(self, params: dict[str, Any]) -> Any:
        if not str(params.get("url", "")).startswith("https://"):
            raise ApiError(400, "url must be https")
        if not 8 <= len(str(params.get("secret_token", ""))) <= 256:
            raise ApiError(400, "secret_token must have 8 to 256 characters")
        self.webhook = {"url": params["url"], "secret": params["secret_token"]}
        return {"url": params["url"], "updated_at": int(time.time() * 1000)}

    def _send(
        self,
        params: dict[str, Any],
        text: str,
        styles: list[dict[str, Any]],
        photo: str | None = None,
    ) -> Any:
        person = self._people.get(str(params.get("chat_id")))
        if person is None or person.gone:
            raise ApiError(404, "chat not found")
        sent = Sent(person.id, self.new_message(), text, styles, photo)
        self.sent.append(sent)
        person.show(sent)
        return {"message_id": sent.message_id, "date": int(sent.at * 1000)}


def _text(given: object) -> str:
    text = given if isinstance(given, str) else ""
    if not 1 <= len(text.encode("utf-16-le")) // 2 <= LONGEST or not text.strip():
        raise ApiError(400, f"text must have 1 to {LONGEST} characters")
    return text


def _styles(params: dict[str, Any]) -> list[dict[str, Any]]:
    given = params.get("text_styles") or []
    styles: list[dict[str, Any]] = json.loads(given) if isinstance(given, str) else given
    length = len(str(params.get("text")).encode("utf-16-le")) // 2
    for run in styles:
        if not (0 <= run["start"] < run["start"] + run["len"] <= length):
            raise ApiError(400, "text_styles reach over the text")
        if not set(run["st"]) <= _STYLES:
            raise ApiError(400, "unknown style")
    return styles


def _refusal(error: ApiError) -> web.Response:
    """A refusal comes under HTTP 200."""
    return web.json_response(
        {"ok": False, "error_code": error.code, "description": error.description}
    )
