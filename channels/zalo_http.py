"""Calls to Zalo over one aiohttp session; no address, and so no token, is told of in a failure."""

from collections.abc import AsyncGenerator, Mapping
from types import TracebackType
from typing import Any, NamedTuple, Self

import aiohttp
from yarl import URL

from channels.public_web import Public, leads_out

_CONNECT = 5.0
_READ = 15.0
_CHUNK = 64 * 1024
_HOPS = 3
"""How often an address of a file may lead to another."""


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


class Answer(NamedTuple):
    """What came back, whatever it says."""

    status: int
    body: bytes


class ZaloHttp:
    """The connections; used as `async with`.

    Files come over https from the public internet, or from `home`, where the settings name one.
    """

    def __init__(self, home: str | None = None) -> None:
        self._home = None if home is None else URL(home).origin()
        self._session: aiohttp.ClientSession | None = None
        self._outside: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        self._outside = aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(),
            connector=aiohttp.TCPConnector(resolver=Public()),
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for session in (self._session, self._outside):
            if session is not None:
                await session.close()
        self._session = self._outside = None

    async def post(
        self,
        url: str,
        *,
        patience: float = 0,
        headers: Mapping[str, str] | None = None,
        **content: Any,
    ) -> Answer:
        """Post `json` or `data`; raise NotReached or Unclear.

        `patience` is how many seconds longer than usual the answer may take.
        """
        try:
            async with _open(self._session).post(
                url,
                headers=headers,
                timeout=_timeout(patience),
                allow_redirects=False,
                **content,
            ) as answer:
                return Answer(answer.status, await answer.read())
        except (aiohttp.ClientError, TimeoutError, OSError) as broken:
            failure = _failure(broken)
        raise failure  # outside `except`: aiohttp's error holds the URL and stays behind

    async def chunks(self, address: str) -> AsyncGenerator[bytes, None]:
        """Stream a file from the address Zalo gave; raise a ZaloError."""
        failure: ZaloError = NotReached("no address of a file")
        try:
            url = URL(address)
            for _ in range(_HOPS):
                async with self._way_to(url).get(
                    url, timeout=_timeout(0), allow_redirects=False
                ) as answer:
                    if answer.status == 200:
                        async for chunk in answer.content.iter_chunked(_CHUNK):
                            yield chunk
                        return
                    failure = Failed(answer.status, "file not given")
                    if not (300 <= answer.status < 400 and "Location" in answer.headers):
                        break
                    url = url.join(URL(answer.headers["Location"]))
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as broken:
            failure = _failure(broken)
        raise failure

    def _way_to(self, url: URL) -> aiohttp.ClientSession:
        """The connections that a file may be fetched over; ValueError where it may not be."""
        if url.absolute and url.origin() == self._home:
            return _open(self._session)
        if not leads_out(url):
            raise ValueError("not public")
        return _open(self._outside)


def _open(session: aiohttp.ClientSession | None) -> aiohttp.ClientSession:
    if session is None:
        raise RuntimeError("the connections are not open")
    return session


def _timeout(patience: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, connect=_CONNECT, sock_read=_READ + patience)


def _failure(broken: Exception) -> ZaloError:
    """What is known of a broken call; only the name of the error is told on."""
    name = type(broken).__name__
    match broken:
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError() | ValueError():
            return NotReached(name)
        case _:
            return Unclear(name)
