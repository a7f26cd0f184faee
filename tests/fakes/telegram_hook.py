"""A fake Telegram that calls: it brings updates to a webhook, again and again until they are taken.

As the true one does: over several connections, one update a queue at a time. A chat's messages are
one queue and its presses another, so that a press can arrive beside the words before it.
"""

import asyncio
import io
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.fakes.telegram_faults import ApiError, Fault, Faults
from tests.fakes.telegram_updates import Update, Updates

_ANSWER_WITHIN = 60
_FIRST_REST, _LONGEST_REST = 0.01, 0.1
"""Seconds between two tries; Telegram's own waits are a hundred times as long."""


class Hook:
    """One bot's webhook; `leads_to` is where a reverse proxy passes the public address on."""

    def __init__(self, updates: Updates, faults: Faults) -> None:
        self.url = ""
        self.secret = ""
        self.connections = 0
        self.leads_to = ""
        self.answers: list[int] = []
        self.taken: Callable[[], None] = lambda: None
        self._updates = updates
        self._faults = faults
        self._error: tuple[int, str] | None = None
        self._queues: dict[tuple[str, int], deque[Update]] = {}
        self._queued: set[int] = set()
        self._brought: Update | None = None
        self._news = asyncio.Event()

    def set_up(self, params: dict[str, Any]) -> None:
        """Take the parameters of setWebhook; an empty address is none."""
        url, secret = str(params.get("url") or ""), str(params.get("secret_token") or "")
        if url and not url.startswith("https://"):
            raise ApiError(
                400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
            )
        if not all(sign.isascii() and (sign.isalnum() or sign in "_-") for sign in secret):
            raise ApiError(400, "Bad Request: secret token contains unallowed characters")
        self.url, self.secret = url, secret
        self.connections = int(params.get("max_connections") or 40)
        self._updates.webhook = url
        self._updates.change()

    def info(self) -> dict[str, Any]:
        """Answer getWebhookInfo."""
        told = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }
        if self._error is not None:
            told["last_error_date"], told["last_error_message"] = self._error
        return told

    def lead_to(self, address: str) -> None:
        """Have the reverse proxy pass calls on to an address, or to nothing."""
        self.leads_to = address

    async def repeat(self) -> int:
        """Bring the last update that was taken once more; return the answer's status."""
        assert self._brought is not None
        async with aiohttp.ClientSession() as session:
            return await self._post(session, self._brought)

    async def post(self, body: bytes, headers: dict[str, str], *, chunked: bool = False) -> int:
        """Send what is no update, under headers of one's own; return the answer's status."""
        named = {"Content-Type": "application/json", **headers}
        async with (
            aiohttp.ClientSession() as session,
            session.post(
                self._address, data=io.BytesIO(body), headers=named, chunked=chunked or None
            ) as answer,
        ):
            return answer.status

    async def run(self) -> None:
        """Bring updates until cancelled."""
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as queues:
            while True:
                for update in self._updates.waiting():
                    if self.url and update.number not in self._queued:
                        self._queued.add(update.number)
                        if update.queue not in self._queues:
                            self._queues[update.queue] = deque()
                            queues.create_task(self._bring_queue(session, update.queue))
                        self._queues[update.queue].append(update)
                await self._updates.changed()

    async def _bring_queue(self, session: aiohttp.ClientSession, queue: tuple[str, int]) -> None:
        waiting = self._queues[queue]
        rests = _rests()
        while waiting and self.url:
            if await self._bring(session, waiting[0]):
                self._brought = waiting.popleft()
                self.taken()
                self._queued.discard(self._brought.number)
                self._updates.forget(self._brought.number)
                rests = _rests()
            else:
                await asyncio.sleep(next(rests))
        self._queued -= {update.number for update in waiting}
        del self._queues[queue]

    async def _bring(self, session: aiohttp.ClientSession, update: Update) -> bool:
        """Bring an update once, or twice at once; return whether it was taken."""
        fault = self._faults.next("webhook") or Fault("none")
        if fault.kind == "reset-before":
            return False
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        times = 2 if fault.kind == "duplicate" else 1
        answers = await asyncio.gather(*(self._post(session, update) for _ in range(times)))
        self.answers += answers
        if fault.kind == "reset-after":
            return False
        return 200 <= answers[0] < 300

    async def _post(self, session: aiohttp.ClientSession, update: Update) -> int:
        """Post an update as through a reverse proxy; 0 is an answer that never came."""
        headers = {
            "Content-Type": "application/json",
            "Host": urlsplit(self.url).netloc,
            "X-Forwarded-For": "149.154.167.220",
        }
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        within = aiohttp.ClientTimeout(total=_ANSWER_WITHIN)
        if not self.leads_to:
            return self._failed(502, "Bad Gateway")
        try:
            async with session.post(
                self._address, data=update.body, headers=headers, timeout=within
            ) as answer:
                await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError):
            return self._failed(0, "Connection refused")
        return answer.status if answer.ok else self._failed(answer.status, answer.reason or "")

    def _failed(self, status: int, reason: str) -> int:
        words = f"Wrong response from the webhook: {status} {reason}" if status else reason
        self._error = (int(time.time()), words)
        return status

    @property
    def _address(self) -> str:
        return self.leads_to + urlsplit(self.url).path


def _rests() -> Iterator[float]:
    """At once the first time, then ever later."""
    yield 0
    rest = _FIRST_REST
    while True:
        yield rest
        rest = min(rest * 2, _LONGEST_REST)
