"""Kept files on their way out: as each platform takes them, else as a link, else as words."""

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.web import Part, serving, web_app
from channels.port import Refused, Uncertain, Wait
from channels.telegram import TelegramChannel
from dialogue.messages import Attachment, Delivery
from storage.files import MEGABYTE
from storage.media_types import DOCX, JPEG, PDF, PNG, XLSX
from tests.fakes import telegram_desk
from tests.fakes.oa_desk import CHAT, connected, oa_on, to
from tests.fakes.oa_server import FakeOa
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.zalo_desk import to as to_zalo
from tests.fakes.zalo_desk import zalo_on
from tests.fakes.zalo_server import FakeZalo
from tests.harness.seen import attachment

JPEG_BYTES = b"\xff\xd8\xff\xe0" + b"\0" * 60
PDF_BYTES = b"%PDF-1.7\n" + b"\0" * 60
ZIP_BYTES = b"PK\x03\x04" + b"\0" * 60
LINK = "https://baocao.example.vn/evidence/1-2-3"
CAPTION = "NV 8 <1>: {}"


def _kept(folder: Path, content: bytes, media_type: str, name: str) -> Attachment:
    """A file on disk, on its way out."""
    sha256 = hashlib.sha256(content).hexdigest()
    (folder / sha256).write_bytes(content)
    return attachment(sha256, media_type=media_type, name=name)


def _published(_delivery: Delivery) -> str:
    return LINK


@pytest.fixture
async def oa() -> AsyncIterator[FakeOa]:
    async with FakeOa() as server:
        server.user(CHAT)
        yield server


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    async with FakeZalo() as server:
        server.user(CHAT)
        yield server


@pytest.mark.parametrize(
    ("content", "media_type", "method"),
    [
        (JPEG_BYTES, JPEG, "sendPhoto"),
        (PDF_BYTES, PDF, "sendDocument"),
        (ZIP_BYTES, XLSX, "sendDocument"),
        (b"\x89PNG" + b"\0" * 10 * MEGABYTE, PNG, "sendDocument"),
    ],
    ids=["photo", "pdf", "workbook", "large photo"],
)
async def test_telegram_takes_every_file(
    fake: FakeTelegram,
    channel: TelegramChannel,
    tmp_path: Path,
    content: bytes,
    media_type: str,
    method: str,
) -> None:
    """Photos are shown, all else is a document; whole, with its caption as plain words."""
    officer = fake.user(7)
    file = _kept(tmp_path, content, media_type, "a.bin")
    number = await channel.send(telegram_desk.to(7, file))
    (shown,) = await officer.replies()
    assert (shown.method, shown.text) == (method, CAPTION.format("a.bin"))
    assert (shown.content == content) is True
    assert str(shown.message_id) == number


async def test_a_photo_that_telegram_does_not_show_is_a_document(
    fake: FakeTelegram, channel: TelegramChannel, tmp_path: Path
) -> None:
    """A scan too long and narrow for a photo can still be opened."""
    officer = fake.user(7)
    fake.faults.plan(
        "sendPhoto", Fault("error", code=400, description="Bad Request: PHOTO_INVALID_DIMENSIONS")
    )
    await channel.send(telegram_desk.to(7, _kept(tmp_path, JPEG_BYTES, JPEG, "a.jpg")))
    (shown,) = await officer.replies()
    assert (shown.method, shown.content) == ("sendDocument", JPEG_BYTES)


async def test_telegram_tells_what_is_no_longer_there(
    fake: FakeTelegram, channel: TelegramChannel
) -> None:
    """A file the disk has lost is a sentence, not a delivery that is tried for ever."""
    officer = fake.user(7)
    await channel.send(telegram_desk.to(7, attachment()))
    (shown,) = await officer.replies()
    assert shown.text == 'Tệp "anh.jpg" không còn đọc được.'


@pytest.mark.parametrize(
    ("fault", "error"),
    [(Fault("too-many", seconds=3), Wait), (Fault("reset-after"), Uncertain)],
    ids=["too many", "reset"],
)
async def test_a_file_fails_as_a_message_does(
    fake: FakeTelegram,
    channel: TelegramChannel,
    tmp_path: Path,
    fault: Fault,
    error: type[Exception],
) -> None:
    """What is known of a file that did not go through is told in the same classes."""
    fake.user(7)
    fake.faults.plan("sendDocument", fault)
    with pytest.raises(error):
        await channel.send(telegram_desk.to(7, _kept(tmp_path, PDF_BYTES, PDF, "a.pdf")))


async def test_zalo_fetches_a_photo(zalo: FakeZalo, tmp_path: Path) -> None:
    """With a public address a photo stands in the chat, under its caption."""

    async def photo(_request: web.Request) -> web.Response:
        return web.Response(body=JPEG_BYTES, content_type="image/jpeg")

    route = web.get("/evidence/1-2-3", photo)
    async with (
        serving(web_app([Part(routes=(route,))]), "127.0.0.1", 0) as address,
        zalo_on(zalo, tmp_path, publish=_published) as channel,
    ):
        zalo.lead_to(address)
        await channel.send(to_zalo(CHAT, _kept(tmp_path, JPEG_BYTES, JPEG, "a.jpg")))
    (shown,) = await zalo.user(CHAT).replies()
    assert (shown.text, shown.picture) == (CAPTION.format("a.jpg"), JPEG_BYTES)


@pytest.mark.parametrize(
    ("content", "media_type", "name"),
    [(PDF_BYTES, PDF, "a.pdf"), (JPEG_BYTES, JPEG, "a.jpg")],
    ids=["no picture", "a picture that Zalo cannot fetch"],
)
async def test_zalo_is_given_a_link_to_another(
    zalo: FakeZalo, tmp_path: Path, content: bytes, media_type: str, name: str
) -> None:
    """What is not shown comes as its caption and an address, in one message."""
    zalo.faults.plan("sendphoto", Fault("error", code=400, description="photo cannot be fetched"))
    async with zalo_on(zalo, tmp_path, publish=_published) as channel:
        await channel.send(to_zalo(CHAT, _kept(tmp_path, content, media_type, name)))
    (shown,) = await zalo.user(CHAT).replies()
    assert shown.text == f"{CAPTION.format(name)}\nMở tệp tại:\n{LINK}"


async def test_a_photo_that_may_have_arrived_is_no_link(zalo: FakeZalo, tmp_path: Path) -> None:
    """Only Zalo's own refusal turns a photo into a link; the rest is told as it is."""
    zalo.faults.plan("sendphoto", Fault("error", code=500, description="oops"))
    async with zalo_on(zalo, tmp_path, publish=_published) as channel:
        with pytest.raises(Uncertain):
            await channel.send(to_zalo(CHAT, _kept(tmp_path, JPEG_BYTES, JPEG, "a.jpg")))
    assert zalo.sent == []


async def test_zalo_without_a_public_address_says_where(zalo: FakeZalo, tmp_path: Path) -> None:
    """Nothing is lost in silence: the words say on which channels the file can be seen."""
    async with zalo_on(zalo, tmp_path) as channel:
        await channel.send(to_zalo(CHAT, _kept(tmp_path, JPEG_BYTES, JPEG, "a.jpg")))
        await channel.send(to_zalo(CHAT, attachment(name="b.jpg")))
    shown, gone = await zalo.user(CHAT).replies(2)
    assert shown.text == 'Tệp "a.jpg" không gửi được qua kênh này.'
    assert gone.text == 'Tệp "b.jpg" không còn đọc được.'


async def test_an_account_uploads_a_photo(oa: FakeOa, tmp_path: Path) -> None:
    """A photo up to a megabyte stands in the chat with its caption."""
    async with oa_on(oa, connected(oa, tmp_path)) as channel:
        await channel.send(to(_kept(tmp_path, JPEG_BYTES, JPEG, "a.jpg")))
    (shown,) = await oa.user(CHAT).replies()
    assert (shown.text, shown.content) == (CAPTION.format("a.jpg"), JPEG_BYTES)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(PDF_BYTES + b"\0" * 4 * MEGABYTE, PDF), (ZIP_BYTES, DOCX)],
    ids=["four megabytes", "docx"],
)
async def test_an_account_uploads_a_document(
    oa: FakeOa, tmp_path: Path, content: bytes, media_type: str
) -> None:
    """The caption comes first, for a file has no words of its own."""
    async with oa_on(oa, connected(oa, tmp_path)) as channel:
        await channel.send(to(_kept(tmp_path, content, media_type, "a.bin")))
    caption, file = await oa.user(CHAT).replies(2)
    assert (caption.text, caption.content) == (CAPTION.format("a.bin"), None)
    assert (file.text, file.content == content) == ("", True)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (JPEG_BYTES + b"\0" * MEGABYTE, JPEG),
        (PDF_BYTES + b"\0" * 5 * MEGABYTE, PDF),
        (ZIP_BYTES, XLSX),
        (b"not what it says", PDF),
    ],
    ids=["large photo", "large document", "workbook", "refused by Zalo"],
)
async def test_an_account_is_given_a_link_to_what_it_does_not_take(
    oa: FakeOa, tmp_path: Path, content: bytes, media_type: str
) -> None:
    """Beyond Zalo's sizes and types there is the address; without one the words say where."""
    file = _kept(tmp_path, content, media_type, "a.bin")
    async with oa_on(oa, connected(oa, tmp_path), publish=_published) as channel:
        await channel.send(to(file))
    async with oa_on(oa, connected(oa, tmp_path)) as channel:
        await channel.send(to(file))
    linked, unsent = await oa.user(CHAT).replies(2)
    assert linked.text == f"{CAPTION.format('a.bin')}\nMở tệp tại:\n{LINK}"
    assert unsent.text == 'Tệp "a.bin" không gửi được qua kênh này.'


async def test_an_account_tells_what_is_no_longer_there(oa: FakeOa, tmp_path: Path) -> None:
    """Even where there is an address, for that leads to nothing."""
    async with oa_on(oa, connected(oa, tmp_path), publish=_published) as channel:
        await channel.send(to(attachment()))
    (shown,) = await oa.user(CHAT).replies()
    assert shown.text == 'Tệp "anh.jpg" không còn đọc được.'


async def test_an_account_that_is_slowed_down_waits(oa: FakeOa, tmp_path: Path) -> None:
    """Too many uploads are tried later, not turned into links; a blocked chat is told as such."""
    file = _kept(tmp_path, JPEG_BYTES, JPEG, "a.jpg")
    oa.faults.plan("/v2.0/oa/upload/image", Fault("error", code=-32, description="limit"))
    async with oa_on(oa, connected(oa, tmp_path), publish=_published) as channel:
        with pytest.raises(Wait):
            await channel.send(to(file))
        oa.user(CHAT).silent_for_a_week = True
        with pytest.raises(Refused):
            await channel.send(to(file))
    assert oa.sent == []
