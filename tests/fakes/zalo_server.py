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
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

import aiohttp
from aiohttp import web

from tests.fakes.telegram_faults import ApiError, Faults
from tests.fakes.telegram_server import befall, params_of, reset
from tests.fakes.zalo_chat import Person, Sent
from tests.fakes.zalo_hook import ZaloHook

TOKEN = "1459023571:FakeZaloKnowsThisTokenOnly000"
"""The number before the colon is the bot's own and no secret."""

LONGEST = 2000
_STYLES = {"b", "i", "u", "s"}
_PHOTO = "/photo/"
_LONGEST_POLL = 30.0


class FakeZalo:
    """The server; `faults` is how it fails, `calls` counts methods in lower case.

    `given` are the ids of the messages that polls were given, never to be given again.
    """

    def __init__(self, token: str = TOKEN, seed: int = 0) -> None:
        self.token = token
        self.faults = Faults(seed)
        self.calls: dict[str, int] = {}
        self.sent: list[Sent] = []
        self.given: list[str] = []
        self.hook = ZaloHook(self.faults, lambda: self._count("webhook"))
        self.port = 0
        self._people: dict[str, Person] = {}
        self._photos: list[bytes] = []
        self._updates: deque[dict[str, Any]] = deque()
        self._messages = 0
        self._news = asyncio.Event()
        self._idle = asyncio.Event()
        self._called = asyncio.Event()
        self._last: dict[str, Any] | None = None
        self._listener: asyncio.Server | None = None
        self._http: web.Server | None = None

    @property
    def url(self) -> str:
        """The base URL, before "/bot"."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def waiting(self) -> int:
        """How many updates no poll was given yet."""
        return len(self._updates)

    def user(self, chat: str, name: str = "Người thử") -> Person:
        """The person of a private chat."""
        return self._people.setdefault(chat, Person(self, chat, name))

    def add(self, update: dict[str, Any]) -> None:
        """Bring an update to the webhook, or keep it for the next poll."""
        if self.hook.url:
            self.hook.bring(update)
            return
        self._updates.append(update)
        self._idle.clear()
        self._news.set()

    def lead_to(self, address: str) -> None:
        """Have calls to the webhook reach the program, as its reverse proxy would."""
        self.hook.home = address

    async def delivered(self) -> None:
        """Return when every update was answered with 200."""
        async with asyncio.timeout(10):
            while self._updates or self.hook.waits:
                self._called.clear()
                await self._called.wait()

    def hold(self, content: bytes) -> str:
        """Keep a picture and return its address."""
        self._photos.append(content)
        return f"{self.url}{_PHOTO}{len(self._photos) - 1}"

    def new_message(self) -> str:
        """An id that no other message has."""
        self._messages += 1
        return f"{self._messages:x}d75ab"

    def give_again(self) -> None:
        """Queue the last update given away once more."""
        assert self._last is not None
        self.add(self._last)

    async def called(self, method: str, count: int = 1) -> None:
        """Return when a method was called so often, and the last call has ended."""
        async with asyncio.timeout(10):
            while self.calls.get(method.lower(), 0) < count:
                self._called.clear()
                await self._called.wait()

    async def taken(self) -> None:
        """Return when all updates were given away and the bot asks for more."""
        async with asyncio.timeout(60):
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
        await self.hook.close()
        await self.refuse()

    async def listen(self) -> None:
        """Take connections, after `refuse` on the port it had."""
        self._http = web.Server(self._serve, access_log=None, handler_cancellation=True)
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

    def _count(self, method: str) -> None:
        self.calls[method] = self.calls.get(method, 0) + 1
        self._called.set()

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
                return {"url": self.hook.url, "updated_at": 0}
            case "deleteWebhook":
                if not self.hook.url:
                    raise ApiError(400, "no webhook was set")
                self.hook.url = ""
                return {"url": "", "updated_at": 0}
            case "sendMessage":
                return self._send(params, _text(params.get("text")), _styles(params))
            case "sendPhoto":
                photo = str(params.get("photo"))
                picture = await self._fetched(photo)
                return self._send(params, _text(params.get("caption")), [], photo, picture)
            case "sendChatAction":
                return None
        raise ApiError(400, "unknown method")

    async def _poll(self, seconds: float) -> Any:
        """One update, gone once it is given; two pollers take them from each other.

        A poll whose connection has broken takes nothing any more.
        """
        if self.hook.url:
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
        self._last = self._updates.popleft()
        self.given.append(self._last.get("message", {}).get("message_id", ""))
        return self._last

    async def _fetched(self, url: str) -> bytes:
        """A picture from its public address, where a reverse proxy leads to the program."""
        where = urlsplit(url)
        if where.scheme != "https":
            raise ApiError(400, "photo must be a public URL")
        headers = {"Host": where.netloc, "X-Forwarded-For": "203.0.113.7"}
        async with (
            aiohttp.ClientSession() as session,
            session.get(self.hook.home + where.path, headers=headers) as answer,
        ):
            if answer.status != 200 or answer.content_type not in ("image/png", "image/jpeg"):
                raise ApiError(400, "photo cannot be fetched")
            return await answer.read()

    def _set_webhook(self, params: dict[str, Any]) -> Any:
        if not str(params.get("url", "")).startswith("https://"):
            raise ApiError(400, "url must be https")
        if not 8 <= len(str(params.get("secret_token", ""))) <= 256:
            raise ApiError(400, "secret_token must have 8 to 256 characters")
        self.hook.url, self.hook.secret = params["url"], params["secret_token"]
        while self._updates:
            self.hook.bring(self._updates.popleft())
        return {"url": params["url"], "updated_at": int(time.time() * 1000)}

    def _send(
        self,
        params: dict[str, Any],
        text: str,
        styles: list[dict[str, Any]],
        photo: str | None = None,
        picture: bytes | None = None,
    ) -> Any:
        person = self._people.get(str(params.get("chat_id")))
        if person is None or person.gone:
            raise ApiError(404, "chat not found")
        sent = Sent(person.id, self.new_message(), text, styles, photo, picture)
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
