"""When to send: a token bucket, and growing waits before what failed is tried again."""

import asyncio
from collections.abc import Container, Iterator

FIRST_WAIT = 0.5
LAST_WAIT = 60.0
REMEMBERED = 4096
"""How many keys a Paces keeps in mind before it forgets idle ones."""


def growing_waits() -> Iterator[float]:
    """Yield seconds to wait before each further try: doubling, up to a minute."""
    wait = FIRST_WAIT
    while True:
        yield wait
        wait = min(wait * 2, LAST_WAIT)


class Pace:
    """Lets `rate` a second pass, at most `burst` at once; a rate of 0 is no limit."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate = rate
        self._burst = burst
        self._left = burst
        self._seen: float | None = None
        self._closed_until = 0.0

    async def pass_one(self) -> None:
        """Wait until one more may pass."""
        loop = asyncio.get_running_loop()
        while (wait := self.take(loop.time())) > 0:  # noqa: ASYNC110 - it waits for time itself
            await asyncio.sleep(wait)

    def close_for(self, seconds: float) -> None:
        """Let nothing pass for some seconds, as the platform asked."""
        until = asyncio.get_running_loop().time() + seconds
        self._closed_until = max(self._closed_until, until)

    def take(self, now: float) -> float:
        """Let one pass and return 0, or return the seconds until one may."""
        if now < self._closed_until:
            return self._closed_until - now
        if self._rate == 0:
            return 0
        seen = now if self._seen is None else self._seen
        self._left = min(self._burst, self._left + max(now - seen, 0) * self._rate)
        self._seen = now
        if self._left >= 1:
            self._left -= 1
            return 0
        return (1 - self._left) / self._rate


class Paces:
    """A Pace of its own for each key, such as a chat.

    Where there are more than `most`, those of keys that are not `in_use` are forgotten.
    """

    def __init__(
        self, rate: float, burst: float, in_use: Container[int], most: int = REMEMBERED
    ) -> None:
        self._rate = rate
        self._burst = burst
        self._in_use = in_use
        self._most = most
        self._room = most
        self._paces: dict[int, Pace] = {}

    def __len__(self) -> int:
        return len(self._paces)

    async def pass_one(self, key: int) -> None:
        """Wait until one more of this key may pass."""
        if key not in self._paces:
            self._forget()
            self._paces[key] = Pace(self._rate, self._burst)
        await self._paces[key].pass_one()

    def _forget(self) -> None:
        """Make room; where nearly all are in use it is not looked for at every new key again."""
        if len(self._paces) >= self._room:
            self._paces = {key: pace for key, pace in self._paces.items() if key in self._in_use}
            self._room = max(self._most, 2 * len(self._paces))
