"""Digests are built when their turn to leave has come: of fresh facts, and only what is still due.

A digest is marked as having left before it is sent, in the transaction that builds it. After a kill
or an uncertain sending it is never sent again.
"""

from datetime import datetime

import aiosqlite

from bot.clock import Clock
from bot.sending_hours import SendingHours
from bot.talks import Held, Talks, is_busy
from dialogue.messages import Delivery, Message
from dialogue.runner import Start
from domain.person import REPORTERS
from storage import chats, digests
from storage.chats import Chat
from storage.database import Database
from storage.digests import Digest
from storage.gate import Reader


class Digests:
    """Builds the digests of one database, in the hours in which they may be sent."""

    def __init__(self, database: Database, talks: Talks, clock: Clock, hours: SendingHours) -> None:
        self._database = database
        self._talks = talks
        self._clock = clock
        self._hours = hours

    async def build(self, row: aiosqlite.Row) -> Delivery | None:
        """Mark the digest of an outbox row as having left and return it; raise Held.

        None where nothing is to be sent: it has left, nothing is due any more, the day is over or
        none that is worked, or the bot's quota is nearly gone and nothing is urgent.
        """
        now = self._clock()
        async with self._database.write() as connection:
            await self._talks.renew(connection, now)
        async with self._database.write() as connection:
            digest = await digests.find_digest(connection, row["digest"])
            if digest is None or digest.address != row["address"]:
                return None
            if digest.day > now.date():
                raise Held
            is_over = digest.day < now.date() or self._hours.is_over(now)
            if not is_over and not self._hours.is_open(now):
                raise Held
            chat = await chats.find_chat(connection, row["channel"], row["chat"])
            if is_over or not await self._is_wanted(connection, row["channel"], digest, chat, now):
                await digests.give_up(connection, digest, now)
                return None
            if is_busy(chat.state, now):
                raise Held
            message = await self._told(connection, digest, chat, now)
            id_ = await digests.leave(connection, digest, message, now)
            await chats.save_talks(connection, chat, now)
        return Delivery(
            id=id_, channel=row["channel"], chat=row["chat"], content=message, queued_at=now
        )

    async def put_back(self, digest: int, delivery: int) -> None:
        """Let a digest that certainly was not sent be built again."""
        async with self._database.write() as connection:
            await digests.put_back(connection, digest, delivery)

    async def refuse(self, digest: int, *, blocked: bool) -> None:
        """Let a digest that was refused not count; where the chat is blocked, look for another."""
        async with self._database.write() as connection:
            await digests.refuse(connection, digest, blocked=blocked)

    async def _is_wanted(
        self,
        connection: aiosqlite.Connection,
        channel: str,
        digest: Digest,
        chat: Chat,
        now: datetime,
    ) -> bool:
        person = chat.person
        if person is None or person.id != digest.person or person.role not in REPORTERS:
            return False
        reader = Reader(connection, self._talks.plan, now, chat=chat)
        if channel in await reader.spent_channels():
            return False
        agenda = await reader.agenda(person, digest.since)
        if agenda.is_urgent(now.date(), self._talks.plan.timetable):
            return True
        return bool(agenda) and channel not in await reader.spared_channels()

    async def _told(
        self, connection: aiosqlite.Connection, digest: Digest, chat: Chat, now: datetime
    ) -> Message:
        runner = self._talks.runner(connection, chat, now)
        await runner.start(Start(dialogue="digest", given={"since": digest.since.isoformat()}))
        return next(each for each in runner.outgoing() if isinstance(each, Message))
