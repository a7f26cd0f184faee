"""The demo's database: a roster of offices, reports that could have been filed, begun anew."""

from datetime import date, datetime
from pathlib import Path

import pytest

from bot.demo import DemoSeats, demo_settings, prepare_demo, read_demo
from bot.house import House, open_house
from bot.settings import Settings
from dialogue.runner import Start
from dialogue.texts import ZONE
from domain.agency import AgencyKind
from domain.indicator import Verdict
from domain.person import Role, may_report
from domain.report import Progress
from domain.standing import DeadlineState
from plans.yaml_form import PLAN_179, load_plan
from storage.chats import find_chat
from storage.database import Database
from storage.gate import Reader, Writer
from tests.harness.stage import MONDAY
from understanding.figures import refusal

PLAN = load_plan(PLAN_179)
DEMO = read_demo()


def _clock() -> datetime:
    return MONDAY


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Demo settings in an empty folder."""
    return demo_settings(Settings(database=tmp_path / "baocao.db", demo=True, _env_file=None))


async def _rows(database: Database, sql: str) -> list[tuple[object, ...]]:
    async with database.read() as connection:
        return [tuple(row) for row in await connection.execute_fetchall(sql)]


def test_demo_has_its_own_file() -> None:
    """The demo never works on the file the settings name."""
    real = Settings(database=Path("var/baocao.db"), _env_file=None)
    assert demo_settings(real).database == Path("var/demo-baocao.db")


def test_roster_covers_the_plan() -> None:
    """Every single agency of the plan has an officer; the provincial committee has leaders."""
    single = {each.id for each in PLAN.agencies if each.kind is not AgencyKind.GROUP}
    officers = [each.agency for each in DEMO.people if each.role is Role.OFFICER]
    assert set(officers) == single - {"ubnd-tinh"}
    assert len(officers) == len(set(officers))
    count = {role: sum(each.role is role for each in DEMO.people) for role in Role}
    assert (count[Role.FOCAL], count[Role.ADMIN]) == (2, 1)
    assert count[Role.LEADER] >= 3
    assert count[Role.HEAD] >= 4
    assert all(each.agency == PLAN.focal for each in DEMO.people if each.role is Role.FOCAL)


def test_roster_is_of_offices_that_exist() -> None:
    """Everybody's agency stands in the plan as a single one, and no two people have one name."""
    kinds = {PLAN.agency_by_id[each.agency].kind for each in DEMO.people}
    assert AgencyKind.GROUP not in kinds
    names = [each.name for each in DEMO.people]
    assert len(names) == len(set(names))
    assert DEMO.reporter not in names


def test_reports_could_have_been_filed() -> None:
    """Each is its agency's own task, within the demo's time, with what a report of its kind has."""
    for report in DEMO.reports:
        task = PLAN.task_by_number[report.task]
        assert report.agency in PLAN.responsible(report.task), report
        assert date(2025, 3, 1) <= report.day <= MONDAY.date(), report
        assert report.day.weekday() < 5, report
        done = report.progress is Progress.DONE
        assert done == (report.document is not None) == (report.dated is not None), report
        assert report.dated is None or report.dated <= report.day, report
        assert report.stage is None or task.product_is_document, report
        assert (report.percent is None) == (report.progress is not Progress.IN_PROGRESS), report


def test_figures_could_have_been_filed() -> None:
    """Each is its agency's own indicator, of a year that was over or nearly so, and possible."""
    for figure in DEMO.figures:
        indicator = PLAN.indicator_by_number[figure.indicator]
        assert figure.agency in PLAN.measured_by(figure.indicator), figure
        assert figure.day <= MONDAY.date(), figure
        assert figure.day.weekday() < 5, figure
        assert (figure.value is None) != (figure.reason is None), figure
        assert (figure.day.year == figure.year) == figure.estimate, figure
        assert figure.value is None or refusal(figure.value, indicator.unit) is None, figure


def test_figures_show_every_verdict_and_one_indicator_has_none() -> None:
    """Reached, not reached, exceeded, revised, missing: each can be seen in the demo."""
    latest = {(each.indicator, each.agency, each.year): each for each in DEMO.figures}
    judged = {
        PLAN.indicator_by_number[each.indicator].targets[2025].verdict(each.value)
        for each in latest.values()
        if each.year == 2025 and each.value is not None
    }
    assert judged == set(Verdict)
    assert len(latest) < len(DEMO.figures)
    valued = {each.indicator for each in latest.values() if each.value is not None}
    assert set(PLAN.indicator_by_number) - valued == {7}
    assert 0 < sum(each.indicator == 5 and each.year == 2025 for each in DEMO.figures) < 11


def test_lists_are_worth_reading() -> None:
    """Some tasks are done, some under way with difficulties, some never reported at all."""
    reported = {report.task for report in DEMO.reports}
    assert 40 <= len(DEMO.reports) <= 60
    assert len({task.number for task in PLAN.tasks if task.leads} - reported) >= 4
    assert sum(report.obstacle is not None for report in DEMO.reports) >= 5
    assert {report.progress for report in DEMO.reports} == set(Progress)


async def test_prepared_database(settings: Settings) -> None:
    """All reports stand in it, filed on their days by somebody who could report them."""
    await prepare_demo(settings, _clock)
    async with open_house(settings, _clock) as house:
        sql = (
            "SELECT r.task, r.agency, r.reported_on, r.filed_at, p.id, p.name, p.role, p.agency,"
            " p.revoked_at FROM task_reports r JOIN people p ON p.id = r.reporter ORDER BY r.id"
        )
        rows = await _rows(house.database, sql)
        figures = await _rows(house.database, "SELECT count(*) FROM figures")
        async with house.database.read() as connection:
            reader = Reader(connection, house.plan, MONDAY)
            standing = await reader.standing()
            roster = [line.person for line in await reader.roster()]
    assert len(rows) == len(DEMO.reports)
    assert figures == [(len(DEMO.figures),)]
    for task, agency, day, filed_at, _, name, role, own, revoked in rows:
        assert (own, name, role) == (agency, DEMO.reporter, "officer")
        assert revoked is not None
        assert isinstance(task, int)
        assert agency in PLAN.responsible(task)
        assert str(filed_at)[:10] == day
    assert len(roster) == len(DEMO.people)
    assert DEMO.reporter not in {person.name for person in roster}
    assert standing.done(4)
    state = standing.of(PLAN.task_by_number[7])
    assert (state.state, state.days) == (DeadlineState.OVERDUE, -61)
    latest = standing.latest(7, "so-xay-dung")
    assert latest is not None
    assert latest.progress is Progress.IN_PROGRESS
    officer = next(each for each in roster if each.name == "Cán bộ đầu mối Sở Xây dựng")
    assert may_report(officer, 7, PLAN)


async def test_no_report_of_the_future(settings: Settings) -> None:
    """Shown on an earlier day, the demo knows only what had been reported by then."""

    def earlier() -> datetime:
        return datetime(2025, 7, 1, 9, 0, tzinfo=ZONE)

    await prepare_demo(settings, earlier)
    async with open_house(settings, earlier) as house:
        rows = await _rows(house.database, "SELECT max(reported_on), count(*) FROM task_reports")
    (last, count) = rows[0]
    assert str(last) <= "2025-07-01"
    assert count == sum(report.day <= date(2025, 7, 1) for report in DEMO.reports)


async def test_begins_anew(settings: Settings) -> None:
    """What an earlier demo has left, files included, is gone; the real database is not touched."""
    real = settings.database.with_name("baocao.db")
    real.write_text("the office's own")
    await prepare_demo(settings, _clock)
    settings.evidence.mkdir()
    (settings.evidence / "photo").write_text("x")
    async with open_house(settings, _clock) as house, house.database.write() as connection:
        writer = Writer(connection, house.plan, MONDAY)
        await writer.import_person("Người mới", Role.OFFICER, "so-y-te")
    await prepare_demo(settings, _clock)
    async with open_house(settings, _clock) as house:
        sql = "SELECT count(*) FROM people WHERE name = 'Người mới'"
        assert await _rows(house.database, sql) == [(0,)]
    assert not settings.evidence.exists()
    assert real.read_text() == "the office's own"


async def test_seats_are_the_roster_by_role(settings: Settings) -> None:
    """Everybody can be chosen, people of one role stand together, leaders first."""
    await prepare_demo(settings, _clock)
    async with open_house(settings, _clock) as house:
        seats = await DemoSeats(house).people()
    assert {seat.name for seat in seats} == {person.name for person in DEMO.people}
    roles = list(dict.fromkeys(seat.role for seat in seats))
    assert roles[0] == "Lãnh đạo"
    assert len(roles) == len(Role)
    assert sorted(seats, key=lambda seat: roles.index(seat.role)) == list(seats)
    assert {seat.agency for seat in seats} >= {"UBND tỉnh", "Sở TN&MT", "UBND TP Sóc Trăng"}


async def test_first_words_fit_the_person(settings: Settings) -> None:
    """Everybody is offered words that the bot understands; a report only who may report."""
    await prepare_demo(settings, _clock)
    async with open_house(settings, _clock) as house:
        seats = await DemoSeats(house).people()
        async with house.database.read() as connection:
            roster = await Reader(connection, house.plan, MONDAY).roster()
        people = {line.person.id: line.person for line in roster}
        for seat in seats:
            person = people[seat.id]
            opened = [house.router(person).route(words, None) for words in seat.tries]
            assert len(opened) >= 3
            assert all(isinstance(start, Start) for start in opened)
            names = [start.dialogue for start in opened if isinstance(start, Start)]
            owes = any(may_report(person, task.number, PLAN) for task in PLAN.tasks)
            assert ("report_task" in names) is owes
            assert "report_unclear" not in names


async def test_sitting_down_binds_the_chat(settings: Settings) -> None:
    """A seat's chat belongs to its person, the same each time, also after signing out."""
    await prepare_demo(settings, _clock)
    async with open_house(settings, _clock) as house:
        seats = DemoSeats(house)
        one, two = (await seats.people())[:2]
        chat = await seats.sit(one.id)
        assert chat == f"demo-{one.id}" == await seats.sit(one.id)
        assert await seats.sit(two.id) != chat
        assert await _bound(house, chat) == one.id
        async with house.database.write() as connection:
            found = await find_chat(connection, "webchat", chat)
            assert found.person is not None
            writer = Writer(connection, house.plan, MONDAY, chat=found)
            await writer.sign_out(found.person)
        assert await _bound(house, chat) is None
        await seats.sit(one.id)
        assert await _bound(house, chat) == one.id


async def test_sitting_down_again_writes_nothing(settings: Settings) -> None:
    """A seat that is taken is only looked at, so that each request of a page is cheap."""
    await prepare_demo(settings, _clock)
    async with open_house(settings, _clock) as house:
        seats = DemoSeats(house)
        person = (await seats.people())[0].id
        await seats.sit(person)
        sql = "SELECT total_changes()"
        before = await _rows(house.database, sql)
        await seats.sit(person)
        assert await _rows(house.database, sql) == before


async def _bound(house: House, chat: str) -> int | None:
    async with house.database.write() as connection:
        found = await find_chat(connection, "webchat", chat)
    return None if found.person is None else found.person.id
