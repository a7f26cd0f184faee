"""Extensions: who may ask and decide, once each, and from when on the new date counts."""

import random
from datetime import date, timedelta

import pytest

from domain.extension import Decision, Extension, ExtensionDraft
from domain.person import Person, Role
from domain.standing import DeadlineState
from storage.kept import kept_by
from storage.reports import Superseded
from storage.session import NotAllowed
from tests.harness.records import Records
from tests.harness.stage import MONDAY, PLAN

OURS, FOCAL, ISSUER = "ubnd-tx-vinh-chau", PLAN.focal, "ubnd-tinh"
TASK = PLAN.task_by_number[12]
"""Led by three district committees, due on 31/12/2025."""
OWN = PLAN.task_by_number[9]
"""Led by the focal agency itself, due on 31/12/2026."""
FIRST, LATER = date(2025, 12, 31), date(2026, 6, 30)
CHATS = ("officer", "head", "focal", "focal officer", "leader")


@pytest.fixture(autouse=True)
async def _seated(records: Records) -> None:
    await records.seat(Role.OFFICER, OURS, "officer")
    await records.seat(Role.HEAD, OURS, "head")
    await records.seat(Role.FOCAL, FOCAL, "focal")
    await records.seat(Role.OFFICER, FOCAL, "focal officer")
    await records.seat(Role.LEADER, ISSUER, "leader")


GONE = Extension(
    id=1,
    task=12,
    agency=OURS,
    due=FIRST,
    until=LATER,
    reason="-",
    asked_by=Person(id=1, name="officer", role=Role.OFFICER, agency=OURS),
    asked_at=MONDAY,
)
"""A request that may have been decided or taken back long ago."""


def _draft(until: date = LATER, replaces: int | None = None) -> ExtensionDraft:
    return ExtensionDraft(
        task=12, agency=OURS, due=FIRST, until=until, reason="chưa bố trí vốn", replaces=replaces
    )


async def _asked(records: Records, chat: str = "officer", until: date = LATER) -> Extension:
    async with records.writer(chat) as writer:
        id_ = await writer.ask_extension(_draft(until))
        found = await writer.extension(id_)
    assert found is not None
    return found


async def _granted(records: Records, until: date = LATER) -> None:
    asked = await _asked(records, until=until)
    async with records.writer("focal") as writer:
        await writer.decide_extension(Decision(extension=asked.id, granted=until))


async def test_a_granted_date_counts_at_once(records: Records) -> None:
    """What is kept in memory is renewed in the very transaction that grants it."""
    asked = await _asked(records)
    async with records.writer("focal") as writer:
        before = await writer.standing()
        assert before.of(TASK, OURS).state is DeadlineState.OVERDUE
        await writer.decide_extension(Decision(extension=asked.id, granted=LATER))
        for standing in (
            await writer.standing(),
            await writer.standing(OURS),
            await writer.standing_on(MONDAY.date()),
        ):
            assert standing.due(TASK, OURS) == LATER
        assert (await writer.unfinished(OURS)).due[12] == LATER
        kept_by(writer._connection).go_back({})
        assert (await writer.standing()).due(TASK, OURS) == LATER


async def test_an_earlier_day_does_not_know_a_later_decision(records: Records) -> None:
    """The state of a day goes by what was granted until then."""
    await _granted(records)
    records.now = MONDAY + timedelta(days=5)
    async with records.writer() as reader:
        before = await reader.standing_on(MONDAY.date() - timedelta(days=1))
        assert before.due(TASK, OURS) == FIRST
        assert (await reader.standing_on(MONDAY.date())).due(TASK, OURS) == LATER


async def test_the_last_decision_counts(records: Records) -> None:
    """A task extended twice has the second date, and both stand in its history."""
    await _granted(records)
    records.now = MONDAY + timedelta(days=5)
    await _granted(records, date(2026, 9, 30))
    async with records.writer() as reader:
        assert (await reader.standing()).due(TASK, OURS) == date(2026, 9, 30)
        granted = [each.granted for each in await reader.extensions_of_task(12)]
    assert granted == [LATER, date(2026, 9, 30)]


async def test_a_refused_request_changes_no_date(records: Records) -> None:
    """The reason is kept, the date stays, and another request can be made."""
    asked = await _asked(records)
    async with records.writer("focal") as writer:
        await writer.decide_extension(Decision(extension=asked.id, refusal="đã bố trí vốn"))
        assert (await writer.standing()).due(TASK, OURS) == FIRST
        decided = await writer.extension(asked.id)
    assert decided is not None
    assert (decided.refusal, decided.decided_by) == ("đã bố trí vốn", "focal")
    await _asked(records)


async def test_one_request_of_an_agency_waits_for_a_task(records: Records) -> None:
    """A second one is refused unless it names the one whose place it takes."""
    asked = await _asked(records)
    with pytest.raises(Superseded):
        await _asked(records, "head")
    async with records.writer("head") as writer:
        id_ = await writer.ask_extension(_draft(date(2026, 9, 30), replaces=asked.id))
        assert [each.id for each in await writer.waiting_extensions()] == [id_]
        assert await writer.extension(asked.id) is None


async def test_a_request_is_decided_once(records: Records) -> None:
    """What is decided or withdrawn cannot be decided (again), nor withdrawn."""
    asked = await _asked(records)
    granted = Decision(extension=asked.id, granted=LATER)
    async with records.writer("focal") as writer:
        await writer.decide_extension(granted)
        with pytest.raises(Superseded):
            await writer.decide_extension(Decision(extension=asked.id, refusal="không"))
    async with records.writer("officer") as writer:
        with pytest.raises(Superseded):
            await writer.withdraw_extension(asked)
    again = await _asked(records)
    async with records.writer("officer") as writer:
        await writer.withdraw_extension(again)
    async with records.writer("focal") as writer:
        with pytest.raises(Superseded):
            await writer.decide_extension(Decision(extension=again.id, granted=LATER))


async def test_only_the_focal_agencys_people_decide(records: Records) -> None:
    """Neither who asked nor a leader grants what another agency asked for."""
    asked = await _asked(records)
    for chat in ("officer", "head", "focal officer", "leader"):
        async with records.writer(chat) as writer:
            with pytest.raises(NotAllowed):
                await writer.decide_extension(Decision(extension=asked.id, granted=LATER))


async def test_the_focal_agency_does_not_grant_its_own(records: Records) -> None:
    """On its own tasks the leaders decide."""
    draft = ExtensionDraft(
        task=9, agency=FOCAL, due=date(2026, 12, 31), until=date(2027, 6, 30), reason="chờ ý kiến"
    )
    async with records.writer("focal officer") as writer:
        decision = Decision(extension=await writer.ask_extension(draft), granted=draft.until)
    async with records.writer("focal") as writer:
        with pytest.raises(NotAllowed):
            await writer.decide_extension(decision)
    async with records.writer("leader") as writer:
        await writer.decide_extension(decision)
        assert (await writer.standing()).due(OWN) == draft.until


async def test_nobody_asks_for_another_agency(records: Records) -> None:
    """Only who reports a task may ask for it, and take the request back."""
    others = ("focal", "focal officer", "leader")
    for chat in others:
        with pytest.raises(NotAllowed):
            await _asked(records, chat)
    asked = await _asked(records)
    for chat in others:
        async with records.writer(chat) as writer:
            with pytest.raises(NotAllowed):
                await writer.withdraw_extension(asked)


async def test_a_task_without_a_due_date_is_not_extended(records: Records) -> None:
    """Where the plan fixes no end there is nothing to move."""
    number = next(each.number for each in PLAN.tasks if each.leads and each.deadline.due is None)
    agency = PLAN.responsible(number)[0]
    await records.seat(Role.OFFICER, agency, "undated")
    draft = _draft().model_copy(update={"task": number, "agency": agency})
    async with records.writer("undated") as writer:
        with pytest.raises(NotAllowed):
            await writer.ask_extension(draft)


@pytest.mark.parametrize("seed", range(2))
async def test_no_way_leads_to_a_date_that_nobody_granted(records: Records, seed: int) -> None:
    """Whoever does what in whichever order: one request waits at most, and the due date is the last
    one that somebody of the focal agency has granted."""
    chance = random.Random(seed)
    granted = FIRST
    for number in range(60):
        until = LATER + timedelta(days=number)
        async with records.writer(chance.choice(CHATS)) as writer:
            assert writer.person is not None
            role = writer.person.role
            waiting = await writer.waiting_extensions()
            assert len(waiting) < 2
            one = waiting[0] if waiting else None
            replaces = chance.choice((None, one.id if one else None))
            decision = Decision(extension=one.id if one else 1, granted=until)
            acts = (
                lambda w=writer, r=replaces, u=until: w.ask_extension(_draft(u, r)),
                lambda w=writer, o=one: w.withdraw_extension(o or GONE),
                lambda w=writer, d=decision: w.decide_extension(d),
                lambda w=writer, d=decision: w.decide_extension(
                    d.model_copy(update={"granted": None, "refusal": "không"})
                ),
            )
            act = chance.randrange(len(acts))
            try:
                await acts[act]()
            except (NotAllowed, Superseded):
                continue
            if act > 1:
                assert (role, one is not None) == (Role.FOCAL, True)
            if act == 2:
                granted = until
            assert (await writer.standing()).due(TASK, OURS) == granted
