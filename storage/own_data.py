"""All that is kept of one person, for the copy that the person asks for."""

import json
from datetime import datetime
from decimal import Decimal

from domain.model import Model
from domain.person import Person
from domain.privacy import Consent, DataRequest
from domain.report import Progress
from storage.moments import moment
from storage.privacy import PrivacyReader
from storage.reports import lookup_code


class OwnReport(Model):
    """A report that the person filed on a task, valid or withdrawn."""

    code: str
    task: int
    agency: str
    progress: Progress
    percent: Decimal | None
    obstacle: str | None
    document: str | None
    filed_at: datetime
    withdrawn: bool


class OwnFigure(Model):
    """A figure that the person filed, or the reason why there was none."""

    code: str
    indicator: int
    agency: str
    year: int
    value: Decimal | None
    reason: str | None
    filed_at: datetime
    withdrawn: bool


class OwnMessage(Model):
    """A message of the person that is still kept."""

    said_at: datetime
    channel: str
    text: str


class OwnData(Model):
    """What is kept of a person."""

    person: Person
    accounts: tuple[tuple[str, str], ...]
    consents: tuple[Consent, ...]
    requests: tuple[DataRequest, ...]
    reports: tuple[OwnReport, ...]
    figures: tuple[OwnFigure, ...]
    messages: tuple[OwnMessage, ...]


class OwnDataReader(PrivacyReader):
    """Reads all of it at once."""

    async def own_data(self, person: Person) -> OwnData:
        """Return what is kept of a person, oldest first."""
        asked = {"person": person.id}
        reports = await self._queries.reports_by(self._connection, **asked)
        figures = await self._queries.figures_by(self._connection, **asked)
        messages = await self._queries.messages_of(self._connection, **asked)
        return OwnData(
            person=person,
            accounts=await self.accounts_of(person),
            consents=await self.consents_of(person),
            requests=await self.open_requests(person),
            reports=tuple(
                OwnReport(
                    code=lookup_code(row["id"]),
                    task=row["task"],
                    agency=row["agency"],
                    progress=Progress(row["progress"]),
                    percent=None if row["percent"] is None else Decimal(row["percent"]),
                    obstacle=row["obstacle"],
                    document=row["document_number"],
                    filed_at=moment(row["filed_at"]),
                    withdrawn=row["withdrawn_at"] is not None,
                )
                for row in reports
            ),
            figures=tuple(
                OwnFigure(
                    code=lookup_code(row["id"]),
                    indicator=row["indicator"],
                    agency=row["agency"],
                    year=row["year"],
                    value=None if row["value"] is None else Decimal(row["value"]),
                    reason=row["reason"],
                    filed_at=moment(row["filed_at"]),
                    withdrawn=row["withdrawn_at"] is not None,
                )
                for row in figures
            ),
            messages=tuple(
                OwnMessage(
                    said_at=moment(row["received_at"]),
                    channel=row["channel"].partition(":")[0],
                    text=text,
                )
                for row in messages
                if (text := json.loads(row["content"]).get("text"))
            ),
        )
