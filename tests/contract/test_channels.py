"""Every channel says the same: the transcripts, played on the real channels of the program."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from tests.contract.desk_telegram import CalledTelegramDesk, TelegramDesk
from tests.contract.desk_webchat import WebDesk
from tests.contract.desk_zalo import CalledZaloDesk, ZaloDesk
from tests.contract.desk_zalo_oa import ZaloOaDesk
from tests.contract.desks import Desk, Way
from tests.fakes.oa_server import FakeOa
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.zalo_server import FakeZalo
from tests.harness.transcript import Transcript, transcripts

FOLDER = Path(__file__).parent.parent / "transcripts"
STAGE_ONLY = (
    *(
        "agencies-change",
        "brief",
        "extension",
        "obstacles",
        "old-names",
        "review-several",
        "urging",
    ),
)
"""A button is tapped a second time in these, which nobody can type; or what comes unasked is read
days after it came, and a program that runs has told it at its moment."""
TRANSCRIPTS = [
    pytest.param(language, path.read_text(encoding="utf-8"), id=path.stem)
    for language, folder in (("vi", FOLDER), ("en", FOLDER / "english"))
    for path in transcripts(folder)
    if path.stem not in STAGE_ONLY
]


@asynccontextmanager
async def _on_telegram(way: Way, folder: Path, language: str) -> AsyncIterator[Desk]:
    async with FakeTelegram() as fake, TelegramDesk(way, fake).at_work(folder, language) as desk:
        yield desk


@asynccontextmanager
async def _called_by_telegram(way: Way, folder: Path, language: str) -> AsyncIterator[Desk]:
    async with (
        FakeTelegram() as fake,
        CalledTelegramDesk(way, fake).at_work(folder, language) as desk,
    ):
        yield desk


@asynccontextmanager
async def _on_the_web(way: Way, folder: Path, language: str) -> AsyncIterator[Desk]:
    async with WebDesk(way).at_work(folder, language) as desk:
        yield desk


@asynccontextmanager
async def _on_zalo(way: Way, folder: Path, language: str) -> AsyncIterator[Desk]:
    async with FakeZalo() as fake, ZaloDesk(way, fake).at_work(folder, language) as desk:
        yield desk


@asynccontextmanager
async def _called_by_zalo(way: Way, folder: Path, language: str) -> AsyncIterator[Desk]:
    async with FakeZalo() as fake, CalledZaloDesk(way, fake).at_work(folder, language) as desk:
        yield desk


@asynccontextmanager
async def _on_an_official_account(way: Way, folder: Path, language: str) -> AsyncIterator[Desk]:
    async with FakeOa() as fake, ZaloOaDesk(way, fake).at_work(folder, language) as desk:
        yield desk


CHANNELS: dict[str, Callable[[Way, Path, str], AbstractAsyncContextManager[Desk]]] = {
    "telegram": _on_telegram,
    "telegram by webhook": _called_by_telegram,
    "webchat": _on_the_web,
    "zalo": _on_zalo,
    "zalo by webhook": _called_by_zalo,
    "zalo oa": _on_an_official_account,
}
"""Every channel that people report on; a new one is one more line."""

LEFT_OUT = (
    ("telegram by webhook", Way.TYPING),  # it shows nothing of its own
    ("zalo", Way.TAPPING),  # there is nothing to tap
    ("zalo by webhook", Way.TAPPING),
)
SHOWS_FILES = {"evidence"}
"""Transcripts in which files are sent to people; Zalo takes them from a public address only."""
PLAYED = [
    pytest.param(*played.values, channel, way, id=f"{played.id}-{channel}-{way}")
    for played in TRANSCRIPTS
    for channel in CHANNELS
    for way in Way
    if (channel, way) not in LEFT_OUT and not (channel == "zalo" and played.id in SHOWS_FILES)
]


@pytest.mark.parametrize(("language", "written", "channel", "way"), PLAYED)
async def test_every_channel_says_the_same(
    language: str, written: str, channel: str, way: Way, tmp_path: Path
) -> None:
    """People read the transcript's lines and buttons on every channel, tapping or typing."""
    async with CHANNELS[channel](way, tmp_path, language) as desk:
        assert await Transcript(desk).play(written) == written
