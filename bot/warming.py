"""Reads what spans all agencies into memory before anybody asks: after the start, and each new day.

The database is let go after each part, so that no turn waits for more than one. What then lies in
memory stays there: the collector of garbage need not walk over it again and again.
"""

import asyncio
import gc
from collections.abc import Sequence
from contextlib import suppress

from bot.house import House
from domain.figure import Figure
from domain.summary import WEEK
from storage.database import DatabaseUnavailable
from storage.gate import Reader
from understanding.reports import read_report

EVERY = 60.0
"""Seconds between two looks whether a new day has begun."""


async def keep_warm(house: House, every: float = EVERY) -> None:
    """Warm the memory now and whenever a day has begun, until cancelled."""
    day = None
    while True:
        today = house.clock().date()
        with suppress(DatabaseUnavailable):  # the next look tries again
            if today != day:
                await warm(house)
                day = today
        await asyncio.sleep(every)


async def warm(house: House) -> None:
    """Read what the questions of today will ask for, and make the words of reports ready."""
    read_report("", house.lexicon, house.plan.focal, house.clock().date())
    week_ago = house.clock().date() - WEEK
    for read in (
        Reader.standing,
        Reader.owed,
        _values,
        Reader.owed_figures,
        lambda reader: reader.standing_on(week_ago),
        Reader.summary,
    ):
        async with house.database.read() as connection:
            await read(Reader(connection, house.plan, house.clock()))
    gc.collect()
    gc.freeze()


async def _values(reader: Reader) -> Sequence[Figure]:
    return (await reader.figures()).values
