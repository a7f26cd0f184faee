"""The due dates that were extended: what was granted to which agency, from which day on."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from dialogue.texts import ZONE
from storage.kept import Duty
from storage.moments import moment
from storage.session import Session


class Granted(NamedTuple):
    """An approved date, and the day on which it was approved."""

    until: date
    decided_on: date


Grants = Mapping[Duty, tuple[Granted, ...]]


class ExtendedReader(Session):
    """Reads the due dates that were extended."""

    async def grants(self) -> Grants:
        """Return all that was granted on each duty, in the order of the decisions."""
        return await self._over_all("granted_extensions", "task", _granted)


def extended_on(grants: Grants, day: date) -> dict[Duty, date]:
    """Return the approved due dates that count on a day: of each duty the last one decided."""
    found: dict[Duty, date] = {}
    for duty, granted in grants.items():
        for each in granted:
            if each.decided_on <= day:
                found[duty] = each.until
    return found


def _granted(rows: Iterable[sqlite3.Row]) -> dict[Duty, tuple[Granted, ...]]:
    found: defaultdict[Duty, list[Granted]] = defaultdict(list)
    for row in rows:
        until = date.fromisoformat(row["granted"])
        decided_on = moment(row["decided_at"]).astimezone(ZONE).date()
        found[row["number"], row["agency"]].append(Granted(until, decided_on))
    return {duty: tuple(granted) for duty, granted in found.items()}
