"""Obstacles in the records: what reports do to them, who may say what, when a task is blocked."""

from datetime import timedelta
from pathlib import Path

import pytest
from yoyo import get_backend, read_migrations

import storage
from domain.obstacle import Obstacle, Saying
from domain.person import Role
from domain.report import Progress, TaskReport
from storage.database import migrate
from storage.obstacles import Overtaken, Telling, Word
from storage.session import NotAllowed
from tests.harness.records import Records, open_records

AGENCY = "so-xay-dung"
TASK = 9
WORDS = "Thiếu kinh phí giải phóng mặt bằng"


@pytest.fixture(autouse=True)
async def _seated(records: Records) -> None:
    await records.seat(Role.OFFICER, AGENCY, "officer")
    await records.seat(Role.OFFICER, "so-noi-vu", "other")
    await records.seat(Role.FOCAL, AGENCY, "focal")
    await records.seat(Role.LEADER, "ubnd-tinh", "leader")


async def _file(
    records: Records,
    obstacle: str | None,
    *,
    closes: tuple[int, ...] = (),
    progress: Progress = Progress.IN_PROGRESS,
) -> TaskReport:
    draft = await records.draft(TASK, AGENCY, progress)
    said = draft.model_copy(update={"obstacle": obstacle, "closes": closes})
    async with records.writer("officer") as writer:
        return await writer.file_task_report(said)


async def _open(records: Records) -> tuple[Obstacle, ...]:
    async with records.writer() as reader:
        return await reader.open_obstacles()


async def _say(records: Records, chat: str, kind: Saying, words: str | None = None) -> Obstacle:
    async with records.writer(chat) as writer:
        return await writer.say_of_obstacle(Word(obstacle=1, kind=kind, words=words))


async def _blocked(records: Records) -> bool:
    async with records.writer() as reader:
        all_, own = await reader.standing(), await reader.standing(AGENCY)
    assert all_.blocked(TASK) == own.blocked(TASK, AGENCY)
    return all_.blocked(TASK)


async def test_a_report_that_tells_an_obstacle_opens_it(records: Records) -> None:
    """It is of the report's task and agency, in the officer's words, told by the report."""
    report = await _file(records, WORDS)
    (opened,) = await _open(records)
    (told,) = opened.history
    assert (opened.task, opened.agency, opened.words) == (TASK, AGENCY, WORDS)
    assert (told.kind, told.report, told.person.name) == (Saying.TOLD, report.id, "officer")
    assert opened.unanswered
    assert await _blocked(records)


async def test_the_same_words_open_no_second_obstacle(records: Records) -> None:
    """But for marks and "vẫn" they are the same; that they were repeated is kept."""
    await _file(records, WORDS)
    await _file(records, "vẫn thieu kinh phi giai phong mat bang.")
    (one,) = await _open(records)
    assert [said.kind for said in one.history] == [Saying.TOLD, Saying.REPEATED]


async def test_other_words_open_another_obstacle(records: Records) -> None:
    """A task may stand still for two reasons."""
    await _file(records, WORDS)
    await _file(records, "Chưa có hướng dẫn của Trung ương")
    assert [each.id for each in await _open(records)] == [1, 2]


async def test_a_report_that_says_nothing_of_obstacles_leaves_them_open(records: Records) -> None:
    """Silence solves nothing."""
    await _file(records, WORDS)
    await _file(records, None)
    assert len(await _open(records)) == 1
    assert await _blocked(records)


async def test_a_report_that_says_there_is_none_any_more_closes_it(records: Records) -> None:
    """The task is blocked no more, and the report that closed it is named."""
    await _file(records, WORDS)
    report = await _file(records, None, closes=(1,))
    assert await _open(records) == ()
    assert not await _blocked(records)
    async with records.writer() as reader:
        closed = await reader.obstacle(1)
        done = await reader.obstacles_of_report(report.id)
    assert closed is not None
    assert (closed.closed_at, closed.history[-1].report) == (records.now, report.id)
    assert [each.id for each in done[Saying.CLOSED]] == [1]


async def test_a_report_closes_only_obstacles_of_its_own_duty(records: Records) -> None:
    """Whatever numbers a draft carries."""
    async with records.writer("other") as writer:
        await writer.tell_obstacle(Telling(task=8, words="Chờ sắp xếp"))
    await _file(records, None, closes=(1,))
    assert [each.id for each in await _open(records)] == [1]


async def test_a_withdrawn_report_has_opened_and_closed_nothing(records: Records) -> None:
    """What it told is closed as withdrawn, what it closed is open again."""
    first = await _file(records, WORDS)
    second = await _file(records, None, closes=(1,))
    async with records.writer("officer") as writer:
        await writer.withdraw(second)
    (again,) = await _open(records)
    assert again.history[-1].kind is Saying.REOPENED
    async with records.writer("officer") as writer:
        await writer.withdraw(first)
    assert await _open(records) == ()
    async with records.writer() as reader:
        gone = await reader.obstacle(1)
    assert gone is not None
    assert gone.history[-1].kind is Saying.WITHDRAWN


async def test_an_obstacle_told_by_itself_blocks_the_task_too(records: Records) -> None:
    """There is one rule: a task is blocked where an obstacle of it is open."""
    await _file(records, None)
    assert not await _blocked(records)
    async with records.writer("officer") as writer:
        await writer.tell_obstacle(Telling(task=TASK, words=WORDS))
    assert await _blocked(records)
    await _say(records, "focal", Saying.CLOSED)
    assert not await _blocked(records)


async def test_a_closed_obstacle_blocks_no_more_though_the_report_told_it(records: Records) -> None:
    """The focal agency closed it; the report's words stay as a record."""
    await _file(records, WORDS)
    assert await _blocked(records)
    await _say(records, "focal", Saying.CLOSED, "Đã bố trí vốn")
    assert not await _blocked(records)
    async with records.writer() as reader:
        latest = await reader.latest(TASK, AGENCY)
    assert latest is not None
    assert latest.obstacle == WORDS


async def test_an_answer_and_a_reply_take_turns(records: Records) -> None:
    """Answered it waits no more, until the agency replies; the history keeps who said what."""
    await _file(records, WORDS)
    assert not (await _say(records, "focal", Saying.ANSWERED, "Đang bố trí vốn")).unanswered
    replied = await _say(records, "officer", Saying.REPLIED, "Khi nào có vốn?")
    assert replied.unanswered
    assert [(said.person.name, said.words) for said in replied.history] == [
        ("officer", WORDS),
        ("focal", "Đang bố trí vốn"),
        ("officer", "Khi nào có vốn?"),
    ]


@pytest.mark.parametrize(
    ("chat", "kind"),
    [
        ("other", Saying.REPLIED),
        ("other", Saying.CLOSED),
        ("other", Saying.ANSWERED),
        ("leader", Saying.ANSWERED),
        ("leader", Saying.CLOSED),
        ("officer", Saying.ANSWERED),
        ("focal", Saying.REOPENED),
    ],
)
async def test_nobody_says_what_is_not_theirs_to_say(
    records: Records, chat: str, kind: Saying
) -> None:
    """Another agency, a leader, an officer in the focal agency's place; opening what is open."""
    await _file(records, WORDS)
    with pytest.raises(NotAllowed):
        await _say(records, chat, kind, "…")


async def test_a_closed_obstacle_is_spoken_of_only_by_opening_it(records: Records) -> None:
    """Whoever was a moment too late is refused, and may open it again."""
    await _file(records, WORDS)
    await _say(records, "officer", Saying.CLOSED)
    with pytest.raises(Overtaken):
        await _say(records, "focal", Saying.ANSWERED, "Đang xem xét")
    reopened = await _say(records, "focal", Saying.REOPENED)
    assert reopened.is_open


async def test_nobody_tells_an_obstacle_of_another_agencys_task(records: Records) -> None:
    """Nor does a leader tell any."""
    for chat in ("other", "leader"):
        with pytest.raises(NotAllowed):
            async with records.writer(chat) as writer:
                await writer.tell_obstacle(Telling(task=TASK, words=WORDS))


async def test_the_oldest_obstacle_comes_first(records: Records) -> None:
    """With the days it has been open."""
    async with records.writer("other") as writer:
        await writer.tell_obstacle(Telling(task=8, words="Chờ sắp xếp"))
    records.now += timedelta(days=3)
    await _file(records, WORDS)
    records.now += timedelta(days=2)
    assert [(each.id, each.days_open(records.now)) for each in await _open(records)] == [
        (1, 5),
        (2, 2),
    ]


async def test_a_task_is_blocked_on_the_days_on_which_its_obstacle_was_open(
    records: Records,
) -> None:
    """Any day's state can be told later."""
    first = records.now.date()
    await _file(records, WORDS)
    records.now += timedelta(days=7)
    await _say(records, "focal", Saying.CLOSED)
    records.now += timedelta(days=7)
    async with records.writer() as reader:
        days = [first - timedelta(days=1), first, first + timedelta(days=6), records.now.date()]
        blocked = [(await reader.standing_on(day)).blocked(TASK) for day in days]
    assert blocked == [False, True, True, False]


async def test_a_turn_that_is_rolled_back_leaves_no_obstacle_behind(records: Records) -> None:
    """Neither in the file nor in what is kept in memory."""
    await _file(records, None)
    assert not await _blocked(records)
    draft = (await records.draft(TASK, AGENCY)).model_copy(update={"obstacle": WORDS})

    async def break_off() -> None:
        async with records.writer("officer") as writer:
            await writer.file_task_report(draft)
            assert (await writer.standing()).blocked(TASK)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await break_off()
    assert not await _blocked(records)
    assert await _open(records) == ()


def _take_back(path: Path) -> None:
    """Bring a database to the form before obstacles were followed up."""
    backend = get_backend(f"sqlite:///{path}")
    try:
        found = read_migrations(str(Path(storage.__file__).with_name("migrations")))
        with backend.lock():
            backend.rollback_migrations(found.filter(lambda each: each.id == "0013.following-up"))
    finally:
        backend.connection.close()


async def test_what_the_latest_reports_told_before_is_followed_up_from_then_on(
    tmp_path: Path,
) -> None:
    """A database of earlier days keeps its blocked tasks; what was told longer ago stays closed."""
    path = tmp_path / "earlier.db"
    async with open_records(path) as records:
        await records.seat(Role.OFFICER, AGENCY, "officer")
        await _file(records, "Chưa có hướng dẫn")
        await _file(records, WORDS)
    _take_back(path)
    migrate(path)
    async with open_records(path) as records:
        (kept,) = await _open(records)
        assert (kept.task, kept.agency, kept.words) == (TASK, AGENCY, WORDS)
        assert kept.teller.name == "officer"
