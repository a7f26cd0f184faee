"""Updates that come side by side, handled one after the other in each chat."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from dialogue.faults import raised_at

PATIENCE = 30.0
"""Seconds for which a chat waits for an update that failed to come again."""
log = structlog.get_logger()

Turn = Callable[[datetime], Awaitable[None]]
"""Handles an update; told when it came here first."""


class NotDone(Exception):
    """The update was not handled: it, or one before it in its chat, failed. It is to come again."""


@dataclass
class _Waiting:
    number: int
    turn: Turn
    arrived: datetime
    done: asyncio.Future[None] = field(default_factory=asyncio.Future)


@dataclass
class _Owed:
    arrived: datetime
    until: float


class Lanes:
    """One lane a chat: the lowest number first, nothing past one that failed, none twice at once.

    The tasks are the caller's: where it cancels them, what was not handled is NotDone.
    """

    def __init__(self, channel: str, tasks: asyncio.TaskGroup, patience: float = PATIENCE) -> None:
        self._channel = channel
        self._tasks = tasks
        self._patience = patience
        self._lanes: dict[str, dict[int, _Waiting]] = {}
        self._owed: dict[str, dict[int, _Owed]] = {}

    async def handle(self, chat: str, number: int, arrived: datetime, turn: Turn) -> None:
        """Have an update handled in its chat's order; raise NotDone where it was not.

        One that is being handled is not begun again: whoever brings it once more shares the end.
        """
        lane = self._lanes.get(chat)
        waiting = lane.get(number) if lane else None
        if waiting is None:
            owed = self._still_owed(chat)
            if owed and number > min(owed):
                self._owe(chat, number, arrived)
                raise NotDone
            first = owed.pop(number).arrived if number in owed else arrived
            waiting = self._line_up(chat, _Waiting(number, turn, first))
        await asyncio.shield(waiting.done)

    def _line_up(self, chat: str, waiting: _Waiting) -> _Waiting:
        waiting.done.add_done_callback(lambda done: done.cancelled() or done.exception())
        if chat in self._lanes:
            self._lanes[chat][waiting.number] = waiting
        else:
            lane = self._lanes[chat] = {waiting.number: waiting}
            work = self._tasks.create_task(self._work_off(chat, lane))
            work.add_done_callback(lambda _work: self._close(chat, lane))
        return waiting

    async def _work_off(self, chat: str, lane: dict[int, _Waiting]) -> None:
        try:
            while lane:
                waiting = lane[min(lane)]
                await waiting.turn(waiting.arrived)
                del lane[waiting.number]
                waiting.done.set_result(None)
        except Exception as error:  # noqa: BLE001 - the turn's boundary: no chat stops another
            where = raised_at(error)
            log.error("update_failed", channel=self._channel, update=waiting.number, **where)
        finally:
            self._close(chat, lane)

    def _close(self, chat: str, lane: dict[int, _Waiting]) -> None:
        """Tell those left in a lane, whose work has ended or was never begun, to come again."""
        if self._lanes.get(chat) is lane:
            del self._lanes[chat]
        for left in lane.values():
            self._owe(chat, left.number, left.arrived)
            left.done.set_exception(NotDone())
        lane.clear()

    def _owe(self, chat: str, number: int, arrived: datetime) -> None:
        """Remember an update that failed, or stood behind one."""
        owed = self._owed.setdefault(chat, {})
        first = owed[number].arrived if number in owed else arrived
        owed[number] = _Owed(first, asyncio.get_running_loop().time() + self._patience)

    def _still_owed(self, chat: str) -> dict[int, _Owed]:
        """What is to come again in a chat; what has not come for long comes no more."""
        now = asyncio.get_running_loop().time()
        owed = {n: each for n, each in self._owed.pop(chat, {}).items() if each.until > now}
        if owed:
            self._owed[chat] = owed
        return owed
