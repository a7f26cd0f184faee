"""What became of deliveries, gathered for a moment and written together."""

import asyncio
from collections.abc import Callable, Iterator

import structlog

from bot.clock import Clock
from bot.measures import Measures
from storage.database import QUERIES, Database, DatabaseUnavailable
from storage.moments import stamp

LINGER = 0.05
"""Seconds to gather marks before they are written in one transaction."""
log = structlog.get_logger(__name__)


class Marks:
    """Marks of the outbox; none is forgotten before it is written."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        waits: Callable[[], Iterator[float]],
        measures: Measures,
    ) -> None:
        self._database = database
        self._clock = clock
        self._waits = waits
        self._measures = measures
        self._kept: dict[str, list[dict[str, object]]] = {
            "mark_sent": [],
            "mark_refused": [],
            "mark_unreachable": [],
        }
        self._marked = asyncio.Event()

    def sent(self, id_: int, message: str | None) -> None:
        """A delivery was sent, as this message of the platform."""
        self._keep("mark_sent", id=id_, message=message)

    def refused(self, id_: int, problem: str) -> None:
        """A delivery is not sent again."""
        self._keep("mark_refused", id=id_, problem=problem)

    def unreachable(self, address: int) -> None:
        """A chat cannot be reached until it writes again."""
        self._keep("mark_unreachable", address=address)

    async def keep_writing(self) -> None:
        """Write marks as they come, until cancelled."""
        retries = self._waits()
        while True:
            await self._marked.wait()
            await asyncio.sleep(LINGER)
            self._marked.clear()
            if await self.write():
                retries = self._waits()
            else:
                self._marked.set()
                await asyncio.sleep(next(retries))

    async def write(self) -> bool:
        """Write what was gathered; return whether the database took it."""
        marks = {query: list(kept) for query, kept in self._kept.items() if kept}
        if not marks:
            return True
        try:
            async with self._database.write() as connection:
                for query, rows in marks.items():
                    await getattr(QUERIES, query)(connection, rows)
        except DatabaseUnavailable as unavailable:
            log.error("marks-not-written", why=str(unavailable))
            self._measures.not_written(unavailable)
            return False
        self._measures.wrote()
        for query, rows in marks.items():
            del self._kept[query][: len(rows)]
        return True

    def _keep(self, query: str, **mark: object) -> None:
        self._kept[query].append({**mark, "now": stamp(self._clock())})
        self._marked.set()
