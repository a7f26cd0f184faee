"""Once a day the program empties old messages; how long they are kept is a setting.

Files that belong to no report go with them; copies of people's own data a day after they were made.
"""

import asyncio
import time
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
FRESH = 3600.0
"""For so many seconds a file is left on disk that came just now: its row may still be written."""
log = structlog.get_logger(__name__)


async def keep_clean(house: House, files: FileStore) -> None:
    """Clean at once and then every day, until cancelled."""
    retries = growing_waits()
    while True:
        try:
            days = house.settings.keep_messages_days
            done = await clean(house.database, days, house.clock())
            await forget_files(house.database, files, days, house.clock())
        except DatabaseUnavailable as unavailable:
            log.error("not-cleaned", why=str(unavailable))
            await asyncio.sleep(next(retries))
        else:
            log.info("cleaned", days=days, **done.model_dump())
            await asyncio.sleep(EVERY)


async def forget_files(database: Database, files: FileStore, days: int, now: datetime) -> None:
    """Delete files that were attached to nothing in so many days, and copies older than one."""
    async with database.read() as connection:
        old = await QUERIES.files_of_nothing(
            connection,
            copies_before=stamp(now - COPY_KEPT),
            before=stamp(now - timedelta(days=days)),
        )
    for row in old:
        async with database.write() as connection:
            held = await QUERIES.is_held(connection, sha256=row["sha256"], id=row["id"])
            if held or await files.forget(row["sha256"], kept_before=time.time() - FRESH):
                await QUERIES.forget_file(connection, id=row["id"])
