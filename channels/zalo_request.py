"""Requests to the Zalo Bot API over one aiohttp session; the token leaves no trace here.

HTTP 200 does not mean success: an answer tells by `ok`, and by `error_code` what went wrong.
"""

import json
from collections.abc import AsyncGenerator, Mapping
from types import TracebackType
from typing import Any, Self

import aiohttp

SILENCE = 408
"""The code of a poll that found nothing, and of a call that took too long."""
TOKEN_REFUSED = 401
TOO_MANY = 429

_CONNECT = 5.0
_READ = 15.0
_CHUNK = 64 * 1024


class ZaloError(Exception):
    """A call did not succeed; the class says what is known of it, the text tells no token."""


class NotReached(ZaloError):
    """No connection was had: nothing was sent."""


class Unclear(ZaloError):
    """The connection broke, or no answer of the API came back: it may have been done."""


class Failed(ZaloError):
    """The API's own refusal, with its `code`."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(f"{code}: {description}")
        self.code = code


class ZaloRequest:
    """Calls methods of one bot; used as `async with`, which holds the connections."""

    def __init__(self, token: str, base_url: str, *, read_timeout: float = _READ) -> None:
        self._token = token
        self._address = f"{base_url.rstrip('/')}/bot{token}"
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._open.close()
        self._session = None

    async def call(
        self, method: str, params: Mapping[str, object] | None = None, *, patience: float = 0
    ) -> Any:
        """Call a method and return its result; raise a ZaloError.

        `patience` is how many seconds longer than usual the answer may take.
        """
        try:
            async with self._open.post(
                f"{self._address}/{method}",
                json=params or {},
                timeout=self._timeout(patience),
                allow_redirects=False,
            ) as answer:
                status, body = answer.status, await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as broken:
            failure = _failure(broken)
        else:
            return self._result(status, body)
        raise failure  # outside `except`: aiohttp's error holds the URL and stays behind

    async def chunks(self, url: str) -> AsyncGenerator[bytes, None]:
        """Stream a picture from the address Zalo gave; raise a ZaloError."""
        failure: ZaloError
        try:
            async with self._open.get(url, timeout=self._timeout(0)) as answer:
                if answer.status == 200:
                    async for chunk in answer.content.iter_chunked(_CHUNK):
                        yield chunk
                    return
                failure = Failed(answer.status, "picture not given")
        except (aiohttp.ClientError, TimeoutError, OSError) as broken:
            failure = _failure(broken)
        raise failure

    def _result(self, status: int, body: bytes) -> Any:
        try:
            envelope = json.loads(body)
        except ValueError:
            envelope = None
        if not isinstance(envelope, dict) or "ok" not in envelope:
            raise Unclear(f"no answer of the API, HTTP {status}")
        if envelope["ok"] is True:
            return envelope.get("result")
        code = envelope.get("error_code")
        description = str(envelope.get("description", "")).replace(self._token, "***")
        raise Failed(code if isinstance(code, int) else status, description)

    def _timeout(self, patience: float) -> aiohttp.ClientTimeout:
        return aiohttp.ClientTimeout(
            total=None, connect=_CONNECT, sock_read=self._read_timeout + patience
        )

    @property
    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the request is not open")
        return self._session


def _failure(broken: Exception) -> ZaloError:
    """What is known of a broken request; only the name of the error is told on."""
    name = type(broken).__name__
    match broken:
        case (
            aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError() | aiohttp.InvalidURL()
        ):
            return NotReached(name)
        case _:
            return Unclear(name)
