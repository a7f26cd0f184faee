"""Files on Zalo Bot, of which the platform gives nothing away: a sentence, a link, and its page."""

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from domain.person import Role
from storage.gate import Writer
from storage.uploads import LASTS, MOST
from tests.contract.desk_zalo_uploads import HOME, UploadDesk, content_of
from tests.contract.desks import Way
from tests.fakes.zalo_server import FakeZalo
from tests.harness.stage import PLAN
from tests.harness.transcript import Transcript

WRITTEN = Path(__file__).parent.parent / "transcripts" / "zalo" / "uploads.txt"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[UploadDesk]:
    async with FakeZalo() as fake, UploadDesk(Way.TYPING, fake).at_work(tmp_path, "vi") as desk:
        yield desk


@pytest.fixture
async def chat(desk: UploadDesk) -> str:
    """An officer who has been given a link."""
    chat = await desk.seat(Role.OFFICER, "so-noi-vu")
    await desk.send_file(chat, "quyet-dinh.pdf")
    assert desk.token
    return chat


async def _rows(desk: UploadDesk, sql: str) -> list[tuple[object, ...]]:
    async with desk.house.database.read() as connection:
        return [tuple(row) for row in await connection.execute_fetchall(sql)]


async def test_the_conversation_goes_as_written(desk: UploadDesk) -> None:
    """Files come into the report being made, into a report made before, and never from nobody."""
    written = WRITTEN.read_text(encoding="utf-8")
    played = await Transcript(desk).play(written)
    if os.environ.get("BAOCAO_RECORD"):
        WRITTEN.write_text(played, encoding="utf-8")
    assert played == written
