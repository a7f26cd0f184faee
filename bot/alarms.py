"""Tells administrators, once, of what only a person can mend: a quota, a token that is refused."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

import aiosqlite
import structlog
from markupsafe import Markup

from bot.clock import Clock
from bot.sending_hours import SendingHours
from channels.port import Channel
from channels.zalo_oa import ZaloOaChannel
from dialogue.messages import Message
from dialogue.texts import Texts
from domain.person import Role
from storage.chats import queue
from storage.database import QUERIES, Database, DatabaseUnavailable
from storage.moments import stamp
from storage.quotas import WARNED, month_of, next_month, spent_since

EVERY = 30.0
"""Seconds between two looks."""
log = structlog.get_logger(__name__)


class Alarm(NamedTuple):
    """One alarm: `subject` is raised once, `broken` the channel it cannot be told on."""

    subject: str
    text: Markup
    broken: str | None = None


class Alarms:
    """Looks after the channels of the program; `wake` has the outbox send."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        texts: Texts,
        clock: Clock,
        hours: SendingHours,
        wake: Callable[[], None],
    ) -> None:
        self._database = database
        self._channels = channels
        self._texts = texts
        self._clock = clock
        self._hours = hours
        self._wake = wake
        self._names: Mapping[str, str] = {}

    async def run(self) -> None:
        """Look again and again until cancelled."""
        while True:
            with suppress(DatabaseUnavailable):  # which is told of elsewhere, and passes
                await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """Raise what is new, and let go of what is over: coming back, it is new.

        What is new at night is raised in the morning, where it has not passed by then.
        """
        async with self._database.read() as connection:
            rows = await QUERIES.named_bots(connection)
            self._names = {row["channel"]: row["name"] for row in rows}
            raised = {row["subject"] for row in await QUERIES.raised_alarms(connection)}
            alarms = [*self._refused(), *await self._nearly_spent(connection)]
            alarms += await self._spent(connection)
        awake = self._hours.is_open(self._clock())
        fresh = [alarm for alarm in alarms if awake and alarm.subject not in raised]
        well = {
            _refusal(name)
            for name, each in self._channels.items()
            if each.condition.trouble is None
        }
        if not fresh and not raised & well:
            return
        async with self._database.write() as connection:
            for subject in raised & well:
                await QUERIES.end_alarm(connection, subject=subject)
            for alarm in fresh:
                told = await self._raise(connection, alarm)
                log.warning("alarm", subject=alarm.subject, administrators=told)
        self._wake()

    def _refused(self) -> Iterator[Alarm]:
        for name, channel in self._channels.items():
            if channel.condition.by_hand:
                named = self._named(name)
                if name == ZaloOaChannel.name:
                    text = self._texts.say("alarm-refused-account", channel=named)
                else:
                    text = self._texts.say("alarm-refused", channel=named)
                yield Alarm(_refusal(name), text, name)

    async def _nearly_spent(self, connection: aiosqlite.Connection) -> list[Alarm]:
        now = self._clock()
        rows = await QUERIES.bots_beyond(connection, month=month_of(now), percent=WARNED)
        return [
            Alarm(
                f"quota {row['channel']} {month_of(now)}",
                self._texts.say(
                    "alarm-quota",
                    channel=self._named(row["channel"]),
                    messages=row["messages"],
                    monthly=row["monthly"],
                ),
            )
            for row in rows
        ]

    async def _spent(self, connection: aiosqlite.Connection) -> list[Alarm]:
        now = self._clock()
        return [
            Alarm(
                f"told spent {name} {month_of(now)}",
                self._texts.say("alarm-spent", channel=self._named(name), until=next_month(now)),
                name,
            )
            for name in await spent_since(connection, self._channels, now)
        ]

    def _named(self, channel: str) -> str:
        """A channel as people call it, with the name of the bot, or else its number."""
        kind, _, number = channel.partition(":")
        name = self._names.get(channel, number)
        return " ".join((self._texts.plain(f"channel-{kind}"), name)).strip()

    async def _raise(self, connection: aiosqlite.Connection, alarm: Alarm) -> int:
        """Queue an alarm for every administrator who can be reached; return how many those are."""
        now = self._clock()
        await QUERIES.raise_alarm(connection, subject=alarm.subject, now=stamp(now))
        chats: dict[int, int] = {}
        for row in await QUERIES.reached_people(connection):
            open_ = row["channel"] in self._channels and row["unreachable_at"] is None
            if row["role"] == Role.ADMIN and open_ and row["channel"] != alarm.broken:
                chats.setdefault(row["id"], row["address"])
        for address in chats.values():
            await queue(connection, address, Message(text=str(alarm.text)), now)
        return len(chats)


def _refusal(channel: str) -> str:
    return f"refused {channel}"
