"""Consents: who agreed to which notice on personal data, with the words that were shown."""

import hashlib
import sqlite3

from domain.model import Model
from domain.person import Person
from domain.privacy import Consent
from storage.moments import moment
from storage.session import Session


class Agreement(Model):
    """What was agreed to: the notice's version, its language, its words as they were shown."""

    version: str
    language: str
    words: str


class ConsentReader(Session):
    """Reads what people have agreed to."""

    async def consents_of(self, person: Person) -> tuple[Consent, ...]:
        """Return all that a person has agreed to, withdrawn or not, oldest first."""
        rows = await self._queries.consents_of(self._connection, person=person.id)
        return tuple(_consent(row) for row in rows)

    async def agreed_version(self, person: Person) -> str | None:
        """Return the version of the notice that a person agreed to last, None for none."""
        found: str | None = await self._queries.agreed_version(self._connection, person=person.id)
        return found


class ConsentWriter(ConsentReader):
    """Keeps consents."""

    async def record_consent(self, person: int, agreement: Agreement) -> None:
        """Keep that a person agreed in this chat, with the words of the notice."""
        hash_ = hashlib.sha256(agreement.words.encode()).hexdigest()
        await self._queries.keep_privacy_notice(
            self._connection,
            hash=hash_,
            version=agreement.version,
            language=agreement.language,
            text=agreement.words,
            now=self.stamp,
        )
        await self._queries.record_consent(
            self._connection,
            person=person,
            address=self.address,
            version=agreement.version,
            notice=hash_,
            now=self.stamp,
        )


def _consent(row: sqlite3.Row) -> Consent:
    return Consent(
        version=row["version"],
        channel=row["channel"].partition(":")[0],
        agreed_at=moment(row["agreed_at"]),
        withdrawn_at=moment(row["withdrawn_at"]) if row["withdrawn_at"] else None,
        words=row["words"],
    )
