"""The updates a fake Telegram holds until they are acknowledged by an offset."""

import asyncio
import json
from collections import deque
from typing import Any

from tests.fakes.telegram_faults import ApiError

_FIRST_ID = 700_000_001


class Updates:
    """One bot's updates in their order; one poller at a time."""

    def __init__(self) -> None:
        self.polls = 0
        self.webhook = ""
        self._kept: deque[tuple[int, bytes]] = deque()
        self._next = _FIRST_ID
        self._allowed: frozenset[str] | None = None
        self._last: list[bytes] = []
        self._poller: asyncio.Future[None] | None = None
        self._polled = asyncio.Event()

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, kind: str, body: dict[str, Any]) -> int:
        """Queue one update and return its id; a kind not asked for is dropped."""
        number = self._next
        self._next += 1
        if self._allowed is None or kind in self._allowed:
            update = {"update_id": number, kind: body}
            self._kept.append((number, json.dumps(update).encode()))
            self._wake()
        return number

    def repeat(self, offset: int) -> list[bytes]:
        """The last batch once more, although the offset acknowledges it."""
        self._forget_below(offset)
        return self._last

    async def poll(
        self, offset: int, limit: int, seconds: float, allowed: list[str] | None
    ) -> list[bytes]:
        """What is kept from the offset on; everything below it is forgotten."""
        if self.webhook:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if allowed is not None:
            self._allowed = frozenset(allowed) if allowed else None
        self._end_poll(
            ApiError(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )
        )
        self.polls += 1
        self._polled.set()
        if offset < 0:
            offset = self._kept[offset][0] if len(self._kept) >= -offset else 0
        self._forget_below(offset)
        if not self._kept and seconds > 0:
            await self._wait(seconds)
        if self._kept:
            self._last = [body for _, body in list(self._kept)[: max(1, min(limit, 100))]]
            return self._last
        return []

    async def polled(self, count: int) -> None:
        """Return when the bot has polled so often."""
        while self.polls < count:
            self._polled.clear()
            await self._polled.wait()

    def drop(self) -> None:
        """Forget everything."""
        self._kept.clear()

    def stop(self) -> None:
        """Answer the open poll."""
        self._wake()

    def _forget_below(self, offset: int) -> None:
        while self._kept and self._kept[0][0] < offset:
            self._kept.popleft()

    async def _wait(self, seconds: float) -> None:
        poller = self._poller = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poller
        except TimeoutError:
            pass
        finally:
            if self._poller is poller:
                self._poller = None

    def _wake(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def _end_poll(self, error: ApiError) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(error)
