"""The web server meets bytes that no browser sends: it refuses them, and nothing is logged."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.harness.web_login import Browser, Office, Program


@pytest.fixture
async def program(tmp_path: Path) -> AsyncIterator[Program]:
    async with Office(tmp_path).at_work() as program:
        yield program


async def _sent(program: Program, raw: bytes) -> int:
    """Send a request as it stands and return the answer's status."""
    place = urlsplit(program.address)
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
    assert await _sent(program, raw) < 500


async def test_a_proof_that_is_no_text_is_none(program: Program) -> None:
    """Whatever stands in the header, it proves nothing."""
    async with Browser.opened(program) as browser:
        await browser.log_in(await program.code(await program.person()))
        raw = (
            b"POST /say HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            b"Content-Length: 22\r\nCookie: baocao=%s\r\nX-Baocao-Page: \xff\xfe\r\n\r\n"
            b'{"id":"a","text":"hi"}' % browser.cookie.encode()
        )
        assert await _sent(program, raw) == 403
