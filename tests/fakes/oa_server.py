"""A Zalo Official Account on loopback: consents and tokens, messages, uploads, signed events.

It calls the address it is told with each event until that answers 200, as Zalo does, only sooner.
"""

import asyncio
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.fakes.oa_calls import APP, Calls
from tests.fakes.oa_chat import Person, Sent
from tests.fakes.telegram_faults import Faults
from tests.fakes.telegram_server import befall, params_of, reset

CODE = "consent-given-once"
LONGEST = 2000
LARGEST = {"image": 1024 * 1024, "file": 5 * 1024 * 1024}
"""What an upload may hold, in bytes."""
_TAKEN = {
    "image": (b"\xff\xd8\xff", b"\x89PNG"),
    "file": (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"),
}
"""How what is taken begins."""
MOST_BUTTONS = 5
_PHOTO = "/photo/"


class FakeOa(Calls):
    """The server; `faults` is how it fails."""

    def __init__(self, seed: int = 0) -> None:
        super().__init__()
        self.faults = Faults(seed)
        self.calls: dict[str, int] = {}
        self.sent: list[Sent] = []
        self.access = "access-0"
        self.refresh = "refresh-0"
        self.port = 0
        self._people: dict[str, Person] = {}
        self._held: list[bytes] = []
        self._uploads: dict[str, bytes] = {}
        self._messages = 0
        self._pairs = 0
        self._listener: asyncio.Server | None = None
        self._http: web.Server | None = None
        self._caller: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """The base URL of both of Zalo's servers."""
        return f"http://127.0.0.1:{self.port}"

    def user(self, chat: str) -> Person:
        """Somebody who follows the account."""
        return self._people.setdefault(chat, Person(self, chat))

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

    async def __aenter__(self) -> Self:
        await self.listen()
        self._caller = asyncio.create_task(self.call_for_ever())
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
            case "/v2.0/oa/upload/image" | "/v2.0/oa/upload/file":
                return self._upload(path.rpartition("/")[2], bytes(params["file"]))
        return _refusal(-200, "unknown path")

    def _upload(self, kind: str, content: bytes) -> web.Response:
        """Keep a picture or a file of the kinds and sizes that Zalo takes."""
        if len(content) > LARGEST[kind] or not content.startswith(_TAKEN[kind]):
            return _refusal(-201, "file is invalid")
        name = f"wES{len(self._uploads)}"
        self._uploads[name] = content
        return _success({"attachment_id" if kind == "image" else "token": name})

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
        upload = elements[0]["attachment_id"] if elements else payload.get("token")
        content = None if upload is None else self._uploads[upload]
        return self._deliver(person, Sent(person.id, "", message.get("text", ""), buttons, content))

    def _deliver(self, person: Person, sent: Sent) -> web.Response:
        sent.message_id = self.new_message()
        self.sent.append(sent)
        person.show(sent)
        return _success({"message_id": sent.message_id, "user_id": person.id})


def _success(data: dict[str, Any]) -> web.Response:
    return web.json_response({"error": 0, "message": "Success", "data": data})


def _refusal(code: int, message: str) -> web.Response:
    """A refusal comes under HTTP 200."""
    return web.json_response({"error": code, "message": message})
