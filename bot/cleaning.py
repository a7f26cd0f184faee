"""Once a day the program empties old messages; how long they are kept is a setting.

Copies of people's own data are deleted a day after they were made.
"""

import asyncio
from datetime import datetime, timedelta

import structlog

from bot.house import House
from bot.pace import growing_waits
from storage.database import QUERIES, Database, DatabaseUnavailable
from storage.files import FileStore
from storage.moments import stamp
from storage.retention import clean

EVERY = 24 * 3600.0
"""Seconds between two cleanings; the first is at the start."""
COPY_KEPT = timedelta(days=1)
"""How long a copy lies on disk."""
log = structlog.get_logger(__name__)


async def keep_clean(house: House, files: FileStore) -> None:
    """Clean at once and then every day, until cancelled."""
    retries = growing_waits()
    while True:
        try:
            days = house.settings.keep_messages_days
            done = await clean(house.database, days, house.clock())
            await forget_copies(house.database, files, house.clock())
        except DatabaseUnavailable as unavailable:
            log.error("not-cleaned", why=str(unavailable))
            await asyncio.sleep(next(retries))
        else:
            log.info("cleaned", days=days, **done.model_dump())
            await asyncio.sleep(EVERY)


async def forget_copies(database: Database, files: FileStore, now: datetime) -> None:
    """Delete the copies of people's own data that were made more than a day ago."""
    async with database.read() as connection:
        old = await QUERIES.copies_made(connection, before=stamp(now - COPY_KEPT))
    for row in old:
        await asyncio.to_thread(files.path(row["sha256"]).unlink, missing_ok=True)
        async with database.write() as connection:
            await QUERIES.forget_copy(connection, id=row["id"])
