"""A room for one cell of the table: a copy of a prepared world on one open connection."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiosqlite

from dialogue.messages import Message, Press
from dialogue.runner import Start
from dialogue.state import Question
from domain.person import Role
from storage.chats import find_chat
from storage.database import Database
from storage.gate import Writer
from tests.harness.rehearsal import Rehearsal


@dataclass
class Room(Rehearsal):
    """A stage whose database stays open; it is left as it is found by nobody else."""

    held: list[Database] = field(default_factory=list)

    def open(self) -> AbstractAsyncContextManager[Database]:
        """Return the database that is open already, where it is."""
        return self._again() if self.held else super().open()

    @asynccontextmanager
    async def _again(self) -> AsyncIterator[Database]:
        yield self.held[0]

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Keep one connection open until the block is left."""
        async with aiosqlite.connect(self.path, isolation_level=None) as connection:
            connection.row_factory = sqlite3.Row
            for pragma in ("journal_mode = MEMORY", "synchronous = OFF", "foreign_keys = ON"):
                await connection.execute_fetchall(f"PRAGMA {pragma}")
            self.held.append(Database(self.path, connection))
            try:
                yield
            finally:
                self.held.clear()

    @asynccontextmanager
    async def acting(self, chat: str) -> AsyncIterator[Writer]:
        """A writer for a chat's person, or for a stranger."""
        async with self.open() as database, database.write() as connection:
            found = await find_chat(connection, self.channel, chat)
            yield Writer(connection, self.plan, self.now, chat=found)

    async def questions(self, chat: str) -> list[Question]:
        """The questions that are open in a chat, the newest first."""
        talks = reversed((await self.chat(chat)).state.talks)
        return [talk.question for talk in talks if talk.question is not None]

    async def say_all(self, chat: str, lines: list[str]) -> str:
        """Type, tap ("[Gửi]") or send a file ("{anh.jpg}"); return all that was answered."""
        heard: list[str] = []
        for line in lines:
            heard += map(_words, await self._one(chat, line))
        return "\n".join(heard)

    async def _one(self, chat: str, line: str) -> list[Message]:
        if line.startswith("{"):
            return await self.send_file(chat, line.strip("{}"))
        return await self.say(chat, line)

    async def told(self, chat: str, dialogue: str, given: dict[str, object]) -> str:
        """Let a notice open in a chat; return what it says there."""
        async with self.open() as database, database.write() as connection:
            found = await find_chat(connection, self.channel, chat)
            if found.person is None:
                return ""
            runner = self.talks.runner(connection, found, self.now)
            await runner.start(Start(dialogue=dialogue, given=given))
        return "\n".join(_words(each) for each in runner.outgoing() if isinstance(each, Message))

    async def forge(self, thief: str, keys: list[tuple[str, str]]) -> str:
        """Press what was offered in another chat."""
        heard: list[str] = []
        for token, key in keys:
            heard += map(_words, await self.press(thief, Press(token=token, key=key)))
        return "\n".join(heard)

    async def change_role(self, name: str, role: Role | None, agency: str) -> None:
        """Give who sits in a chat another role; None takes the person off the roster."""
        async with self.acting(name) as writer:
            assert writer.person is not None
            if role is None:
                await writer.revoke(writer.person.id)
            else:
                await writer.import_person(writer.person.name, role, agency)


def fresh(world: Rehearsal, path: Path) -> Room:
    """Return a room with a copy of a world."""
    path.write_bytes(world.path.read_bytes())
    room = Room(path, now=world.now, plan=world.plan, serial=world.serial, channel=world.channel)
    room._talks = world._talks
    return room


def _words(message: Message) -> str:
    return "\n".join([message.text, *(choice.caption for choice in message.choices)])
