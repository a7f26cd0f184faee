"""How the database and what waits in it are doing, seen from beside the turns."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from storage.database import QUERIES, Database, DatabaseUnavailable, write_nothing_new
from storage.moments import moment

PATIENCE = 1.0
"""Seconds that a lock is waited for at most."""


class Backlog(NamedTuple):
    """What waits to be sent on one channel: since when an answer, from when what nobody asked."""

    queued: int
    answer: datetime | None
    unasked: datetime | None


class Vitals(NamedTuple):
    """One look; `trouble` is why the database cannot be written, None where it can."""

    backlog: Mapping[str, Backlog]
    last_look: datetime | None
    trouble: str | None


async def take_vitals(
    database: Database, patience: float = PATIENCE, *, probe: bool = False
) -> Vitals:
    """Look at a database without waiting for its turns; raise DatabaseUnavailable.

    A `probe` truly writes: a full disk lets a transaction begin.
    """
    async with database.aside(patience) as connection:
        waiting = {
            row["channel"]: Backlog(row["queued"], _moment(row["answer"]), _moment(row["unasked"]))
            for row in await QUERIES.backlog(connection)
        }
        look = await QUERIES.last_look(connection)
    trouble = await _trouble(database, patience, probe=probe)
    return Vitals(waiting, moment(look["looked_at"]) if look else None, trouble)


def _moment(at: str | None) -> datetime | None:
    return None if at is None else moment(at)


async def _trouble(database: Database, patience: float, *, probe: bool) -> str | None:
    try:
        async with database.aside(patience) as connection:
            await connection.execute_fetchall("BEGIN IMMEDIATE")
            if probe:
                await write_nothing_new(connection)
            await connection.rollback()
    except DatabaseUnavailable as error:
        return str(error)
    return None
