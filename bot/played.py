"""The messages of days to come, by the database as it is and as if nobody reported in between."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

import aiosqlite

from bot.terminal import CHANNEL as TERMINAL
from domain.agenda import Agenda
from domain.brief import DueBrief
from domain.person import Person
from domain.plan import Plan
from storage.database import QUERIES
from storage.gate import Reader
from storage.plans import load_amended
from storage.reminders import Reminder
from storage.succession import settle

NOT_JOINED, UNREACHABLE, HELD = "cli-not-joined", "cli-unreachable", "cli-held"
"""The texts that say why somebody is reached by no channel."""


class Sent(NamedTuple):
    """What a person is sent at a moment: a digest or a brief, by a channel or by none.

    `plan` is the one in effect then.
    """

    at: datetime
    person: Person
    channel: str | None
    hindrance: str
    content: Agenda | DueBrief
    plan: Plan


async def played(
    copy: aiosqlite.Connection, moments: Iterable[datetime], channels: set[str]
) -> list[Sent]:
    """Return what would be sent at these moments in turn, by way of these channels.

    What takes effect among the agencies by then is carried out in the `copy` that is played on.
    """
    amended = await load_amended(copy)
    told: dict[int, date] = {}
    briefed: set[tuple[int, str]] = set()
    sent: list[Sent] = []
    for now in moments:
        await settle(copy, now)
        reader = Reader(copy, amended.on(now.date()), now)
        for reminder in await reader.due(channels, told):
            if reminder.agenda:
                told[reminder.person.id] = now.date()
                sent.append(_digest(reader, reminder))
        sent += await _briefs(copy, reader, briefed, channels)
    return sent


async def joined_channels(connection: aiosqlite.Connection) -> set[str]:
    """The channels on which people have joined; nobody is reminded in the terminal."""
    rows = await QUERIES.bound_channels(connection)
    return {row["channel"] for row in rows} - {TERMINAL}


def _digest(reader: Reader, reminder: Reminder) -> Sent:
    hindrance = _hindrance(held=reminder.held, joined=reminder.joined)
    told, way = reminder.agenda, reminder.channel
    return Sent(reader.now, reminder.person, way, hindrance, told, reader.plan)


def _hindrance(*, held: bool, joined: bool) -> str:
    """Why no channel carries something, where none does."""
    return HELD if held else UNREACHABLE if joined else NOT_JOINED


async def _briefs(
    connection: aiosqlite.Connection,
    reader: Reader,
    briefed: set[tuple[int, str]],
    channels: set[str],
) -> list[Sent]:
    """The briefs due at a moment; they are noted in `briefed`, and each is sent once."""
    sent, open_ = [], channels - await reader.spared_channels()
    for each in await reader.people_to_brief():
        fresh = [due for due in each.due if (each.person.id, due.key) not in briefed]
        briefed |= {(each.person.id, due.key) for due in fresh}
        if fresh:
            rows = await QUERIES.chats_to_tell(connection, person=each.person.id)
            found = [row["channel"] for row in rows if row["channel"] in channels]
            channel = next((name for name in found if name in open_), None)
            joined = bool(await reader.channels_of(each.person))
            hindrance = _hindrance(held=bool(found), joined=joined)
            told = Sent(reader.now, each.person, channel, hindrance, fresh[0], reader.plan)
            sent.append(told)
    return sent
