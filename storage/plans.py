"""The plan as loaded and as in effect, and what obligations are computed from: duties, periods."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, timedelta

import aiosqlite

from domain.agency import AgencyKind
from domain.extension import LONGEST
from domain.model import Model
from domain.period import periods
from domain.plan import Plan
from domain.succession import AgencyChange, Assignment, in_effect
from storage.database import QUERIES
from storage.moments import moment, stamp

LAST_YEARS_AFTER = 2 + LONGEST
"""Periods are kept until this many years after the last deadline or target year.

A task that is extended is reported on for longer."""


class NoPlan(Exception):
    """No plan has been loaded into this database."""


class Amended(Model):
    """A plan as it was loaded, and all that has changed or will change it since."""

    plan: Plan
    changes: tuple[AgencyChange, ...] = ()
    assignments: tuple[Assignment, ...] = ()

    def on(self, day: date) -> Plan:
        """Return the plan as it is in effect on a day."""
        return in_effect(self.plan, self.changes, self.assignments, day)

    def with_change(self, change: AgencyChange) -> "Amended":
        """Return the same with one change more."""
        return self.model_copy(update={"changes": (*self.changes, change)})


async def load_plan(connection: aiosqlite.Connection, day: date) -> Plan:
    """Return the plan loaded last, as it is in effect on a day; raise NoPlan without one."""
    return (await load_amended(connection)).on(day)


async def load_amended(connection: aiosqlite.Connection) -> Amended:
    """Return the plan loaded last with its amendments; raise NoPlan where there is none."""
    document = await QUERIES.newest_plan(connection)
    if document is None:
        raise NoPlan
    return await _amended(connection, Plan.model_validate_json(document))


async def save_plan(connection: aiosqlite.Connection, plan: Plan, now: datetime) -> None:
    """Store a plan; the same again changes nothing, and reports are never touched.

    What amends it stays in effect; raise UnknownAgency where that does not fit it, now or later.
    """
    loaded_at = await _after_others(connection, plan, now)
    await QUERIES.save_plan(
        connection, id=plan.id, document=plan.model_dump_json(), now=stamp(loaded_at)
    )
    await QUERIES.clear_periods(connection, plan=plan.id)
    await QUERIES.save_period(connection, _periods(plan))
    amended = await _amended(connection, plan)
    amended.on(date.max)
    await save_duties(connection, amended.on(now.date()))


async def save_duties(connection: aiosqlite.Connection, plan: Plan) -> None:
    """Store who owes what by the plan in effect."""
    single = [agency for agency in plan.agencies if agency.kind is not AgencyKind.GROUP]
    await QUERIES.save_agency(
        connection,
        [
            {
                "id": agency.id,
                "name": agency.name,
                "valid_from": agency.valid_from and agency.valid_from.isoformat(),
                "valid_to": agency.valid_to and agency.valid_to.isoformat(),
            }
            for agency in single
        ],
    )
    await QUERIES.clear_duties(connection, plan=plan.id)
    await QUERIES.save_duty(connection, duties(plan))


async def _amended(connection: aiosqlite.Connection, plan: Plan) -> Amended:
    changes = await QUERIES.agency_changes(connection, plan=plan.id)
    assignments = await QUERIES.assignments(connection, plan=plan.id)
    return Amended(
        plan=plan,
        changes=tuple(AgencyChange.model_validate_json(row["document"]) for row in changes),
        assignments=tuple(_assignments(assignments)),
    )


def _assignments(rows: Iterable[sqlite3.Row]) -> Iterable[Assignment]:
    for row in rows:
        yield Assignment(task=row["task"], leads=json.loads(row["leads"]), since=row["since"])


async def _after_others(connection: aiosqlite.Connection, plan: Plan, now: datetime) -> datetime:
    """Return the moment, or one past the other plans' loading where the clock was set back."""
    last = await QUERIES.last_loading_of_others(connection, id=plan.id)
    return now if last is None else max(now, moment(last) + timedelta(milliseconds=1))


def duties(plan: Plan) -> list[dict[str, object]]:
    """Return who owes reports by a plan: one row a task or indicator and single agency."""
    subjects = [("task", task.number, task.leads) for task in plan.tasks]
    subjects += [("indicator", each.number, each.leads) for each in plan.indicators]
    return [
        {"plan": plan.id, "subject": subject, "number": number, "agency": agency}
        for subject, number, leads in subjects
        for agency in plan.expand(*leads)
    ]


def _periods(plan: Plan) -> list[dict[str, object]]:
    ends = [task.deadline.end for task in plan.tasks if task.deadline.end is not None]
    ends += [year for indicator in plan.indicators for year in indicator.targets]
    first, last = plan.issued_on.year, max(ends, default=plan.issued_on.year) + LAST_YEARS_AFTER
    rhythms = (("task", plan.calendar.tasks), ("indicator", plan.calendar.indicators))
    return [
        {
            "plan": plan.id,
            "subject": subject,
            "key": period.key,
            "starts": period.starts.isoformat(),
            "ends": period.ends.isoformat(),
            "due": period.due.isoformat(),
        }
        for subject, rhythm in rhythms
        for period in periods(rhythm, first, last, plan.calendar)
        if period.ends >= plan.issued_on
    ]
