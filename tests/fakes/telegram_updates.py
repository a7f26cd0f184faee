"""The updates a fake Telegram holds until they are acknowledged, by an offset or a webhook."""

import asyncio
import json
from collections import deque
from collections.abc import Sequence
from typing import Any, NamedTuple

from tests.fakes.telegram_faults import ApiError

_FIRST_ID = 700_000_001


class Update(NamedTuple):
    """One update; a queue's updates are brought one after the other."""

    number: int
    queue: tuple[str, int]
    body: bytes


class Updates:
    """One bot's updates in their order; one poller at a time."""

    def __init__(self) -> None:
        self.polls = 0
        self.webhook = ""
        self._kept: deque[Update] = deque()
        self._next = _FIRST_ID
        self._allowed: frozenset[str] | None = None
        self._last: list[bytes] = []
        self._poller: asyncio.Future[None] | None = None
        self._polled = asyncio.Event()
        self._changed = asyncio.Event()

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, kind: str, body: dict[str, Any]) -> int:
        """Queue one update and return its id; a kind not asked for is dropped."""
        number = self._next
        self._next += 1
        if self._allowed is None or kind in self._allowed:
            update = {"update_id": number, kind: body}
            self._kept.append(Update(number, _queue(kind, body), json.dumps(update).encode()))
            self._wake()
            self.change()
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
        self.allow(allowed)
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
            offset = self._kept[offset].number if len(self._kept) >= -offset else 0
        self._forget_below(offset)
        if not self._kept and seconds > 0:
            await self._wait(seconds)
        if self._kept:
            self._last = [each.body for each in list(self._kept)[: max(1, min(limit, 100))]]
            return self._last
        return []

    async def polled(self, count: int) -> None:
        """Return when the bot has polled so often."""
        while self.polls < count:
            self._polled.clear()
            await self._polled.wait()

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Ask for these kinds from now on; None leaves it as it was."""
        if kinds is not None:
            self._allowed = frozenset(kinds) if kinds else None

    def waiting(self) -> list[Update]:
        """Everything that is kept."""
        return list(self._kept)

    def forget(self, number: int) -> None:
        """One update was taken."""
        self._kept = deque(update for update in self._kept if update.number != number)
        self.change()

    async def changed(self) -> None:
        """Return when an update comes or goes, or how they are brought changes."""
        await self._changed.wait()

    def change(self) -> None:
        """Wake who waits for a change."""
        self._changed.set()
        self._changed = asyncio.Event()

    def drop(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self.change()

    def stop(self) -> None:
        """Answer the open poll."""
        self._wake()

    def _forget_below(self, offset: int) -> None:
        while self._kept and self._kept[0].number < offset:
            self._kept.popleft()
            self.change()

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


def _queue(kind: str, body: dict[str, Any]) -> tuple[str, int]:
    if kind == "callback_query":
        return "presses", body["from"]["id"]
    return "messages", body.get("chat", {}).get("id", 0)
