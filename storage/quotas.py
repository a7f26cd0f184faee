"""What each channel has carried this month, how many people it serves, and what that allows."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta

import aiosqlite

from domain.model import Model
from domain.person import Person
from storage.database import QUERIES
from storage.moments import moment, stamp
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


async def is_used_up(connection: aiosqlite.Connection, channel: str, now: datetime) -> bool:
    """Whether a bot has by our own count carried all it may in the month of `now`."""
    rows = await QUERIES.bots_beyond(connection, month=month_of(now), percent=100)
    return channel in {row["channel"] for row in rows}


async def note_spent(connection: aiosqlite.Connection, channel: str, now: datetime) -> None:
    """Note that a bot's platform carries nothing more this month."""
    await QUERIES.raise_alarm(connection, subject=_spent(channel, now), now=stamp(now))


async def note_working(connection: aiosqlite.Connection, channel: str, now: datetime) -> None:
    """Note that a bot carries messages again."""
    await QUERIES.end_alarm(connection, subject=_spent(channel, now))


async def spent_since(
    connection: aiosqlite.Connection, channels: Collection[str], now: datetime
) -> dict[str, datetime]:
    """Return the bots whose month is used up, each with the time since when."""
    rows = {row["subject"]: row for row in await QUERIES.raised_alarms(connection)}
    spent = {channel: rows.get(_spent(channel, now)) for channel in channels}
    return {name: moment(row["raised_at"]) for name, row in spent.items() if row is not None}


def next_month(now: datetime) -> datetime:
    """Return when the month of `now` is over, by UTC."""
    first = now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return (first + timedelta(days=32)).replace(day=1)


def _spent(channel: str, now: datetime) -> str:
    """What stands among the alarms for a bot's month; what administrators are told is another."""
    return f"spent {channel} {month_of(now)}"


class QuotaReader(Session):
    """Reads what the quotas of the bots allow."""

    async def spent_channels(self) -> frozenset[str]:
        """Return the bots on which nothing goes out any more this month."""
        rows = await self._queries.bots_beyond(
            self._connection, month=month_of(self.now), percent=100
        )
        channels = [row["channel"] for row in rows]
        return frozenset(await spent_since(self._connection, channels, self.now))

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
