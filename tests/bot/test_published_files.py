"""Public addresses of kept files: each opens one, for some minutes, while it may be seen."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.published import FILES_LAST, PublicFiles, PublicPictures
from bot.web import serving, web_app
from dialogue.messages import Attachment, Content, Delivery, Message
from storage.files import FileStore
from storage.media_types import DOCX, EVIDENCE, HEIC, JPEG, PDF, WEBP
from tests.harness.seen import attachment
from tests.harness.stage import MONDAY, TEXTS

HOME = "https://baocao.example.vn"


@dataclass
class Desk:
    """What is served of the files that were sent; `now` is moved by hand."""

    folder: Path
    address: str = ""
    now = MONDAY
    sent: dict[int, Attachment] = field(default_factory=dict)

    def __post_init__(self) -> None:
        files = FileStore(self.folder, 10_000, EVIDENCE)
        self.public = PublicFiles(HOME, b"secret", lambda: self.now, self._find, files, TEXTS)

    async def _find(self, id_: int) -> Attachment | None:
        return self.sent.get(id_)

    def send(self, id_: int, media_type: str = PDF, name: str = "tờ trình.pdf") -> str:
        """Keep a file, send it in a delivery, and return its path."""
        self.sent[id_] = attachment(f"{id_:064d}", media_type=media_type, name=name)
        (self.folder / f"{id_:064d}").write_bytes(b"file %d" % id_)
        return self.path(id_)

    def path(self, id_: int) -> str:
        """Where a delivery's file is told to be."""
        address = self.publish(id_, self.sent[id_])
        assert address is not None
        assert address.startswith(f"{HOME}/")
        return address.removeprefix(HOME)

    def publish(self, id_: int, content: Content) -> str | None:
        """What a channel is told."""
        return self.public.publish(Delivery(id=id_, channel="zalo", chat="c", content=content))

    async def get(self, path: str) -> tuple[int, bytes, str]:
        """Ask for a path under the public name: the status, what comes, how it is to be taken."""
        async with (
            aiohttp.ClientSession() as session,
            session.get(self.address + path, headers={"Host": "baocao.example.vn"}) as answer,
        ):
            way = answer.headers.get("Content-Disposition", "")
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            return answer.status, await answer.read(), f"{answer.content_type} {way}"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    desk = Desk(tmp_path)
    async with serving(web_app([desk.public.part()]), "127.0.0.1", 0) as desk.address:
        yield desk


async def test_the_address_gives_that_very_file(desk: Desk) -> None:
    """Who comes with the address gets the file under its own name, without any cookie."""
    first, second = desk.send(7), desk.send(8)
    assert (await desk.get(first))[:2] == (200, b"file 7")
    status, content, way = await desk.get(second)
    assert (status, content) == (200, b"file 8")
    assert way == "application/pdf attachment; filename*=UTF-8''t%E1%BB%9D%20tr%C3%ACnh.pdf"


@pytest.mark.parametrize(
    ("media_type", "way"),
    [(JPEG, "inline"), (WEBP, "inline"), (HEIC, "attachment"), (DOCX, "attachment")],
)
async def test_only_pictures_are_shown_by_the_browser(
    desk: Desk, media_type: str, way: str
) -> None:
    """What could hold a script is saved, never opened under our own name."""
    answered = (await desk.get(desk.send(7, media_type)))[2]
    assert answered.startswith(f"{media_type} {way};")


async def test_the_address_ends(desk: Desk) -> None:
    """After its minutes a page says how to get a new one, and that is another."""
    path = desk.send(7)
    desk.now += FILES_LAST - timedelta(seconds=1)
    assert (await desk.get(path))[0] == 200
    desk.now += timedelta(seconds=1)
    status, page, _ = await desk.get(path)
    assert status == 404
    assert "hết hạn" in page.decode()
    assert desk.path(7) != path


async def test_no_part_of_an_address_can_be_changed(desk: Desk) -> None:
    """Another file, a later end or another seal leads to that page."""
    path = desk.send(7)
    desk.send(8)
    named, _, seal = path.rpartition("-")
    whole, _, until = named.rpartition("-")
    assert (await desk.get(f"{whole}-{until}-{seal}"))[0] == 200
    for changed in (
        f"{whole.replace('7', '8')}-{until}-{seal}",
        f"{whole}-{int(until) + 1}-{seal}",
        f"{whole}-{until}-{'0' * 64}",
        f"{whole}-{until}-",
    ):
        assert (await desk.get(changed))[0] == 404, changed


async def test_a_chart_s_seal_opens_no_file(desk: Desk) -> None:
    """The two kinds of addresses are sealed apart, though with one key."""

    async def nothing(_id: int) -> bytes | None:
        return None

    desk.send(7)
    pictures = PublicPictures(HOME, b"secret", lambda: desk.now, nothing)
    sealed = pictures._seals.sealed(7, FILES_LAST)
    assert (await desk.get(f"/evidence/{sealed}"))[0] == 404


async def test_who_may_see_it_no_more_is_told_so(desk: Desk) -> None:
    """The same address leads nowhere once its chat belongs to nobody."""
    path = desk.send(7)
    del desk.sent[7]
    status, page, _ = await desk.get(path)
    assert (status, "không còn dùng được" in page.decode()) == (404, True)


async def test_a_file_that_is_gone_is_told_of(desk: Desk) -> None:
    """A page names the file that the disk has lost, and who can help."""
    path = desk.send(7)
    (desk.folder / f"{7:064d}").unlink()
    status, page, _ = await desk.get(path)
    assert status == 404
    assert "tờ trình.pdf" in page.decode()
    assert "không còn đọc được" in page.decode()


async def test_words_have_no_address(desk: Desk) -> None:
    """Only a file is published as one."""
    assert desk.publish(9, Message(text="x")) is None
