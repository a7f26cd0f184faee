"""The token is the whole bot: it must be told to nobody."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable
from pathlib import Path

import pytest
import structlog
from telegram.error import TelegramError

from channels.port import SendError
from channels.telegram_request import AiohttpRequest
from dialogue.messages import Message
from tests.fakes.telegram_desk import SECRET, Desk, receiving, telegram_on, to
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        yield server


async def test_the_token_is_nowhere(
    fake: FakeTelegram, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """No log line and no exception with all its causes tells the token, whatever fails."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="telegram")
    officer, desk, told = fake.user(7), Desk(), []
    echo = Fault("error", code=400, description=f"no such path /bot{TOKEN}/sendMessage")
    faults = ["bad-gateway", "reset-before", "reset-after", "too-many"]
    fake.faults.plan("sendMessage", echo, *(Fault(kind) for kind in faults))
    fake.faults.plan("getMe", Fault("bad-gateway"))
    fake.faults.plan("file", Fault("bad-gateway"))
    desk.failing["lỗi"] = OSError("disk")
    officer.say("lỗi")
    officer.send_document(b"%PDF-1", "a.pdf")
    with structlog.testing.capture_logs() as logs:
        async with telegram_on(fake, tmp_path) as channel:
            message = to(7, Message(text="lời của cán bộ"))
            told += [await _failure(channel.send(message)) for _ in range(5)]
            async with receiving(channel, desk):
                await desk.wait(2)
            await fake.refuse()
            told.append(await _failure(channel.send(message)))
    assert {line["event"] for line in logs} >= {"receiving", "telegram.file_not_kept"}
    assert SECRET not in "".join(told) + caplog.text + str(logs)
    assert "cán bộ" not in caplog.text + str(logs)


async def test_a_wait_in_vain_tells_no_address(fake: FakeTelegram) -> None:
    """aiohttp names the whole address where no connection was free; it stays behind."""
    async with AiohttpRequest(SECRET, connections=1, connect_timeout=0.05) as request:
        url = f"{fake.url}/bot{TOKEN}"
        poll = asyncio.create_task(request.post(f"{url}/getUpdates?timeout=9"))
        await fake.telegram.updates.polled(1)
        told = await _failure(request.post(f"{url}/getMe"))
        fake.telegram.updates.stop()
        await poll
    assert "ConnectionTimeoutError" in told
    assert SECRET not in told


async def _failure(doing: Awaitable[object]) -> str:
    with pytest.raises((SendError, TelegramError)) as failed:
        await doing
    told = []
    chain: BaseException | None = failed.value
    while chain is not None:
        told.append(f"{chain!r} {chain} {chain.__cause__!r}")
        chain = chain.__context__
    return "".join(told)
