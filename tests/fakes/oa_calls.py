"""How a fake Official Account calls us: signed, one event after the other, until it is taken."""

import asyncio
import hashlib
import json
import time
from typing import Any

import aiohttp

from channels.oa_tokens import App

APP = App(id="4033220107", secret="FakeAppSecretKnownToNobodyElse")
SECRET = "FakeOaSecretThatSignsEvents"
_AGAIN = 0.02


class Calls:
    """Events on their way; `answers` is what our address said, each in `took` seconds."""

    def __init__(self) -> None:
        self.answers: list[int] = []
        self.took: list[float] = []
        self._address: str | None = None
        self._reachable = asyncio.Event()
        self._events: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._last: dict[str, Any] | None = None

    def call(self, address: str) -> None:
        """Bring events to our address, as its reverse proxy would."""
        self._address = address
        self._reachable.set()

    def add(self, event: dict[str, Any]) -> None:
        """Queue an event for our address."""
        self._events.put_nowait(
            {"app_id": APP.id, "timestamp": str(int(time.time() * 1000)), **event}
        )

    def bring_again(self) -> None:
        """Queue the last event once more, as it was."""
        assert self._last is not None
        self._events.put_nowait(self._last)

    async def delivered(self) -> None:
        """Return when every event was answered with 200."""
        async with asyncio.timeout(10):
            await self._events.join()

    async def call_for_ever(self) -> None:
        """Bring each event until it is taken, then the next."""
        async with aiohttp.ClientSession() as session:
            while True:
                event = await self._events.get()
                await self._reachable.wait()
                while not await self._call(session, event):  # noqa: ASYNC110 - as Zalo does
                    await asyncio.sleep(_AGAIN)
                self._last = event
                self._events.task_done()

    async def _call(self, session: aiohttp.ClientSession, event: dict[str, Any]) -> bool:
        """Bring an event once, signed; return whether it was taken."""
        body = json.dumps(event).encode()
        headers = {
            "Content-Type": "application/json",
            "X-ZEvent-Signature": signature(body, event["timestamp"]),
        }
        try:
            began = time.monotonic()
            async with session.post(str(self._address), data=body, headers=headers) as answer:
                self.answers.append(answer.status)
                self.took.append(time.monotonic() - began)
                return answer.status == 200
        except aiohttp.ClientError:
            return False


def signature(body: bytes, timestamp: str, secret: str = SECRET) -> str:
    """How Zalo signs a body."""
    signed = APP.id.encode() + body + timestamp.encode() + secret.encode()
    return f"mac={hashlib.sha256(signed).hexdigest()}"
