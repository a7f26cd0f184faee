"""The loaded plan and what obligations are computed from: duties and reporting periods."""

from datetime import datetime, timedelta

import aiosqlite

from domain.agency import AgencyKind
from domain.period import periods
from domain.plan import Plan
from storage.database import QUERIES
from storage.moments import moment, stamp

LAST_YEARS_AFTER = 2
"""Periods are kept until this many years after the last deadline or target year."""


class NoPlan(Exception):
    """No plan has been loaded into this database."""


async def load_plan(connection: aiosqlite.Connection) -> Plan:
    """Return the plan loaded last; raise NoPlan where there is none."""
    document = await QUERIES.newest_plan(connection)
    if document is None:
        raise NoPlan
    return Plan.model_validate_json(document)


async def save_plan(connection: aiosqlite.Connection, plan: Plan, now: datetime) -> None:
    """Store a plan; the same again changes nothing, and reports are never touched."""
    now = await _after_others(connection, plan, now)
    await QUERIES.save_plan(connection, id=plan.id, document=plan.model_dump_json(), now=stamp(now))
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
    await QUERIES.save_duty(connection, _duties(plan))
    await QUERIES.clear_periods(connection, plan=plan.id)
    await QUERIES.save_period(connection, _periods(plan))


async def _after_others(connection: aiosqlite.Connection, plan: Plan, now: datetime) -> datetime:
    """Return the moment, or one past the other plans' loading where the clock was set back."""
    last = await QUERIES.last_loading_of_others(connection, id=plan.id)
    return now if last is None else max(now, moment(last) + timedelta(milliseconds=1))


def _duties(plan: Plan) -> list[dict[str, object]]:
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
