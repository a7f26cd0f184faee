"""Reports: based on what was shown, withdrawn for ten minutes, and counted for their period."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from dialogue.messages import File
from dialogue.texts import ZONE
from domain.person import Role
from domain.report import Progress, Stage
from storage.chats import find_chat, store_evidence
from storage.reports import WITHDRAW_WITHIN, Owed, Superseded
from storage.session import NotAllowed
from tests.harness.records import Records
from tests.harness.stage import CHANNEL

AGENCY = "so-xay-dung"
OWN = {4, 7, 9, 31}


def _morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 0, tzinfo=ZONE)


async def _owed(records: Records, agency: str | None = AGENCY) -> tuple[Owed, ...]:
    async with records.writer() as writer:
        return await writer.owed(agency)


async def _unreported(records: Records) -> set[int]:
    return {owed.task for owed in await _owed(records) if owed.report is None}


@pytest.fixture(autouse=True)
async def _seated(records: Records) -> None:
    for chat in ("one", "two"):
        await records.seat(Role.OFFICER, AGENCY, chat)


async def test_a_report_is_read_as_it_was_filed(records: Records) -> None:
    """Every field comes back, with its lookup code, reporter and time."""
    draft = (await records.draft(7, AGENCY)).model_copy(
        update={
            "stage": Stage.CONSULTING,
            "percent": Decimal("62.5"),
            "obstacle": "Đang chờ ý kiến thẩm định",
        }
    )
    async with records.writer("one") as writer:
        filed = await writer.file_task_report(draft)
        assert writer.person is not None
        person = writer.person.id
    async with records.writer() as writer:
        latest = await writer.latest(7, AGENCY)
    assert latest == filed
    assert (filed.code, filed.reporter, filed.filed_at) == ("0001", person, records.now)


async def test_a_document_and_its_day_come_back(records: Records) -> None:
    """What proves completion is stored as number and day."""
    draft = (await records.draft(7, AGENCY, Progress.DONE)).model_copy(
        update={"document_number": "3210/SXD-QHKT", "document_date": date(2026, 2, 27)}
    )
    async with records.writer("one") as writer:
        filed = await writer.file_task_report(draft)
        assert await writer.history(7, AGENCY, 3) == (filed,)


async def test_a_report_on_an_outdated_basis_is_refused(records: Records) -> None:
    """A colleague reported in between: nothing is written over what was not shown."""
    draft = await records.draft(7, AGENCY, Progress.PAUSED)
    between = await records.report("two", 7, AGENCY)
    with pytest.raises(Superseded):
        async with records.writer("one") as writer:
            await writer.file_task_report(draft)
    async with records.writer() as writer:
        assert await writer.latest(7, AGENCY) == between


async def test_a_basis_withdrawn_meanwhile_is_refused(records: Records) -> None:
    """A report based on one that was taken back does not say "as before" of nothing."""
    basis = await records.report("two", 7, AGENCY)
    draft = await records.draft(7, AGENCY)
    async with records.writer("two") as writer:
        await writer.withdraw(basis)
    with pytest.raises(Superseded):
        async with records.writer("one") as writer:
            await writer.file_task_report(draft)


async def test_several_reports_are_filed_all_or_none(records: Records) -> None:
    """One outdated basis refuses the whole confirmation."""
    drafts = [await records.draft(task, AGENCY) for task in (4, 7)]
    await records.report("two", 7, AGENCY)
    with pytest.raises(Superseded):
        async with records.writer("one") as writer:
            await writer.file_task_reports(drafts)
    assert await records.rows("SELECT task FROM task_reports") == [(7,)]


async def test_nobody_reports_for_another_agency(records: Records) -> None:
    """Storage itself refuses a foreign task, a foreign agency, a stranger and a leader."""
    await records.seat(Role.LEADER, AGENCY, "leader")
    foreign = await records.draft(26, "so-tnmt")
    disguised = await records.draft(26, AGENCY)
    own = await records.draft(7, AGENCY)
    for chat, draft in (
        ("one", foreign),
        ("one", disguised),
        ("stranger", own),
        ("leader", own),
    ):
        with pytest.raises(NotAllowed):
            async with records.writer(chat) as writer:
                await writer.file_task_report(draft)
    assert await records.rows("SELECT count(*) FROM task_reports") == [(0,)]


async def test_withdrawing_shows_the_report_before(records: Records) -> None:
    """After a withdrawal the earlier report is the latest again; the taken back one is a record."""
    first = await records.report("one", 7, AGENCY)
    second = await records.report("one", 7, AGENCY, Progress.PAUSED)
    async with records.writer("one") as writer:
        await writer.withdraw(second)
        assert await writer.latest(7, AGENCY) == first
        assert await writer.history(7, AGENCY, 3) == (first,)
        assert await writer.recent_reports(first.reporter, WITHDRAW_WITHIN) == (first,)
        assert (await writer.standing()).latest(7, AGENCY) == first
    assert await records.rows("SELECT id, withdrawn_at IS NULL FROM task_reports ORDER BY id") == [
        (first.id, 1),
        (second.id, 0),
    ]


async def test_only_the_reporter_withdraws(records: Records) -> None:
    """Not even a colleague of the same agency takes a report back."""
    report = await records.report("one", 7, AGENCY)
    for chat in ("two", "stranger"):
        with pytest.raises(NotAllowed):
            async with records.writer(chat) as writer:
                await writer.withdraw(report)


async def test_a_report_can_be_withdrawn_for_ten_minutes(records: Records) -> None:
    """The last moment is still in time, the next is too late."""
    report = await records.report("one", 7, AGENCY)
    filed = records.now
    records.now = filed + WITHDRAW_WITHIN + timedelta(milliseconds=1)
    with pytest.raises(NotAllowed):
        async with records.writer("one") as writer:
            await writer.withdraw(report)
    records.now = filed + WITHDRAW_WITHIN
    async with records.writer("one") as writer:
        await writer.withdraw(report)
        assert await writer.latest(7, AGENCY) is None


async def test_standing_takes_the_latest_report_of_each_agency(records: Records) -> None:
    """Agencies of a shared task stand side by side, each by its own newest report."""
    await records.seat(Role.OFFICER, "ban-qlda-1", "board 1")
    await records.seat(Role.OFFICER, "ban-qlda-2", "board 2")
    await records.report("board 1", 21, "ban-qlda-1", Progress.PAUSED)
    newest = await records.report("board 1", 21, "ban-qlda-1", Progress.DONE)
    other = await records.report("board 2", 21, "ban-qlda-2")
    async with records.writer() as writer:
        together = await writer.standing()
        alone = await writer.standing("ban-qlda-1")
    assert together.reports(21) == (newest, other)
    assert alone.latest(21, "ban-qlda-1") == newest
    assert alone.latest(21, "ban-qlda-2") is None


async def test_every_agency_owes_its_own_tasks(records: Records) -> None:
    """Before any report an agency owes all tasks it leads, a group's member its part."""
    assert await _unreported(records) == OWN
    everyone = await _owed(records, None)
    assert len(everyone) == sum(len(records.plan.responsible(t.number)) for t in records.plan.tasks)
    assert {owed.period for owed in everyone} == {"2026-Q1"}
    assert {owed.due for owed in everyone} == {date(2026, 3, 25)}


@pytest.mark.parametrize(
    ("reported", "asked", "left"),
    [
        (date(2026, 3, 14), date(2026, 3, 14), OWN - {7}),
        (date(2026, 3, 14), date(2026, 3, 15), OWN),
        (date(2026, 3, 15), date(2026, 3, 15), OWN - {7}),
        (date(2025, 12, 14), date(2025, 12, 15), OWN),
        (date(2025, 12, 15), date(2026, 3, 14), OWN - {7}),
    ],
)
async def test_a_period_closes_after_the_fourteenth(
    records: Records, reported: date, asked: date, left: set[int]
) -> None:
    """A report counts for the period of its day: up to the 14th for this one, then the next."""
    records.now = _morning(reported)
    await records.report("one", 7, AGENCY)
    records.now = _morning(asked)
    assert await _unreported(records) == left


async def test_what_is_done_before_a_period_is_not_owed_in_it(records: Records) -> None:
    """A task done owes no further report; in its own period it stands as reported."""
    await records.report("one", 7, AGENCY, Progress.DONE)
    assert {owed.task: owed.report for owed in await _owed(records)} == {
        4: None,
        7: 1,
        9: None,
        31: None,
    }
    records.now = _morning(date(2026, 3, 15))
    assert {owed.task for owed in await _owed(records)} == OWN - {7}


async def test_done_no_longer_is_owed_again(records: Records) -> None:
    """The latest report before the period decides, not any report of completion."""
    await records.report("one", 7, AGENCY, Progress.DONE)
    await records.report("one", 7, AGENCY, Progress.IN_PROGRESS)
    records.now = _morning(date(2026, 3, 15))
    assert await _unreported(records) == OWN


async def test_a_withdrawn_report_does_not_count(records: Records) -> None:
    """Taken back, a report neither fills its period nor closes the task."""
    report = await records.report("one", 7, AGENCY, Progress.DONE)
    async with records.writer("one") as writer:
        await writer.withdraw(report)
    assert await _unreported(records) == OWN
    records.now = _morning(date(2026, 3, 15))
    assert await _unreported(records) == OWN


async def test_indicators_are_owed_by_the_year(records: Records) -> None:
    """The obligations view holds indicators too, one yearly period for each."""
    rows = await records.rows(
        "SELECT number, period FROM obligations WHERE subject = 'indicator' AND agency = "
        "'so-xay-dung' AND '2026-03-02' BETWEEN starts AND ends ORDER BY number"
    )
    led = [
        each.number
        for each in records.plan.indicators
        if AGENCY in records.plan.expand(*each.leads)
    ]
    assert rows == [(number, "2026") for number in led]


async def test_evidence_is_attached_from_its_own_chat_once(records: Records) -> None:
    """A file of another chat is not taken, nor one that belongs to a report already."""
    async with records.database.write() as connection:
        for chat, name in (("one", "a.jpg"), ("two", "b.jpg")):
            found = await find_chat(connection, CHANNEL, chat)
            file = File(ref=name, name=name, media_type="image/jpeg", size=9, sha256="ab" * 32)
            await store_evidence(connection, found.address, file, records.now)
    first = await records.report("one", 7, AGENCY)
    second = await records.report("one", 9, AGENCY)
    async with records.writer("one") as writer:
        await writer.attach((first.id, (1, 2)))
        await writer.attach((second.id, (1,)))
        assert [each.name for each in await writer.evidence_on_task(7, AGENCY, AGENCY)] == ["a.jpg"]
        assert await writer.evidence_on_task(9, AGENCY, AGENCY) == ()


async def test_what_was_owed_in_a_past_period_is_known_later(records: Records) -> None:
    """A report counts for the period of its day, and for no other one."""
    records.now = _morning(date(2025, 2, 3))
    draft = await records.draft(7, AGENCY)
    async with records.writer("one") as writer:
        await writer.file_task_report(draft)
    records.now = _morning(date(2026, 3, 2))
    async with records.writer() as writer:
        found = {day: await writer.owed_on(day) for day in (date(2025, 3, 14), date(2025, 3, 15))}
    reported = {
        day: {each.task for each in owed if each.agency == AGENCY and each.report is not None}
        for day, owed in found.items()
    }
    assert reported == {date(2025, 3, 14): {7}, date(2025, 3, 15): set()}
    for owed in found.values():
        assert {each.task for each in owed if each.agency == AGENCY} == OWN
