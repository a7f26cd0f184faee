"""Public addresses of charts: each is the key to one picture, for some minutes."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import aiohttp
import pytest

from bot.published import LASTS, PublicPictures
from bot.web import serving, web_app
from dialogue.messages import Bar, Chart, Content, Delivery, Message, Series, Tone
from tests.harness.stage import MONDAY

HOME = "https://baocao.example.vn"
CHART = Chart(
    title="Kết quả",
    note="Đến ngày 02/03/2026",
    series=(Series(label="Quá hạn", tone=Tone.BAD),),
    bars=(Bar(label="Sở Xây dựng", values=(3,)),),
)


@dataclass
class Gallery:
    """Two pictures, and what is served of them; `now` is moved by hand."""

    address: str = ""
    now = MONDAY
    pictures: dict[int, bytes] = field(default_factory=lambda: {7: b"seven", 8: b"eight"})

    def __post_init__(self) -> None:
        self.public = PublicPictures(HOME, b"secret", lambda: self.now, self._find)

    async def _find(self, id_: int) -> bytes | None:
        return self.pictures.get(id_)

    def path(self, id_: int = 7, content: Content = CHART) -> str:
        """Where a delivery's picture is told to be."""
        published = self.public.publish(Delivery(id=id_, channel="zalo", chat="c", content=content))
        assert published is not None
        assert published.startswith(f"{HOME}/")
        return published.removeprefix(HOME)

    async def get(self, path: str) -> tuple[int, bytes]:
        """Ask for a path under the public name, as a reverse proxy passes it on."""
        async with (
            aiohttp.ClientSession() as session,
            session.get(self.address + path, headers={"Host": "baocao.example.vn"}) as answer,
        ):
            return answer.status, await answer.read()


@pytest.fixture
async def gallery() -> AsyncIterator[Gallery]:
    gallery = Gallery()
    async with serving(web_app([gallery.public.part()]), "127.0.0.1", 0) as gallery.address:
        yield gallery


async def test_the_address_gives_the_picture(gallery: Gallery) -> None:
    """Who comes with the address gets that very picture, without any cookie."""
    assert await gallery.get(gallery.path(7)) == (200, b"seven")
    assert await gallery.get(gallery.path(8)) == (200, b"eight")


async def test_the_address_ends(gallery: Gallery) -> None:
    """After its minutes the address leads nowhere; a new one is another."""
    path = gallery.path()
    gallery.now += LASTS - timedelta(seconds=1)
    assert (await gallery.get(path))[0] == 200
    gallery.now += timedelta(seconds=1)
    assert (await gallery.get(path))[0] == 404
    assert gallery.path() != path


async def test_no_part_of_an_address_can_be_changed(gallery: Gallery) -> None:
    """Another picture, a later end or another seal leads nowhere."""
    named, _, seal = gallery.path().partition(".")[0].rpartition("-")
    whole, _, until = named.rpartition("-")
    assert (await gallery.get(f"{whole}-{until}-{seal}.png"))[0] == 200
    for changed in (
        f"{whole.replace('7', '8')}-{until}-{seal}",
        f"{whole}-{int(until) + 1}-{seal}",
        f"{whole}-{until}-{'0' * 64}",
        f"{whole}-{until}-",
    ):
        assert (await gallery.get(f"{changed}.png"))[0] == 404, changed


async def test_another_secret_seals_otherwise(gallery: Gallery) -> None:
    """Addresses made with another secret are not taken."""
    other = PublicPictures(HOME, b"other", lambda: gallery.now, gallery._find)
    path = other.publish(Delivery(id=7, channel="zalo", chat="c", content=CHART))
    assert path is not None
    assert (await gallery.get(path.removeprefix(HOME)))[0] == 404


async def test_only_charts_have_an_address(gallery: Gallery) -> None:
    """Words are published nowhere, and what is no chart any more is not found."""
    words = Delivery(id=9, channel="zalo", chat="c", content=Message(text="x"))
    assert gallery.public.publish(words) is None
    assert (await gallery.get(gallery.path(9)))[0] == 404
