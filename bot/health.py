"""How the program is doing: whether it does its job, and what stands in its way."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from prometheus_client import generate_latest

from bot.clock import Clock
from bot.measures import VERSION, Measures
from bot.sending_hours import SendingHours
from channels.port import Channel, Condition
from storage.database import Database, DatabaseUnavailable
from storage.vitals import Backlog, Vitals, take_vitals

FRESH = 1.0
"""Seconds for which one look at the database serves whoever asks."""


class Health(NamedTuple):
    """What /health says: `works` is whether reports can be stored, `details` all that is known."""

    works: bool
    details: dict[str, Any]


class Doctor:
    """Looks after the running program; asking often costs little, and nothing waits for a turn.

    `hours` are those in which people are written to unasked; None: at any time.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        measures: Measures,
        clock: Clock,
        *,
        hours: SendingHours | None = None,
        fresh: float = FRESH,
    ) -> None:
        self._database = database
        self._channels = channels
        self._measures = measures
        self._clock = clock
        self._hours = hours
        self._fresh = fresh
        self._asking = asyncio.Lock()
        self._vitals = Vitals({}, None, None)
        self._looked_at = float("-inf")

    async def look(self) -> Health:
        """Say how everything is doing; the answer takes no longer than the locks are waited for."""
        vitals = await self._look()
        trouble = self._database_trouble(vitals)
        return Health(
            works=trouble is None,
            details={
                "status": "ok" if trouble is None else "failing",
                "version": VERSION,
                "database": _told(trouble),
                "channels": {
                    name: self._channel(name, channel, vitals.backlog.get(name))
                    for name, channel in self._channels.items()
                },
                "reminders": {"last_look": _time(vitals.last_look)},
            },
        )

    async def measure(self) -> bytes:
        """Everything counted and timed, as Prometheus reads it."""
        vitals = await self._look()
        measures = self._measures
        measures.writable.set(self._database_trouble(vitals) is None)
        if vitals.last_look is not None:
            measures.last_look.set(vitals.last_look.timestamp())
        for name, channel in self._channels.items():
            backlog = vitals.backlog.get(name)
            measures.queued.labels(name).set(backlog.queued if backlog else 0)
            measures.oldest.labels(name).set(self._age(backlog))
            measures.running.labels(name).set(self._channel_trouble(name, channel) is None)
        return generate_latest(measures.registry)

    async def _look(self) -> Vitals:
        """Look at the database, or take what was seen just now."""
        now = asyncio.get_running_loop().time
        async with self._asking:
            if now() - self._looked_at > self._fresh:
                written, doubted = self._measures.written, self._measures.writing
                try:
                    vitals = await take_vitals(self._database, probe=doubted is not None)
                except DatabaseUnavailable as error:
                    vitals = self._vitals._replace(trouble=str(error))
                if self._measures.written > written:  # the lock was in our own busy hands
                    vitals = vitals._replace(trouble=None)
                if vitals.trouble is None and self._measures.writing is doubted:
                    self._measures.writing = None
                self._vitals, self._looked_at = vitals, now()
        return self._vitals

    def _database_trouble(self, vitals: Vitals) -> Condition | None:
        """Why nothing can be stored; a turn that could not be is the first sign."""
        if self._measures.writing is not None:
            return self._measures.writing
        return None if vitals.trouble is None else Condition(vitals.trouble, self._clock())

    def _channel_trouble(self, name: str, channel: Channel) -> Condition | None:
        receiving = channel.condition
        return receiving if receiving.trouble is not None else self._measures.sending.get(name)

    def _channel(self, name: str, channel: Channel, backlog: Backlog | None) -> dict[str, Any]:
        return _told(self._channel_trouble(name, channel)) | {
            "last_received": _time(self._measures.received_at.get(name)),
            "last_sent": _time(self._measures.sent_at.get(name)),
            "queued": backlog.queued if backlog else 0,
            "oldest_queued_seconds": self._age(backlog),
        }

    def _age(self, backlog: Backlog | None) -> float:
        """Seconds that the oldest has waited since it might leave."""
        if backlog is None:
            return 0
        since = [] if backlog.answer is None else [backlog.answer]
        if backlog.unasked is not None:
            unasked = backlog.unasked
            since.append(unasked if self._hours is None else self._hours.next_open(unasked))
        return max(0.0, *((self._clock() - at).total_seconds() for at in since))


def _told(trouble: Condition | None) -> dict[str, Any]:
    if trouble is None:
        return {"state": "ok"}
    return {"state": "failing", "error": trouble.trouble, "since": _time(trouble.since)}


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")
