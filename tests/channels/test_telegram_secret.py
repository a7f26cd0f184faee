"""The token is the whole bot: it must be told to nobody."""

import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import structlog

from channels.port import SendError
from channels.telegram import TelegramChannel
from dialogue.messages import Message
from tests.fakes.telegram_desk import SECRET, Desk, receiving, telegram_on, to
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        yield server


@pytest.fixture
async def channel(fake: FakeTelegram, tmp_path: Path) -> AsyncIterator[TelegramChannel]:
    async with telegram_on(fake, tmp_path) as made:
        yield made


async def test_the_token_is_nowhere(
    fake: FakeTelegram, channel: TelegramChannel, caplog: pytest.LogCaptureFixture
) -> None:
    """No log line and no exception with all its causes tells the token, whatever fails."""
    caplog.set_level(logging.DEBUG)
    officer, desk, told = fake.user(7), Desk(), []
    echo = Fault("error", code=400, description=f"no such path /bot{TOKEN}/sendMessage")
    faults = ["bad-gateway", "reset-before", "reset-after", "too-many"]
    fake.faults.plan("sendMessage", echo, *(Fault(kind) for kind in faults))
    for _ in range(5):
        told.append(await _failure(lambda: channel.send(to(7, Message(text="x")))))
    fake.faults.plan("getMe", Fault("bad-gateway"))
    fake.faults.plan("file", Fault("bad-gateway"))
    desk.failing["lỗi"] = OSError("disk")
    officer.say("lỗi")
    officer.send_document(b"%PDF-1", "a.pdf")
    with structlog.testing.capture_logs() as logs:
        async with receiving(channel, desk):
            await desk.wait(2)
        await fake.refuse()
        told.append(await _failure(lambda: channel.send(to(7, Message(text="x")))))
    assert len(logs) > 3
    assert SECRET not in "".join(told) + caplog.text + str(logs)


async def _failure(send: Callable[[], Awaitable[object]]) -> str:
    with pytest.raises(SendError) as failed:
        await send()
    lines = traceback.format_exception(failed.value)
    chain: BaseException | None = failed.value
    while chain is not None:
        lines.append(repr(chain) + repr(chain.__cause__))
        chain = chain.__context__
    return "".join(lines)
