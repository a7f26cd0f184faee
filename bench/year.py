"""How many messages a person gets in a year of Plan 179: `python -m bench.year`.

Sixty people, of whom all have joined: where nobody reports anything, and where officers report all
their tasks on the day on which they are first told of any.
"""

import asyncio
import tempfile
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median

from bench.page import put_table
from dialogue.texts import ZONE
from domain.person import REPORTERS, Person, Role
from domain.plan import Plan
from domain.report import Progress, TaskReportDraft
from domain.working_days import is_working_day
from plans.yaml_form import PLAN_179, load_plan
from storage.chats import find_chat
from storage.database import Database, open_database
from storage.gate import Writer
from storage.plans import save_plan

CHANNEL = "telegram"
OPENING = datetime(2025, 12, 31, 18, 0, tzinfo=ZONE)
DAYS = 365
SECOND, FOCAL = 11, 3
"""How many agencies have a second officer, and how many people of the focal agency there are."""


def main() -> None:
    """Play the year twice and print the counts by role."""
    plan = load_plan(PLAN_179)
    idle, busy = (asyncio.run(_played(plan, reports=reports)) for reports in (False, True))
    rows = []
    for role in REPORTERS:
        counts = [[each[person] for person in each if person.role is role] for each in (idle, busy)]
        told = [f"{median(found):g}, {max(found)}" for found in counts]
        rows.append([f"{len(counts[0])} {role}", *told])
    headings = ("2026", "nobody reports: median, most", "tasks are reported: median, most")
    print(*put_table("year", headings, rows, (), write=False), sep="\n")


async def _played(plan: Plan, *, reports: bool) -> Counter[Person]:
    """How often each person is written to in a year, everybody counted."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_database(Path(folder) / "year.db") as database:
            people = await _hired(database, plan)
            counts = Counter(dict.fromkeys(people, 0))
            told = {person.id: OPENING.date() for person in people}
            for passed in range(1, DAYS + 1):
                now = OPENING.replace(hour=8) + timedelta(days=passed)
                if is_working_day(now.date(), plan.calendar):
                    for person in await _told(database, plan, now, told):
                        counts[person] += 1
                        if reports and person.role is Role.OFFICER:
                            await _report(database, plan, now, person)
    return counts


async def _told(
    database: Database, plan: Plan, now: datetime, told: dict[int, date]
) -> list[Person]:
    async with database.read() as connection:
        due = await Writer(connection, plan, now).due({CHANNEL}, told)
    people = [each.person for each in due if each.agenda]
    told.update(dict.fromkeys((person.id for person in people), now.date()))
    return people


async def _hired(database: Database, plan: Plan) -> list[Person]:
    agencies = [each.id for each in plan.agencies if not each.members]
    owing = [each for each in agencies if plan.led_by(each) or plan.indicators_of(each)]
    roster = [
        *((Role.OFFICER, agency) for agency in (*owing, *owing[-SECOND:])),
        *((Role.HEAD, agency) for agency in owing),
        *((Role.FOCAL, plan.focal) for _ in range(FOCAL)),
    ]
    people = []
    async with database.write() as connection:
        await save_plan(connection, plan, OPENING)
        for number, (role, agency) in enumerate(roster):
            chat = await find_chat(connection, CHANNEL, str(number))
            writer = Writer(connection, plan, OPENING, chat=chat)
            person, _ = await writer.import_person(f"{role} {number}", role, agency)
            await writer.bind(person.id)
            people.append(person)
    return people


async def _report(database: Database, plan: Plan, now: datetime, person: Person) -> None:
    """Report all that the agency owes: what is past its date as completed."""
    async with database.write() as connection:
        chat = await find_chat(connection, CHANNEL, person.name.rpartition(" ")[2])
        writer = Writer(connection, plan, now, chat=chat)
        left = await writer.unfinished(person.agency)
        for task in {*left.tasks.numbers, *left.due}:
            latest = await writer.latest(task, person.agency)
            late = task in left.due and left.due[task] < now.date()
            await writer.file_task_report(
                TaskReportDraft(
                    task=task,
                    agency=person.agency,
                    progress=Progress.DONE if late else Progress.IN_PROGRESS,
                    reported_on=now.date(),
                    based_on=latest.id if latest else None,
                )
            )


if __name__ == "__main__":
    main()
