"""What is due: by the reports that count, for who is on the roster."""

from datetime import datetime

from dialogue.texts import ZONE
from domain.person import Role
from domain.report import Progress
from domain.reviewing import ReviewRules
from storage.plans import save_plan
from tests.harness.records import Records
from tests.harness.stage import CHANNEL

AGENCY = "so-xay-dung"


async def _open(records: Records) -> set[int]:
    """The tasks of the agency that are reminded of by their due dates."""
    async with records.writer() as writer:
        return set((await writer.unfinished(AGENCY)).due)


async def test_a_task_done_is_open_no_more_until_that_is_withdrawn(records: Records) -> None:
    """Nobody is reminded of what is done; what was withdrawn was never reported."""
    await records.seat(Role.OFFICER, AGENCY, "one")
    before = await _open(records)
    assert 7 in before
    filed = await records.report("one", 7, AGENCY, Progress.DONE)
    assert await _open(records) == before - {7}
    async with records.writer("one") as writer:
        await writer.withdraw(filed)
    assert await _open(records) == before


async def test_who_was_taken_off_the_roster_is_not_listed(records: Records) -> None:
    """Neither reminded nor shown as somebody who cannot be reached."""
    person = await records.seat(Role.OFFICER, AGENCY, "one")
    async with records.writer() as writer:
        assert [each.person.id for each in await writer.due({CHANNEL})] == [person.id]
        await writer.revoke(person.id)
        assert await writer.due({CHANNEL}) == ()


async def test_an_agency_is_in_reach_of_who_works_for_it_too(records: Records) -> None:
    """An officer of two agencies can be written to for both; the focal agency hears of neither."""
    focal = await records.seat(Role.FOCAL, AGENCY, "focal")
    officer = await records.seat(Role.OFFICER, "so-noi-vu", "officer")
    await records.seat(Role.ADMIN, "vp-ubnd-tinh", "admin")
    async with records.writer("admin") as writer:
        assert "so-tnmt" in (await writer.agenda(focal, None)).unreached
        await writer.add_agency((officer.id, "so-tnmt"))
        unreached = (await writer.agenda(focal, None)).unreached
    assert {"so-tnmt", "so-noi-vu", AGENCY}.isdisjoint(unreached)
    assert "so-y-te" not in unreached
    assert "cong-an-tinh" in unreached


async def test_who_works_for_two_agencies_is_reminded_of_nothing_that_is_filed(
    records: Records,
) -> None:
    """A report that waits for the head is filed for the officer, of one agency or of two."""
    rules = ReviewRules(head=True, focal=True)
    records.plan = records.plan.model_copy(update={"review": rules})
    async with records.database.write() as connection:
        await save_plan(connection, records.plan, records.now)
    officer = await records.seat(Role.OFFICER, "so-gtvt", "one")
    await records.seat(Role.HEAD, "so-gtvt", "head")
    await records.seat(Role.ADMIN, "vp-ubnd-tinh", "admin")
    await records.report("one", 32, "so-gtvt")
    records.now = datetime(2026, 3, 13, 9, 0, tzinfo=ZONE)
    async with records.writer("admin") as writer:
        before = (await writer.agenda(officer, None)).lines
        await writer.add_agency((officer.id, "so-noi-vu"))
        found = await writer.agenda(officer, None)
    assert 32 not in {number for line in before for number in line.numbers}
    assert found.lines == before
    assert [each.person.agency for each in found.in_place] == ["so-noi-vu"]
