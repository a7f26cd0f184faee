"""How a fake Zalo calls a bot: each chat's updates in order, again and again until they are taken.

Whether Zalo itself calls again after a call that failed is not known.
"""

import asyncio
import itertools
from collections import deque
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.fakes.telegram_faults import Fault, Faults

_AGAIN = 0.02
_PATIENCE = aiohttp.ClientTimeout(total=10)


class ZaloHook:
    """Calls a webhook, wrapped and flat by turns; `taken` is told of every update that was taken.

    Faults of the method "webhook" befall its calls.
    """

    def __init__(self, faults: Faults, taken: Callable[[], None]) -> None:
        self.url = ""
        self.secret = ""
        self.home = ""
        self.last: dict[str, Any] | None = None
        self._faults = faults
        self._taken = taken
        self._chats: dict[str, deque[dict[str, Any]]] = {}
        self._numbers = itertools.count()
        self._calls: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None

    @property
    def waits(self) -> bool:
        """Whether there is an update that was not taken yet."""
        return bool(self._chats)

    def bring(self, update: dict[str, Any]) -> None:
        """Bring an update after those of its chat that were not taken yet."""
        chat = update["message"]["chat"]["id"] if "message" in update else ""
        if chat in self._chats:
            self._chats[chat].append(update)
            return
        self._chats[chat] = deque([update])
        task = asyncio.create_task(self._bring_chat(chat))
        self._calls.add(task)
        task.add_done_callback(self._calls.discard)

    async def repeat(self) -> int:
        """Bring the last update that was taken once more; return the answer's status."""
        assert self.last is not None
        return await self._call(self.last)

    async def close(self) -> None:
        """Bring nothing more."""
        for task in self._calls:
            task.cancel()
        await asyncio.gather(*self._calls, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _bring_chat(self, chat: str) -> None:
        updates = self._chats[chat]
        while updates:
            while not await self._bring(updates[0]):  # noqa: ASYNC110
                await asyncio.sleep(_AGAIN)
            self.last = updates.popleft()
            if not updates:
                del self._chats[chat]
            self._taken()

    async def _bring(self, update: dict[str, Any]) -> bool:
        """Bring an update once, or twice at once; return whether it was taken."""
        fault = self._faults.next("webhook") or Fault("none")
        if fault.kind == "reset-before":
            return False
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        times = 2 if fault.kind == "duplicate" else 1
        answers = await asyncio.gather(*(self._call(update) for _ in range(times)))
        return fault.kind != "reset-after" and answers[0] == 200

    async def _call(self, update: dict[str, Any]) -> int:
        body = update if next(self._numbers) % 2 else {"ok": True, "result": update}
        headers = {"X-Bot-Api-Secret-Token": self.secret}
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=_PATIENCE)
        where = self.home + urlsplit(self.url).path
        try:
            async with self._session.post(where, json=body, headers=headers) as answer:
                return answer.status
        except (aiohttp.ClientError, TimeoutError):
            return 0
