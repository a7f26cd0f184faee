"""Files are fetched from the public internet alone, whatever address an event tells."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from yarl import URL

from bot.web import Part, serving, web_app
from channels.public_web import Public, is_public, leads_out
from dialogue.messages import File
from tests.fakes.zalo_desk import zalo_on
from tests.fakes.zalo_server import FakeZalo

JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 60


@asynccontextmanager
async def _inside(asked: list[str], *, to: str = "") -> AsyncIterator[str]:
    """Something on the office's own network that trusts who is there."""

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(status=302, headers={"Location": to}) if to else web.Response(body=JPEG)

    app = web_app([Part(routes=[web.get("/{any:.*}", answer)])])
    async with serving(app, "127.0.0.1", 0) as address:
        yield address


def _file(address: str) -> File:
    return File(ref=address, name="a.jpg", media_type="image/jpeg", size=0)


async def test_nothing_inside_is_asked_for(tmp_path: Path) -> None:
    """An address of this machine or its network is not even called, by name or by number."""
    called: list[str] = []

    def connected(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        called.append("somebody")
        writer.close()

    async with FakeZalo() as fake, zalo_on(fake, tmp_path) as channel:
        inside = await asyncio.start_server(connected, "127.0.0.1", 0)
        port = inside.sockets[0].getsockname()[1]
        async with inside:
            for host in ("127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]", "0.0.0.0"):
                for scheme in ("http", "https"):
                    fetched = await channel.fetch(_file(f"{scheme}://{host}:{port}/x"))
                    assert fetched.problem == "unfetched"
    assert called == []


async def test_zalos_own_server_leads_nowhere_inside(tmp_path: Path) -> None:
    """The server of the settings may stand inside; where it leads to is judged again."""
    asked: list[str] = []
    async with (
        FakeZalo() as fake,
        _inside(asked) as inside,
        _inside([], to=f"{inside}/secret") as detour,
        zalo_on(fake, tmp_path, base_url=detour) as channel,
    ):
        fetched = await channel.fetch(_file(f"{detour}/photo"))
    assert fetched.problem == "unfetched"
    assert asked == []


@pytest.mark.parametrize("host", ["a" * 64 + ".vn", "a..vn", "xn--", "a\x00b", "[::1"])
async def test_an_address_that_is_none_breaks_nothing(tmp_path: Path, host: str) -> None:
    """A file at it is one that could not be fetched."""
    async with FakeZalo() as fake, zalo_on(fake, tmp_path) as channel:
        fetched = await channel.fetch(_file(f"https://{host}/x"))
    assert fetched.problem == "unfetched"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("123.30.215.1", True),
        ("2001:ee0::1", True),
        ("10.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("name", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    """Neither this machine's, nor a private network's, nor many machines' at once."""
    assert is_public(address) is public


async def test_a_name_of_this_machine_is_not_resolved() -> None:
    """A name that leads inside is as good as none."""
    resolver = Public()
    with pytest.raises(OSError, match="no public address"):
        await resolver.resolve("localhost", 443, socket.AF_UNSPEC)
    await resolver.close()


@pytest.mark.parametrize(
    ("address", "out"),
    [
        ("https://f1.example.vn/a.jpg", True),
        ("http://f1.example.vn/a.jpg", False),
        ("https://123.30.215.1/a.jpg", True),
        ("https://10.0.0.1/a.jpg", False),
        ("https://[::1]/a.jpg", False),
        ("file:///etc/passwd", False),
        ("/etc/passwd", False),
    ],
)
def test_a_file_comes_over_https_or_not_at_all(address: str, out: bool) -> None:
    """What an address tells by itself is judged before anybody is called."""
    assert leads_out(URL(address)) is out
