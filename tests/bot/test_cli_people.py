"""`baocao people`: the roster from a file, codes to join with, and taking people off."""

import csv
import fcntl
import unicodedata
from pathlib import Path

import pytest

from domain.person import Role
from storage.people import code_hash
from tests.harness.command_line import CommandLine

pytestmark = pytest.mark.usefixtures("in_english")

ROSTER = """name,agency,role
Đầu mối Xây dựng,so-xay-dung,officer
Giám đốc Sở Nội vụ,Sở Nội vụ,thủ trưởng cơ quan
Đầu mối Kế Sách,ubnd huyen ke sach,Cán bộ đầu mối
"""
PEOPLE = "SELECT name, agency, role FROM people WHERE revoked_at IS NULL ORDER BY id"


@pytest.fixture(autouse=True)
def _loaded(baocao: CommandLine) -> None:
    """A database with Plan 179."""
    baocao.load()


@pytest.fixture
def codes(tmp_path: Path) -> Path:
    """Where codes are written."""
    return tmp_path / "codes.csv"


def _codes(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def _import(baocao: CommandLine, codes: Path, roster: str | bytes = ROSTER) -> None:
    ended = baocao("people", "import", baocao.file("roster.csv", roster), "--codes", codes)
    assert (ended.code, ended.err) == (0, "")


def test_import_adds_people_with_codes(baocao: CommandLine, codes: Path) -> None:
    """Agencies are known by id or name, roles by Vietnamese or English word; each gets a code."""
    _import(baocao, codes)
    assert baocao.rows(PEOPLE) == [
        ("Đầu mối Xây dựng", "so-xay-dung", "officer"),
        ("Giám đốc Sở Nội vụ", "so-noi-vu", "head"),
        ("Đầu mối Kế Sách", "ubnd-h-ke-sach", "officer"),
    ]
    written = _codes(codes)
    assert [row["name"] for row in written] == [row[0] for row in baocao.rows(PEOPLE)]
    assert "link" not in written[0]
    hashes = {code_hash(row["code"]) for row in written}
    assert hashes == {row[0] for row in baocao.rows("SELECT hash FROM codes")}


def test_codes_are_private(baocao: CommandLine, codes: Path) -> None:
    """Only its owner may read the file of codes; no code stands in the database or the output."""
    ended = baocao("people", "import", baocao.file("r.csv", ROSTER), "--codes", codes)
    assert codes.stat().st_mode & 0o777 == 0o600
    for row in _codes(codes):
        assert row["code"] not in ended.out
        assert row["code"] not in "\n".join(baocao.dump())


@pytest.mark.parametrize("bot", ["baocao_bot", "@baocao_bot"])
def test_links_open_the_bot(baocao: CommandLine, codes: Path, bot: str) -> None:
    """Where the bot's name is set, each code comes with the link that joins with it."""
    baocao.set(BAOCAO_TELEGRAM_BOT=bot)
    _import(baocao, codes)
    for row in _codes(codes):
        assert row["link"] == f"https://t.me/baocao_bot?start={row['code']}"


@pytest.mark.parametrize(
    ("set_", "home"),
    [
        ({"BAOCAO_WEB_URL": "https://baocao.example.vn"}, "https://baocao.example.vn"),
        ({"BAOCAO_WEB_PORT": "9001"}, "http://localhost:9001"),
    ],
)
def test_links_open_the_web_chat(
    baocao: CommandLine, codes: Path, set_: dict[str, str], home: str
) -> None:
    """Where the web chat is on, the link has the code where no server or preview reads it."""
    baocao.set(BAOCAO_WEB_CHAT="1", **set_)
    _import(baocao, codes)
    for row in _codes(codes):
        assert row["web"] == f"{home}/#{row['code']}"
        assert "link" not in row
    assert f"{home}/#" in baocao("people", "code", "1").out


def test_people_are_spread_over_the_zalo_bots(baocao: CommandLine, codes: Path) -> None:
    """Each is sent where most places are left; who finds none has an empty cell."""
    tokens = "1459023571:OneToken-000,2222222222:AnotherToken-000"
    baocao.set(BAOCAO_ZALO_BOT_TOKENS=tokens, BAOCAO_ZALO_BOT_USERS="1")
    baocao.set(BAOCAO_ZALO_BOT_NAMES="Bot Báo cáo 1, Bot Báo cáo 2")
    _import(baocao, codes)
    assert [row["zalo"] for row in _codes(codes)] == ["Bot Báo cáo 1", "Bot Báo cáo 2", ""]


def test_each_bot_needs_a_name(baocao: CommandLine, codes: Path) -> None:
    """Names that do not fit the tokens are refused, not matched by chance."""
    tokens = "1459023571:OneToken-000,2222222222:AnotherToken-000"
    baocao.set(BAOCAO_ZALO_BOT_TOKENS=tokens, BAOCAO_ZALO_BOT_NAMES="Bot Báo cáo 1")
    refused = baocao("people", "import", baocao.file("r.csv", ROSTER), "--codes", codes).refusal
    assert "BAOCAO_ZALO_BOT_NAMES: one for each token" in refused


def test_import_is_idempotent(baocao: CommandLine, codes: Path) -> None:
    """The same file again changes nothing: no person, no code is new, the file of codes stays."""
    _import(baocao, codes)
    before, written = baocao.dump(), codes.read_bytes()
    _import(baocao, codes)
    assert (baocao.dump(), codes.read_bytes()) == (before, written)


def test_import_of_more_gives_codes_to_the_new(baocao: CommandLine, codes: Path) -> None:
    """Who is there keeps the code handed out and takes a new role; only new people get codes."""
    _import(baocao, codes)
    kept = baocao.rows("SELECT * FROM codes")
    more = ROSTER.replace("so-xay-dung,officer", "so-xay-dung,focal") + "Chủ tịch,UBND tỉnh,leader"
    ended = baocao("people", "import", baocao.file("more.csv", more), "--codes", "more-codes.csv")
    assert "1 added, 1 with a new role, 2 unchanged" in ended.out
    assert [row["name"] for row in _codes(baocao.folder / "more-codes.csv")] == ["Chủ tịch"]
    assert baocao.rows("SELECT * FROM codes")[:3] == kept
    assert ("Đầu mối Xây dựng", "so-xay-dung", "focal") in baocao.rows(PEOPLE)


@pytest.mark.parametrize(
    "roster",
    [
        b"\xef\xbb\xbf" + ROSTER.encode(),
        ROSTER.replace(",", ";").encode(),
        ROSTER.replace(",", "\t").replace("\n", "\r\n").encode(),
        ROSTER.replace("name,agency,role", "Họ và tên,Đơn vị,Vai trò").encode(),
        ROSTER.replace("\n", "\n,,\n\n").encode(),
        ROSTER.replace("so-xay-dung", '" SXD "').encode(),
    ],
    ids=["bom", "semicolons", "tabs", "vietnamese-head", "blank-lines", "quoted"],
)
def test_spreadsheets_are_understood(baocao: CommandLine, codes: Path, roster: bytes) -> None:
    """However a spreadsheet writes CSV, the same people are read."""
    _import(baocao, codes, roster)
    assert len(baocao.rows(PEOPLE)) == 3


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_codes_open_where_the_roster_was_written(
    baocao: CommandLine, codes: Path, separator: str
) -> None:
    """The codes' cells are apart as the roster's are: the same spreadsheet shows both as tables."""
    _import(baocao, codes, ROSTER.replace(",", separator))
    head = codes.read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.split(separator)[:4] == ["name", "agency", "role", "code"]


def test_every_mistake_is_listed_and_nothing_imported(baocao: CommandLine, codes: Path) -> None:
    """All wrong lines are told at once with their numbers, and not even the right ones count."""
    roster = ROSTER + (
        "A,Sở Xây dưng,boss\nB,Sở Ngoại vụ,officer\nC,UBND cấp huyện,officer\nD,SXD\n"
        ",SXD,officer\nĐầu mối Xây dựng,SXD,head\n"
    )
    ended = baocao("people", "import", baocao.file("r.csv", roster), "--codes", codes)
    assert (ended.code, ended.out) == (2, "")
    assert "Traceback" not in ended.err
    first, *mistakes = ended.err.splitlines()
    assert first == "baocao: nothing imported:"
    assert [mistake.split(":")[0] for mistake in mistakes] == [f"line {n}" for n in range(5, 11)]
    assert "“boss”" in mistakes[0]
    assert "“Sở Ngoại vụ”; did you mean" in mistakes[1]
    assert "group" in mistakes[2]
    assert "line 2" in mistakes[5]
    assert baocao.rows(PEOPLE) == []
    assert not codes.exists()


def test_ambiguous_agency_is_not_guessed(baocao: CommandLine, codes: Path) -> None:
    """An abbreviation that two agencies share is refused with both names."""
    ((plan,),) = baocao.rows("SELECT document FROM plans")
    assert isinstance(plan, str)
    newer = plan.replace('"SYT"', '"SXD"')
    assert newer != plan
    file = baocao.file("plan.yaml", newer)
    assert baocao("plan", "load", file).code == 0
    roster = baocao.file("r.csv", "name,agency,role\nA,s.x.d.,officer\n")
    ended = baocao("people", "import", roster, "--codes", codes)
    assert "line 2: “s.x.d.” may be Sở Xây dựng / Sở Y tế" in ended.err


@pytest.mark.parametrize(
    ("roster", "told"),
    [
        ("", "empty"),
        ("\n\n", "empty"),
        ("name,agency\nA,SXD\n", "“role”"),
        ('name,agency,role\nA,"SXD,officer\n', "line 2"),
        ("name,agency,role\nA,SXD,officer\n".encode("utf-16"), "line 1: not UTF-8"),
        ("name,agency,role\nĐ,SXD,officer\n".encode("cp1258", "replace") + b"\xff", "not UTF-8"),
    ],
)
def test_unreadable_rosters_are_told(
    baocao: CommandLine, codes: Path, roster: str | bytes, told: str
) -> None:
    """What is no roster at all is refused in one line."""
    file = baocao.file("r.csv", roster)
    assert told in baocao("people", "import", file, "--codes", codes).refusal


def test_missing_roster_is_told(baocao: CommandLine, codes: Path) -> None:
    """A roster that is not there, or codes that cannot be written there, are told by name."""
    refusal = baocao("people", "import", "r.csv", "--codes", codes).refusal
    assert "r.csv: there is no such file" in refusal
    file = baocao.file("r.csv", ROSTER)
    assert "nowhere" in baocao("people", "import", file, "--codes", "nowhere/codes.csv").refusal
    assert baocao.rows(PEOPLE) == []


def test_codes_overwrite_nothing(baocao: CommandLine, codes: Path) -> None:
    """A file that is there is not overwritten with codes, and then nobody is added."""
    codes.write_text("earlier codes")
    file = baocao.file("r.csv", ROSTER)
    assert (
        "codes.csv: this file exists" in baocao("people", "import", file, "--codes", codes).refusal
    )
    assert codes.read_text() == "earlier codes"
    assert baocao.rows(PEOPLE) == []


def test_list_shows_everybody(baocao: CommandLine, codes: Path) -> None:
    """The list shows number, name, role, agency, chats, and until when a code is good; no code."""
    _import(baocao, codes)
    ended = baocao("people", "list")
    assert (ended.code, ended.err) == (0, "")
    for told in ("Đầu mối Kế Sách", "head of agency", "UBND huyện Kế Sách", "16/03/2026"):
        assert told in ended.out
    assert not any(row["code"] in ended.out for row in _codes(codes))


def test_revoke_cuts_off(baocao: CommandLine, codes: Path) -> None:
    """Who is taken off is not listed, has no code that works, and is nobody to the next command."""
    _import(baocao, codes)
    ended = baocao("people", "revoke", 1)
    assert "Đầu mối Xây dựng" in ended.out
    assert "Đầu mối Xây dựng" not in baocao("people", "list").out
    good = "SELECT count(*) FROM codes WHERE person = 1 AND expires_at > '2026-03-03'"
    assert baocao.rows(good) == [(0,)]
    assert "number 1" in baocao("people", "revoke", 1).refusal
    assert "number 1" in baocao("people", "code", 1).refusal


def test_who_was_taken_off_stays_off(baocao: CommandLine, codes: Path) -> None:
    """The same roster again names who was taken off and when, and gives no new code."""
    _import(baocao, codes)
    assert baocao("people", "revoke", 1).code == 0
    before = baocao.dump()
    roster = baocao.file("again.csv", ROSTER.replace("Đầu mối Xây dựng", "đầu mối  XÂY DỰNG"))
    ended = baocao("people", "import", roster, "--codes", "new-codes.csv")
    assert (ended.code, ended.err) == (0, "")
    assert "0 added, 0 with a new role, 2 unchanged" in ended.out
    assert "Skipped Đầu mối Xây dựng, taken off the roster on 02/03/2026" in ended.out
    assert "baocao people restore 1" in ended.out
    assert baocao.dump() == before
    assert not (baocao.folder / "new-codes.csv").exists()


def test_restore_brings_back_with_a_new_code(baocao: CommandLine, codes: Path) -> None:
    """Who was taken off is the same person again, with a code that works; nobody else can be."""
    _import(baocao, codes)
    assert baocao("people", "revoke", 1).code == 0
    out = baocao("people", "restore", 1).out
    new = out.removeprefix("Đầu mối Xây dựng: ").split()[0]
    assert (1, code_hash(new)) in baocao.rows(
        "SELECT person, hash FROM codes WHERE expires_at > '2026-03-03'"
    )
    assert "Đầu mối Xây dựng" in baocao("people", "list").out
    for number in (1, 99):
        assert f"number {number}" in baocao("people", "restore", number).refusal


@pytest.mark.parametrize(
    "name",
    [
        "đầu mối xây dựng",
        "ĐẦU MỐI  XÂY DỰNG",
        unicodedata.normalize("NFD", "Đầu mối Xây dựng"),
    ],
)
def test_a_name_is_one_person_however_it_is_written(
    baocao: CommandLine, codes: Path, name: str
) -> None:
    """Case, spaces and the form of letters make no second person, in one file or in two."""
    _import(baocao, codes)
    roster = ROSTER.replace("Đầu mối Xây dựng", name)
    ended = baocao("people", "import", baocao.file("r2.csv", roster), "--codes", "c2.csv")
    assert "0 added, 0 with a new role, 3 unchanged" in ended.out
    assert len(baocao.rows(PEOPLE)) == 3
    twice = baocao.file("r3.csv", f"{ROSTER}{name},SXD,officer\n")
    ended = baocao("people", "import", twice, "--codes", "c3.csv")
    assert "line 5: the same person as in line 2" in ended.err


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_name_is_no_formula(baocao: CommandLine, codes: Path, sign: str) -> None:
    """A spreadsheet that opens the codes shows such a name and computes nothing."""
    _import(baocao, codes, f"name,agency,role\n{sign}HYPERLINK(1),SXD,officer\n")
    assert _codes(codes)[0]["name"] == f"'{sign}HYPERLINK(1)"
    assert baocao.rows("SELECT name FROM people") == [(f"{sign}HYPERLINK(1)",)]


def test_the_readme_pairs_the_words_for_roles(baocao: CommandLine, codes: Path) -> None:
    """Each Vietnamese word of the README is read as the role it stands for there."""
    readme = " ".join((Path(__file__).parents[2] / "README.md").read_text("utf-8").split())
    listed = readme.partition("roles are ")[2].partition(":")[0]
    english, _, vietnamese = listed.partition(", or ")
    pairs = list(zip(english.split(", "), vietnamese.split(", "), strict=True))
    assert [role for role, _ in pairs] == list(Role)
    more = [("focal", "cơ quan đầu mối"), ("officer", "cán bộ đầu mối")]
    lines = [f"{word},SXD,{word}\n" for _, word in (*pairs, *more)]
    _import(baocao, codes, "name,agency,role\n" + "".join(lines))
    assert baocao.rows("SELECT role, name FROM people ORDER BY id") == [*pairs, *more]


def test_new_code_voids_the_old(baocao: CommandLine, codes: Path) -> None:
    """A new code is printed with its link, and is the only one of the person that works."""
    _import(baocao, codes)
    baocao.set(BAOCAO_TELEGRAM_BOT="baocao_bot")
    out = baocao("people", "code", 3).out
    assert "Đầu mối Kế Sách: " in out
    new = out.split(": ")[1].split()[0]
    assert f"https://t.me/baocao_bot?start={new}" in out
    good = "SELECT hash FROM codes WHERE person = 3 AND expires_at > '2026-03-03'"
    assert baocao.rows(good) == [(code_hash(new),)]


def test_people_change_while_the_program_runs(baocao: CommandLine, codes: Path) -> None:
    """The roster is kept beside the running program, which need not be ended for a lost code."""
    with baocao.database.with_name("baocao.db.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _import(baocao, codes)
        assert baocao("people", "code", 1).code == 0
        assert baocao("people", "revoke", 2).code == 0
        assert "Đầu mối Kế Sách" in baocao("people", "list").out
