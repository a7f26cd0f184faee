"""A year of Plan 179: every digest is the one that is due, and no other ever leaves.

What is due is computed here a second time, by the README's table and a list of the year's days off.
"""

import os
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path

from bot.house import House
from bot.reminders import Reminders
from bot.talks import Held
from dialogue.texts import ZONE
from domain.person import Person, Role
from domain.reminding import Unfinished
from domain.report import Progress, TaskReportDraft
from storage.chats import find_chat
from storage.database import QUERIES, Database
from storage.gate import Reader, Writer
from tests.harness.rehearsal import Rehearsal
from tests.harness.stage import CHANNEL, PLAN

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
DAY = timedelta(days=1)
HOLIDAYS = {
    *(date(2026, 1, 1), date(2026, 4, 27), date(2026, 4, 30), date(2026, 5, 1)),
    *(date(2026, 2, 16) + DAY * passed for passed in range(5)),
    *(date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2), date(2026, 11, 24)),
}
WORKED_SATURDAY = date(2026, 8, 22)
TIMES = (time(6, 30), time(8), time(14), time(17, 30))
OUT_OF_REACH = ("so-gtvt", "ubnd-h-my-tu")
"""Agencies that owe reports and in which nobody has joined."""
NOTHING_OWED = ("so-y-te", "so-tai-chinh", "so-tu-phap")
WATCHED = 0.15
"""The share of days that are lived through hour by hour, the others at eight alone."""
STANDS = 0.06
"""The share of days on which the program does not run, and of those on which it ends half-way."""


def is_worked(day: date) -> bool:
    """Whether offices work on a day of 2026."""
    return day == WORKED_SATURDAY or (day.weekday() < 5 and day not in HOLIDAYS)


def ahead(day: date, *steps: int) -> Iterator[date]:
    """The days so many days before a day, or the working days before these."""
    for days in steps:
        step = day - timedelta(days=days)
        while step.year == FIRST.year and not is_worked(step):
            step -= DAY
        yield step


class Office:
    """Everybody of the plan for a year, and all that leaves."""

    def __init__(self, stage: Rehearsal, seed: int) -> None:
        self.stage = stage
        self.rng = random.Random(seed)
        self.people: dict[str, Person] = {}
        self.told: dict[int, date] = {}
        self.filed: dict[tuple[int, str], date] = {}
        self.sent: list[tuple[str, datetime]] = []
        self.briefed: list[tuple[str, datetime]] = []
        self.wrong: list[str] = []

    async def hire(self, database: Database) -> None:
        """Put sixty people on the roster; all of them join but those out of reach."""
        owing = [each.id for each in PLAN.agencies if PLAN.led_by(each.id)]
        roster = [(Role.OFFICER, agency) for agency in (*owing, *owing[::2], *NOTHING_OWED)]
        roster += [(Role.HEAD, agency) for agency in (*owing[:14], "nhnn", *NOTHING_OWED)]
        roster += [(Role.FOCAL, PLAN.focal)] * 2 + [(Role.LEADER, "ubnd-tinh")] * 2
        roster += [(Role.ADMIN, "vp-ubnd-tinh")]
        async with database.write() as connection:
            for number, (role, agency) in enumerate(roster):
                name = f"{role} {number} {agency}"
                chat = await find_chat(connection, CHANNEL, name)
                writer = Writer(connection, PLAN, self.stage.now, chat=chat)
                person, _ = await writer.import_person(name, role, agency)
                if agency not in OUT_OF_REACH:
                    await writer.bind(person.id)
                    self.people[name] = person
                    self.told[person.id] = self.stage.now.date()

    async def live(self, database: Database) -> None:
        """Let the year pass, hour by hour; the program stands on some days."""
        house = self.stage.house(database)
        reminders = Reminders(house, {CHANNEL}, lambda: None)
        for passed in range((LAST - FIRST).days + 1):
            day = FIRST + DAY * passed
            if self.rng.random() < STANDS:
                continue
            ends_early = self.rng.random() < STANDS
            for at in TIMES if self.rng.random() < WATCHED else TIMES[1:2]:
                self.stage.now = datetime.combine(day, at, ZONE)
                await reminders.look()
                if at == TIMES[1]:
                    await self.report(database)
                if ends_early and at == TIMES[1]:
                    await self.let_leave(house, most=self.rng.randrange(20))
                    break
                await self.let_leave(house)

    async def report(self, database: Database) -> None:
        """Have some officers report something, and some finish it."""
        for _ in range(self.rng.randrange(4)):
            chat = self.rng.choice(list(self.people))
            person = self.people[chat]
            tasks = PLAN.led_by(person.agency)
            if not tasks or person.role is not Role.OFFICER:
                continue
            task = self.rng.choice(tasks).number
            done = self.rng.random() < 0.1
            async with database.write() as connection:
                writer = Writer(
                    connection,
                    PLAN,
                    self.stage.now,
                    chat=await find_chat(connection, CHANNEL, chat),
                )
                latest = await writer.latest(task, person.agency)
                if latest is None or latest.progress is not Progress.DONE:
                    draft = TaskReportDraft(
                        task=task,
                        agency=person.agency,
                        progress=Progress.DONE if done else Progress.IN_PROGRESS,
                        reported_on=self.stage.now.date(),
                        based_on=latest.id if latest else None,
                    )
                    await writer.file_task_report(draft)
                    self.filed[task, person.agency] = self.stage.now.date()

    async def let_leave(self, house: House, most: int = 1000) -> None:
        """Let what is queued leave, and compare it with what is due by now."""
        async with house.database.read() as connection:
            rows = await QUERIES.queued_after(connection, after=0, most=1000)
            due = await self.due(Reader(connection, PLAN, self.stage.now))
        came = set()
        digests = [row for row in rows if row["digest"] is not None]
        for row in digests[:most]:
            with suppress(Held):
                if await house.digests().build(row) is not None:
                    came.add(row["chat"])
        if most < len(digests):
            due &= {row["chat"] for row in digests[:most]}
        for row in rows:
            if row["notice"] is not None and not row["content"]:
                with suppress(Held):
                    if await house.notices().build(row) is not None:
                        self.briefed.append((row["chat"], self.stage.now))
        if came != due:
            self.wrong.append(f"{self.stage.now}: sent {came - due}, not sent {due - came}")
        for chat in came:
            self.sent.append((chat, self.stage.now))
            if self.rng.random() < 0.05:
                await self.ask_again(house.database, chat)
            else:
                self.told[self.people[chat].id] = self.stage.now.date()

    async def ask_again(self, database: Database, chat: str) -> None:
        """Nhắc lại ngày mai: the digest does not count."""
        async with database.write() as connection:
            found = await find_chat(connection, CHANNEL, chat)
            writer = Writer(connection, PLAN, self.stage.now, chat=found)
            await writer.remind_again(self.stage.now.date())

    async def due(self, reader: Reader) -> set[str]:
        """Who is told something now by the README, and has not been told today."""
        now = self.stage.now
        if not is_worked(now.date()) or not time(8) <= now.time() <= time(17):
            return set()
        left = await reader.all_unfinished(None)
        told = {chat for chat, sent in self.sent[-100:] if sent.date() == now.date()}
        return {
            chat
            for chat, person in self.people.items()
            if chat not in told and self.is_due(person, left)
        }

    def is_due(self, person: Person, left: Mapping[str, Unfinished]) -> bool:
        """Whether there is news for somebody since the last message that counts."""
        today, since = self.stage.now.date(), self.told[person.id]

        def news(days: Iterator[date]) -> bool:
            return any(since < day <= today for day in days)

        month, monday = today.replace(day=1), today - DAY * today.weekday()

        def is_late(agencies: Mapping[str, Unfinished], after: int) -> bool:
            came = [d + DAY * after for each in agencies.values() for d in each.due.values()]
            monthly = [month] if any(day + DAY * 7 < month for day in came) else []
            return news(iter([*came, *monthly]))

        own = left[person.agency]
        has_officer = any(
            each.agency == person.agency and each.role is not Role.HEAD and each.role in REPORTING
            for each in self.people.values()
        )
        match person.role:
            case Role.HEAD if has_officer:
                return is_late({person.agency: own}, 7)
            case Role.FOCAL:
                lonely = any(
                    left[agency].due or left[agency].tasks.numbers for agency in OUT_OF_REACH
                )
                slow = any((today - day).days >= 3 for day in self.filed.values())
                return (
                    self.on_ladder(own, since, today)
                    or is_late(left, 30)
                    or ((lonely or slow) and since < monday)
                )
            case Role.OFFICER | Role.HEAD:
                return self.on_ladder(own, since, today)
            case _:
                return False

    def on_ladder(self, own: Unfinished, since: date, today: date) -> bool:
        """Whether a step of the README's table lies between two days."""
        steps: set[date] = set()
        for due in own.due.values():
            steps |= {*ahead(due, 30, 7, 3, 1)}
            steps |= {due + DAY + timedelta(weeks=weeks) for weeks in range(8)}
            month = today.replace(day=1)
            steps |= {month} if month > due + timedelta(weeks=8) else set()
        for lacking in (own.tasks, own.indicators):
            if lacking.numbers:
                steps |= {*ahead(lacking.period.ends, 7, 3, 1)}
        return any(since < step <= today for step in steps)


REPORTING = (Role.OFFICER, Role.FOCAL)


async def test_a_year_of_the_plan_sends_what_is_due_and_nothing_else(tmp_path: Path) -> None:
    """Every message accounted for: none on a day off, none out of hours, none twice, none lost."""
    stage = Rehearsal(tmp_path / "baocao.db", now=datetime(2025, 12, 31, 18, 0, tzinfo=ZONE))
    await stage.prepare()
    seed = int(os.environ.get("BAOCAO_YEAR_SEED") or random.randrange(10**6))
    print(f"BAOCAO_YEAR_SEED={seed}")  # noqa: T201 - shown where the test fails
    office = Office(stage, seed)
    async with stage.open() as database:
        await office.hire(database)
        await office.live(database)
    assert office.wrong == []
    for _, now in (*office.sent, *office.briefed):
        assert is_worked(now.date())
        assert time(7) <= now.time() <= time(17)
    days = [(chat, now.date()) for chat, now in office.sent]
    assert len(days) == len(set(days))
    counts: Counter[str] = Counter()
    for chat, _ in office.sent:
        counts[office.people[chat].agency] += 1
    assert not counts.keys() & {*NOTHING_OWED, "ubnd-tinh", "vp-ubnd-tinh"}
    weeks = Counter((chat, now.isocalendar()[:2]) for chat, now in office.briefed)
    assert max(weeks.values()) <= 2
    assert {office.people[chat].role for chat, _ in weeks} <= {Role.LEADER, Role.HEAD}
    assert len(office.sent) > 300
