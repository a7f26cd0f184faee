"""A period as a whole: how every duty stands in it, who is left out of it, whether it is closed."""

import sqlite3
from datetime import datetime

from domain.model import Model
from domain.person import Person, Role
from domain.reviewing import Act, Duty, Filing, Subject, duty_state
from storage.moments import moment
from storage.session import NotAllowed, Session


class Excluding(Model):
    """An agency left out of a period of reporting, or taken back in; with the reason."""

    agency: str
    period: str
    excluded: bool
    reason: str
    subject: Subject = Subject.TASK


class Closing(Model):
    """A period of tasks or of indicators that is to be closed."""

    period: str
    subject: Subject = Subject.TASK


class LeftOut(Model):
    """An agency that is left out of a period, since when, by whom and why."""

    agency: str
    reason: str
    by: str
    since: datetime


class Closed(Model):
    """How often a period was closed (its version), and when last."""

    version: int
    at: datetime


class ClosingReader(Session):
    """Reads the state of a period's duties."""

    async def duties_in(
        self,
        period: str,
        subject: Subject = Subject.TASK,
        *,
        agency: str | None = None,
        task: int | None = None,
    ) -> tuple[Duty, ...]:
        """Return the duties of a period with their states, all or some of them."""
        rows = await self._queries.duty_states(
            self._connection,
            plan=self.plan.id,
            subject=subject,
            period=period,
            agency=agency,
            number=task,
        )
        return tuple(map(self._duty, rows))

    async def left_out(self, period: str, subject: Subject = Subject.TASK) -> tuple[LeftOut, ...]:
        """Return who is left out of a period of reporting."""
        rows = await self._queries.left_out_of(
            self._connection, plan=self.plan.id, subject=subject, period=period
        )
        return tuple(
            LeftOut(
                agency=row["agency"],
                reason=row["reason"],
                by=row["name"],
                since=moment(row["decided_at"]),
            )
            for row in rows
        )

    async def closed_periods(self, subject: Subject = Subject.TASK) -> dict[str, Closed]:
        """Return the periods that were closed."""
        rows = await self._queries.closings_of(self._connection, plan=self.plan.id, subject=subject)
        return {
            row["period"]: Closed(version=row["version"], at=moment(row["closed_at"]))
            for row in rows
        }

    def _duty(self, row: sqlite3.Row) -> Duty:
        submission = None
        if row["submitted"] is not None:
            filing = Filing(
                reporter=row["reporter"],
                needs_head=bool(row["needs_head"]),
                filed_at=moment(row["filed_at"]),
            )
            submission = filing, [act for act in Act if row[act.value]]
        state = duty_state(
            submission,
            self.plan.review,
            changed_at=row["reviewed_at"] and moment(row["reviewed_at"]),
            closed_at=row["closed_at"] and moment(row["closed_at"]),
            excluded=bool(row["excluded"]),
        )
        return Duty(
            number=row["number"], agency=row["agency"], state=state, report=row["submitted"]
        )


class ClosingWriter(ClosingReader):
    """Closes periods and leaves agencies out; the focal agency alone may."""

    async def close_period(self, closing: Closing) -> None:
        """Close a period of reporting; once more makes a new version."""
        await self._queries.close_period(
            self._connection,
            plan=self.plan.id,
            **closing.model_dump(),
            person=self._focal.id,
            address=self.address,
            now=self.stamp,
        )

    async def exclude(self, excluding: Excluding) -> None:
        """Leave an agency out of a period, or take it back in."""
        await self._queries.exclude(
            self._connection,
            plan=self.plan.id,
            **excluding.model_dump(),
            person=self._focal.id,
            address=self.address,
            now=self.stamp,
        )

    @property
    def _focal(self) -> Person:
        person = self.person
        if person is None or person.role is not Role.FOCAL:
            raise NotAllowed("periods are the focal agency's")
        return person
