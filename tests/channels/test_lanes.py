"""Updates that come side by side: one after the other in a chat, the lowest number first."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from channels.lanes import Lanes, NotDone

NOW = datetime(2026, 3, 2, tzinfo=UTC)


class Log:
    """Turns that note their number; the `failing` ones raise, once; the `held` ones wait."""

    def __init__(self, *, failing: Iterable[int] = (), held: Iterable[int] = ()) -> None:
        self.done: list[int] = []
        self.go = asyncio.Event()
        self._failing = set(failing)
        self._held = set(held)

    async def take(self, lanes: Lanes, number: int, chat: str = "a") -> bool:
        """Bring an update; return whether it was handled."""

        async def turn(_arrived: datetime) -> None:
            if number in self._held:
                await self.go.wait()
            if number in self._failing:
                self._failing.remove(number)
                raise OSError
            self.done.append(number)

        try:
            await lanes.handle(chat, number, NOW, turn)
        except NotDone:
            return False
        return True


async def test_the_lowest_of_the_waiting_is_next() -> None:
    """However they came, those that wait behind a turn go on by their numbers."""
    log = Log(held={1})
    async with asyncio.TaskGroup() as tasks:
        lanes = Lanes("test", tasks)
        bringing = [asyncio.ensure_future(log.take(lanes, number)) for number in (1, 4, 2, 3)]
        await asyncio.sleep(0)
        assert await log.take(lanes, 9, chat="b")
        log.go.set()
        assert await asyncio.gather(*bringing) == [True] * 4
    assert log.done == [9, 1, 2, 3, 4]


async def test_nothing_passes_what_failed() -> None:
    """What came behind a failed update, then or later, is handled after it in its order."""
    log = Log(failing={1})
    async with asyncio.TaskGroup() as tasks:
        lanes = Lanes("test", tasks)
        at_once = await asyncio.gather(*(log.take(lanes, number) for number in (1, 2)))
        later = [await log.take(lanes, number) for number in (3, 2, 1, 3, 2, 3)]
    assert at_once == [False, False]
    assert later == [False, False, True, False, True, True]
    assert log.done == [1, 2, 3]


async def test_what_comes_no_more_is_not_waited_for() -> None:
    """A platform gives updates up; after a while the chat goes on without."""
    log = Log(failing={1})
    async with asyncio.TaskGroup() as tasks:
        lanes = Lanes("test", tasks, patience=0)
        assert not await log.take(lanes, 1)
        assert await log.take(lanes, 2)
    assert log.done == [2]


async def test_a_stop_leaves_the_waiting_to_come_again() -> None:
    """Where the tasks are cancelled, whoever waits is told that nothing was done."""
    log = Log(held={1})
    bringing: list[asyncio.Future[bool]] = []

    async def stopped_after(steps: int) -> None:
        async with asyncio.TaskGroup() as tasks:
            lanes = Lanes("test", tasks)
            bringing.extend(asyncio.ensure_future(log.take(lanes, n)) for n in (1, 2))
            for _ in range(steps):
                await asyncio.sleep(0)
            raise KeyError

    for steps in (1, 2, 3):
        with pytest.raises(ExceptionGroup):
            await stopped_after(steps)
    assert await asyncio.gather(*bringing) == [False] * 6
    assert log.done == []
