"""Who stood in for a head does so no more once either works for another agency."""

from datetime import timedelta

import pytest

from domain.person import Person, Role
from domain.reviewing import Act, ReviewRules
from storage.database import QUERIES
from storage.delegations import Delegation
from storage.reviews import Decision
from storage.session import NotAllowed
from tests.harness.records import Records
from tests.harness.stage import PLAN

OURS, THEIRS = "so-noi-vu", "so-gtvt"
NV = 8
WITH_HEAD = PLAN.model_copy(update={"review": ReviewRules(head=True, focal=True)})


async def _delegated(records: Records) -> tuple[Person, Person]:
    """A head on leave for a month from today, and the deputy."""
    records.plan = WITH_HEAD
    head = await records.seat(Role.HEAD, OURS, "head")
    deputy = await records.seat(Role.OFFICER, OURS, "deputy")
    await records.seat(Role.OFFICER, OURS, "officer")
    await records.seat(Role.OFFICER, THEIRS, "other")
    await records.seat(Role.ADMIN, PLAN.focal, "admin")
    today = records.now.date()
    async with records.writer("head") as writer:
        leave = Delegation(deputy=deputy, starts=today, ends=today + timedelta(days=30))
        await writer.delegate(leave)
    return head, deputy


@pytest.mark.parametrize("moved", ["head", "deputy"])
async def test_a_deputy_of_another_agency_acts_for_nobody(records: Records, moved: str) -> None:
    """Nothing waits for the deputy, who confirms nothing; the head is told and named again."""
    head, deputy = await _delegated(records)
    gone = head if moved == "head" else deputy
    async with records.writer("admin") as writer:
        assert await writer.stands_in_for(deputy) == (head,)
        assert await writer.move((gone.id, THEIRS))
    agency = THEIRS if moved == "head" else OURS
    chat = "other" if moved == "head" else "officer"
    task = (
        NV
        if agency == OURS
        else next(number for number in PLAN.task_by_number if THEIRS in PLAN.responsible(number))
    )
    report = await records.report(chat, task, agency)
    async with records.writer("deputy") as writer:
        assert writer.person is not None
        assert await writer.stands_in_for(writer.person) == ()
        assert await writer.awaiting(writer.person) == ()
        assert [each.id for each in await writer.confirming(agency)] == [head.id]
        assert await writer.delegation_of(head) is None
        with pytest.raises(NotAllowed):
            await writer.review(Decision(reports=(report.id,), act=Act.ACCEPTED))
    async with records.database.read() as connection:
        today = records.now.date().isoformat()
        assert list(await QUERIES.absences(connection, day=today)) == []
