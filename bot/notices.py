"""Notices are built when their turn to leave has come: of fresh facts, for who is there then.

Unlike a digest, one is sent as any other message once it is built: at least once.
"""

from collections.abc import Collection

import aiosqlite

from bot.clock import Clock
from bot.sending_hours import SendingHours
from bot.talks import Held, Talks, is_busy
from dialogue.messages import Delivery, Message
from dialogue.runner import Start
from dialogue.state import Notice
from storage import chats, notices
from storage.chats import Chat, delivery_from
from storage.database import Database


class Notices:
    """Builds the notices of one database, in the hours in which they may be sent.

    `channels` are those that are served.
    """

    def __init__(
        self,
        database: Database,
        talks: Talks,
        clock: Clock,
        hours: SendingHours,
        channels: Collection[str] | None = None,
    ) -> None:
        self._database = database
        self._talks = talks
        self._clock = clock
        self._hours = hours
        self._channels = channels

    async def build(self, row: aiosqlite.Row) -> Delivery | None:
        """Return the delivery of a notice's row of the outbox; raise Held where it must wait.

        None where there is nothing to tell: the matter is settled, or the chat another's by now.
        One that was built before a stop stays as it was built.
        """
        now = self._clock()
        if not self._hours.is_open(now):
            raise Held
        async with self._database.write() as connection:
            await self._talks.renew(connection, now)
        async with self._database.write() as connection:
            if row["content"]:
                return delivery_from(row)
            notice = await notices.find_notice(connection, row["notice"])
            if notice.not_before is not None and now < notice.not_before:
                raise Held
            chat = await chats.find_chat(connection, row["channel"], row["chat"])
            message = None
            if _is_for(notice, chat):
                if is_busy(chat.state, now):
                    raise Held
                runner = self._talks.runner(connection, chat, now)
                opening = Start(dialogue=notice.dialogue, given=notice.given)
                await runner.start(opening, unasked=True)
                said = (each for each in runner.outgoing() if isinstance(each, Message))
                message = next(said, None)
            if message is None:
                await notices.drop(connection, row["id"], now)
                return None
            await notices.fill(connection, row["id"], message)
            await chats.save_talks(connection, chat, now)
        return Delivery(
            id=row["id"], channel=row["channel"], chat=row["chat"], content=message, queued_at=now
        )

    async def stands(self, row: aiosqlite.Row) -> bool:
        """Return whether who sits in a notice's chat now is whom it is for; else drop it."""
        async with self._database.write() as connection:
            notice = await notices.find_notice(connection, row["notice"])
            chat = await chats.find_chat(connection, row["channel"], row["chat"])
            if _is_for(notice, chat):
                return True
            await notices.drop(connection, row["id"], self._clock())
        return False

    async def send_on(self, row: aiosqlite.Row) -> None:
        """Queue a notice whose chat is blocked for another chat of its person, if there is any."""
        async with self._database.write() as connection:
            notice = await notices.find_notice(connection, row["notice"])
            await notices.send_on(
                connection,
                row["notice"],
                notice.person,
                self._clock(),
                self._channels,
                blocked=row["address"],
            )


def _is_for(notice: Notice, chat: Chat) -> bool:
    return chat.person is not None and chat.person.id == notice.person
