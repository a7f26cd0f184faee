"""Sends what turns have put into the outbox: in order per chat, paced, across restarts.

Replies go out at least once: a delivery is marked after it was sent, and sent again where that is
not known. Digests go out at most once: they are built and marked before (bot/digests.py). Errors
are told apart by the channel (channels/port.py).
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import TypeVar

import aiosqlite
import structlog

from bot.clock import Clock
from bot.digests import Digests
from bot.marks import Marks
from bot.measures import Measures
from bot.notices import Notices
from bot.pace import Pace, Paces, growing_waits
from bot.spent import USED_UP, SpentQuotas
from bot.talks import Held
from channels.port import Channel, NotSent, Refused, Uncertain, Wait
from dialogue.faults import raised_at
from dialogue.messages import Delivery
from storage.chats import delivery_from
from storage.database import QUERIES, Database, DatabaseUnavailable

BATCH = 500
CHAT_BURST = 5
HOLD = 60.0
"""Seconds after which a digest that was held back is tried again."""
T = TypeVar("T")
Step = Callable[[], Awaitable[None]]
log = structlog.get_logger(__name__)


class Outbox:
    """One lane a chat; lanes run side by side, each in order.

    `digests` and `notices` build what is told unasked; `waits` yields the pauses, in seconds,
    before what failed is tried again, `hold` is the one before what was held back is.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Clock,
        *,
        digests: Digests,
        notices: Notices,
        per_second: float,
        chat_per_second: float,
        waits: Callable[[], Iterator[float]] = growing_waits,
        hold: float = HOLD,
        measures: Measures | None = None,
    ) -> None:
        self._database = database
        self._channels = channels
        self._digests = digests
        self._notices = notices
        self._waits = waits
        self._hold = hold
        self._paces = {name: Pace(per_second, max(1, per_second)) for name in channels}
        self._lanes: dict[int, deque[aiosqlite.Row]] = {}
        self._chat_paces = Paces(chat_per_second, CHAT_BURST, in_use=self._lanes)
        self._more = asyncio.Event()
        self._measures = measures or Measures(clock)
        self._quotas = SpentQuotas(database, clock)
        self._marks = Marks(database, clock, waits, self._measures)
        self._unsettled: list[Step] = []
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
                    rows = await self._insist(self._fetch)
                    for row in rows:
                        self._last = row["id"]
                        self._enqueue(row, lanes)
                    if len(rows) < BATCH:
                        await self._more.wait()
        finally:
            await self._marks.write()
            await self._settle_rest()

    async def _fetch(self) -> list[aiosqlite.Row]:
        async with self._database.read() as connection:
            rows: list[aiosqlite.Row] = await QUERIES.queued_after(
                connection, after=self._last, most=BATCH
            )
        return rows

    async def _insist(self, step: Callable[[], Awaitable[T]]) -> T:
        """Do something with the database until it lets us."""
        retries = self._waits()
        while True:
            try:
                return await step()
            except DatabaseUnavailable as unavailable:
                log.error("outbox-waits", why=str(unavailable))
                await asyncio.sleep(next(retries))

    async def _settle(self, step: Step) -> None:
        """Note down what became of a digest: now, or where a stop comes between, at its end."""
        self._unsettled.append(step)
        await self._insist(step)
        self._unsettled.remove(step)

    async def _settle_rest(self) -> None:
        for step in self._unsettled:
            try:
                await step()
            except DatabaseUnavailable as unavailable:
                log.error("digest-lost", why=str(unavailable))

    def _enqueue(self, row: aiosqlite.Row, lanes: asyncio.TaskGroup) -> None:
        address = row["address"]
        if row["channel"] not in self._channels:
            return
        if address not in self._lanes:
            self._lanes[address] = deque()
            lanes.create_task(self._send_lane(address, lanes))
        self._lanes[address].append(row)

    async def _send_lane(self, address: int, lanes: asyncio.TaskGroup) -> None:
        lane = self._lanes[address]
        while lane:
            row = lane[0]
            if not await self._send_as_is_due(row):
                lanes.create_task(self._try_again(row, lanes))
            lane.popleft()
        del self._lanes[address]

    async def _try_again(self, row: aiosqlite.Row, lanes: asyncio.TaskGroup) -> None:
        await asyncio.sleep(self._hold)
        self._enqueue(row, lanes)

    async def _send_as_is_due(self, row: aiosqlite.Row) -> bool:
        """Send a row as is due to its kind; return False where it is to be tried again later."""
        if row["digest"] is not None:
            return await self._send_digest(row)
        if row["notice"] is not None:
            return await self._send_notice(row)
        await self._send(row)
        return True

    async def _send_notice(self, row: aiosqlite.Row) -> bool:
        """Build a notice and send it as any other; return False where it is held back."""
        try:
            delivery = await self._insist(partial(self._notices.build, row))
        except Held:
            return False
        except Exception as error:  # noqa: BLE001 - a poisonous notice stops no other
            log.error("notice-broken", **raised_at(error))
            self._marks.refused(row["id"], type(error).__name__)
        else:
            if delivery is not None:
                await self._send(row, delivery)
        return True

    async def _send(self, row: aiosqlite.Row, built: Delivery | None = None) -> None:
        """Send a row, or what was built of it, until it is known what became of it; mark it."""
        name = row["channel"]
        retries = self._waits()
        while True:
            await self._pace(row)
            if row["notice"] is not None and not await self._insist(
                partial(self._notices.stands, row)
            ):
                return
            try:
                message = await self._channels[name].send(built or delivery_from(row))
            except Wait as wait:
                await self._slow_down(name, wait)
            except (NotSent, Uncertain, OSError, MemoryError) as failure:
                self._measures.failed(name, failure)
                await asyncio.sleep(next(retries))
            except Refused as refused:
                self._refuse(row, row["id"], refused)
                if refused.blocked and row["notice"] is not None:
                    await self._insist(partial(self._notices.send_on, row))
                    self.wake()
                return
            except Exception as error:  # noqa: BLE001 - a poisonous delivery stops no other
                log.error("send-broken", channel=name, **raised_at(error))
                self._measures.not_sent(name, "broken")
                self._marks.refused(row["id"], type(error).__name__)
                return
            else:
                self._measures.sent(name)
                self._marks.sent(row["id"], message)
                await self._quotas.worked(name)
                return

    async def _send_digest(self, row: aiosqlite.Row) -> bool:
        """Send a digest where it is wanted; return False where it is to be tried again later."""
        retries = self._waits()
        while True:
            await self._pace(row)
            try:
                delivery = await self._insist(partial(self._built, row))
            except Held:
                return False
            except Exception as error:  # noqa: BLE001 - a poisonous digest stops no other
                log.error("digest-broken", **raised_at(error))
                self._marks.refused(row["id"], type(error).__name__)
                return True
            if delivery is None or await self._let_leave(row, delivery):
                return True
            await asyncio.sleep(next(retries))

    async def _built(self, row: aiosqlite.Row) -> Delivery | None:
        """Build a digest; one that a stop overtakes before it is sent is put back at the end."""
        building = asyncio.ensure_future(self._digests.build(row))
        try:
            return await asyncio.shield(building)
        except asyncio.CancelledError:
            with suppress(Held, DatabaseUnavailable):
                if (delivery := await building) is not None:
                    back = partial(self._digests.put_back, row["digest"], delivery.id)
                    self._unsettled.append(back)
            raise

    async def _let_leave(self, row: aiosqlite.Row, delivery: Delivery) -> bool:
        """Send a digest once; only where it certainly was not sent, put it back, return False."""
        name, digest = row["channel"], row["digest"]
        try:
            message = await self._channels[name].send(delivery)
        except (Wait, NotSent) as failure:
            if isinstance(failure, Wait):
                await self._slow_down(name, failure)
            else:
                self._measures.failed(name, failure)
            await self._settle(partial(self._digests.put_back, digest, delivery.id))
            return False
        except Refused as refused:
            blocked = refused.blocked
            await self._settle(partial(self._digests.refuse, digest, blocked=blocked))
            self._refuse(row, delivery.id, refused)
        except Exception as error:  # noqa: BLE001 - it may have been sent: never again
            log.warning("digest-uncertain", channel=name, **raised_at(error))
            self._measures.failed(name, error)
        else:
            self._measures.sent(name)
            self._marks.sent(delivery.id, message)
            await self._quotas.worked(name)
        return True

    def _refuse(self, row: aiosqlite.Row, delivery: int, refused: Refused) -> None:
        """Mark a delivery of a row's chat as refused, and the chat where it is blocked."""
        log.warning("send-refused", channel=row["channel"], blocked=refused.blocked)
        self._measures.not_sent(row["channel"], "refused")
        self._marks.refused(delivery, str(refused))
        if refused.blocked:
            self._marks.unreachable(row["address"])

    async def _slow_down(self, channel: str, wait: Wait) -> None:
        """Leave a channel alone as long as it asks, or for its month where that is used up."""
        self._measures.not_sent(channel, "waited")
        seconds = await self._quotas.patience(channel, wait.seconds)
        if self._quotas.is_spent(channel):
            self._measures.stopped(channel, USED_UP)
        self._paces[channel].close_for(seconds)

    async def _pace(self, row: aiosqlite.Row) -> None:
        await self._chat_paces.pass_one(row["address"])
        await self._paces[row["channel"]].pass_one()
