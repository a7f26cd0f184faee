"""Handing in what Zalo gives away once: each chat in order, tried again, and seen through."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from typing import Any, NamedTuple, TypeVar
from weakref import WeakValueDictionary

import structlog

from channels.port import Handle
from dialogue.faults import raised_at
from dialogue.messages import Inbound

T = TypeVar("T")
log = structlog.get_logger()

Fill = Callable[[Inbound], Awaitable[Inbound]]
"""Fetches an update's files."""
FAREWELL = 20.0
"""Seconds that a stop waits at most for what cannot be had a second time."""


class Rests(NamedTuple):
    """The first pause after a failure, in seconds; it doubles up to the longest."""

    first: float = 1.0
    longest: float = 60.0

    def grow(self) -> Iterator[float]:
        """Yield the pauses, none quite like another bot's."""
        pause = self.first
        while True:
            yield pause * random.uniform(0.75, 1.25)  # noqa: S311 - spreads load, hides nothing
            pause = min(pause * 2, self.longest)


class ChatTurns:
    """The turns of one channel's chats."""

    def __init__(self, channel: str, rests: Rests) -> None:
        self._channel = channel
        self._rests = rests
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._at_work: set[asyncio.Task[bool]] = set()

    async def take(self, inbound: Inbound, fill: Fill, handle: Handle, tries: int | None) -> bool:
        """Fetch an update's files and hand it in until it is committed; return whether it was.

        Nothing passes it in its chat, not even while its files are on their way. Without a number
        of `tries` it is tried for ever: nobody else has it any more.
        """
        async with self._locks.setdefault(inbound.chat, asyncio.Lock()):
            filled: Inbound | None = None
            for tried, rest in enumerate(self._rests.grow(), start=1):
                try:
                    filled = filled or await fill(inbound)
                    await handle(filled)
                except Exception as error:  # noqa: BLE001 - what may pass is tried again
                    log.error("zalo.update_failed", channel=self._channel, **raised_at(error))
                else:
                    return True
                if tried == tries:
                    break
                await asyncio.sleep(rest)
        return False

    async def take_within(
        self, seconds: float, inbound: Inbound, fill: Fill, handle: Handle, tries: int
    ) -> bool:
        """The same, but False where it takes longer; then it goes on, and comes again as known."""
        work = asyncio.create_task(self.take(inbound, fill, handle, tries))
        self._at_work.add(work)
        work.add_done_callback(self._at_work.discard)
        done, _ = await asyncio.wait([work], timeout=seconds)
        return bool(done) and work.result()

    async def close(self, patience: float = FAREWELL) -> None:
        """Wait for what goes on, but not for ever."""
        if self._at_work:
            _, late = await asyncio.wait(self._at_work, timeout=patience)
            for work in late:
                work.cancel()
            await asyncio.gather(*late, return_exceptions=True)


async def seen_through(work: Coroutine[Any, Any, T], patience: float = FAREWELL) -> T:
    """Do what cannot be had a second time: who is cancelled meanwhile waits for its end first."""
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=patience)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise
