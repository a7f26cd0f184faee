"""What is kept in memory always equals what stands in the database."""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from domain.extension import Decision, ExtensionDraft
from domain.figure import FigureDraft
from domain.period import period_of
from domain.person import Role
from domain.report import Progress, TaskReportDraft
from domain.reviewing import Act
from storage.chats import find_chat
from storage.closing import Excluding
from storage.database import open_database
from storage.gate import Reader, Writer
from storage.kept import MOST, Answer, Kept, kept_by
from storage.plans import save_plan
from storage.reviews import Decision as Verdict
from tests.harness.records import Records, open_records
from tests.harness.stage import CHANNEL, PLAN

AGENCY = "so-xay-dung"
TASKS = [task.number for task in PLAN.led_by(AGENCY)]
EXTENDED = PLAN.task_by_number[9]
INDICATOR = PLAN.indicators_of(AGENCY)[0].number
STEPS = 40


class Undone(Exception):
    """Whatever ends a transaction before it is committed."""


async def _all_answers(reader: Reader) -> tuple[object, ...]:
    """Everything that is read over all agencies, as plain values."""
    standing, earlier = await reader.standing(), await reader.standing_on(reader.now.date())
    duties = [(task.number, each) for task in PLAN.tasks for each in PLAN.responsible(task.number)]
    figures = await reader.figures()
    return (
        [standing.latest(*duty) for duty in duties],
        [(standing.of(task), standing.done(task.number)) for task in PLAN.tasks],
        [(earlier.latest(*duty), earlier.completed_on(*duty)) for duty in duties],
        await reader.owed(),
        await reader.owed_figures(),
        [figures.newest(each.number, id_) for each in PLAN.indicators for id_ in each.leads],
        figures.values,
        await reader.summary(),
        await reader.summary(AGENCY),
    )


async def _is_as_stored(reader: Reader) -> None:
    """Read with what is kept, and as if nothing were: both are the same."""
    kept = kept_by(reader._connection)
    with_memory = await _all_answers(reader)
    remembered = kept.copy()
    kept.go_back({})
    assert await _all_answers(reader) == with_memory
    kept.go_back(remembered)


class Office:
    """An office whose officer does this and that by chance, in one of two programs."""

    def __init__(self, records: Records, seed: int) -> None:
        self.records = records
        self.chance = random.Random(seed)

    async def live(self) -> None:
        """Do something, and see each time that memory and database agree."""
        for _ in range(STEPS):
            await self.chance.choice(
                (self.act, self.act, self.act_in_vain, self.act_elsewhere, self.sleep, self.reload)
            )()
            async with self.records.database.read() as connection:
                await _is_as_stored(Reader(connection, PLAN, self.records.now))

    async def act(self) -> None:
        """A turn that is committed; it reads before it writes and after."""
        async with self.records.writer("officer") as writer:
            await _is_as_stored(writer)
            await self._write(writer)
            await _is_as_stored(writer)

    async def act_in_vain(self) -> None:
        """A turn that reads what it wrote, and is then undone."""
        with suppress(Undone):
            async with self.records.writer("officer") as writer:
                await self._write(writer)
                await _is_as_stored(writer)
                raise Undone

    async def act_elsewhere(self) -> None:
        """Another connection writes meanwhile."""
        async with self._elsewhere() as other, other.writer("officer") as writer:
            await self._write(writer)

    async def sleep(self) -> None:
        """Some days pass, perhaps into another period."""
        self.records.now += timedelta(days=self.chance.choice((0, 1, 40)))

    async def reload(self) -> None:
        """The plan is loaded again, with a task less or as it was."""
        fewer = PLAN.tasks[: self.chance.choice((len(PLAN.tasks), len(PLAN.tasks) - 3))]
        document = PLAN.model_dump() | {"tasks": [task.model_dump() for task in fewer]}
        async with self.records.database.write() as connection:
            await save_plan(connection, type(PLAN).model_validate(document), self.records.now)

    @asynccontextmanager
    async def _elsewhere(self) -> AsyncIterator[Records]:
        async with open_database(self.records.database.path, beside=True) as database:
            yield Records(database, self.records.now)

    async def _write(self, writer: Writer) -> None:
        acts = (self._report, self._report, self._figure, self._take_back, self._extend)
        await self.chance.choice((*acts, self._review, self._leave_out))(writer)

    async def _report(self, writer: Writer) -> None:
        task = self.chance.choice(TASKS)
        latest = await writer.latest(task, AGENCY)
        draft = TaskReportDraft(
            task=task,
            agency=AGENCY,
            progress=self.chance.choice(list(Progress)),
            reported_on=self.records.now.date(),
            based_on=None if latest is None else latest.id,
        )
        await writer.file_task_report(draft)

    async def _figure(self, writer: Writer) -> None:
        year = self.records.now.year
        latest = await writer.latest_figure(INDICATOR, AGENCY, year)
        draft = FigureDraft(
            indicator=INDICATOR,
            year=year,
            agency=AGENCY,
            value=Decimal(self.chance.randrange(100)),
            reported_on=self.records.now.date(),
            based_on=None if latest is None else latest.id,
        )
        await writer.file_figure(draft)

    async def _extend(self, writer: Writer) -> None:
        """Ask for an extension, or have a leader grant the one that waits."""
        waiting = await writer.waiting_extension(EXTENDED.number, AGENCY)
        if waiting is None:
            due = (await writer.standing(AGENCY)).due(EXTENDED, AGENCY)
            assert due is not None
            draft = ExtensionDraft(
                task=EXTENDED.number,
                agency=AGENCY,
                due=due,
                until=due + timedelta(days=30),
                reason="chờ ý kiến",
            )
            await writer.ask_extension(draft)
            return
        chat = await find_chat(writer._connection, CHANNEL, "leader")
        leader = Writer(writer._connection, PLAN, self.records.now, chat=chat)
        await leader.decide_extension(Decision(extension=waiting.id, granted=waiting.until))

    async def _review(self, writer: Writer) -> None:
        """The focal agency accepts or returns something of what waits."""
        focal = await self._focal(writer)
        assert focal.person is not None
        for what in await focal.awaiting(focal.person):
            act = self.chance.choice((Act.ACCEPTED, Act.RETURNED))
            reason = "thiếu số liệu" if act is Act.RETURNED else None
            await focal.review(Verdict(reports=(what.id,), act=act, reason=reason))
            return

    async def _leave_out(self, writer: Writer) -> None:
        """The focal agency leaves the agency out of today's period, or takes it back in."""
        today = period_of(self.records.now.date(), PLAN.calendar.tasks, PLAN.calendar).key
        focal = await self._focal(writer)
        excluded = not await focal.left_out(today)
        await focal.exclude(
            Excluding(agency=AGENCY, period=today, excluded=excluded, reason="đang sáp nhập")
        )

    async def _focal(self, writer: Writer) -> Writer:
        chat = await find_chat(writer._connection, CHANNEL, "focal")
        return Writer(writer._connection, PLAN, self.records.now, chat=chat)

    async def _take_back(self, writer: Writer) -> None:
        person = writer.person
        assert person is not None
        for report in await writer.recent_reports(person.id, timedelta(minutes=10)):
            await writer.withdraw(report)
            return
        for figure in await writer.recent_figures(person.id, timedelta(minutes=10)):
            await writer.withdraw_figure(figure)
            return


@pytest.mark.parametrize("seed", range(6))
async def test_what_is_kept_is_what_is_stored(tmp_path: Path, seed: int) -> None:
    """Filing, withdrawing, undoing, another program, another day, another plan: never a stale
    answer, within a transaction and between two."""
    async with open_records(tmp_path / "baocao.db") as records:
        await records.seat(Role.OFFICER, AGENCY, "officer")
        await records.seat(Role.LEADER, "ubnd-tinh", "leader")
        await records.seat(Role.FOCAL, AGENCY, "focal")
        await Office(records, seed).live()


async def test_what_has_not_changed_is_not_read_again(records: Records) -> None:
    """After one report, only its duty is another object in memory."""
    await records.seat(Role.OFFICER, AGENCY, "officer")
    first = await records.report("officer", TASKS[0], AGENCY)
    await records.report("officer", TASKS[1], AGENCY)
    async with records.writer() as reader:
        before = await reader.standing()
    second = await records.report("officer", TASKS[1], AGENCY)
    async with records.writer() as reader:
        after = await reader.standing()
    assert after.latest(TASKS[0], AGENCY) is before.latest(TASKS[0], AGENCY)
    assert after.latest(TASKS[0], AGENCY) == first
    assert after.latest(TASKS[1], AGENCY) == second != before.latest(TASKS[1], AGENCY)


async def test_what_is_made_of_it_is_made_once(records: Records) -> None:
    """Without a report between, a standing is the same object; a week ago it is so even with."""
    await records.seat(Role.OFFICER, AGENCY, "officer")
    week_ago = records.now.date() - timedelta(days=7)
    async with records.writer() as reader:
        now, then, owed = (
            await reader.standing(),
            await reader.standing_on(week_ago),
            await reader.owed(),
        )
        assert await reader.standing() is now
        assert await reader.owed() is owed
        assert await reader.standing_on(week_ago) is then is not now
    await records.report("officer", TASKS[0], AGENCY)
    async with records.writer() as reader:
        assert await reader.standing() is not now
        assert await reader.owed() != owed
        assert await reader.standing_on(week_ago) is then
        tomorrow = type(reader)(reader._connection, PLAN, records.now + timedelta(days=1))
        assert (await tomorrow.standing()).today > now.today


def test_only_so_many_answers_are_kept() -> None:
    """The answer not asked for longest goes; one asked for again stays."""
    kept = Kept()
    for name in range(MOST):
        kept.keep(name, Answer(1, {}))
    kept.keep(0, Answer(2, {}))
    kept.keep(MOST, Answer(1, {}))
    assert kept.find(1) is None
    assert kept.find(0) == Answer(2, {})
    assert kept.find(MOST) == Answer(1, {})
