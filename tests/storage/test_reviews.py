"""Reviews in the database: what counts, what is owed again, who may do it, in whose place."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.figure import FigureDraft
from domain.person import Person, Role
from domain.report import Progress, TaskReport
from domain.reviewing import Act, Part, ReviewRules, ReviewState
from domain.standing import DeadlineState
from exports.filed_rows import REPORT_COLUMNS, Wording
from storage.closing import Closing, Excluding
from storage.delegations import Delegation
from storage.filed import RecordsReader, Wanted
from storage.reports import Superseded
from storage.reviews import Decision
from storage.session import NotAllowed
from tests.harness.records import Records
from tests.harness.stage import PLAN, TEXTS

OURS, FOCAL = "so-noi-vu", "so-xay-dung"
NV = 8
"""Led by Sở Nội vụ, alone; due at the end of 2025."""
WITH_HEAD = PLAN.model_copy(update={"review": ReviewRules(head=True, focal=True)})


@pytest.fixture(autouse=True)
async def people(records: Records) -> dict[str, Person]:
    """An officer, a colleague, a head; the focal agency's two."""
    return {
        name: await records.seat(role, agency, name)
        for name, role, agency in (
            ("officer", Role.OFFICER, OURS),
            ("colleague", Role.OFFICER, OURS),
            ("head", Role.HEAD, OURS),
            ("focal", Role.FOCAL, FOCAL),
            ("other focal", Role.FOCAL, FOCAL),
            ("leader", Role.LEADER, "ubnd-tinh"),
        )
    }


async def _done(records: Records, chat: str = "officer") -> TaskReport:
    return await records.report(chat, NV, OURS, Progress.DONE)


async def _decide(records: Records, chat: str, report: int, act: Act = Act.ACCEPTED) -> None:
    reason = "Chưa có số văn bản" if act is Act.RETURNED else None
    async with records.writer(chat) as writer:
        await writer.review(Decision(reports=(report,), act=act, reason=reason))


async def _state(records: Records, report: int) -> ReviewState:
    async with records.writer() as writer:
        found = await writer.submission(report)
    assert found is not None
    return found.state


async def _owes(records: Records, agency: str | None = None) -> bool:
    async with records.writer() as writer:
        owed = await writer.owed(agency)
    return any((o.task, o.agency, o.report) == (NV, OURS, None) for o in owed)


async def _waits(records: Records, chat: str) -> list[int]:
    async with records.writer(chat) as writer:
        assert writer.person is not None
        return [what.id for what in await writer.awaiting(writer.person)]


async def test_a_report_counts_as_soon_as_it_is_filed(records: Records) -> None:
    """Plan 179 asks no head; what waits for the focal agency counts already."""
    report = await _done(records)
    assert await _state(records, report.id) is ReviewState.AWAITING_FOCAL
    async with records.writer() as writer:
        assert (await writer.standing()).done(NV)
    assert not await _owes(records)
    assert await _waits(records, "focal") == [report.id]
    assert await _waits(records, "head") == await _waits(records, "leader") == []


async def test_a_returned_report_counts_for_nothing_and_is_owed_again(records: Records) -> None:
    """Not done, not reported, overdue as before: for the agency itself and for everybody."""
    before = await records.report("officer", NV, OURS)
    report = await _done(records)
    await _decide(records, "focal", report.id, Act.RETURNED)
    async with records.writer() as writer:
        for agency in (None, OURS):
            standing = await writer.standing(agency)
            assert standing.of(PLAN.task_by_number[NV], OURS).state is DeadlineState.OVERDUE
            assert standing.latest(NV, OURS) == before
        assert (await writer.standing_on(records.now.date())).latest(NV, OURS) == before
        assert NV in (await writer.unfinished(OURS)).due
    assert await _waits(records, "focal") == []


async def test_returned_is_not_reported_in_the_period(records: Records) -> None:
    """The period's only report was returned: it is owed until it is sent anew."""
    report = await _done(records)
    await _decide(records, "focal", report.id, Act.RETURNED)
    assert await _owes(records)
    assert await _owes(records, OURS)
    again = await _done(records)
    assert not await _owes(records)
    assert not await _owes(records, OURS)
    assert await _state(records, again.id) is ReviewState.AWAITING_FOCAL
    assert await _state(records, report.id) is ReviewState.RETURNED


async def test_an_older_report_of_the_period_stands_in_for_none_that_was_returned(
    records: Records,
) -> None:
    """What was returned is owed until it is sent anew, though one before it still stands."""
    await records.report("officer", NV, OURS)
    report = await _done(records)
    await _decide(records, "focal", report.id, Act.RETURNED)
    for agency in (None, OURS):
        assert await _owes(records, agency)
    async with records.writer() as writer:
        assert OURS in await writer.owing()
        assert NV in (await writer.unfinished(OURS)).tasks.numbers
    await _done(records)
    for agency in (None, OURS):
        assert not await _owes(records, agency)


async def test_what_waits_for_the_head_leaves_the_one_before_it_reported(records: Records) -> None:
    """A confirmed report counts while a newer one waits; after a return only a confirmed one."""
    records.plan = WITH_HEAD
    first = await records.report("officer", NV, OURS)
    await _decide(records, "head", first.id)
    second = await _done(records)
    assert not await _owes(records)
    await _decide(records, "head", second.id, Act.RETURNED)
    assert await _owes(records)
    third = await _done(records)
    assert await _owes(records)
    assert not await _owes(records, OURS)
    await _decide(records, "head", third.id)
    assert not await _owes(records)


async def test_a_reason_goes_with_every_return(records: Records) -> None:
    """The database itself takes no return without one, and no second return."""
    report = await _done(records)
    with pytest.raises(Exception, match="CHECK"):
        async with records.writer("focal") as writer:
            await writer.review(Decision(reports=(report.id,), act=Act.RETURNED))
    await _decide(records, "focal", report.id, Act.RETURNED)
    for act in Act:
        with pytest.raises(Superseded):
            await _decide(records, "other focal", report.id, act)


async def test_nobody_accepts_their_own(records: Records, people: dict[str, Person]) -> None:
    """What the focal agency's officer filed waits for a colleague there."""
    report = await records.report("focal", 9, FOCAL)
    assert await _waits(records, "focal") == []
    with pytest.raises(Superseded):
        await _decide(records, "focal", report.id)
    assert await _waits(records, "other focal") == [report.id]
    await _decide(records, "other focal", report.id)
    async with records.writer() as writer:
        found = await writer.submission(report.id)
    assert found is not None
    assert (found.reporter, found.reviews[0].name) == ("focal", "other focal")


@pytest.mark.parametrize("chat", ["officer", "colleague", "head", "leader"])
async def test_only_the_focal_agency_accepts(records: Records, chat: str) -> None:
    """Where the plan asks no head, a head reviews nothing; nor does anybody else."""
    report = await _done(records)
    with pytest.raises((NotAllowed, Superseded)):
        await _decide(records, chat, report.id)
    assert await _state(records, report.id) is ReviewState.AWAITING_FOCAL


async def test_what_was_replaced_is_not_reviewed(records: Records) -> None:
    """A newer report took its place meanwhile: the decision is refused, nothing is written."""
    report = await records.report("officer", NV, OURS)
    newer = await _done(records)
    with pytest.raises(Superseded):
        await _decide(records, "focal", report.id)
    with pytest.raises(Superseded):
        async with records.writer("focal") as writer:
            await writer.review(Decision(reports=(newer.id, report.id), act=Act.ACCEPTED))
    assert await records.rows("SELECT * FROM reviews") == []


async def test_where_the_head_confirms_others_count_only_then(records: Records) -> None:
    """The agency sees its own report; everybody else only what its head has confirmed."""
    records.plan = WITH_HEAD
    report = await _done(records)
    assert await _state(records, report.id) is ReviewState.AWAITING_HEAD
    async with records.writer() as writer:
        assert (await writer.standing(OURS)).done(NV)
        assert not (await writer.standing()).done(NV)
    assert await _owes(records)
    assert not await _owes(records, OURS)
    assert (await _waits(records, "head"), await _waits(records, "focal")) == ([report.id], [])
    await _decide(records, "head", report.id)
    async with records.writer() as writer:
        assert (await writer.standing()).done(NV)
    assert not await _owes(records)
    assert (await _waits(records, "head"), await _waits(records, "focal")) == ([], [report.id])


async def test_the_heads_own_report_needs_no_confirmation(records: Records) -> None:
    """It goes on to the focal agency; so does that of an agency without a head."""
    records.plan = WITH_HEAD
    report = await _done(records, "head")
    other = next(n for n in PLAN.task_by_number if "so-tttt" in PLAN.responsible(n))
    await records.seat(Role.OFFICER, "so-tttt", "clerk")
    headless = await records.report("clerk", other, "so-tttt")
    assert await _waits(records, "focal") == [report.id, headless.id]


async def test_a_deputy_confirms_while_the_head_is_on_leave(
    records: Records, people: dict[str, Person]
) -> None:
    """From the first to the last day, in the head's place and by name; never the own report."""
    records.plan = WITH_HEAD
    leave = Delegation(deputy=people["colleague"], starts=date(2026, 3, 3), ends=date(2026, 3, 4))
    report = await _done(records)
    async with records.writer("head") as writer:
        await writer.delegate(leave)
    assert await _waits(records, "colleague") == []
    records.now += timedelta(days=2)
    assert await _waits(records, "colleague") == [report.id]
    async with records.writer() as writer:
        assert await writer.confirming(OURS) == (people["colleague"],)
    await _decide(records, "colleague", report.id)
    async with records.writer() as writer:
        found = await writer.submission(report.id)
    assert found is not None
    assert (found.reviews[0].name, found.reviews[0].in_place_of) == ("colleague", "head")
    own = await _done(records, "colleague")
    assert await _waits(records, "colleague") == []
    assert await _waits(records, "head") == [own.id]
    records.now += timedelta(days=1)
    async with records.writer() as writer:
        assert await writer.stands_in_for(people["colleague"]) == ()
        assert await writer.deputy_of(people["head"]) is None


async def test_a_delegation_ends_by_word(records: Records, people: dict[str, Person]) -> None:
    """And a new one takes the place of the old."""
    today = records.now.date()
    for name in ("colleague", "officer"):
        async with records.writer("head") as writer:
            await writer.delegate(Delegation(deputy=people[name], starts=today, ends=today))
    async with records.writer("head") as writer:
        assert await writer.deputy_of(people["head"]) == people["officer"]
        assert await writer.stands_in_for(people["colleague"]) == ()
        await writer.end_delegation(people["head"])
        assert await writer.deputy_of(people["head"]) is None


async def test_figures_are_reviewed_like_reports(records: Records) -> None:
    """A returned figure is none: the indicator is owed again, and no target is reached by it."""
    async with records.writer("focal") as writer:
        draft = FigureDraft(
            indicator=3, year=2026, agency=FOCAL, value="44", reported_on=records.now.date()
        )
        figure = await writer.file_figure(draft)
    assert await _waits(records, "other focal") == [figure.id]
    await _decide(records, "other focal", figure.id, Act.RETURNED)
    async with records.writer() as writer:
        assert (await writer.figures()).of(3, FOCAL, 2026) is None
        owed = {each.indicator: each.report for each in await writer.owed_figures(FOCAL)}
    assert owed[3] is None


async def test_an_older_figure_stands_in_for_none_that_was_returned(records: Records) -> None:
    """The indicator is owed until a figure of the year is sent anew."""
    async with records.writer("focal") as writer:
        draft = FigureDraft(
            indicator=3, year=2026, agency=FOCAL, value="44", reported_on=records.now.date()
        )
        first = await writer.file_figure(draft)
        figure = await writer.file_figure(
            draft.model_copy(update={"value": Decimal(45), "based_on": first.id})
        )
    await _decide(records, "other focal", figure.id, Act.RETURNED)
    async with records.writer() as writer:
        for agency in (None, FOCAL):
            owed = {
                each.indicator: each.report
                for each in await writer.owed_figures(agency)
                if each.agency == FOCAL
            }
            assert owed[3] is None


async def test_the_focal_agency_reports_on_behalf_of_another(
    records: Records, people: dict[str, Person]
) -> None:
    """Both stay: for whom, and who; nobody else may, and the head there is not waited for."""
    records.plan = WITH_HEAD
    report = await _done(records, "focal")
    assert (report.agency, report.by_agency, report.needs_head) == (OURS, FOCAL, False)
    async with records.writer() as writer:
        assert await writer.latest(NV, OURS) == report
    with pytest.raises(NotAllowed):
        await _done(records, "leader")


async def test_an_agency_left_out_owes_nothing_until_taken_back(records: Records) -> None:
    """With the reason, in this period alone; kept answers follow."""
    assert await _owes(records)
    for excluded in (True, False):
        async with records.writer("focal") as writer:
            await writer.exclude(
                Excluding(agency=OURS, period="2026-Q1", excluded=excluded, reason="Đang sáp nhập")
            )
            assert [each.agency for each in await writer.left_out("2026-Q1")] == [OURS] * excluded
            states = {each.state for each in await writer.duties_in("2026-Q1", agency=OURS)}
        assert (states == {ReviewState.EXCLUDED}) is excluded
        assert await _owes(records) is not excluded
        assert await _owes(records, OURS) is not excluded
    with pytest.raises(NotAllowed):
        async with records.writer("head") as writer:
            await writer.exclude(
                Excluding(agency=OURS, period="2026-Q1", excluded=True, reason="Không")
            )


async def test_a_closed_period_opens_by_what_changes_in_it(records: Records) -> None:
    """Closed is closed; a return after it is open again, and the answer is for that period."""
    records.now = records.now.replace(day=10)
    report = await _done(records)
    records.now = records.now.replace(day=20)
    async with records.writer("focal") as writer:
        await writer.close_period(Closing(period="2026-Q1"))
    assert await _waits(records, "focal") == []

    async def duty() -> ReviewState:
        async with records.writer() as writer:
            (found,) = await writer.duties_in("2026-Q1", agency=OURS, task=NV)
        return found.state

    assert await duty() is ReviewState.CLOSED
    records.now += timedelta(hours=1)
    await _decide(records, "focal", report.id, Act.RETURNED)
    assert await duty() is ReviewState.RETURNED
    again = await _done(records)
    assert again.for_period == "2026-Q1"
    assert await duty() is ReviewState.AWAITING_FOCAL
    assert await _waits(records, "focal") == [again.id]
    records.now += timedelta(hours=1)
    async with records.writer("focal") as writer:
        await writer.close_period(Closing(period="2026-Q1"))
        assert (await writer.closed_periods())["2026-Q1"].version == 2
    assert await duty() is ReviewState.CLOSED


async def test_parts_are_told_apart(records: Records, people: dict[str, Person]) -> None:
    """A head acts for the own agency, the focal agency for all, others for nobody."""
    async with records.writer() as writer:
        parts = {
            name: [(each.part, agency) for each, agency in await writer.reviewers(person)]
            for name, person in people.items()
        }
    assert parts.pop("head") == [(Part.HEAD, OURS)]
    assert parts.pop("focal") == parts.pop("other focal") == [(Part.FOCAL, None)]
    assert set(map(tuple, parts.values())) == {()}


async def test_the_three_names_go_into_the_tables(records: Records) -> None:
    """Reporter, confirmer, reviewer stand in a row of reports.csv, with the reason of a return."""
    records.plan = WITH_HEAD
    report = await _done(records)
    await _decide(records, "head", report.id)
    await _decide(records, "focal", report.id, Act.RETURNED)
    behalf = await _done(records, "focal")
    async with records.database.read() as connection:
        reader = RecordsReader(connection, records.plan, records.now)
        rows = {each.what.id: each async for each in await reader.filed_reports(Wanted())}
    first, second = rows[report.id], rows[behalf.id]
    assert (first.reporter, first.confirmer, first.reviewer) == ("officer", "head", "focal")
    assert (first.returned_for, first.valid) == ("Chưa có số văn bản", False)
    assert (second.reporter, second.by, second.acts) == ("focal", "Sở Xây dựng", ())
    words = Wording(WITH_HEAD, TEXTS)
    cells = dict(zip(REPORT_COLUMNS, words.report(first), strict=True))
    assert (cells["review"], cells["confirmer"]) == ("yêu cầu chỉnh lý", "head")
