"""When to send: bursts, long runs, pauses asked for; on a loop whose time is moved, not waited."""

import asyncio
import selectors
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import pytest

from bot.pace import Pace, Paces, growing_waits


class _Skipping(selectors.DefaultSelector):
    """Skips the time a loop would wait."""

    skipped = 0.0

    def select(self, timeout: float | None = None) -> Any:
        self.skipped += timeout or 0
        return super().select(0)


class _Loop(asyncio.SelectorEventLoop):
    """A loop that begins at 0 and whose time passes at once."""

    def __init__(self) -> None:
        self.clock = _Skipping()
        super().__init__(self.clock)

    def time(self) -> float:
        return self.clock.skipped


@contextmanager
def _timeless() -> Iterator[asyncio.Runner]:
    with asyncio.Runner(loop_factory=_Loop) as runner:
        yield runner


def _moments(act: Callable[[], Awaitable[list[float]]]) -> list[float]:
    async def run() -> list[float]:
        return await act()

    with _timeless() as runner:
        return runner.run(run())


async def _pass(pace: Pace, count: int) -> list[float]:
    loop = asyncio.get_running_loop()
    moments = []
    for _ in range(count):
        await pace.pass_one()
        moments.append(round(loop.time(), 3))
    return moments


def test_a_burst_passes_at_once_and_the_rest_at_the_rate() -> None:
    """Three may go at once, then two a second."""
    found = _moments(lambda: _pass(Pace(2, 3), 6))
    assert found == pytest.approx([0, 0, 0, 0.5, 1, 1.5], abs=0.01)


def test_a_rest_earns_no_more_than_the_burst() -> None:
    """After an idle hour still only the burst passes at once."""

    async def act() -> list[float]:
        pace = Pace(2, 3)
        await _pass(pace, 3)
        await asyncio.sleep(3600)
        return await _pass(pace, 4)

    assert _moments(act) == pytest.approx([3600, 3600, 3600, 3600.5], abs=0.01)


def test_no_rate_is_no_limit() -> None:
    """A rate of 0 lets everything pass at once."""
    assert _moments(lambda: _pass(Pace(0, 1), 1000)) == [0] * 1000


@pytest.mark.parametrize("rate", [0, 25])
def test_a_pause_asked_for_holds_everything(rate: float) -> None:
    """Nothing passes while the platform asks for patience, limited or not."""

    async def act() -> list[float]:
        pace = Pace(rate, 25)
        pace.close_for(30)
        pace.close_for(5)
        return await _pass(pace, 1)

    assert _moments(act) == pytest.approx([30], abs=0.01)


def test_a_pause_asked_for_while_others_wait_holds_them_too() -> None:
    """Who waits for the rate already waits for the pause as well."""

    async def act() -> list[float]:
        pace = Pace(1, 1)
        await pace.pass_one()
        waiting = asyncio.create_task(_pass(pace, 1))
        await asyncio.sleep(0.5)
        pace.close_for(10)
        return await waiting

    assert _moments(act) == pytest.approx([10.5], abs=0.01)


def test_waits_double_up_to_a_minute() -> None:
    """What fails for long is tried once a minute, not ever more rarely."""
    assert list(islice(growing_waits(), 9)) == [0.5, 1, 2, 4, 8, 16, 32, 60, 60]


def test_idle_chats_are_forgotten_and_busy_ones_are_not() -> None:
    """Of ever so many chats only as many are kept in mind as are at work, and they stay paced."""
    busy = {-1, -2}
    paces = Paces(1, 1, in_use=busy, most=10)
    sizes = []

    async def act() -> list[float]:
        for chat in (-1, -2, *range(1000)):
            await paces.pass_one(chat)
            sizes.append(len(paces))
        await paces.pass_one(-1)
        return [asyncio.get_running_loop().time()]

    assert _moments(act) == pytest.approx([1], abs=0.01)
    assert max(sizes) <= 10


def test_many_busy_chats_are_all_kept() -> None:
    """While all are at work nobody's pace begins anew."""
    paces = Paces(1, 1, in_use=range(100), most=10)

    async def act() -> list[float]:
        for chat in range(100):
            await paces.pass_one(chat)
        await paces.pass_one(0)
        return [asyncio.get_running_loop().time()]

    assert _moments(act) == pytest.approx([1], abs=0.01)
    assert len(paces) == 100
