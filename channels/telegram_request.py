"""The requests of python-telegram-bot over one aiohttp session; the token leaves no trace here.

NotReached
    No connection was had: nothing was sent.
TimedOut, NetworkError
    The connection broke after the request may have left.
The rest (RetryAfter, Forbidden, BadRequest …) is told from the answer by BaseRequest itself.
"""

import io
import json
import os
from collections.abc import AsyncGenerator
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

os.environ.setdefault("PTB_TIMEDELTA", "true")  # else every RetryAfter warns of its own future

_UNASKED = BaseRequest.DEFAULT_NONE
_JSON = {"Content-Type": "application/json"}
_CHUNK = 64 * 1024
_UPLOAD = 60.0


class NotReached(NetworkError):
    """The request certainly did not leave: no connection could be had."""


class AiohttpRequest(BaseRequest):
    """Carries requests over one pool of connections; `secret` is struck out of every failure."""

    def __init__(
        self,
        secret: str,
        *,
        proxy: str | None = None,
        connections: int = 100,
        connect_timeout: float = 5.0,
        read_timeout: float = 10.0,
    ) -> None:
        if proxy is not None and not proxy.startswith(("http://", "https://")):
            raise ValueError("only http:// and https:// proxies are supported")
        self._secret = secret.encode()
        self._proxy = proxy
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._timeout = self._timeout_of(read_timeout)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer is waited for where a call does not say."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session; nothing where it is open."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the session and its connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; an unreadable one is an error and is not logged with its words."""
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or not answer.keys() & {"result", "description"}:
            raise TelegramError("Invalid server response")
        return answer

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = _UNASKED,
        write_timeout: object = _UNASKED,
        connect_timeout: object = _UNASKED,
        pool_timeout: object = _UNASKED,
    ) -> tuple[int, bytes]:
        """Send one request and return the status and the answer."""
        plain = request_data is None or not request_data.contains_files
        try:
            async with self._open.request(
                method,
                url,
                data=_body(request_data),
                headers=_JSON if plain else None,
                timeout=self._timeout_for(read_timeout, plain=plain),
                proxy=self._proxy,
                allow_redirects=False,
            ) as answer:
                status, payload = answer.status, await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as broken:
            failure = _failure(broken)
        else:
            return status, payload if status < 300 else payload.replace(self._secret, b"***")
        raise failure  # outside `except`: aiohttp's error holds the URL and stays behind

    async def chunks(self, url: str) -> AsyncGenerator[bytes, None]:
        """Stream a file; raises as a request does."""
        try:
            async with self._open.get(
                url, timeout=self._timeout, proxy=self._proxy, allow_redirects=False
            ) as answer:
                if answer.status == 200:
                    async for chunk in answer.content.iter_chunked(_CHUNK):
                        yield chunk
                    return
                failure = NetworkError(f"file not given ({answer.status})")
        except (aiohttp.ClientError, TimeoutError) as broken:
            failure = _failure(broken)
        raise failure

    @property
    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the request is not initialized")
        return self._session

    def _timeout_for(self, read: object, *, plain: bool) -> aiohttp.ClientTimeout:
        if isinstance(read, int | float):
            return self._timeout_of(read)
        return self._timeout if plain else self._timeout_of(_UPLOAD)

    def _timeout_of(self, read: float) -> aiohttp.ClientTimeout:
        return aiohttp.ClientTimeout(
            total=None, connect=self._connect_timeout, sock_read=read, sock_connect=None
        )


def _body(request_data: RequestData | None) -> bytes | aiohttp.FormData | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.json_payload
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in request_data.multipart_data.items():
        whole = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, whole, filename=filename, content_type=media_type)
    return form


def _failure(broken: Exception) -> NetworkError:
    """What is known of a broken request; only the name of the error is told on."""
    name = type(broken).__name__
    match broken:
        case (
            aiohttp.ClientConnectorError()
            | aiohttp.ConnectionTimeoutError()
            | aiohttp.ClientHttpProxyError()
            | aiohttp.InvalidURL()
        ):
            return NotReached(name)
        case TimeoutError():
            return TimedOut(name)
        case _:
            return NetworkError(name)
