"""What each channel has carried this month, how many people it serves, and what that allows."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

import aiosqlite

from domain.model import Model
from domain.person import Person
from storage.database import QUERIES
from storage.session import Session

WARNED = 80
"""From this share of its messages, in percent, the administrators are warned of a bot's quota."""
SPARED = 95
"""From this share on nothing but answers and urgent reminders goes out on a bot."""


class Bot(Model):
    """A bot that may serve only so many people, and carry so many messages a month.

    `name` is what people find it by, where the office has set one.
    """

    channel: str
    name: str | None
    monthly: int
    users: int


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
    rows = await QUERIES.messages_of_month(connection, month=month_of(now))
    counted = {row["channel"]: (row["sent"], row["received"]) for row in rows}
    bound = {row["channel"]: row["people"] for row in await QUERIES.people_by_channel(connection)}
    found = []
    for channel in channels:
        sent, received = counted.get(channel, (0, 0))
        people = bound.get(channel, 0)
        found.append(Use(channel=channel, sent=sent, received=received, people=people))
    return tuple(found)


def month_of(now: datetime) -> str:
    """Return the month a message counts in, as 2026-03: by UTC, as it is stamped."""
    return now.astimezone(UTC).strftime("%Y-%m")


async def set_up(connection: aiosqlite.Connection, bots: Sequence[Bot]) -> None:
    """Store which bots there are, in place of those there were."""
    await QUERIES.forget_bots(connection)
    await QUERIES.set_up_bot(connection, [bot.model_dump() for bot in bots])


class QuotaReader(Session):
    """Reads what the quotas of the bots allow."""

    async def spared_channels(self) -> frozenset[str]:
        """Return the bots on which nothing but answers and urgent reminders goes out."""
        rows = await self._queries.bots_beyond(
            self._connection, month=month_of(self.now), percent=SPARED
        )
        return frozenset(row["channel"] for row in rows)

    async def is_full(self, person: Person) -> bool:
        """Whether this chat's bot has no place left for a person who joins."""
        row = await self._queries.places_beside(
            self._connection, address=self.address, person=person.id
        )
        return row is not None and row["places"] <= 0

    async def spread(self, bots: Sequence[Bot], count: int) -> list[str]:
        """Return the names of bots for so many new people, each where most places are left then.

        Bots without a name are left out; there are fewer names where no place is left.
        """
        bound = {
            row["channel"]: row["people"]
            for row in await self._queries.people_by_channel(self._connection)
        }
        places = {bot.name: bot.users - bound.get(bot.channel, 0) for bot in bots if bot.name}
        names: list[str] = []
        while places and len(names) < count and max(places.values()) > 0:
            names.append(max(places, key=lambda name: places[name]))
            places[names[-1]] -= 1
        return names

    async def bot_with_places(self) -> str | None:
        """Return the name of the bot with most places left, None where no named one has any."""
        rows = await self._queries.bots_with_places(self._connection)
        return str(rows[0]["name"]) if rows else None
