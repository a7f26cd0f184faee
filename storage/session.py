"""One transaction's view of the database: a connection, the plan, the moment, and who acts."""

from datetime import datetime
from typing import Any

import aiosqlite

from domain.person import Person
from domain.plan import Plan
from storage.chats import Chat
from storage.database import QUERIES
from storage.moments import stamp


class Session:
    """What readers and writers share; `chat` is None on the command line."""

    def __init__(
        self,
        connection: aiosqlite.Connection,
        plan: Plan,
        now: datetime,
        *,
        chat: Chat | None = None,
    ) -> None:
        self.plan = plan
        self.now = now
        self.chat = chat
        self._connection = connection
        self._queries: Any = QUERIES

    @property
    def person(self) -> Person | None:
        """Who acts, None for a stranger and for the command line."""
        return None if self.chat is None else self.chat.person

    @property
    def address(self) -> int | None:
        """The chat's id in the database."""
        return None if self.chat is None else self.chat.address

    @property
    def failed_codes(self) -> int:
        """How many wrong codes this chat has tried since it was last bound."""
        return 0 if self.chat is None else self.chat.failed_codes

    @property
    def barred_until(self) -> datetime | None:
        """Until when this chat may try no code, or None."""
        until = None if self.chat is None else self.chat.barred_until
        return until if until is not None and until > self.now else None

    @property
    def stamp(self) -> str:
        """The moment as stored."""
        return stamp(self.now)
