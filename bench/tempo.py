"""When people act: at once after every answer, so many times a second, or not at all."""

import asyncio
import time


class Tempo:
    """One beat for all people; between `start` and `stop` they act, else they wait."""

    def __init__(self) -> None:
        self._open = asyncio.Event()
        self._serial = 0
        self._rate: float | None = None
        self._first = 0.0
        self._given = 0

    def start(self, rate: float | None) -> None:
        """Let people act `rate` times a second together; None is each at once."""
        self._rate = rate
        self._serial += 1
        self._given = 0
        self._first = time.monotonic()
        self._open.set()

    def stop(self) -> None:
        """Let nobody act."""
        self._open.clear()

    async def beat(self) -> float:
        """Return when it is one's turn, with the moment it was due.

        Dues lie on a fixed grid whether answers come or not: a slow bot cannot slow its own load.
        """
        while True:
            await self._open.wait()
            if self._rate is None:
                return time.monotonic()
            serial = self._serial
            due = self._first + self._given / self._rate
            self._given += 1
            await asyncio.sleep(due - time.monotonic())
            if self._open.is_set() and self._serial == serial:
                return due
