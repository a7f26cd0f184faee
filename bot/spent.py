"""A month's quota that is used up is told from a slow-down: nothing is hurried then.

Zalo says the same of both. Where a bot is told to wait and has, by our own count, carried what it
may, it is left alone but for one try an hour, in case more is allowed than the settings say, until
the month is over.
"""

from contextlib import suppress

from bot.clock import Clock
from storage.database import Database, DatabaseUnavailable
from storage.quotas import is_used_up, next_month, note_spent, note_working, spent_since

PROBE = 3600.0
"""Seconds between two tries on a bot whose month is used up."""
USED_UP = "monthly quota used up"


class SpentQuotas:
    """Which bots have used up their month, in the database for all who ask."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._spent: dict[str, bool] = {}

    async def patience(self, channel: str, asked: float) -> float:
        """Return for how many seconds a channel that was told to wait is left alone."""
        now = self._clock()
        try:
            async with self._database.read() as connection:
                self._spent[channel] = await is_used_up(connection, channel, now)
            if not self._spent[channel]:
                return asked
            async with self._database.write() as connection:
                await note_spent(connection, channel, now)
        except DatabaseUnavailable:
            return asked
        return max(asked, min(PROBE, (next_month(now) - now).total_seconds()))

    def is_spent(self, channel: str) -> bool:
        """Whether a channel's month is known to be used up."""
        return self._spent.get(channel, False)

    async def worked(self, channel: str) -> None:
        """Take note that something went out on a channel."""
        if self._spent.get(channel) is False:
            return
        now = self._clock()
        with suppress(DatabaseUnavailable):  # the next that goes out tells it again
            async with self._database.read() as connection:
                noted = await spent_since(connection, [channel], now)
            if noted:
                async with self._database.write() as connection:
                    await note_working(connection, channel, now)
            self._spent[channel] = False
