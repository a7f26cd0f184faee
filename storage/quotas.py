"""What each channel has carried this month, and how many people it serves."""

from collections.abc import Collection
from datetime import UTC, datetime

import aiosqlite

from domain.model import Model
from storage.database import QUERIES


class Use(Model):
    """One channel's messages of a month, both ways, and the people bound on it."""

    channel: str
    sent: int
    received: int
    people: int

    @property
    def messages(self) -> int:
        """All that may count against a quota: what went out and what came in."""
        return self.sent + self.received


async def uses(
    connection: aiosqlite.Connection, channels: Collection[str], now: datetime
) -> tuple[Use, ...]:
    """Return the use of each channel in the month of `now`, none left out."""
    month = now.astimezone(UTC).strftime("%Y-%m")
    rows = await QUERIES.messages_of_month(connection, month=month)
    counted = {row["channel"]: (row["sent"], row["received"]) for row in rows}
    bound = {row["channel"]: row["people"] for row in await QUERIES.people_by_channel(connection)}
    found = []
    for channel in channels:
        sent, received = counted.get(channel, (0, 0))
        people = bound.get(channel, 0)
        found.append(Use(channel=channel, sent=sent, received=received, people=people))
    return tuple(found)
