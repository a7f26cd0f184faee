"""Requests for extension: asked, withdrawn, decided; what of it counts is in extended.py."""

import sqlite3
from datetime import date

from domain.extension import (
    Decision,
    Extension,
    ExtensionDraft,
    may_ask_extension,
    may_decide_extension,
)
from domain.person import Person, Role
from storage.extended import ExtendedReader
from storage.moments import moment
from storage.reports import Superseded
from storage.session import NotAllowed


class ExtensionReader(ExtendedReader):
    """Reads requests for extension; those that were withdrawn are as if never made."""

    async def extension(self, id_: int) -> Extension | None:
        """Return a request, decided or not."""
        row = await self._queries.extension_of(self._connection, plan=self.plan.id, id=id_)
        return self._known(row)

    async def waiting_extensions(self, agency: str | None = None) -> tuple[Extension, ...]:
        """Return what waits for a decision, of an agency or of all, the oldest first."""
        rows = await self._queries.waiting_extensions(
            self._connection, plan=self.plan.id, agency=agency
        )
        return tuple(found for row in rows if (found := self._known(row)) is not None)

    async def waiting_extension(self, task: int, agency: str) -> Extension | None:
        """Return the request of an agency on a task that waits for a decision."""
        waiting = await self.waiting_extensions(agency)
        return next((each for each in waiting if each.task == task), None)

    async def extensions_of_task(self, task: int) -> tuple[Extension, ...]:
        """Return what was granted on a task and what waits, first what waits."""
        rows = await self._queries.extensions_of_task(
            self._connection, plan=self.plan.id, task=task
        )
        return tuple(found for row in rows if (found := self._known(row)) is not None)

    def _known(self, row: sqlite3.Row | None) -> Extension | None:
        """The request of a row, unless its task or agency has left the plan."""
        if row is None or row["task"] not in self.plan.task_by_number:
            return None
        return _extension(row) if row["agency"] in self.plan.agency_by_id else None


class ExtensionWriter(ExtensionReader):
    """Writes requests for extension and the decisions on them; each is a talk's one write."""

    async def ask_extension(self, draft: ExtensionDraft) -> int:
        """Store a request, in place of the one it replaces; return its id.

        Raise Superseded where another one waits by now.
        """
        person = self._acting
        if person.agency != draft.agency or not may_ask_extension(person, draft.task, self.plan):
            raise NotAllowed(f"extension of NV {draft.task} for {draft.agency}")
        waiting = await self.waiting_extension(draft.task, draft.agency)
        if (None if waiting is None else waiting.id) != draft.replaces:
            raise Superseded(f"NV {draft.task}: an extension is asked already")
        if waiting is not None:
            await self.withdraw_extension(waiting)
        id_: int = await self._queries.ask_extension(
            self._connection,
            plan=self.plan.id,
            task=draft.task,
            agency=draft.agency,
            due=draft.due.isoformat(),
            until=draft.until.isoformat(),
            reason=draft.reason,
            asked_by=person.id,
            now=self.stamp,
        )
        return id_

    async def withdraw_extension(self, extension: Extension) -> None:
        """Take back a request of the own agency that waits; raise Superseded if it does not."""
        person = self._acting
        if person.agency != extension.agency:
            raise NotAllowed(f"withdraw extension {extension.id}")
        if not may_ask_extension(person, extension.task, self.plan):
            raise NotAllowed(f"withdraw extension {extension.id} as {person.role}")
        done = await self._queries.withdraw_extension(
            self._connection, id=extension.id, now=self.stamp
        )
        if done is None:
            raise Superseded(f"extension {extension.id} is decided")

    async def decide_extension(self, decision: Decision) -> None:
        """Grant a request or refuse it, once; raise Superseded where it waits no longer."""
        person = self._acting
        extension = await self.extension(decision.extension)
        if extension is None or not extension.waits:
            raise Superseded(f"extension {decision.extension} waits no longer")
        if not may_decide_extension(person, extension.agency, self.plan):
            raise NotAllowed(f"decide extension {extension.id} as {person.role}")
        granted = decision.granted
        await self._queries.decide_extension(
            self._connection,
            id=extension.id,
            granted=None if granted is None else granted.isoformat(),
            refusal=decision.refusal,
            decided_by=person.id,
            now=self.stamp,
        )

    @property
    def _acting(self) -> Person:
        if self.person is None:
            raise NotAllowed("a stranger asks for no extension")
        return self.person


def _extension(row: sqlite3.Row) -> Extension:
    return Extension(
        id=row["id"],
        task=row["task"],
        agency=row["agency"],
        due=date.fromisoformat(row["due"]),
        until=date.fromisoformat(row["until"]),
        reason=row["reason"],
        asked_by=Person(
            id=row["asked_by"],
            name=row["asker"],
            role=Role(row["asker_role"]),
            agency=row["asker_agency"],
        ),
        asked_at=moment(row["asked_at"]),
        granted=None if row["granted"] is None else date.fromisoformat(row["granted"]),
        refusal=row["refusal"],
        decided_by=row["decider"],
        decided_at=None if row["decided_at"] is None else moment(row["decided_at"]),
    )
