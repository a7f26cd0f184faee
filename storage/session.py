"""One transaction's view of the database: a connection, the plan, the moment, and who acts."""

import sqlite3
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import datetime, time
from typing import Any, TypeVar

import aiosqlite

from domain.person import Person
from domain.plan import Plan
from domain.working_days import WRITING_HOURS
from storage.chats import Chat
from storage.database import QUERIES
from storage.kept import Answer, Duty, kept_by
from storage.moments import stamp

Value = TypeVar("Value")
Result = TypeVar("Result")


class NotAllowed(Exception):
    """Somebody writes what is not theirs to write."""


class Session:
    """What readers and writers share; `chat` is None on the command line.

    `hours` are those in which people are written to unasked.
    """

    def __init__(
        self,
        connection: aiosqlite.Connection,
        plan: Plan,
        now: datetime,
        *,
        chat: Chat | None = None,
        hours: tuple[time, time] = WRITING_HOURS,
    ) -> None:
        self.plan = plan
        self.now = now
        self.chat = chat
        self.hours = hours
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

    async def _over_all(
        self,
        query: str,
        subject: str,
        gather: Callable[[Iterable[sqlite3.Row]], dict[Duty, Value]],
        **asked: Hashable,
    ) -> Mapping[Duty, Value]:
        """Return what a query's rows tell of each duty of a subject, as of this transaction.

        The query takes the plan, what is `asked`, and `since`: None for all duties, or a serial for
        those changed after it. Only what has changed since the last time is read; where nothing
        has, it is the same mapping.
        """
        kept, name = kept_by(self._connection), (query, self.plan.id, *asked.items())

        async def read(since: int | None) -> dict[Duty, Value]:
            run = getattr(self._queries, query)
            return gather(await run(self._connection, plan=self.plan.id, since=since, **asked))

        answer = kept.find(name)
        changed: Iterable[sqlite3.Row] = ()
        if answer is not None:
            changed = await self._queries.changes_since(
                self._connection, plan=self.plan.id, subject=subject, since=answer.serial
            )
        if answer is None or any(row["subject"] == "plan" for row in changed):
            newest = await self._queries.newest_change(self._connection, plan=self.plan.id)
            answer = Answer(newest, await read(None))
        elif changed:
            duties = {(row["number"], row["agency"]) for row in changed}
            newest = max(row["serial"] for row in changed)
            answer = answer.renewed(newest, duties, await read(answer.serial))
        kept.keep(name, answer)
        return answer.values

    def _made(
        self, name: Hashable, of: tuple[object, ...], make: Callable[[Result | None], Result]
    ) -> Result:
        """Return what was made of the same objects today, or make it (`Kept.make`)."""
        named = (name, self.plan.id, self.now.date())
        return kept_by(self._connection).make(named, (self.plan, *of), make)
