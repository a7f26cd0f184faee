"""Urging in the records: who is written to, in whose place, and what became of it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest

from dialogue.state import Notice
from dialogue.texts import ZONE
from domain.person import Person, Role
from domain.report import Progress
from domain.urging import Outcome, Urging
from storage import notices
from storage.database import QUERIES
from storage.delegations import Delegation
from storage.moments import stamp
from storage.session import NotAllowed
from storage.urging import urging_key
from tests.harness.records import Records
from tests.harness.stage import CHANNEL

OWING = "so-noi-vu"


@pytest.fixture(autouse=True)
async def _seated(records: Records) -> None:
    await records.seat(Role.FOCAL, "so-xay-dung", "focal")
    await records.seat(Role.OFFICER, OWING, "officer")
    await records.seat(Role.HEAD, OWING, "head")


async def _urging(records: Records, *agencies: str) -> Urging:
    async with records.writer("focal") as reader:
        return await reader.urging(agencies)


async def _urge(records: Records, urging: Urging) -> tuple[Person, ...]:
    async with records.writer("focal") as writer:
        people = await writer.urge(urging)
    async with records.database.write() as connection:
        for person in people:
            notice = Notice(
                person=person.id, key=urging_key(urging.day), dialogue="urged", given={}
            )
            await notices.write(connection, notice, records.now, [CHANNEL])
    return people


async def _ledger(records: Records) -> Sequence[tuple[str, str | None, Outcome]]:
    async with records.writer("focal") as reader:
        day = await reader.last_urging()
        assert day is not None
        return [(each.agency, each.person, each.outcome) for each in await reader.urged_on(day)]


async def _became(records: Records, change: str, problem: str | None = None) -> None:
    """Let the delivery come to this."""
    async with records.database.write() as connection:
        await connection.execute_fetchall(
            "UPDATE outbox SET state = ?, problem = ?, sent_at = ? WHERE notice IS NOT NULL",
            (change, problem, stamp(records.now)),
        )


async def test_who_owes_is_known_until_the_report_comes(records: Records) -> None:
    """By the obligations of the period of today."""
    async with records.writer() as reader:
        assert OWING in await reader.owing()
    await records.report("officer", 8, OWING)
    async with records.writer() as reader:
        assert OWING not in await reader.owing()


async def test_a_person_is_kept_once_a_day(records: Records) -> None:
    """Whoever asks, and however often."""
    records.now = datetime(2026, 1, 5, 9, 0, tzinfo=ZONE)
    urging = await _urging(records, OWING)
    assert [person.name for person in await _urge(records, urging)] == ["officer"]
    assert await _urge(records, urging) == ()
    assert (await _urging(records, OWING)).urged == (OWING,)
    records.now += timedelta(days=1)
    assert len(await _urge(records, await _urging(records, OWING))) == 1


async def test_the_head_is_urged_too_where_it_has_come_to_that(records: Records) -> None:
    """NV 8 was due on 31/12/2025: on 05/01/2026 the officer alone, on 08/01 the head beside."""
    records.now = datetime(2026, 1, 5, 9, 0, tzinfo=ZONE)
    early = await _urging(records, OWING)
    records.now = datetime(2026, 1, 8, 9, 0, tzinfo=ZONE)
    late = await _urging(records, OWING)
    assert [person.name for _, person in early.people] == ["officer"]
    assert [person.name for _, person in late.people] == ["officer", "head"]


async def test_a_deputy_is_urged_in_the_place_of_who_is_away(records: Records) -> None:
    """Until the last day of the leave."""
    records.now = datetime(2026, 1, 5, 9, 0, tzinfo=ZONE)
    deputy = await records.seat(Role.OFFICER, OWING, "deputy")
    async with records.writer("officer") as writer:
        away = Delegation(deputy=deputy, starts=date(2026, 1, 5), ends=date(2026, 1, 5))
        await writer.delegate(away)
    instead = await _urging(records, OWING)
    assert [person.name for _, person in instead.people] == ["deputy"]
    records.now += timedelta(days=1)
    back = await _urging(records, OWING)
    assert [person.name for _, person in back.people] == ["officer", "deputy"]


@pytest.mark.parametrize(
    ("state", "problem", "outcome"),
    [
        ("queued", None, Outcome.WAITING),
        ("sent", None, Outcome.SENT),
        ("refused", "moot", Outcome.SETTLED),
        ("refused", "Bad Request", Outcome.FAILED),
    ],
)
async def test_the_ledger_tells_what_became_of_a_message(
    records: Records, state: str, problem: str | None, outcome: Outcome
) -> None:
    """As its delivery stands."""
    records.now = datetime(2026, 1, 5, 9, 0, tzinfo=ZONE)
    await _urge(records, await _urging(records, OWING))
    await _became(records, state, problem)
    assert await _ledger(records) == [(OWING, "officer", outcome)]


async def test_a_chat_that_is_blocked_is_told_apart(records: Records) -> None:
    """The refusal of the platform, and the chat marked as out of reach."""
    records.now = datetime(2026, 1, 5, 9, 0, tzinfo=ZONE)
    await _urge(records, await _urging(records, OWING))
    await _became(records, "refused", "Forbidden")
    address = (await records.chat("officer")).address
    async with records.database.write() as connection:
        marked = {"address": address, "now": stamp(records.now)}
        await QUERIES.mark_unreachable(connection, [marked])
    assert await _ledger(records) == [(OWING, "officer", Outcome.BLOCKED)]


async def test_who_could_not_be_told_is_kept_until_reached(records: Records) -> None:
    """An agency without anybody, and somebody without a chat; each once."""
    async with records.writer() as writer:
        person, _ = await writer.import_person("not joined", Role.OFFICER, "cong-an-tinh")
    for _ in range(2):
        await _urge(records, await _urging(records, "cong-an-tinh", "so-tttt"))
    assert await _ledger(records) == [
        ("cong-an-tinh", "not joined", Outcome.NOT_JOINED),
        ("so-tttt", None, Outcome.NOT_JOINED),
    ]
    async with records.writer("now here") as writer:
        await writer.bind(person.id)
    await _urge(records, await _urging(records, "cong-an-tinh"))
    assert ("cong-an-tinh", "not joined", Outcome.WAITING) in await _ledger(records)
    assert ("cong-an-tinh", "not joined", Outcome.NOT_JOINED) not in await _ledger(records)


async def test_nobody_but_the_focal_agency_urges(records: Records) -> None:
    """Whatever a draft says."""
    urging = await _urging(records, OWING)
    for chat in ("officer", "head"):
        with pytest.raises(NotAllowed):
            async with records.writer(chat) as writer:
                await writer.urge(urging)


async def test_a_report_of_another_day_does_not_count_for_the_period(records: Records) -> None:
    """A report of the last quarter leaves the agency owing."""
    records.now = datetime(2025, 12, 1, 9, 0, tzinfo=ZONE)
    await records.report("officer", 8, OWING, Progress.IN_PROGRESS)
    records.now = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
    async with records.writer() as reader:
        assert OWING in await reader.owing()
