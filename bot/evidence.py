"""Evidence that could not be fetched at once is fetched later; its row tells that it is pending."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Protocol, runtime_checkable

import structlog

from bot.clock import Clock
from channels.port import Channel
from dialogue.messages import File
from storage.database import QUERIES, Database, DatabaseUnavailable
from storage.moments import stamp

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
    """Looks for files that are still to be fetched."""

    def __init__(self, database: Database, channels: Mapping[str, Channel], clock: Clock) -> None:
        self._database = database
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
        """Try each pending file once and return how many have come."""
        since = stamp(self._clock() - PATIENCE)
        async with self._database.read() as connection:
            rows = await QUERIES.pending_evidence(connection, since=since)
        came = 0
        for row in rows:
            channel = self._channels.get(row["channel"])
            if channel is None:
                continue
            file = File(
                ref=row["ref"], name=row["name"], media_type=row["media_type"], size=row["size"]
            )
            fetched = await channel.fetch(file)
            if fetched.problem == "unfetched":
                continue
            async with self._database.write() as connection:
                await QUERIES.settle_evidence(
                    connection,
                    id=row["id"],
                    sha256=fetched.sha256,
                    media_type=fetched.media_type,
                    size=fetched.size,
                    problem=fetched.problem,
                )
            came += fetched.problem is None
        return came
