"""Evidence that could not be fetched at once is fetched later; its row tells that it is pending.

Where it cannot be had at all, the person is told and the row says that it is lost.
"""

import asyncio
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Protocol, runtime_checkable

import aiosqlite
import structlog

from bot.clock import Clock
from channels.port import Channel
from dialogue.faults import raised_at
from dialogue.messages import File, Message
from dialogue.texts import Texts
from storage.chats import queue
from storage.database import QUERIES, Database, DatabaseUnavailable
from storage.moments import moment

EVERY = 60.0
"""Seconds between two tries."""
PATIENCE = timedelta(days=1)
"""How long a file is tried for; platforms forget files after that."""
log = structlog.get_logger(__name__)


@runtime_checkable
class Fetching(Protocol):
    """A channel that can fetch a file by its handle again."""

    async def fetch(self, file: File) -> File:
        """Return the file with its hash, or with its problem."""


class PendingEvidence:
    """Looks for files that are still to be fetched; `wake` tells the outbox of what it says."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        texts: Texts,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._database = database
        self._texts = texts
        self._wake = wake
        self._channels = {
            name: channel for name, channel in channels.items() if isinstance(channel, Fetching)
        }
        self._clock = clock

    async def run(self) -> None:
        """Try again and again until cancelled."""
        while True:
            try:
                await self.try_once()
            except DatabaseUnavailable as unavailable:
                log.warning("evidence-postponed", why=str(unavailable))
            await asyncio.sleep(EVERY)

    async def try_once(self) -> int:
        """Try each pending file once and return how many have come; none stops the others."""
        async with self._database.read() as connection:
            rows = await QUERIES.pending_evidence(connection)
        came = 0
        for row in rows:
            if row["channel"] in self._channels:
                try:
                    came += await self._try(row)
                except (OSError, MemoryError, DatabaseUnavailable) as passing:
                    log.error("evidence-not-kept", evidence=row["id"], **raised_at(passing))
        return came

    async def _try(self, row: aiosqlite.Row) -> bool:
        """Try one file and return whether it came; what comes no more is lost."""
        file = File(
            ref=row["ref"], name=row["name"], media_type=row["media_type"], size=row["size"]
        )
        fetched = await self._channels[row["channel"]].fetch(file)
        if fetched.problem == "unfetched" and self._clock() - moment(row["received_at"]) < PATIENCE:
            return False
        async with self._database.write() as connection:
            await QUERIES.settle_evidence(
                connection,
                id=row["id"],
                sha256=fetched.sha256,
                media_type=fetched.media_type,
                size=fetched.size,
                problem=None if fetched.problem is None else "lost",
            )
            if fetched.problem is not None and row["person"] is not None:
                lost = Message(text=str(self._texts.say("engine-file-lost", name=file.name)))
                await queue(connection, row["address"], lost, self._clock())
        self._wake()
        return fetched.problem is None
