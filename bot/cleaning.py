"""Once a day the program empties old messages; how long they are kept is a setting."""

import asyncio

import structlog

from bot.house import House
from bot.pace import growing_waits
from storage.database import DatabaseUnavailable
from storage.retention import clean

EVERY = 24 * 3600.0
"""Seconds between two cleanings; the first is at the start."""
log = structlog.get_logger(__name__)


async def keep_clean(house: House) -> None:
    """Clean at once and then every day, until cancelled."""
    retries = growing_waits()
    while True:
        try:
            days = house.settings.keep_messages_days
            done = await clean(house.database, days, house.clock())
        except DatabaseUnavailable as unavailable:
            log.error("not-cleaned", why=str(unavailable))
            await asyncio.sleep(next(retries))
        else:
            log.info("cleaned", days=days, **done.model_dump())
            await asyncio.sleep(EVERY)
