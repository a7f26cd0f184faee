"""`baocao ask` and `baocao chat`: the chat's own words, in the terminal."""

import asyncio
import fcntl

import pytest

from bot.demo import demo_settings, prepare_demo
from bot.settings import read_settings
from channels.plain import render_plain
from domain.person import Role
from tests.harness.command_line import CommandLine
from tests.harness.stage import MONDAY, Stage

DUE = "nhiệm vụ đến hạn năm 2025 của Sở Xây dựng"


@pytest.fixture(autouse=True)
def _loaded(baocao: CommandLine) -> None:
    """The demo's database under the name of a real one, so that answers have something in them."""
    settings = read_settings().model_copy(update={"database": baocao.database})
    asyncio.run(prepare_demo(settings, lambda: MONDAY))


def _number(baocao: CommandLine, name: str) -> int:
    (found,) = baocao.rows(f"SELECT id FROM people WHERE name = '{name}'")
    assert isinstance(found[0], int)
    return found[0]


@pytest.mark.parametrize(
    ("role", "agency", "question"),
    [
        (Role.LEADER, "so-xay-dung", DUE),
        (Role.OFFICER, "so-xay-dung", "nhiệm vụ"),
        (Role.OFFICER, "ubnd-h-ke-sach", "chi tiết 10"),
        (Role.ADMIN, "so-xay-dung", "menu"),
        (Role.HEAD, "so-noi-vu", "con meo ngu o dau"),
    ],
)
def test_ask_says_what_the_chat_says(
    baocao: CommandLine, role: Role, agency: str, question: str
) -> None:
    """The answer is word for word that of a chat bound to such a person."""
    ended = baocao("ask", "--as", role.value, "--agency", agency, question)
    stage = Stage(baocao.database)
    name = stage.texts.plain(f"role-{role.value}")

    async def chat() -> list[str]:
        await stage.seat(role, agency, name)
        return [render_plain(message) for message in await stage.say(name, question)]

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "\n\n".join(asyncio.run(chat())) + "\n"
    assert len(ended.out) > 20


def test_ask_writes_nothing(baocao: CommandLine) -> None:
    """Neither a question nor a whole report leaves a trace, in the database or beside it."""
    before = baocao.dump()
    files = sorted(each.name for each in baocao.database.parent.iterdir())
    person = _number(baocao, "Cán bộ đầu mối Sở Xây dựng")
    assert baocao("ask", "--as", "leader", DUE).code == 0
    assert baocao("ask", "--as", person, "nv 9 đang làm 60%").code == 0
    assert baocao.dump() == before
    assert sorted(each.name for each in baocao.database.parent.iterdir()) == files


def test_ask_while_the_program_runs(baocao: CommandLine) -> None:
    """The running program is not disturbed and need not be ended."""
    with baocao.database.with_name("baocao.db.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "NV 7" in baocao("ask", "--as", "leader", DUE).out


@pytest.mark.parametrize("role", ["lãnh đạo", "LEADER", "lanh dao"])
def test_roles_are_known_by_their_words(baocao: CommandLine, role: str) -> None:
    """A role is named in Vietnamese or English, with or without marks."""
    assert "NV 7" in baocao("ask", "--as", role, DUE).out


def test_ask_as_a_person(baocao: CommandLine) -> None:
    """A person's number asks with that person's agency and rights."""
    person = _number(baocao, "Cán bộ đầu mối UBND huyện Kế Sách")
    out = baocao("ask", "--as", person, "tôi là ai").out
    assert "UBND huyện Kế Sách" in out


@pytest.mark.parametrize("day", ["2025-11-03", "03/11/2025"])
def test_ask_shows_any_day(baocao: CommandLine, day: str) -> None:
    """--today is the only clock the answer reads: in November 2025 nothing of 2025 is overdue."""
    assert "quá hạn" in baocao("ask", "--as", "leader", DUE).out
    out = baocao("ask", "--as", "leader", "--today", day, DUE).out
    assert "quá hạn" not in out
    assert "NV 7" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("--as boss", "“boss”"),
        ("--as leader --agency SNGV", "“SNGV”"),
        ("--as 999", "“999”"),
        ("--as leader --today yesterday", "--today"),
        ("--as leader --today 2026-02-30", "--today"),
    ],
)
def test_ask_tells_mistakes(baocao: CommandLine, arguments: str, told: str) -> None:
    """An unknown role, agency, person or day is named in one line."""
    assert told in baocao("ask", *arguments.split(), "menu").refusal


def test_demo_is_asked_with_its_setting(baocao: CommandLine) -> None:
    """With BAOCAO_DEMO the commands work on the demo's own database."""
    baocao.set(BAOCAO_DEMO="1")
    assert "demo-baocao.db" in baocao("ask", "--as", "leader", DUE).refusal
    asyncio.run(prepare_demo(demo_settings(read_settings()), lambda: MONDAY))
    assert "NV 7" in baocao("ask", "--as", "leader", DUE).out


def test_chat_reports_with_typed_numbers_and_labels(baocao: CommandLine) -> None:
    """A report is made by typing numbers and words, and stands in the database as filed by them."""
    person = _number(baocao, "Cán bộ đầu mối Sở Xây dựng")
    typed = "báo cáo nv 31\nđang thực hiện\n1\n20\nkhông\n1\n"
    ended = baocao("chat", "--as", "Cán bộ đầu mối Sở Xây dựng", typed=typed)
    assert ended.code == 0
    assert "Ctrl-D" in ended.err
    filed = "SELECT reporter, progress, percent FROM task_reports WHERE task = 31"
    assert baocao.rows(filed) == [(person, "in_progress", "20")]
    assert baocao.rows("SELECT count(*) FROM outbox WHERE state = 'queued'") == [(0,)]


def test_chat_goes_on_where_it_was_left(baocao: CommandLine) -> None:
    """An open question waits for the next talk; what was shown already is not shown again."""
    person = _number(baocao, "Cán bộ đầu mối Sở Xây dựng")
    asked = baocao("chat", "--as", person, typed="báo cáo nv 31\n").out
    assert "2. Đang thực hiện" in asked
    out = baocao("chat", "--as", person, typed="2\n").out
    assert out
    assert "2. Đang thực hiện" not in out


def test_chat_says_what_ask_says(baocao: CommandLine) -> None:
    """Both are the same turns; an empty line says nothing."""
    person = _number(baocao, "Chủ tịch UBND tỉnh")
    asked = baocao("ask", "--as", person, "--today", "2025-11-03", DUE).out
    said = baocao("chat", "--as", person, "--today", "2025-11-03", typed=f"\n \n{DUE}").out
    assert said == asked + "\n"


@pytest.mark.parametrize(
    ("person", "told"),
    [("Nobody", "“Nobody”"), ("999", "“999”"), ("Dữ liệu minh họa", "“Dữ liệu minh họa”")],
)
def test_chat_as_nobody(baocao: CommandLine, person: str, told: str) -> None:
    """Who is not on the roster cannot talk, demo reports' reporter among them."""
    assert told in baocao("chat", "--as", person).refusal


def test_chat_as_one_of_two(baocao: CommandLine) -> None:
    """Two people of one name are told apart by their numbers."""
    roster = baocao.file("r.csv", "name,agency,role\nTổ trưởng,SXD,officer\nTổ trưởng,SNV,head\n")
    assert baocao("people", "import", roster, "--codes", "codes.csv").code == 0
    numbers = [row[0] for row in baocao.rows("SELECT id FROM people WHERE name = 'Tổ trưởng'")]
    assert ", ".join(map(str, numbers)) in baocao("chat", "--as", "tổ trưởng").refusal


def test_chat_is_refused_while_the_program_runs(baocao: CommandLine) -> None:
    """Talking writes facts, which only one program at a time may do."""
    with baocao.database.with_name("baocao.db.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "chương trình khác" in baocao("chat", "--as", 1).refusal
