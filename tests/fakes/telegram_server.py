"""A Telegram on loopback: the Bot API over HTTP, with people to play and faults to plan.

In a test:

    async with FakeTelegram() as fake:
        officer = fake.user(7)
        officer.say("nv 9")
        (reply,) = await officer.replies(1)

As a program: `python -m tests.fakes.telegram_server --port 0` prints its port; another process
drives it by POST /control/… (see telegram_control.py).
"""

import argparse
import asyncio
import contextlib
import json
import socket
import struct
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, unquote

from aiohttp import web

from tests.fakes.telegram_chat import Chat, Sent
from tests.fakes.telegram_control import control
from tests.fakes.telegram_faults import ApiError, Fault, Faults
from tests.fakes.telegram_hook import Hook
from tests.fakes.telegram_methods import Params, Telegram

TOKEN = "110201543:AAFakeTelegramKnowsThisTokenOnly000"

_LARGEST_BODY = 64 * 1024 * 1024
_GATEWAY = b"<html><head><title>502 Bad Gateway</title></head></html>"


class FakeTelegram:
    """The server; `telegram` is what it serves, `faults` how it fails."""

    def __init__(self, token: str = TOKEN, seed: int = 0) -> None:
        self.token = token
        self.faults = Faults(seed)
        self.telegram = Telegram(self.faults)
        self.calls: dict[str, int] = {}
        self.port = 0
        self._called = asyncio.Event()
        self.hook.taken = lambda: self._count("webhook")
        self._listener: asyncio.Server | None = None
        self._http: web.Server | None = None
        self._calling: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """The base URL, as `base_url` of a bot before "/bot"."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def hook(self) -> Hook:
        """How the bot is called, where it asked for that."""
        return self.telegram.hook

    @property
    def sent(self) -> list[Sent]:
        """Everything the bot sent or edited, in order."""
        return self.telegram.sent

    @property
    def answered(self) -> list[str]:
        """The presses that were answered."""
        return self.telegram.answered

    def user(self, chat_id: int, name: str = "Người thử") -> Chat:
        """The person of a private chat, who has pressed Start."""
        return self._chat(chat_id, name, "private")

    def group(self, chat_id: int, name: str = "Nhóm thử") -> Chat:
        """A group; its id is negative."""
        return self._chat(chat_id, name, "supergroup")

    async def replies(self, chat_id: int, count: int = 1) -> list[Sent]:
        """The next messages and edits in a chat that were not taken yet."""
        return await self.user(chat_id).replies(count)

    async def called(self, method: str, count: int = 1) -> None:
        """Return when a method was called, or the bot's "webhook" took an update, so often."""
        while self.calls.get(method.lower(), 0) < count:
            self._called.clear()
            await self._called.wait()

    async def __aenter__(self) -> Self:
        await self.listen()
        self._calling = asyncio.create_task(self.hook.run())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.refuse()
        if self._calling is not None:
            self._calling.cancel()
            await asyncio.gather(self._calling, return_exceptions=True)

    async def listen(self, port: int = 0) -> None:
        """Take connections, after `refuse` on the port it had."""
        self._http = web.Server(self._serve, access_log=None)
        self._listener = await asyncio.get_running_loop().create_server(
            self._http, "127.0.0.1", port or self.port, backlog=1024
        )
        self.port = self._listener.sockets[0].getsockname()[1]

    async def refuse(self) -> None:
        """Break every connection and refuse new ones."""
        if self._listener is None or self._http is None:
            return
        self._listener.close()
        self.telegram.updates.stop()
        await self._http.shutdown(0.1)
        self._listener = self._http = None

    def _chat(self, chat_id: int, name: str, kind: str) -> Chat:
        chat = self.telegram.chats.get(chat_id)
        if chat is None:
            chat = self.telegram.chats[chat_id] = Chat(self.telegram, chat_id, name, kind)
        return chat

    async def _serve(self, request: web.BaseRequest) -> web.Response:
        path, _, query = request.raw_path.partition("?")
        if path.startswith("/bot"):
            token, _, method = unquote(path[4:]).partition("/")
            if token != self.token:
                return _refusal(ApiError(401, "Unauthorized"))
            params = dict(parse_qsl(query, keep_blank_values=True)) | await params_of(request)
            return await self._answer(request, method.lower(), params)
        if path.startswith("/file/bot"):
            return await self._download(request, *unquote(path[9:]).split("/", 1))
        if path.startswith("/control/"):
            done = await control(self, path.removeprefix("/control/"), await params_of(request))
            return web.json_response(done)
        return _refusal(ApiError(404, "Not Found"))

    def _count(self, method: str) -> None:
        self.calls[method] = self.calls.get(method, 0) + 1
        self._called.set()

    async def _answer(self, request: web.BaseRequest, method: str, params: Params) -> web.Response:
        self._count(method)
        fault = self.faults.next(method)
        if fault is not None and (instead := await befall(request, fault)) is not None:
            return instead
        try:
            if method == "getupdates":
                if fault is not None and fault.kind == "duplicate":
                    found = self.telegram.updates.repeat(int(params.get("offset") or 0))
                else:
                    found = await self.telegram.poll(params)
                answer = b'{"ok":true,"result":[' + b",".join(found) + b"]}"
            else:
                result = self.telegram.call(method, params)
                answer = json.dumps({"ok": True, "result": result}).encode()
        except ApiError as error:
            return _refusal(error)
        if fault is not None and fault.kind == "reset-after":
            return reset(request)
        return web.Response(body=answer, content_type="application/json")

    async def _download(self, request: web.BaseRequest, token: str, path: str) -> web.Response:
        fault = self.faults.next("file")
        if fault is not None and (instead := await befall(request, fault)) is not None:
            return instead
        content = self.telegram.file_at(path) if token == self.token else None
        if content is None:
            return _refusal(ApiError(404, "Not Found"))
        return web.Response(body=content)


async def params_of(request: web.BaseRequest) -> Params:
    """The parameters, from a form, JSON or several parts."""
    if not request.can_read_body:
        return {}
    if request.content_type == "multipart/form-data":
        form = await request.clone(client_max_size=_LARGEST_BODY).post()
        return {name: _content(value) for name, value in form.items()}
    body = await request.read()
    if request.content_type == "application/json":
        loaded: Any = json.loads(body or b"{}")
        return dict(loaded)
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def _content(value: str | bytes | bytearray | web.FileField) -> str | bytes | bytearray:
    if not isinstance(value, web.FileField):
        return value
    with value.file as file:
        return file.read()


async def befall(request: web.BaseRequest, fault: Fault) -> web.Response | None:
    """What comes of a fault instead of the call; None where the call is done all the same."""
    match fault.kind:
        case "error":
            return _refusal(ApiError(fault.code, fault.description))
        case "too-many":
            seconds = int(fault.seconds) if fault.seconds == int(fault.seconds) else fault.seconds
            words = f"Too Many Requests: retry after {seconds}"
            return _refusal(ApiError(429, words, retry_after=seconds))
        case "bad-gateway":
            return web.Response(status=502, body=_GATEWAY, content_type="text/html")
        case "reset-before":
            return reset(request)
        case "slow":
            await asyncio.sleep(fault.seconds)
    return None


def reset(request: web.BaseRequest) -> web.Response:
    """Break the connection as a failing network does."""
    if request.transport is not None:
        wire = request.transport.get_extra_info("socket")
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
    return web.Response()


def _refusal(error: ApiError) -> web.Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": error.code,
        "description": error.description,
    }
    if error.parameters:
        body["parameters"] = error.parameters
    return web.json_response(body, status=error.code)


async def _stay(port: int, token: str, seed: int) -> None:
    fake = FakeTelegram(token, seed)
    fake.port = port
    async with fake:
        print(fake.port, flush=True)  # noqa: T201 - the port is what this program tells
        await asyncio.Event().wait()


def main() -> None:
    """Serve until killed."""
    options = argparse.ArgumentParser(description="A Telegram on loopback for tests.")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--token", default=TOKEN)
    options.add_argument("--seed", type=int, default=0)
    chosen = options.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_stay(chosen.port, chosen.token, chosen.seed))


if __name__ == "__main__":
    main()
