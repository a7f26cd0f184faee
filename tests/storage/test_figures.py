"""Figures: based on what was shown, revised with their history, owed by the year, numbered once."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from dialogue.messages import File
from dialogue.texts import ZONE
from domain.figure import FigureDraft, FigureReport
from domain.person import Role
from storage.chats import find_chat, store_evidence
from storage.figures import OwedFigure
from storage.reports import WITHDRAW_WITHIN, Superseded
from storage.session import NotAllowed
from tests.harness.records import Records
from tests.harness.stage import CHANNEL

AGENCY = "so-xay-dung"
OWN = {1, 2, 3, 4, 6, 7}


def draft(indicator: int = 6, value: str | None = "7.2", **changed: object) -> FigureDraft:
    """A figure of 2025, on Monday."""
    given = {
        "indicator": indicator,
        "year": 2025,
        "agency": AGENCY,
        "value": value,
        "reported_on": date(2026, 3, 2),
    }
    return FigureDraft.model_validate(given | changed)


async def file(records: Records, figure: FigureDraft, chat: str = "one") -> FigureReport:
    """File a figure as the person of a chat."""
    async with records.writer(chat) as writer:
        return await writer.file_figure(figure)


async def owed(records: Records, agency: str | None = AGENCY) -> tuple[OwedFigure, ...]:
    """What is owed today."""
    async with records.writer() as writer:
        return await writer.owed_figures(agency)


@pytest.fixture(autouse=True)
async def _seated(records: Records) -> None:
    for chat in ("one", "two"):
        await records.seat(Role.OFFICER, AGENCY, chat)


async def test_a_figure_is_read_as_it_was_filed(records: Records) -> None:
    """Every field comes back, with lookup code, reporter and time."""
    filed = await file(records, draft(value="7.25", estimate=True))
    async with records.writer() as writer:
        assert await writer.latest_figure(6, AGENCY, 2025) == filed
        assert (await writer.figures()).of(6, AGENCY, 2025) == filed
    assert (filed.code, filed.filed_at) == ("0001", records.now)
    assert filed.figure is not None
    assert (filed.figure.value, filed.figure.estimate) == (Decimal("7.25"), True)


async def test_no_figure_with_a_reason_is_a_report(records: Records) -> None:
    """It is stored, has no value, and counts as reported for its year."""
    none = draft(value=None, reason="Cục Thống kê chưa công bố", year=2026)
    filed = await file(records, none)
    async with records.writer() as writer:
        assert await writer.figure_history(6, AGENCY, 3) == (filed,)
        assert (await writer.figures()).values == ()
    assert {each.indicator for each in await owed(records) if each.report is None} == OWN - {6}


@pytest.mark.parametrize("changed", [{"value": None}, {"reason": "vì vậy"}])
async def test_a_figure_has_a_value_or_a_reason(changed: dict[str, object]) -> None:
    """Neither both nor neither can be put together."""
    with pytest.raises(ValueError, match="a value, or a reason"):
        draft(**changed)  # type: ignore[arg-type]


async def test_a_revision_counts_and_the_first_one_is_kept(records: Records) -> None:
    """The latest figure of a year is the valid one; both stand in the history."""
    first = await file(records, draft(value="7.2", estimate=True))
    second = await file(records, draft(value="7.5", based_on=first.id))
    async with records.writer() as writer:
        assert (await writer.figures(AGENCY)).of(6, AGENCY, 2025) == second
        assert await writer.figure_history(6, AGENCY, 5) == (second, first)


async def test_years_stand_side_by_side(records: Records) -> None:
    """A figure of one year takes the place of no other year's."""
    earlier = await file(records, draft(value="6.5", year=2024))
    later = await file(records, draft())
    async with records.writer() as writer:
        figures = await writer.figures(AGENCY)
        assert await writer.figure_history(6, AGENCY, 5) == (later, earlier)
    assert figures.latest(6, AGENCY) == later.figure
    assert figures.latest(6, AGENCY, until=2024) == earlier.figure


async def test_a_figure_on_an_outdated_basis_is_refused(records: Records) -> None:
    """A colleague reported in between: nothing is written over what was not shown."""
    between = await file(records, draft(value="7"), "two")
    with pytest.raises(Superseded):
        await file(records, draft())
    async with records.writer() as writer:
        assert await writer.latest_figure(6, AGENCY, 2025) == between


async def test_nobody_reports_another_agencys_figure(records: Records) -> None:
    """Storage itself refuses a foreign indicator, a foreign agency, a stranger and a leader."""
    await records.seat(Role.LEADER, AGENCY, "leader")
    for chat, figure in (
        ("one", draft(8)),
        ("one", draft(8, agency="so-tttt")),
        ("stranger", draft()),
        ("leader", draft()),
    ):
        with pytest.raises(NotAllowed):
            await file(records, figure, chat)
    assert await records.rows("SELECT count(*) FROM figures") == [(0,)]


async def test_each_committee_reports_for_itself(records: Records) -> None:
    """An indicator of a group is kept agency by agency; no common figure comes into being."""
    values = {"ubnd-h-ke-sach": "9.8", "ubnd-tp-soc-trang": "16.5"}
    for agency, value in values.items():
        await records.seat(Role.OFFICER, agency, agency)
        await file(records, draft(5, value, agency=agency), agency)
    async with records.writer() as writer:
        found = (await writer.figures()).values
    assert {figure.agency: str(figure.value) for figure in found} == values


async def test_withdrawing_brings_the_figure_before_back(records: Records) -> None:
    """What was taken back is a record, and counts no more."""
    first = await file(records, draft(value="7.2"))
    second = await file(records, draft(value="72", based_on=first.id))
    async with records.writer("one") as writer:
        await writer.withdraw_figure(second)
        assert await writer.latest_figure(6, AGENCY, 2025) == first
        assert await writer.recent_figures(first.reporter, WITHDRAW_WITHIN) == (first,)
    assert await records.rows("SELECT id, withdrawn_at IS NULL FROM figures ORDER BY id") == [
        (first.id, 1),
        (second.id, 0),
    ]


async def test_only_the_reporter_withdraws_and_only_for_ten_minutes(records: Records) -> None:
    """Not a colleague, and not the reporter a moment too late."""
    figure = await file(records, draft())
    records.now += WITHDRAW_WITHIN
    with pytest.raises(NotAllowed):
        async with records.writer("two") as writer:
            await writer.withdraw_figure(figure)
    records.now += timedelta(milliseconds=1)
    with pytest.raises(NotAllowed):
        async with records.writer("one") as writer:
            await writer.withdraw_figure(figure)


async def test_reports_and_figures_are_numbered_together(records: Records) -> None:
    """A lookup code names one thing, and the greater number is the later one."""
    task = await records.report("one", 7, AGENCY)
    figure = await file(records, draft())
    again = await records.report("one", 9, AGENCY)
    assert [each.code for each in (task, figure, again)] == ["0001", "0002", "0003"]


@pytest.mark.parametrize(
    ("day", "year", "left"),
    [
        (date(2026, 3, 2), 2026, OWN - {6}),
        (date(2026, 3, 2), 2025, OWN),
        (date(2025, 12, 14), 2025, OWN - {6}),
        (date(2025, 12, 15), 2025, OWN),
    ],
)
async def test_the_figure_of_the_periods_year_is_owed(
    records: Records, day: date, year: int, left: set[int]
) -> None:
    """What fills an obligation is the figure of the year whose period holds today."""
    await file(records, draft(year=year))
    records.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=ZONE)
    assert {each.indicator for each in await owed(records) if each.report is None} == left


async def test_a_figure_sent_late_still_fills_its_year(records: Records) -> None:
    """A report in March fills the year before, and the obligations view says so."""
    await file(records, draft(year=2025))
    rows = await records.rows(
        "SELECT period, report FROM obligations WHERE subject = 'indicator' AND number = 6"
        " AND agency = 'so-xay-dung' AND period IN ('2025', '2026') ORDER BY period"
    )
    assert rows == [("2025", 1), ("2026", None)]


async def test_every_committee_owes_its_own_figure(records: Records) -> None:
    """An indicator of a group is owed by each member; every agency's part is listed."""
    everyone = await owed(records, None)
    five = {each.agency for each in everyone if each.indicator == 5}
    assert len(five) == 11
    assert len(everyone) == sum(
        len(records.plan.measured_by(each.number)) for each in records.plan.indicators
    )
    assert {(each.period, each.due) for each in everyone} == {("2026", date(2026, 12, 25))}


async def test_evidence_belongs_to_the_figure_it_was_sent_with(records: Records) -> None:
    """A file of a figure is taken by no report afterwards, nor one from another chat."""
    async with records.database.write() as connection:
        for chat in ("one", "two"):
            found = await find_chat(connection, CHANNEL, chat)
            sent = File(ref=chat, name=chat, media_type="image/jpeg", size=9, sha256="ab" * 32)
            await store_evidence(connection, found.address, sent, records.now)
    figure = await file(records, draft(evidence=(1, 2)))
    task = await records.report("one", 7, AGENCY)
    async with records.writer("one") as writer:
        await writer.attach((task.id, (1,)))
    assert await records.rows("SELECT figure, report FROM evidence ORDER BY id") == [
        (figure.id, None),
        (None, None),
    ]
