"""What the tests of the Telegram channel share: a fake server and our channel on it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from channels.telegram import TelegramChannel
from tests.fakes.telegram_desk import telegram_on
from tests.fakes.telegram_server import FakeTelegram


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        yield server


@pytest.fixture
async def channel(fake: FakeTelegram, tmp_path: Path) -> AsyncIterator[TelegramChannel]:
    async with telegram_on(fake, tmp_path) as made:
        yield made
