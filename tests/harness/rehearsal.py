"""A stage for very many turns: the same database file, opened without a start of the program."""

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiosqlite

from storage.database import Database
from tests.harness.stage import Stage


@dataclass
class Rehearsal(Stage):
    """A stage that neither migrates nor waits for the disk; what it holds can be copied."""

    def open(self) -> AbstractAsyncContextManager[Database]:
        """Open the database as it is; `prepare` has made it."""
        return _opened(self.path) if self.path.exists() else super().open()

    def copy(self, path: Path) -> "Rehearsal":
        """Return the stage as it stands now, on a file of its own."""
        shutil.copy(self.path, path)
        shown = {chat: list(deliveries) for chat, deliveries in self.shown.items()}
        return Rehearsal(path, now=self.now, shown=shown, serial=self.serial, channel=self.channel)


@asynccontextmanager
async def _opened(path: Path) -> AsyncIterator[Database]:
    async with aiosqlite.connect(path, isolation_level=None, cached_statements=512) as connection:
        connection.row_factory = sqlite3.Row
        for pragma in ("journal_mode = MEMORY", "synchronous = OFF", "foreign_keys = ON"):
            await connection.execute_fetchall(f"PRAGMA {pragma}")
        yield Database(path, connection)
