"""Personal data: what is known of a person, and what people ask to be done with theirs."""

import sqlite3
from datetime import datetime

from dialogue.messages import Message
from domain.masking import masked
from domain.model import Model
from domain.person import Person, Role
from domain.privacy import (
    EXTENSION,
    KEEP_DAYS,
    DataRequest,
    Outcome,
    RequestKind,
    answer_by,
)
from storage.chats import queue
from storage.consents import Agreement
from storage.moments import moment, stamp
from storage.people import PeopleReader, PeopleWriter
from storage.session import NotAllowed


class Wish(Model):
    """A request to be made about one's own data."""

    kind: RequestKind
    words: str | None = None


class Verdict(Model):
    """An administrator's answer to a request; `farewell` is the markup that a person is sent last
    whose data are deleted."""

    request: int
    outcome: Outcome
    reason: str | None = None
    farewell: str = ""


class Extension(Model):
    """That a request needs more time, and why."""

    request: int
    reason: str


class RequestClosed(Exception):
    """A request was answered, or its time extended, by somebody else meanwhile."""


class PrivacyReader(PeopleReader):
    """Reads what is known of a person, and the requests."""

    async def accounts_of(self, person: Person) -> tuple[tuple[str, str], ...]:
        """Return the channels a person is bound on, each with the masked id of the account there.

        A channel is named without the number of the bot.
        """
        rows = await self._queries.accounts_of(self._connection, person=person.id)
        return tuple((row["channel"].partition(":")[0], masked(row["chat"])) for row in rows)

    async def filed_by(self, person: Person) -> int:
        """Return how many reports and figures a person has filed, withdrawn ones too."""
        return int(await self._queries.filed_by(self._connection, person=person.id))

    async def days_kept(self) -> int:
        """Return for how many days messages are kept."""
        return int(await self._queries.days_kept(self._connection) or KEEP_DAYS)

    async def open_requests(self, person: Person | None = None) -> tuple[DataRequest, ...]:
        """Return the requests not answered yet, of a person or of all, the most urgent first."""
        rows = await self._queries.open_data_requests(
            self._connection, person=None if person is None else person.id
        )
        return tuple(_request_from(row) for row in rows)

    async def requests_since(self, since: datetime) -> tuple[DataRequest, ...]:
        """Return the open requests, then those answered since a moment."""
        rows = await self._queries.data_requests_since(self._connection, since=stamp(since))
        return tuple(_request_from(row) for row in rows)

    async def data_request(self, id_: int) -> DataRequest | None:
        """Return a request, answered or not."""
        row = await self._queries.data_request(self._connection, id=id_)
        return None if row is None else _request_from(row)


class PrivacyWriter(PrivacyReader, PeopleWriter):
    """Keeps consents and requests; carries out what is granted."""

    async def agree_anew(self, agreement: Agreement) -> None:
        """Keep that the person of this chat agrees to a newer notice; raise NotAllowed."""
        await self.record_consent(self._actor().id, agreement)

    async def withdraw_consent(self, person: Person) -> None:
        """End what was agreed to: every chat of the person unbound, codes void, sessions over.

        Reports stay; raise NotAllowed for somebody else's consent.
        """
        if self._actor().id != person.id:
            raise NotAllowed("consent")
        await self._end_consent(person)

    async def ask_about_data(self, wish: Wish) -> DataRequest:
        """Keep a request of this chat's person, to be answered in two working days."""
        person = self._actor()
        due = answer_by(self.now, self.plan.calendar)
        id_ = await self._queries.add_data_request(
            self._connection,
            person=person.id,
            address=self.address,
            kind=wish.kind,
            words=wish.words,
            now=self.stamp,
            due=stamp(due),
        )
        return await self._request(int(id_))

    async def extend_request(self, extension: Extension) -> DataRequest:
        """Give a request more time, once; raise NotAllowed, or RequestClosed."""
        actor = self._administrator()
        request = await self._request(extension.request)
        id_ = await self._queries.extend_data_request(
            self._connection,
            id=request.id,
            by=actor.id,
            reason=extension.reason,
            due=stamp(request.due_at + EXTENSION),
            now=self.stamp,
        )
        if id_ is None:
            raise RequestClosed
        return await self._request(request.id)

    async def answer_request(self, verdict: Verdict) -> DataRequest:
        """Answer a request once for all; a deletion that is granted is carried out.

        Raise NotAllowed for who is no administrator, RequestClosed where it is answered.
        """
        actor = self._administrator()
        id_ = await self._queries.answer_data_request(
            self._connection,
            id=verdict.request,
            by=actor.id,
            outcome=verdict.outcome,
            reason=verdict.reason,
            now=self.stamp,
        )
        if id_ is None:
            raise RequestClosed
        request = await self._request(verdict.request)
        if request.kind is RequestKind.DELETE and verdict.outcome is Outcome.DONE:
            await self._erase(request.person, verdict.farewell)
        return request

    async def _erase(self, person: Person, farewell: str) -> None:
        """Empty what a person wrote and was written, say farewell where it is read, disconnect.

        What is nobody's goes too in chats that nobody else has used.
        """
        await self._queries.empty_inbox_of(self._connection, person=person.id)
        await self._queries.empty_outbox_of(self._connection, person=person.id)
        await self._queries.drop_talks_of_person(self._connection, id=person.id)
        only = await self._queries.chats_used_only_by(self._connection, person=person.id)
        every = [{"address": row["address"]} for row in only]
        await self._queries.empty_inbox_of_nobody(self._connection, every)
        await self._queries.empty_outbox_of_nobody(self._connection, every)
        for row in (await self._queries.chats_to_tell(self._connection, person=person.id))[:1]:
            await queue(self._connection, row["address"], Message(text=farewell), self.now)
        await self._end_consent(person)

    async def _end_consent(self, person: Person) -> None:
        await self._queries.withdraw_consents(self._connection, person=person.id, now=self.stamp)
        await self.disconnect(person.id)

    async def _request(self, id_: int) -> DataRequest:
        request = await self.data_request(id_)
        if request is None:
            raise RequestClosed
        return request

    def _actor(self) -> Person:
        if self.person is None:
            raise NotAllowed("a stranger")
        return self.person

    def _administrator(self) -> Person:
        actor = self._actor()
        if actor.role is not Role.ADMIN:
            raise NotAllowed("request")
        return actor


def _request_from(row: sqlite3.Row) -> DataRequest:
    return DataRequest(
        id=row["id"],
        person=Person(
            id=row["person"], name=row["name"], role=Role(row["role"]), agency=row["agency"]
        ),
        kind=RequestKind(row["kind"]),
        words=row["words"],
        asked_at=moment(row["asked_at"]),
        due_at=moment(row["due_at"]),
        extended_for=row["extension_reason"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        reason=row["reason"],
        answered_at=moment(row["answered_at"]) if row["answered_at"] else None,
    )
