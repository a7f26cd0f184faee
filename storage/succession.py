"""What a change among the agencies makes of what is stored, on the day it takes effect.

Reports and people pass to who comes after; a report goes on telling which agency filed it. Where it
is open who takes a task, its reports wait with the agency that has ended.
"""

import json
from collections.abc import Iterable
from datetime import datetime

import aiosqlite

from dialogue.state import Notice, mark
from domain.model import Model
from domain.person import Person, Role
from domain.plan import Plan
from domain.roster import RosterAct
from domain.succession import AgencyChange, Assignment, Subject, came_after, in_effect
from storage import notices
from storage.database import QUERIES
from storage.moments import stamp
from storage.people import person_from, same_name
from storage.plans import Amended, duties, load_amended, save_duties


class Settled(Model):
    """What a change has moved: duties with who takes them, people with their new agencies.

    A duty nobody takes yet waits for the focal agency; a person whose agency was split stays and
    waits for the administrator.
    """

    change: AgencyChange
    duties: tuple[tuple[Subject, int, str, str | None], ...]
    people: tuple[tuple[Person, str | None], ...]


async def apply(
    connection: aiosqlite.Connection, plan: str, change: AgencyChange, now: datetime
) -> bool:
    """Store a change, to take effect on its day; return whether it is new."""
    id_ = await QUERIES.add_agency_change(
        connection,
        plan=plan,
        effective=change.effective.isoformat(),
        document=change.model_dump_json(),
        now=stamp(now),
    )
    return id_ is not None


async def settle(connection: aiosqlite.Connection, now: datetime) -> tuple[Settled, ...]:
    """Carry out what has come into effect by now and was not carried out yet, in order."""
    amended = await load_amended(connection)
    rows = await QUERIES.agency_changes(connection, plan=amended.plan.id)
    settled = []
    for row in rows:
        change = AgencyChange.model_validate_json(row["document"])
        if row["settled_at"] is None and change.effective <= now.date():
            settled.append(await _settle(connection, amended, change, now))
            await QUERIES.mark_settled(connection, id=row["id"], now=stamp(now))
    plan = amended.on(now.date())
    if settled:
        await _sweep(connection, plan)
    if settled or await _owes_anew(connection, plan):
        await _owe(connection, plan)
    return tuple(settled)


async def _owes_anew(connection: aiosqlite.Connection, plan: Plan) -> bool:
    """Whether others owe reports by the plan in effect than those stored."""
    stored = {tuple(row) for row in await QUERIES.duties_of(connection, plan=plan.id)}
    return stored != {tuple(duty.values()) for duty in duties(plan)}


async def _owe(connection: aiosqlite.Connection, plan: Plan) -> None:
    """Store who owes what, and have all that was computed of it computed anew."""
    await save_duties(connection, plan)
    await QUERIES.renew_plan(connection, plan=plan.id)


async def assign(
    connection: aiosqlite.Connection,
    plan: Plan,
    assignment: Assignment,
    *,
    person: Person | None,
    reason: str | None,
    now: datetime,
) -> None:
    """Store who leads a task from a day on; where one agency follows another, reports pass on."""
    await QUERIES.assign(
        connection,
        plan=plan.id,
        task=assignment.task,
        leads=json.dumps(assignment.leads),
        since=assignment.since.isoformat(),
        reason=reason,
        person=None if person is None else person.id,
        now=stamp(now),
    )
    for agency, taker in _handed_over(plan, assignment):
        await _pass_on(connection, plan.id, ("task", assignment.task, agency), taker)
    await _owe(connection, (await load_amended(connection)).on(now.date()))


def _handed_over(plan: Plan, assignment: Assignment) -> Iterable[tuple[str, str]]:
    """Yield from whom to whom a task's reports pass: one for one, or where it was left open."""
    before, leads = plan.responsible(assignment.task), plan.expand(*assignment.leads)
    gone = [each for each in before if each not in leads]
    fresh = [each for each in leads if each not in before]
    if len(gone) == len(fresh) == 1:
        yield gone[0], fresh[0]
    elif not before and len(fresh) == 1:
        for each in plan.agencies:
            if each.valid_to is not None and fresh[0] in came_after(plan, each.id):
                yield each.id, fresh[0]


def moved_by(before: Plan, change: AgencyChange) -> Iterable[tuple[Subject, int, str, str | None]]:
    """Yield the duties that a change moves, of whom, and to whom: None where it is open."""
    owed: list[tuple[Subject, int, tuple[str, ...]]] = [
        ("task", each.number, before.responsible(each.number)) for each in before.tasks
    ]
    owed += [
        ("indicator", each.number, before.measured_by(each.number)) for each in before.indicators
    ]
    for subject, number, agencies in owed:
        for agency in agencies:
            takers = change.takers(subject, number, agency)
            if takers != (agency,):
                yield subject, number, agency, takers[0] if takers else None


def plan_before(amended: Amended, change: AgencyChange) -> Plan:
    """Return the plan as it is in effect just before a change."""
    earlier = [each for each in amended.changes if _comes_before(each, change, amended)]
    assignments = [each for each in amended.assignments if each.since < change.effective]
    return in_effect(amended.plan, earlier, assignments, change.effective)


def _comes_before(one: AgencyChange, other: AgencyChange, amended: Amended) -> bool:
    if one.effective != other.effective:
        return one.effective < other.effective
    if other not in amended.changes:
        return True
    return amended.changes.index(one) < amended.changes.index(other)


async def preview(
    connection: aiosqlite.Connection, amended: Amended, change: AgencyChange
) -> Settled:
    """Return what a change is going to move, as things are now."""
    moved = tuple(moved_by(plan_before(amended, change), change))
    people = []
    for row in await QUERIES.people_by_agency(connection):
        by = change.successors(row["agency"])
        if by is not None:
            people.append((person_from(row), by[0] if len(by) == 1 else None))
    return Settled(change=change, duties=moved, people=tuple(people))


async def _settle(
    connection: aiosqlite.Connection, amended: Amended, change: AgencyChange, now: datetime
) -> Settled:
    found = await preview(connection, amended, change)
    await save_duties(connection, amended.on(change.effective))
    for subject, number, agency, taker in found.duties:
        if taker is not None:
            await _pass_on(connection, amended.plan.id, (subject, number, agency), taker)
    await _rebind(connection, amended.plan, found, now)
    await _tell_what_is_open(connection, found, now)
    return found


async def _sweep(connection: aiosqlite.Connection, plan: Plan) -> None:
    """Pass on what still lies with an agency that has ended, where one who came after leads it.

    So it is with a task that was given to an agency after the day on which it ended.
    """
    for agency in plan.agencies:
        after = came_after(plan, agency.id)
        if agency.valid_to is None or len(after) != 1:
            continue
        for row in await QUERIES.tasks_of(connection, plan=plan.id, agency=agency.id):
            task = row["task"]
            if task in plan.task_by_number and after[0] in plan.responsible(task):
                await _pass_on(connection, plan.id, ("task", task, agency.id), after[0])


async def _tell_what_is_open(
    connection: aiosqlite.Connection, found: Settled, now: datetime
) -> None:
    """Have the focal agency's people told which tasks nobody has taken."""
    left = {
        number for subject, number, _, taker in found.duties if (subject, taker) == ("task", None)
    }
    day = found.change.effective.isoformat()
    for row in await QUERIES.people_by_agency(connection) if left else ():
        if row["role"] == Role.FOCAL:
            notice = Notice(
                person=row["id"],
                key=f"unassigned/{mark(found.change)}",
                dialogue="unassigned",
                given={"tasks": sorted(left), "day": day},
            )
            await notices.write(connection, notice, now)


async def _pass_on(
    connection: aiosqlite.Connection, plan: str, duty: tuple[Subject, int, str], taker: str
) -> None:
    subject, number, agency = duty
    if subject == "task":
        for passing in (QUERIES.pass_reports, QUERIES.pass_obstacles, QUERIES.pass_extensions):
            await passing(connection, plan=plan, task=number, agency=agency, taker=taker)
    else:
        await QUERIES.pass_figures(
            connection, plan=plan, indicator=number, agency=agency, taker=taker
        )


async def _rebind(
    connection: aiosqlite.Connection, plan: Plan, found: Settled, now: datetime
) -> None:
    """Have people belong to the agency that comes after theirs, and tell them.

    Two of one name are told apart.
    """
    for succession in found.change.ended:
        if len(succession.by) == 1:
            await QUERIES.pass_memberships(
                connection, agency=succession.agency, taker=succession.by[0]
            )
    rows = await QUERIES.people_by_agency(connection)
    names = {(row["agency"], same_name(row["name"])) for row in rows}
    for person, agency in found.people:
        if agency is None:
            continue
        name = person.name
        if (agency, same_name(name)) in names:
            old = plan.agency_by_id.get(person.agency)
            name = f"{name} ({person.agency if old is None else old.short})"
        names.add((agency, same_name(name)))
        await QUERIES.pass_person(connection, id=person.id, name=name, agency=agency)
        await QUERIES.log_roster(
            connection,
            person=person.id,
            act=RosterAct.MOVED.value,
            before=person.agency,
            after=agency,
            actor=None,
            address=None,
            now=stamp(now),
        )
        day = found.change.effective.isoformat()
        notice = Notice(
            person=person.id,
            key=f"moved/{person.agency}/{day}",
            dialogue="moved",
            given={"agency": person.agency, "to": agency, "day": day},
        )
        await notices.write(connection, notice, now)
