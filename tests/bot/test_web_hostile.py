"""The web server meets bytes that no browser sends: it refuses them, and nothing is logged."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import web

import bot.web_requests
import channels.webchat
import channels.webhooks
from bot.web import Part, serving, web_app
from channels.webhooks import read_json
from tests.harness.web_login import Browser, Office, Program


@pytest.fixture
async def program(tmp_path: Path) -> AsyncIterator[Program]:
    async with Office(tmp_path).at_work() as program:
        yield program


async def _sent(address: str, raw: bytes) -> int:
    """Send a request as it stands and return the answer's status."""
    place = urlsplit(address)
    assert place.hostname
    assert place.port
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    try:
        writer.write(raw)
        async with asyncio.timeout(10):
            line = await reader.readline()
        return int(line.split()[1])
    finally:
        writer.close()
        await writer.wait_closed()


@pytest.mark.parametrize("path", ["/", "/logout", "/events"])
async def test_a_cookie_that_is_no_text_is_nobodys(program: Program, path: str) -> None:
    """It is answered as one that was never given out."""
    raw = b"GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: baocao=\xff\xfe\r\n\r\n" % path.encode()
    assert await _sent(program.address, raw) < 500


async def test_a_proof_that_is_no_text_is_none(program: Program) -> None:
    """Whatever stands in the header, it proves nothing."""
    async with Browser.opened(program) as browser:
        await browser.log_in(await program.code(await program.person()))
        raw = (
            b"POST /say HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            b"Content-Length: 22\r\nCookie: baocao=%s\r\nX-Baocao-Page: \xff\xfe\r\n\r\n"
            b'{"id":"a","text":"hi"}' % browser.cookie.encode()
        )
        assert await _sent(program.address, raw) == 403


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/", b"application/x-www-form-urlencoded"), ("/say", b"application/json")],
)
async def test_nobody_holds_the_line(
    program: Program, monkeypatch: pytest.MonkeyPatch, path: str, kind: bytes
) -> None:
    """Words that do not arrive are waited for a while, not for ever."""
    monkeypatch.setattr(bot.web_requests, "PATIENCE", 0.05)
    raw = (
        b"POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %s\r\n"
        b"Content-Length: 100\r\n\r\ncode="
    )
    assert await _sent(program.address, raw % (path.encode(), kind)) == 503


async def test_no_platform_holds_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A call whose body does not arrive is given up: an account's is read before it is known."""
    monkeypatch.setattr(channels.webhooks, "PATIENCE", 0.05)

    async def answer(request: web.Request) -> web.Response:
        return web.Response(body=await read_json(request))

    raw = (
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        b"Content-Length: 100\r\n\r\n{"
    )
    app = web_app([Part(routes=[web.post("/", answer)])])
    async with serving(app, "127.0.0.1", 0) as address:
        assert await _sent(address, raw) == 408


async def test_a_chat_has_no_end_of_streams(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each reads the database at every word: one too many is asked to come later."""
    monkeypatch.setattr(channels.webchat, "MOST_STREAMS", 2)
    async with Browser.opened(program) as browser:
        await browser.join(await program.code(await program.person()))
        async with browser.follow() as first, browser.follow() as second:
            await first.until("live")
            await second.until("live")
            async with browser.http.get("/events") as refused:
                assert refused.status == 429
                assert refused.headers["Retry-After"] == "10"
