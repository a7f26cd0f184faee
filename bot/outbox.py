"""Sends what turns have put into the outbox: in order per chat, paced, across restarts.

Replies go out at least once: a delivery is marked after it was sent, and sent again where that is
not known. Errors are told apart by the channel (channels/port.py).
"""

import asyncio
from collections import deque
from collections.abc import Iterator, Mapping

import aiosqlite
import structlog

from bot.clock import Clock
from bot.pace import Pace
from channels.port import Channel, NotSent, Refused, Uncertain, Wait
from dialogue.messages import Delivery
from storage.chats import delivery_from
from storage.database import QUERIES, Database, DatabaseUnavailable
from storage.moments import stamp

BATCH = 500
LINGER = 0.05
"""Seconds to gather marks of sent rows before they are written together."""
FIRST_RETRY = 0.5
LAST_RETRY = 60.0
CHAT_BURST = 5
log = structlog.get_logger(__name__)


class Outbox:
    """One lane a chat; lanes run side by side, each in order."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Clock,
        *,
        per_second: float,
        chat_per_second: float,
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._chat_per_second = chat_per_second
        self._paces = {name: Pace(per_second, max(1, per_second)) for name in channels}
        self._chat_paces: dict[int, Pace] = {}
        self._lanes: dict[int, deque[Delivery]] = {}
        self._more = asyncio.Event()
        self._marks: list[dict[str, object]] = []
        self._marked = asyncio.Event()
        self._last = 0

    def wake(self) -> None:
        """Tell that a turn has committed something to send."""
        self._more.set()

    async def run(self) -> None:
        """Send until cancelled, beginning with what an earlier run left."""
        try:
            async with asyncio.TaskGroup() as lanes:
                lanes.create_task(self._keep_writing_marks())
                while True:
                    self._more.clear()
                    rows = await self._fetch()
                    for row in rows:
                        self._last = row["id"]
                        self._enqueue(row, lanes)
                    if len(rows) < BATCH:
                        await self._more.wait()
        finally:
            await self._write_marks()

    async def _fetch(self) -> list[aiosqlite.Row]:
        async with self._database.read() as connection:
            rows: list[aiosqlite.Row] = await QUERIES.queued_after(
                connection, after=self._last, most=BATCH
            )
        return rows

    def _enqueue(self, row: aiosqlite.Row, lanes: asyncio.TaskGroup) -> None:
        address = row["address"]
        if row["channel"] not in self._channels:
            return
        if address not in self._lanes:
            self._lanes[address] = deque()
            lanes.create_task(self._send_lane(address))
        self._lanes[address].append(delivery_from(row))

    async def _send_lane(self, address: int) -> None:
        lane = self._lanes[address]
        while lane:
            await self._send(address, lane[0])
            lane.popleft()
        del self._lanes[address]

    async def _send(self, address: int, delivery: Delivery) -> None:
        channel = self._channels[delivery.channel]
        retries = _growing_waits()
        while True:
            await self._pace(address, delivery)
            try:
                message = await channel.send(delivery)
            except Wait as wait:
                self._paces[delivery.channel].close_for(wait.seconds)
            except Refused as refused:
                await self._refuse(address, delivery, refused)
                return
            except (NotSent, Uncertain) as failure:
                log.warning("send-failed", channel=delivery.channel, why=type(failure).__name__)
                await asyncio.sleep(next(retries))
            else:
                self._marks.append(
                    {"id": delivery.id, "message": message, "now": stamp(self._clock())}
                )
                self._marked.set()
                return

    async def _pace(self, address: int, delivery: Delivery) -> None:
        if self._chat_per_second:
            pace = self._chat_paces.setdefault(address, Pace(self._chat_per_second, CHAT_BURST))
            await pace.pass_one()
        await self._paces[delivery.channel].pass_one()

    async def _refuse(self, address: int, delivery: Delivery, refused: Refused) -> None:
        log.warning("send-refused", channel=delivery.channel, blocked=refused.blocked)
        now = stamp(self._clock())
        async with self._database.write() as connection:
            await QUERIES.mark_refused(connection, id=delivery.id, problem=str(refused), now=now)
            if refused.blocked:
                await QUERIES.mark_unreachable(connection, address=address, now=now)

    async def _keep_writing_marks(self) -> None:
        retries = _growing_waits()
        while True:
            await self._marked.wait()
            await asyncio.sleep(LINGER)
            self._marked.clear()
            try:
                await self._write_marks()
                retries = _growing_waits()
            except DatabaseUnavailable as unavailable:
                log.error("marks-not-written", why=str(unavailable))
                self._marked.set()
                await asyncio.sleep(next(retries))

    async def _write_marks(self) -> None:
        marks = list(self._marks)
        if not marks:
            return
        async with self._database.write() as connection:
            await QUERIES.mark_sent(connection, marks)
        del self._marks[: len(marks)]


def _growing_waits() -> Iterator[float]:
    wait = FIRST_RETRY
    while True:
        yield wait
        wait = min(wait * 2, LAST_RETRY)
