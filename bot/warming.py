"""Reads what spans all agencies into memory before anybody asks: after the start, and each new day.

The database is let go after each part, so that no turn waits for more than one. What then lies in
memory stays there: the collector of garbage need not walk over it again and again.
"""

import asyncio
import gc
from contextlib import suppress

from bot.house import House
from bot.uncollected import uncollected
from domain.figure import LatestFigures
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
    now = house.clock()
    with uncollected():
        async with house.database.write() as connection:
            await house.talks.renew(connection, now)
        read_report("", house.lexicon, house.plan.focal, now.date())
        for read in (
            _standing,
            Reader.owed,
            _values,
            Reader.owed_figures,
            lambda reader: reader.standing_on(now.date() - WEEK),
            Reader.summary,
            _before_briefs,
        ):
            async with house.database.read() as connection:
                await read(Reader(connection, house.plan, now))
    gc.collect()
    gc.freeze()


async def _standing(reader: Reader) -> None:
    standing = await reader.standing()
    for task in standing.plan.tasks:
        standing.of(task)


async def _before_briefs(reader: Reader) -> None:
    await reader.standing_on(await reader.briefs_compare_with())


async def _values(reader: Reader) -> LatestFigures:
    return (await reader.figures()).latest_values
