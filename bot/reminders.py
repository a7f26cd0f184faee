"""Looks what is due, at the times of the settings; a digest is queued once a person and day.

The scheduler is only the alarm clock: what is due is computed from the facts, so that nothing is
lost where the program did not run.
"""

import asyncio
from collections.abc import Callable, Collection
from datetime import datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.house import House
from bot.pace import growing_waits
from dialogue.texts import ZONE
from domain.plan import Plan
from storage.database import Database, DatabaseUnavailable
from storage.gate import Writer

log = structlog.get_logger(__name__)


async def look(database: Database, plan: Plan, now: datetime, channels: Collection[str]) -> int:
    """Queue a digest for everybody who is to be reminded by now; return how many are new.

    The leaders' briefs that are due are queued too.
    """
    async with database.write() as connection:
        writer = Writer(connection, plan, now)
        due = await writer.due(channels)
        queued = await writer.queue_digests(due)
        briefs = await writer.queue_briefs(channels)
    held = sum(each.held for each in due)
    log.info(
        "looked-what-is-due", people=len(due), digests=queued, briefs=briefs, held_for_quota=held
    )
    return queued


class Reminders:
    """The alarm clock of an open house, for some channels; `wake` has the outbox send."""

    def __init__(self, house: House, channels: Collection[str], wake: Callable[[], None]) -> None:
        self._house = house
        self._channels = channels
        self._wake = wake

    async def run(self) -> None:
        """Look at every set time until cancelled, and at once where today's was missed."""
        scheduler = AsyncIOScheduler(timezone=ZONE)
        for at in self._house.settings.remind_times:
            trigger = CronTrigger(hour=at.hour, minute=at.minute, timezone=ZONE)
            scheduler.add_job(self._ring, trigger, coalesce=True, misfire_grace_time=None)
        scheduler.start()
        try:
            if any(self._house.clock().time() >= at for at in self._house.settings.remind_times):
                await self._ring()
            while True:
                await self._house.alarm.wait()
                self._house.alarm.clear()
                await self.look()
        finally:
            scheduler.shutdown(wait=False)

    async def _ring(self) -> None:
        self._house.alarm.set()

    async def look(self) -> None:
        """Look, in the hours in which people are written to, until the database lets us."""
        retries = growing_waits()
        while True:
            now = self._house.clock()
            if not self._house.sending_hours.is_open(now):
                return
            try:
                async with self._house.database.write() as connection:
                    await self._house.talks.renew(connection, now)
                await look(self._house.database, self._house.plan, now, self._channels)
            except DatabaseUnavailable as unavailable:
                log.error("not-looked", why=str(unavailable))
                await asyncio.sleep(next(retries))
            else:
                self._wake()
                return
