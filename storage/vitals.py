"""How the database and what waits in it are doing, seen from beside the turns."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from storage.database import QUERIES, Database, DatabaseUnavailable
from storage.moments import moment

PATIENCE = 1.0
"""Seconds that a lock is waited for at most."""


class Backlog(NamedTuple):
    """What waits to be sent on one channel, and since when."""

    queued: int
    oldest: datetime


class Vitals(NamedTuple):
    """One look; `trouble` is why the database cannot be written, None where it can."""

    backlog: Mapping[str, Backlog]
    last_look: datetime | None
    trouble: str | None


async def take_vitals(database: Database, patience: float = PATIENCE) -> Vitals:
    """Look at a database without waiting for its turns; raise DatabaseUnavailable."""
    async with database.aside(patience) as connection:
        waiting = {
            row["channel"]: Backlog(row["queued"], moment(row["oldest"]))
            for row in await QUERIES.backlog(connection)
        }
        look = await QUERIES.last_look(connection)
    return Vitals(
        waiting, moment(look["looked_at"]) if look else None, await _trouble(database, patience)
    )


async def _trouble(database: Database, patience: float) -> str | None:
    try:
        async with database.aside(patience) as connection:
            await connection.execute_fetchall("BEGIN IMMEDIATE")
            await connection.rollback()
    except DatabaseUnavailable as error:
        return str(error)
    return None
