"""Urging: whom to write to, once a person and day, and what became of it."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from domain.agenda import escalation
from domain.person import Person, Role
from domain.urging import (
    Outcome,
    Reach,
    Urgeable,
    Urged,
    Urging,
    whom_to_urge,
)
from domain.working_days import next_open
from storage.delegations import DelegationReader
from storage.moments import moment, stamp
from storage.people import person_from
from storage.session import NotAllowed
from storage.unfinished import UnfinishedReader


class UrgingReader(UnfinishedReader, DelegationReader):
    """Reads who owes a report and can be urged, and what became of urging."""

    async def owing(self) -> tuple[str, ...]:
        """Return the agencies that owe a report on a task in the period of today."""
        owed = await self.owed()
        return tuple(dict.fromkeys(each.agency for each in owed if each.report is None))

    async def urging(self, agencies: Collection[str]) -> Urging:
        """Return whom to urge now of agencies that owe; deputies in the place of who is away."""
        leaves = next_open(self.now, self.plan.calendar, self.hours)
        staff = await self._staff(leaves.date())
        return whom_to_urge(
            agencies, staff, await self._escalated(agencies), leaves, self.now
        ).without(self.person)

    async def last_urging(self) -> date | None:
        """Return the last day on which anybody was urged."""
        day = await self._queries.last_urging_day(self._connection, plan=self.plan.id)
        return None if day is None else date.fromisoformat(day)

    async def urged_on(self, day: date) -> tuple[Urged, ...]:
        """Return what became of urging on a day, in the order in which it was asked for."""
        rows = await self._queries.urgings_on(
            self._connection, plan=self.plan.id, day=day.isoformat(), key=urging_key(day)
        )
        return tuple(_urged(row) for row in rows if row["agency"] in self.plan.agency_by_id)

    async def _escalated(self, agencies: Collection[str]) -> set[str]:
        """The agencies whose head is told of what has been overdue for long."""
        left, after = await self.all_unfinished(None), self.plan.timetable.ladder.escalate_head
        return {
            agency
            for agency in agencies
            if agency in left and escalation({agency: left[agency]}, after, None) is not None
        }

    async def _staff(self, day: date) -> Mapping[str, Collection[Urgeable]]:
        """Who reports for each agency on a day, with deputies in the place of who is away."""
        rows = await self._queries.people_to_urge(self._connection, day=day.isoformat())
        by_id = {row["id"]: _urgeable(row) for row in rows}
        away = {
            row["id"]: row["deputy"]
            for row in await self._queries.absences(self._connection, day=day.isoformat())
        }
        staff: defaultdict[str, dict[int, Urgeable]] = defaultdict(dict)
        for row in rows:
            own = by_id[row["id"]]
            acting = by_id.get(away.get(row["id"], row["id"]), own)
            there = acting.model_copy(update={"role": own.role})
            staff[row["agency"]].setdefault(acting.person.id, there)
        return {agency: tuple(found.values()) for agency, found in staff.items()}


class UrgingWriter(UrgingReader):
    """Keeps who was urged."""

    async def urge(self, urging: Urging) -> tuple[Person, ...]:
        """Keep who is urged; return who was not yet urged on that day."""
        if self.person is None or self.person.role is not Role.FOCAL:
            raise NotAllowed("only the focal agency urges")
        fresh = []
        for agency, person in urging.people:
            if await self._urge(urging, agency, person.id, None) is not None:
                fresh.append(person)
        for agency, unreached, reach in urging.unreached:
            await self._urge(urging, agency, unreached.id if unreached else None, reach.value)
        return tuple(fresh)

    async def _urge(
        self, urging: Urging, agency: str, person: int | None, problem: str | None
    ) -> int | None:
        found: int | None = await self._queries.urge(
            self._connection,
            plan=self.plan.id,
            day=urging.day.isoformat(),
            agency=agency,
            person=person,
            problem=problem,
            urged_by=None if self.person is None else self.person.id,
            now=self.stamp,
            not_before=None if urging.not_before is None else stamp(urging.not_before),
        )
        return found


def urging_key(day: date) -> str:
    """Return the key of a day's notices to those who are urged."""
    return f"urge/{day.isoformat()}"


def _urgeable(row: sqlite3.Row) -> Urgeable:
    joined = Reach.BLOCKED if row["chats"] else Reach.NOT_JOINED
    person = person_from(row)
    return Urgeable(
        person=person,
        role=person.role,
        reach=Reach.REACHED if row["reached"] else joined,
        urged=bool(row["urged"]),
    )


def _urged(row: sqlite3.Row) -> Urged:
    at = row["sent_at"] or row["not_before"]
    return Urged(
        agency=row["agency"],
        person=row["name"],
        outcome=_outcome(row),
        at=None if at is None else moment(at),
    )


def _outcome(row: sqlite3.Row) -> Outcome:
    if row["problem"] is not None:
        return Outcome(row["problem"])
    match row["state"]:
        case None:
            return Outcome.BLOCKED
        case "queued":
            return Outcome.WAITING
        case "sent":
            return Outcome.SENT
    if row["refusal"] == "moot":
        return Outcome.SETTLED
    return Outcome.FAILED if row["unreachable_at"] is None else Outcome.BLOCKED
