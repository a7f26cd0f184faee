"""Handing in what Zalo gives away once: each chat in order, tried again where it may pass."""

import asyncio
import random
from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakValueDictionary

import structlog

from channels.port import Handle
from dialogue.faults import raised_at
from dialogue.messages import Inbound

log = structlog.get_logger()


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

    async def take(self, inbound: Inbound, handle: Handle, tries: int | None) -> bool:
        """Hand an update in until it is committed, and return whether it was.

        Without a number of `tries` it is tried for ever: nobody else has it any more.
        """
        async with self._locks.setdefault(inbound.chat, asyncio.Lock()):
            for tried, rest in enumerate(self._rests.grow(), start=1):
                try:
                    await handle(inbound)
                except Exception as error:  # noqa: BLE001 - what may pass is tried again
                    log.error("zalo.update_failed", channel=self._channel, **raised_at(error))
                else:
                    return True
                if tried == tries:
                    break
                await asyncio.sleep(rest)
        return False
