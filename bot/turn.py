"""One update from platform to reply, in one transaction.

Into the inbox once; person and talks loaded; the dialogue run once; facts, replies and talks
written; committed. Only then does the channel acknowledge it. What may pass (disk full, database
locked) is raised and not acknowledged; an update that breaks its own turn is parked with an
apology, so that it never blocks the queue.
"""

from collections.abc import Callable, Collection

import aiosqlite
import structlog

from bot.clock import Clock
from bot.measures import Measures
from bot.talks import Talks
from bot.upload_links import UploadLinks
from channels.intake import LONGEST_TEXT, is_marked
from dialogue.faults import raised_at
from dialogue.hearing import Hearing, Router
from dialogue.messages import Echo, Inbound, Kind, Message
from domain.person import Person
from domain.privacy import NOTICE
from handlers.consent import ConsentFirst
from storage import chats, notices
from storage.chats import Chat
from storage.database import Database, DatabaseUnavailable
from storage.people import tells_code

MakeRouter = Callable[[Person | None], Router]
log = structlog.get_logger(__name__)


class Turns:
    """Takes updates one at a time.

    `channels` are those by which others can be told, None for all; `echoes` names the ones that
    keep their own timeline.
    """

    def __init__(
        self,
        database: Database,
        talks: Talks,
        clock: Clock,
        *,
        make_router: MakeRouter,
        wake: Callable[[], None],
        channels: Collection[str] | None = None,
        echoes: Collection[str] = (),
        links: UploadLinks | None = None,
        measures: Measures | None = None,
    ) -> None:
        self._database = database
        self._talks = talks
        self._clock = clock
        self._make_router = make_router
        self._wake = wake
        self._channels = channels
        self._echoes = echoes
        self._links = links or UploadLinks()
        self._measures = measures or Measures(clock)

    async def take(self, inbound: Inbound) -> None:
        """Do the turn of an update, once for ever; raise only where it must come again."""
        with self._measures.turn(inbound.channel) as taken:
            try:
                async with self._database.write() as connection:
                    new = await self._turn(connection, inbound)
                taken.outcome = "done" if new else "duplicate"
            except (DatabaseUnavailable, MemoryError, OSError) as passing:
                log.error("turn-postponed", channel=inbound.channel, why=type(passing).__name__)
                self._measures.not_written(passing)
                raise
            except Exception as error:  # noqa: BLE001 - the turn's boundary
                log.error("turn-parked", channel=inbound.channel, **raised_at(error))
                await self._park(inbound, error)
                taken.outcome = "parked"
            self._measures.wrote()
        self._wake()

    async def _turn(self, connection: aiosqlite.Connection, inbound: Inbound) -> bool:
        """Do the turn; return whether the update is new."""
        await self._talks.renew(connection, self._clock())
        chat = await chats.find_chat(connection, inbound.channel, inbound.chat)
        classified = is_marked(inbound)
        keep = chat.person is not None and not classified and not tells_code(inbound.text)
        if await chats.receive(connection, chat, inbound, keep=keep) is None:
            return False
        runner = self._talks.runner(connection, chat, self._clock(), inbound.received_at)
        hearing = Hearing(runner, self._router(chat))
        if classified:
            await hearing.other("engine-classified")
        else:
            await self._hear(connection, chat, hearing, inbound)
        if inbound.channel in self._echoes and keep:
            await self._echo(connection, chat.address, inbound)
        for content in runner.outgoing():
            await chats.queue(connection, chat.address, content, self._clock())
        for notice in runner.notices():
            await notices.write(connection, notice, self._clock(), self._channels)
        await chats.save_talks(connection, chat, self._clock())
        return True

    def _router(self, chat: Chat) -> Router:
        """What texts open here; behind the new privacy notice for who agreed to an earlier one."""
        router = self._make_router(chat.person)
        return router if chat.agreed in (None, NOTICE) else ConsentFirst(router)

    async def _hear(
        self,
        connection: aiosqlite.Connection,
        chat: Chat,
        hearing: Hearing,
        inbound: Inbound,
    ) -> None:
        match inbound.kind:
            case Kind.GROUP:
                await hearing.other("engine-group")
            case Kind.PRESS if inbound.press is not None:
                await hearing.press(inbound.press)
            case Kind.TEXT if len(inbound.text) <= LONGEST_TEXT:
                await hearing.text(inbound.text)
            case Kind.TEXT:
                await hearing.other("engine-too-long", limit=LONGEST_TEXT)
            case _ if chat.person is None:
                await hearing.text("")
            case Kind.FILE:
                await self._hear_files(connection, chat, hearing, inbound)
            case Kind.WITHHELD:
                kind, _, _ = inbound.channel.partition(":")
                name = self._talks.texts.plain(f"channel-{kind}")
                await self._links.answer(connection, chat, hearing, self._clock(), name)
            case Kind.EDITED:
                await hearing.other("engine-edited")
            case _:
                await hearing.other("engine-unsupported")

    async def _hear_files(
        self,
        connection: aiosqlite.Connection,
        chat: Chat,
        hearing: Hearing,
        inbound: Inbound,
    ) -> None:
        unusable = [file for file in inbound.files if file.problem in ("too-large", "bad-type")]
        kept = [
            await chats.store_evidence(connection, chat.address, file, self._clock())
            for file in inbound.files
            if file not in unusable
        ]
        for file in unusable:
            hearing.note(f"engine-file-{file.problem}", name=file.name)
        for file in inbound.files:
            if file.problem == "unfetched":
                hearing.note("engine-file-pending", name=file.name)
        if kept:
            await hearing.files(kept, inbound.text)
        elif inbound.text:
            await hearing.text(inbound.text)
        else:
            await hearing.show_waiting()

    async def _echo(self, connection: aiosqlite.Connection, address: int, inbound: Inbound) -> None:
        said = inbound.text or ", ".join(file.name for file in inbound.files)
        if said:
            await chats.queue(connection, address, Echo(text=said, of=inbound.id), self._clock())

    async def _park(self, inbound: Inbound, error: Exception) -> None:
        async with self._database.write() as connection:
            chat = await chats.find_chat(connection, inbound.channel, inbound.chat)
            id_ = await chats.receive(connection, chat, inbound, keep=False)
            if id_ is not None:
                await chats.park(connection, id_, type(error).__name__)
                apology = Message(text=str(self._talks.texts.say("engine-apology")))
                await chats.queue(connection, chat.address, apology, self._clock())
