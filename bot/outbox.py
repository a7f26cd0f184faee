"""Sends what turns have put into the outbox: in order per chat, paced, across restarts.

Replies go out at least once: a delivery is marked after it was sent, and sent again where that is
not known. Errors are told apart by the channel (channels/port.py).
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator, Mapping

import aiosqlite
import structlog

from bot.clock import Clock
from bot.marks import Marks
from bot.pace import Pace, Paces, growing_waits
from channels.port import Channel, NotSent, Refused, Uncertain, Wait
from dialogue.faults import raised_at
from storage.chats import delivery_from
from storage.database import QUERIES, Database, DatabaseUnavailable

BATCH = 500
CHAT_BURST = 5
log = structlog.get_logger(__name__)


class Outbox:
    """One lane a chat; lanes run side by side, each in order.

    `waits` yields the pauses, in seconds, before what failed is tried again.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Clock,
        *,
        per_second: float,
        chat_per_second: float,
        waits: Callable[[], Iterator[float]] = growing_waits,
    ) -> None:
        self._database = database
        self._channels = channels
        self._waits = waits
        self._paces = {name: Pace(per_second, max(1, per_second)) for name in channels}
        self._lanes: dict[int, deque[aiosqlite.Row]] = {}
        self._chat_paces = Paces(chat_per_second, CHAT_BURST, in_use=self._lanes)
        self._more = asyncio.Event()
        self._marks = Marks(database, clock, waits)
        self._last = 0

    def wake(self) -> None:
        """Tell that a turn has committed something to send."""
        self._more.set()

    async def run(self) -> None:
        """Send until cancelled, beginning with what an earlier run left."""
        try:
            async with asyncio.TaskGroup() as lanes:
                lanes.create_task(self._marks.keep_writing())
                while True:
                    self._more.clear()
                    rows = await self._fetch()
                    for row in rows:
                        self._last = row["id"]
                        self._enqueue(row, lanes)
                    if len(rows) < BATCH:
                        await self._more.wait()
        finally:
            await self._marks.write()

    async def _fetch(self) -> list[aiosqlite.Row]:
        retries = self._waits()
        while True:
            try:
                async with self._database.read() as connection:
                    rows: list[aiosqlite.Row] = await QUERIES.queued_after(
                        connection, after=self._last, most=BATCH
                    )
                return rows
            except DatabaseUnavailable as unavailable:
                log.error("outbox-not-read", why=str(unavailable))
                await asyncio.sleep(next(retries))

    def _enqueue(self, row: aiosqlite.Row, lanes: asyncio.TaskGroup) -> None:
        address = row["address"]
        if row["channel"] not in self._channels:
            return
        if address not in self._lanes:
            self._lanes[address] = deque()
            lanes.create_task(self._send_lane(address))
        self._lanes[address].append(row)

    async def _send_lane(self, address: int) -> None:
        lane = self._lanes[address]
        while lane:
            await self._send(lane[0])
            lane.popleft()
        del self._lanes[address]

    async def _send(self, row: aiosqlite.Row) -> None:
        """Send one row until it is known what became of it, and mark it."""
        name = row["channel"]
        retries = self._waits()
        while True:
            await self._pace(row)
            try:
                message = await self._channels[name].send(delivery_from(row))
            except Wait as wait:
                self._paces[name].close_for(wait.seconds)
            except (NotSent, Uncertain, OSError, MemoryError) as failure:
                log.warning("send-failed", channel=name, why=type(failure).__name__)
                await asyncio.sleep(next(retries))
            except Refused as refused:
                log.warning("send-refused", channel=name, blocked=refused.blocked)
                self._marks.refused(row["id"], str(refused))
                if refused.blocked:
                    self._marks.unreachable(row["address"])
                return
            except Exception as error:  # noqa: BLE001 - a poisonous delivery stops no other
                log.error("send-broken", channel=name, **raised_at(error))
                self._marks.refused(row["id"], type(error).__name__)
                return
            else:
                self._marks.sent(row["id"], message)
                return

    async def _pace(self, row: aiosqlite.Row) -> None:
        await self._chat_paces.pass_one(row["address"])
        await self._paces[row["channel"]].pass_one()
