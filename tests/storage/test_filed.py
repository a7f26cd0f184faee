"""The records: everything filed, in order, a page at a time."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.figure import FigureDraft, FigureReport
from domain.person import Role
from domain.report import TaskReport
from storage import filed
from storage.filed import Filed, RecordsReader, Wanted
from tests.harness.records import Records

SXD, SNV = "so-xay-dung", "so-noi-vu"


@pytest.fixture(autouse=True)
async def _seated(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filed, "PAGE", 2)
    await records.seat(Role.OFFICER, SXD, "one")
    await records.seat(Role.HEAD, SNV, "two")


@asynccontextmanager
async def reader(records: Records) -> AsyncIterator[RecordsReader]:
    """A reader of the records, in one transaction."""
    async with records.database.read() as connection:
        yield RecordsReader(connection, records.plan, records.now)


async def reports(records: Records, wanted: Wanted | None = None) -> list[Filed[TaskReport]]:
    """All wanted reports."""
    async with reader(records) as reading:
        found = await reading.filed_reports(wanted or Wanted())
        read = [each async for each in found]
    assert found.count == len(read)
    return read


async def figures(records: Records) -> list[Filed[FigureReport]]:
    """All figures."""
    async with reader(records) as reading:
        return [each async for each in await reading.filed_figures(Wanted())]


async def test_every_report_is_there_once_in_order(records: Records) -> None:
    """Pages leave nothing out and show nothing twice; names stand with each report."""
    for _ in range(5):
        await records.report("one", 9, SXD)
    await records.report("two", 8, SNV)
    found = await reports(records)
    assert [each.what.id for each in found] == [1, 2, 3, 4, 5, 6]
    assert [each.valid for each in found] == [False] * 4 + [True, True]
    assert (found[-1].agency, found[-1].reporter, found[-1].role) == ("Sở Nội vụ", "two", Role.HEAD)


async def test_a_withdrawn_report_is_there_and_the_one_before_counts_again(
    records: Records,
) -> None:
    """What was taken back stays a record, told by the time it was taken back at."""
    await records.report("one", 9, SXD)
    second = await records.report("one", 9, SXD)
    async with records.writer("one") as writer:
        await writer.withdraw(second)
    first, taken_back = await reports(records)
    assert (first.valid, first.withdrawn_at) == (True, None)
    assert (taken_back.valid, taken_back.withdrawn_at) == (False, records.now)


async def test_days_and_agency_narrow_what_is_read(records: Records) -> None:
    """Both ends of the days count, and another agency's reports are left out."""
    for _ in range(3):
        await records.report("one", 9, SXD)
        records.now += timedelta(days=1)
    await records.report("two", 8, SNV)
    day = date(2026, 3, 3)
    assert [each.what.id for each in await reports(records, Wanted(first=day, last=day))] == [2]
    assert [each.what.id for each in await reports(records, Wanted(first=day))] == [2, 3, 4]
    assert [each.what.id for each in await reports(records, Wanted(agency=SNV))] == [4]


async def test_evidence_stands_with_its_own_report(records: Records) -> None:
    """File names are those of the report they were sent with, in the order they came."""
    for _ in range(3):
        await records.report("one", 9, SXD)
    chat = await records.chat("one")
    async with records.database.write() as connection:
        for report, name in ((3, "c.jpg"), (1, "a.jpg"), (1, "b.jpg")):
            await connection.execute_fetchall(
                "INSERT INTO evidence (report, address, ref, name, media_type, size, received_at) "
                "VALUES (?, ?, 'r', ?, 'image/jpeg', 1, '')",
                (report, chat.address, name),
            )
    found = await reports(records)
    assert [each.evidence for each in found] == [("a.jpg", "b.jpg"), (), ("c.jpg",)]


async def test_what_is_filed_while_reading_waits_for_the_next_time(records: Records) -> None:
    """A long export ends, whatever officers go on filing."""
    for _ in range(3):
        await records.report("one", 9, SXD)
    async with reader(records) as reading:
        found = await reading.filed_reports(Wanted())
    await records.report("one", 9, SXD)
    assert [each.what.id async for each in found] == [1, 2, 3]


async def test_revised_figures_are_all_there(records: Records) -> None:
    """A figure and what it was before both stand in the records; the newest is valid."""
    indicator = next(each for each in records.plan.indicators if SXD in each.leads)
    based_on = None
    for value in ("7", "7.2"):
        draft = FigureDraft(
            indicator=indicator.number,
            year=2025,
            agency=SXD,
            value=Decimal(value),
            reported_on=records.now.date(),
            based_on=based_on,
        )
        async with records.writer("one") as writer:
            based_on = (await writer.file_figure(draft)).id
    first, second = await figures(records)
    assert (first.what.value, first.valid) == (Decimal(7), False)
    assert (second.what.value, second.valid, second.what.based_on) == (Decimal("7.2"), True, 1)
