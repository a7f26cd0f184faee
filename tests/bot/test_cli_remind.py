"""`baocao remind`: who is reminded of what, and when, before anybody is."""

import asyncio
from datetime import date, datetime

import pytest

from dialogue.texts import ZONE
from domain.person import Role
from domain.succession import AgencyChange, Succession
from storage.quotas import Bot, set_up
from tests.harness.command_line import CommandLine
from tests.harness.stage import Stage


@pytest.fixture
def office(baocao: CommandLine) -> CommandLine:
    """Two officers of one agency who joined on 02/03/2026, one only on the roster."""
    baocao.load()

    async def seat() -> None:
        stage = Stage(baocao.database, channel="telegram")
        await stage.seat(Role.OFFICER, "so-xay-dung", "Cán bộ A")
        await stage.seat(Role.OFFICER, "so-noi-vu", "Cán bộ B")
        await stage.code(Role.OFFICER, "so-tnmt")

    asyncio.run(seat())
    baocao.set(BAOCAO_TELEGRAM_TOKEN="1:token")
    return baocao


def test_a_dry_run_prints_who_gets_what_and_writes_nothing(office: CommandLine) -> None:
    """Day, time, person, channel and the very lines of the digest; the database stays as it is."""
    before = office.dump()
    ended = office("remind", "--at", "2026-03-09 08:00", "--dry-run")
    assert ended.code == 0
    told = " ".join(ended.out.replace("│", " ").split())
    for each in ("09/03/2026", "08:00", "Cán bộ A", "Sở Xây dựng", "telegram", "14/03/2026"):
        assert each in told
    assert "chưa tham gia" in told
    assert "3 lượt nhắc cho 3 người" in told
    assert office.dump() == before


def test_nobody_is_printed_where_nothing_is_due(office: CommandLine) -> None:
    """The day after joining no step has been crossed."""
    ended = office("remind", "--at", "03/03/2026 08:00", "--dry-run")
    assert "0 lượt nhắc cho 0 người" in ended.out


def test_days_are_played_one_after_the_other(office: CommandLine) -> None:
    """A period's three steps give three digests, on working days, each told once."""
    ended = office("remind", "--from", "2026-03-03", "--to", "2026-03-31")
    days = [f"{day:02}/03/2026" for day in range(3, 32)]
    assert [day for day in days if ended.out.count(f" {day} ")] == [
        "06/03/2026",
        "11/03/2026",
        "13/03/2026",
    ]
    assert "9 lượt nhắc cho 3 người" in ended.out


def test_what_changes_in_between_is_played(office: CommandLine) -> None:
    """A department that ends on the 9th passes on its task and its officer; nothing is written."""

    async def end() -> None:
        stage = Stage(office.database, channel="telegram")
        await stage.seat(Role.OFFICER, "so-gtvt", "Cán bộ C")
        ended = (Succession(agency="so-gtvt", by=("so-xay-dung",)),)
        await stage.change_agencies(
            AgencyChange(effective=date(2026, 3, 9), basis="179/KH-UBND", ended=ended)
        )

    asyncio.run(end())
    before = office.dump()
    told = office("remind", "--from", "2026-03-06", "--to", "2026-03-13").out
    lines = [line.replace("│", " ").split() for line in told.splitlines() if "Cán bộ C" in line]
    assert [(line[0], " ".join(line[5:])[:11]) for line in lines] == [
        ("06/03/2026", "Sở GTVT tel"),
        ("11/03/2026", "Sở Xây dựng"),
        ("13/03/2026", "Sở Xây dựng"),
    ]
    assert office.dump() == before


def test_the_briefs_of_leaders_are_played_too(office: CommandLine) -> None:
    """The week's once a week, that of the quarter when it has closed."""
    asyncio.run(Stage(office.database).code(Role.LEADER, "ubnd-tinh"))
    told = office("remind", "--from", "2026-03-03", "--to", "2026-03-23").out.replace("│", " ")
    assert [line.split()[0] for line in told.splitlines() if "Tóm tắt tuần" in line] == [
        "03/03/2026",
        "09/03/2026",
        "23/03/2026",
    ]
    (line,) = [line for line in told.splitlines() if "Tóm tắt kỳ" in line]
    assert "16/03/2026" in line
    assert "chưa tham gia" in line


def test_without_a_dry_run_digests_are_queued_once(office: CommandLine) -> None:
    """They are as if the program had looked; a second look adds none."""
    assert office("remind", "--at", "2026-03-09 08:00").out == "Đã xếp 2 lượt nhắc việc chờ gửi.\n"
    assert office("remind", "--at", "2026-03-09 14:00").out == "Đã xếp 0 lượt nhắc việc chờ gửi.\n"
    assert office.rows("SELECT count(*) FROM outbox WHERE state = 'queued'") == [(2,)]


def test_what_waits_for_a_quota_is_said_to(office: CommandLine) -> None:
    """Who is not reminded because the bot has carried nearly all it may, is told apart."""

    async def spend() -> None:
        async with Stage(office.database).open() as database, database.write() as connection:
            await set_up(connection, [Bot(channel="telegram", name=None, monthly=10, users=50)])
            await connection.execute(
                "INSERT INTO monthly_messages VALUES ('telegram', '2026-03', 5, 5)"
            )

    asyncio.run(spend())
    told = office("remind", "--at", "2026-03-09 08:00", "--dry-run").out
    assert told.replace("│", " ").count("hạn mức") == 2
    assert office("remind", "--at", "2026-03-09 08:00").out == "Đã xếp 0 lượt nhắc việc chờ gửi.\n"


@pytest.mark.parametrize(
    "arguments",
    [(), ("--from", "2026-03-03"), ("--at", "2026-03-09 08:00", "--to", "2026-03-10")],
)
def test_half_a_question_is_refused(office: CommandLine, arguments: tuple[str, ...]) -> None:
    """It is said what is missing."""
    assert office("remind", *arguments).refusal.startswith("ghi --at GIỜ")


def test_days_in_the_wrong_order_are_refused(office: CommandLine) -> None:
    """The last day does not lie before the first."""
    refused = office("remind", "--from", "2026-03-09", "--to", "2026-03-03")
    assert refused.refusal == "ngày đầu muộn hơn ngày cuối (--from, --to)"


def test_reminders_that_are_off_are_said_to_be(office: CommandLine) -> None:
    """A calendar of nothing would look like nothing being due."""
    office.set(BAOCAO_REMIND_AT="off")
    refused = office("remind", "--from", "2026-03-03", "--to", "2026-03-09")
    assert refused.refusal == "nhắc việc đang tắt: BAOCAO_REMIND_AT"


@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("BAOCAO_REMIND_AT", "morning", "không phải giờ; viết như 08:00,14:00, hoặc off"),
        ("BAOCAO_REMIND_AT", "08:00,18:00", "nằm ngoài khoảng BAOCAO_REMIND_HOURS, 07:00-17:00"),
        ("BAOCAO_REMIND_HOURS", "17:00-07:00", "giờ cuối phải sau giờ đầu"),
        (
            "BAOCAO_REMIND_HOURS",
            "all day",
            "không phải khoảng giờ; viết như 07:00-17:00",
        ),
    ],
)
def test_a_wrong_setting_is_named(office: CommandLine, setting: str, value: str, told: str) -> None:
    """The line says which setting, and how to write it."""
    office.set(**{setting: value})
    assert office("remind", "--at", "2026-03-09 08:00", "--dry-run").refusal == f"{setting}: {told}"


def test_the_times_are_vietnamese(office: CommandLine) -> None:
    """What is queued at 08:00 is queued at 08:00 in Sóc Trăng."""
    office("remind", "--at", "2026-03-09 08:00")
    ((stored,),) = office.rows("SELECT looked_at FROM looks")
    assert datetime.fromisoformat(str(stored)) == datetime(2026, 3, 9, 8, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("at", "why"),
    [
        ("2026-03-08 08:00", "Ngày nghỉ"),
        ("2026-02-18 08:00", "Ngày nghỉ"),
        ("2026-03-09 19:00", "chỉ nhắc trong khoảng 07:00-17:00"),
        ("2026-03-03 08:00", "Không có việc nào đến bước nhắc"),
    ],
)
def test_why_nobody_is_reminded_is_said(office: CommandLine, at: str, why: str) -> None:
    """A day off, an hour too late and a day without a step are told apart."""
    assert why in office("remind", "--at", at, "--dry-run").out
    assert "Ngày nghỉ" in office("remind", "--from", "2026-03-07", "--to", "2026-03-08").out


def test_that_nobody_has_joined_is_said(baocao: CommandLine) -> None:
    """Without anybody to remind there is a reason instead of an empty table, in both languages."""
    baocao.load()
    told = baocao("remind", "--at", "2026-03-09 08:00", "--dry-run").out
    assert told == "0 lượt nhắc cho 0 người.\nChưa ai kết nối nên chưa nhắc được ai.\n"
    baocao.set(BAOCAO_LANGUAGE="en")
    told = baocao("remind", "--at", "2026-03-09 08:00").out
    assert told == "0 digests queued.\nNobody has joined yet, so nobody can be reminded.\n"


def test_a_time_that_cannot_be_read_is_shown_how(office: CommandLine) -> None:
    """The line gives an example of a time, or of a day."""
    assert '"2026-03-09 08:00"' in office("remind", "--at", "8h").refusal
    refused = office("remind", "--from", "mai", "--to", "2026-03-10").refusal
    assert "“mai” không phải ngày; viết như 2026-03-09 hoặc 09/03/2026" in refused


def test_only_channels_that_are_set_up_count(office: CommandLine) -> None:
    """Who joined where nothing is sent any more gets no digest, and it is said why."""
    office.set(BAOCAO_TELEGRAM_TOKEN="")
    told = office("remind", "--at", "2026-03-09 08:00", "--dry-run").out
    assert "telegram" not in told.lower().replace("baocao_telegram_token", "")
    assert "Chưa cấu hình kênh nào" in told
    assert office("remind", "--at", "2026-03-09 08:00").out.startswith("Đã xếp 0 lượt")
    assert office.rows("SELECT count(*) FROM outbox WHERE state = 'queued'") == [(0,)]
