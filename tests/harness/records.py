"""Storage without dialogues: an open database, people who write, a clock moved by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from domain.person import Person, Role
from domain.plan import Plan
from domain.report import Progress, TaskReport, TaskReportDraft
from storage.chats import Chat, find_chat
from storage.database import Database, open_database
from storage.gate import Writer
from storage.plans import save_plan
from tests.harness.stage import CHANNEL, MONDAY, PLAN


@dataclass
class Records:
    """One open database with Plan 179; every call is one transaction at `now`."""

    database: Database
    now: datetime = MONDAY
    plan: Plan = PLAN

    async def chat(self, name: str) -> Chat:
        """A chat as stored, made if it is new."""
        async with self.database.write() as connection:
            return await find_chat(connection, CHANNEL, name)

    @asynccontextmanager
    async def writer(self, chat: str | None = None) -> AsyncIterator[Writer]:
        """A writer for a chat, or for the command line, in one transaction."""
        async with self.database.write() as connection:
            acting = None if chat is None else await find_chat(connection, CHANNEL, chat)
            yield Writer(connection, self.plan, self.now, chat=acting)

    async def seat(self, role: Role, agency: str, chat: str) -> Person:
        """Put somebody on the roster, bound to a chat."""
        async with self.writer(chat) as writer:
            person, _ = await writer.import_person(chat, role, agency)
            await writer.bind(person.id)
        return person

    async def draft(
        self, task: int, agency: str, progress: Progress = Progress.IN_PROGRESS
    ) -> TaskReportDraft:
        """A draft for today, based on the agency's latest report."""
        async with self.writer() as writer:
            latest = await writer.latest(task, agency)
        return TaskReportDraft(
            task=task,
            agency=agency,
            progress=progress,
            reported_on=self.now.date(),
            based_on=latest.id if latest else None,
        )

    async def report(
        self, chat: str, task: int, agency: str, progress: Progress = Progress.IN_PROGRESS
    ) -> TaskReport:
        """File a report as the person of a chat."""
        draft = await self.draft(task, agency, progress)
        async with self.writer(chat) as writer:
            return await writer.file_task_report(draft)

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        """What stands in the database, by plain SQL."""
        async with self.database.read() as connection:
            return [tuple(row) for row in await connection.execute_fetchall(sql)]


@asynccontextmanager
async def open_records(path: Path) -> AsyncIterator[Records]:
    """Open a new database with Plan 179 loaded."""
    async with open_database(path) as database:
        records = Records(database)
        async with database.write() as connection:
            await save_plan(connection, records.plan, records.now)
        yield records
