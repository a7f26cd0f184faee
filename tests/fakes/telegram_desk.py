"""A Telegram channel on the fake, and a desk that takes its turns."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from channels.port import Channel, Draw, Handle, Welcome
from channels.telegram import TelegramChannel, everyone
from channels.telegram_line import Timing
from dialogue.messages import Content, Delivery, Inbound
from storage.files import FileStore
from storage.media_types import EVIDENCE
from tests.fakes.telegram_server import TOKEN, FakeTelegram

NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
TIMING = Timing(poll=20, fetch=2, patience=0.05, rest=0.01, longest_rest=0.02)
SECRET = TOKEN.partition(":")[2]


class Desk:
    """Takes the turns: every Inbound in the order its handling ended."""

    def __init__(self) -> None:
        self.seen: list[Inbound] = []
        self.failing: dict[str, Exception] = {}
        self.held: dict[str, asyncio.Event] = {}
        self._news = asyncio.Event()

    async def __call__(self, inbound: Inbound) -> None:
        if inbound.text in self.held:
            await self.held[inbound.text].wait()
        if failure := self.failing.pop(inbound.text, None):
            raise failure
        self.seen.append(inbound)
        self._news.set()

    async def wait(self, count: int) -> list[Inbound]:
        """All that came, once there are so many."""
        async with asyncio.timeout(10):
            while len(self.seen) < count:
                self._news.clear()
                await self._news.wait()
        return self.seen

    @property
    def texts(self) -> list[str]:
        return [inbound.text for inbound in self.seen]


def telegram_on(
    fake: FakeTelegram,
    directory: Path,
    timing: Timing = TIMING,
    *,
    welcome: Welcome = everyone,
    draw: Draw | None = None,
    clock: Callable[[], datetime] = lambda: NOW,
) -> TelegramChannel:
    """A channel that speaks to the fake and keeps files of at most 10,000 bytes."""
    return TelegramChannel(
        TOKEN,
        FileStore(directory, 10_000, EVIDENCE),
        clock,
        base_url=fake.url,
        commands=[("nhiemvu", "Nhiệm vụ của cơ quan")],
        welcome=welcome,
        draw=draw,
        timing=timing,
    )


@asynccontextmanager
async def receiving(channel: Channel, handle: Handle) -> AsyncIterator[None]:
    """The channel at work, until it is cancelled."""
    running = asyncio.create_task(channel.receive(handle))
    try:
        yield
    finally:
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


async def acknowledged(fake: FakeTelegram) -> None:
    """Return when Telegram keeps nothing any more."""
    async with asyncio.timeout(10):
        while len(fake.telegram.updates):
            await fake.telegram.updates.changed()


def to(chat: int, content: Content) -> Delivery:
    """A delivery to a chat."""
    return Delivery(id=1, channel="telegram", chat=str(chat), content=content)
