"""A Zalo Official Account on loopback: consents and tokens, messages, uploads, signed events.

It calls the address it is told with each event until that answers 200, as Zalo does, only sooner.
"""

import asyncio
import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp import web

from channels.oa_tokens import App
from tests.fakes.telegram_faults import Faults
from tests.fakes.telegram_server import befall, params_of, reset

APP = App(id="4033220107", secret="FakeAppSecretKnownToNobodyElse")
SECRET = "FakeOaSecretThatSignsEvents"
CODE = "consent-given-once"
LONGEST = 2000
MOST_BUTTONS = 5
_PHOTO = "/photo/"
_AGAIN = 0.02


@dataclass(slots=True)
class Sent:
    """What the account sent, in order."""

    chat: str
    message_id: str
    text: str
    buttons: list[dict[str, str]] = field(default_factory=list)
    picture: bytes | None = None
    template: dict[str, str] | None = None


class Person:
    """Somebody who follows the account; every act becomes an event."""

    def __init__(self, fake: "FakeOa", chat: str) -> None:
        self.id = chat
        self.seen: list[Sent] = []
        self.silent_for_a_week = False
        self._fake = fake
        self._taken = 0
        self._arrived = asyncio.Event()

    def say(self, text: str) -> str:
        """Type a text."""
        return self._send("user_send_text", text=text)

    def tap(self, button: Mapping[str, str]) -> str:
        """Tap a button: its payload comes back as words."""
        return self._send("user_send_text", text=button["payload"])

    def send_photo(self, content: bytes, caption: str = "") -> str:
        """Send a picture."""
        url = self._fake.hold(content)
        attachment = {"type": "image", "payload": {"url": url, "thumbnail": url}}
        return self._send("user_send_image", text=caption, attachments=[attachment])

    def send_file(self, content: bytes, name: str) -> str:
        """Send a file."""
        payload = {"url": self._fake.hold(content), "name": name, "size": str(len(content))}
        return self._send("user_send_file", attachments=[{"type": "file", "payload": payload}])

    def sticker(self) -> str:
        """Send a sticker."""
        return self._send("user_send_sticker", attachments=[{"type": "sticker", "payload": {}}])

    def follow(self) -> None:
        """Begin to follow the account."""
        self._fake.add({"event_name": "follow", "follower": {"id": self.id}})

    async def replies(self, count: int = 1, seconds: float = 10) -> list[Sent]:
        """The next `count` messages that were not taken yet; waits for them."""
        async with asyncio.timeout(seconds):
            while len(self.seen) < self._taken + count:
                self._arrived.clear()
                await self._arrived.wait()
        self._taken += count
        return self.seen[self._taken - count : self._taken]

    def show(self, sent: Sent) -> None:
        """The account's message arrives."""
        self.seen.append(sent)
        self._arrived.set()

    def _send(self, event: str, **message: Any) -> str:
        number = self._fake.new_message()
        sender = {"sender": {"id": self.id}, "recipient": {"id": "oa"}}
        self._fake.add({"event_name": event, **sender, "message": {"msg_id": number, **message}})
        return number


class FakeOa:
    """The server: `faults` is how it fails, `answers` what our address said, each in `took`."""

    def __init__(self, seed: int = 0) -> None:
        self.faults = Faults(seed)
        self.calls: dict[str, int] = {}
        self.sent: list[Sent] = []
        self.answers: list[int] = []
        self.took: list[float] = []
        self._address: str | None = None
        self._reachable = asyncio.Event()
        self._last: dict[str, Any] | None = None
        self.access = "access-0"
        self.refresh = "refresh-0"
        self.port = 0
        self._people: dict[str, Person] = {}
        self._held: list[bytes] = []
        self._uploads: dict[str, bytes] = {}
        self._events: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._messages = 0
        self._pairs = 0
        self._listener: asyncio.Server | None = None
        self._http: web.Server | None = None
        self._caller: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """The base URL of both of Zalo's servers."""
        return f"http://127.0.0.1:{self.port}"

    def call(self, address: str) -> None:
        """Bring events to our address, as its reverse proxy would."""
        self._address = address
        self._reachable.set()

    def user(self, chat: str) -> Person:
        """Somebody who follows the account."""
        return self._people.setdefault(chat, Person(self, chat))

    def add(self, event: dict[str, Any]) -> None:
        """Queue an event for our address."""
        self._events.put_nowait(
            {"app_id": APP.id, "timestamp": str(int(time.time() * 1000)), **event}
        )

    def bring_again(self) -> None:
        """Queue the last event once more, as it was."""
        assert self._last is not None
        self._events.put_nowait(self._last)

    def hold(self, content: bytes) -> str:
        """Keep a file and return its address."""
        self._held.append(content)
        return f"{self.url}{_PHOTO}{len(self._held) - 1}"

    def new_message(self) -> str:
        """An id that no other message has."""
        self._messages += 1
        return f"m{self._messages:05d}"

    def end_token(self) -> None:
        """The access token ends before its time."""
        self.access = "ended"

    async def delivered(self) -> None:
        """Return when every event was answered with 200."""
        async with asyncio.timeout(10):
            await self._events.join()

    async def __aenter__(self) -> Self:
        await self.listen()
        self._caller = asyncio.create_task(self._call_for_ever())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._caller is not None:
            self._caller.cancel()
            await asyncio.wait([self._caller])
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
        await self._http.shutdown(0.1)
        self._listener = self._http = None

    async def _call_for_ever(self) -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                event = await self._events.get()
                await self._reachable.wait()
                while not await self._call(session, event):  # noqa: ASYNC110 - as Zalo does
                    await asyncio.sleep(_AGAIN)
                self._last = event
                self._events.task_done()

    async def _call(self, session: aiohttp.ClientSession, event: dict[str, Any]) -> bool:
        """Bring an event once, signed; return whether it was taken."""
        body = json.dumps(event).encode()
        headers = {
            "Content-Type": "application/json",
            "X-ZEvent-Signature": signature(body, event["timestamp"]),
        }
        try:
            began = time.monotonic()
            async with session.post(str(self._address), data=body, headers=headers) as answer:
                self.answers.append(answer.status)
                self.took.append(time.monotonic() - began)
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    async def _serve(self, request: web.BaseRequest) -> web.Response:
        path = request.path
        if path.startswith(_PHOTO):
            if (fault := self.faults.next("photo")) is not None:
                await befall(request, fault)
            return web.Response(body=self._held[int(path.removeprefix(_PHOTO))])
        self.calls[path] = self.calls.get(path, 0) + 1
        fault = self.faults.next(path)
        if fault is not None and fault.kind == "error":
            return _refusal(fault.code, fault.description)
        if fault is not None and (instead := await befall(request, fault)) is not None:
            return instead
        params = await params_of(request)
        if path == "/v4/oa/access_token":
            done = self._tokens(request, params)
        elif request.headers.get("access_token") != self.access:
            return _refusal(-216, "Access token is invalid")
        else:
            done = self._answer(path, params)
        return reset(request) if fault is not None and fault.kind == "reset-after" else done

    def _tokens(self, request: web.BaseRequest, form: Mapping[str, Any]) -> web.Response:
        """A refresh token works once; with it the old access token ends."""
        known = request.headers.get("secret_key") == APP.secret and form.get("app_id") == APP.id
        given = form.get("refresh_token") == self.refresh or (
            form.get("code") == CODE and len(str(form.get("code_verifier"))) == 43
        )
        if not (known and given):
            return web.json_response({"error": -14014, "error_name": "Invalid refresh token"})
        self._pairs += 1
        self.access, self.refresh = f"access-{self._pairs}", f"refresh-{self._pairs}"
        pair = {"access_token": self.access, "refresh_token": self.refresh, "expires_in": "90000"}
        return web.json_response(pair)

    def _answer(self, path: str, params: dict[str, Any]) -> web.Response:
        match path:
            case "/v3.0/oa/message/cs":
                return self._consult(params)
            case "/v3.0/oa/message/template":
                person = self._people[params["user_id"]]
                data = params["template_data"]
                return self._deliver(person, Sent(person.id, "", "", template=data))
            case "/v2.0/oa/upload/image":
                name = f"wES{len(self._uploads)}"
                self._uploads[name] = bytes(params["file"])
                return _success({"attachment_id": name})
        return _refusal(-200, "unknown path")

    def _consult(self, params: dict[str, Any]) -> web.Response:
        person = self._people.get(params["recipient"]["user_id"])
        message = params["message"]
        payload = message.get("attachment", {}).get("payload", {})
        if person is None:
            return _refusal(-213, "User has not followed the account")
        if person.silent_for_a_week:
            return _refusal(-230, "User has not interacted with the OA in the past 7 days")
        if len(message.get("text", "").encode("utf-16-le")) // 2 > LONGEST:
            return _refusal(-210, "Text is too long")
        buttons = payload.get("buttons", [])
        if len(buttons) > MOST_BUTTONS or any(len(b["payload"]) > 1000 for b in buttons):
            return _refusal(-201, "Params is invalid")
        elements = payload.get("elements", [])
        picture = self._uploads[elements[0]["attachment_id"]] if elements else None
        return self._deliver(person, Sent(person.id, "", message.get("text", ""), buttons, picture))

    def _deliver(self, person: Person, sent: Sent) -> web.Response:
        sent.message_id = self.new_message()
        self.sent.append(sent)
        person.show(sent)
        return _success({"message_id": sent.message_id, "user_id": person.id})


def signature(body: bytes, timestamp: str, secret: str = SECRET) -> str:
    """How Zalo signs a body."""
    signed = APP.id.encode() + body + timestamp.encode() + secret.encode()
    return f"mac={hashlib.sha256(signed).hexdigest()}"


def _success(data: dict[str, Any]) -> web.Response:
    return web.json_response({"error": 0, "message": "Success", "data": data})


def _refusal(code: int, message: str) -> web.Response:
    """A refusal comes under HTTP 200."""
    return web.json_response({"error": code, "message": message})
