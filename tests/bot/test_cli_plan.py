"""`baocao plan`: a plan's file looked over, loaded, shown."""

import fcntl
from pathlib import Path

import pytest
from yoyo import get_backend, read_migrations

from plans.yaml_form import PLAN_179, dump_plan, load_plan
from storage import database
from tests.harness.command_line import CommandLine

TABLES = Path(__file__).parents[1] / "data" / "plan-179.txt"


@pytest.mark.parametrize("file", [PLAN_179, TABLES])
def test_check_prints_the_reading(baocao: CommandLine, file: Path) -> None:
    """Checking prints the plan's tasks and indicators as they are read, and makes no database."""
    ended = baocao("plan", "check", file)
    assert (ended.code, ended.err) == (0, "")
    assert "Kế hoạch 179/KH-UBND ngày 15/11/2024" in ended.out
    assert "33 nhiệm vụ, 9 chỉ tiêu" in ended.out
    assert "2025- 2027 (hạn 31/12/2027)" in ended.out
    assert "Sở TN&MT (suy từ ô gộp)" in ended.out
    assert "Phấn đấu đạt 28" in ended.out
    assert not baocao.database.exists()


def test_check_lists_every_anomaly(baocao: CommandLine) -> None:
    """Each kind of oddity of the plan's tables stands in a Vietnamese line with its place."""
    out = baocao("plan", "check", TABLES).out
    lines = [line for line in out.splitlines() if line.startswith("Dòng ")]
    assert f"Điểm bất thường: {len(lines)}\n" in out
    for told in (
        "nhiệm vụ 17 in hai lần",
        "nhiệm vụ 30 bị ngắt khi sang trang",
        "nhiệm vụ 18 để trống ô “Sản phẩm, kết quả”",
        "nhiệm vụ 27 để trống ô “Chủ trì”, suy ra từ ô gộp: Sở Tài nguyên và Môi trường",
        "nhiệm vụ 8, ô “Phối hợp” viết sai tên cơ quan: Sở tài và Môi trường",
        "nhiệm vụ 18 không có cơ quan chủ trì",
        "nhiệm vụ 28 không ghi thời gian",
        "nhiệm vụ 23 không có năm hoàn thành",
        "nhóm I có nhiệm vụ chung không đánh số",
    ):
        assert any(told in line for line in lines), told


@pytest.mark.parametrize("command", ["check", "load"])
def test_unreadable_tables_name_line_and_cell(baocao: CommandLine, command: str) -> None:
    """A row with a cell too few is refused with the file, its line and the cell."""
    rows = TABLES.read_text(encoding="utf-8").splitlines()
    at = next(n for n, row in enumerate(rows) if row.startswith("5\t"))
    rows[at] = rows[at].rsplit("\t", 1)[0]
    broken = baocao.file("broken.txt", "\n".join(rows))
    refusal = baocao("plan", command, broken).refusal
    assert refusal.startswith(f"{broken}: Dòng {at + 1}, ô “")


@pytest.mark.parametrize("command", ["check", "load"])
def test_unreadable_yaml_names_line_and_field(baocao: CommandLine, command: str) -> None:
    """A field that does not fit is refused with its line and path, and nothing is loaded."""
    text = PLAN_179.read_text(encoding="utf-8")
    broken = baocao.file("broken.yaml", text.replace("kind: year", "kind: soon", 1))
    line = text[: text.index("kind: year")].count("\n") + 1
    refusal = baocao("plan", command, broken).refusal
    assert f"Dòng {line}, mục tasks." in refusal
    assert not baocao.database.exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("issued_on: 2024-11-15", "issued_on: 15-2024", "issued_on: không phải ngày, cần ghi như"),
        ("- number: 33\n", "- number: ba\n", "tasks.32.number: không phải số"),
        ("kind: year", "kind: soon", "giá trị không có trong danh mục"),
        ("focal: so-xay-dung", "focal: 7", "không phải chữ, cần đặt trong dấu nháy kép"),
        ("focal: so-xay-dung\n", "", "Cơ quan đầu mối: thiếu mục này"),
        ("focal: so-xay-dung\n", "focal: so-xay-dung\nhue: 1\n", "hue: mẫu không có mục này"),
        ("  leads: [cong-an-tinh]", "  leads: 5", "leads: không phải danh sách"),
    ],
)
def test_a_wrong_field_is_told_in_our_own_words(
    baocao: CommandLine, old: str, new: str, told: str
) -> None:
    """What is wrong with a value is said in the bot's language, with nothing raw in it."""
    text = PLAN_179.read_text(encoding="utf-8")
    assert old in text
    refusal = baocao("plan", "check", baocao.file("broken.yaml", text.replace(old, new, 1))).refusal
    assert told in refusal
    assert "Input" not in refusal


@pytest.mark.parametrize("content", ["", "- 1\n", "just words\n"])
def test_what_is_no_plan_is_told(baocao: CommandLine, content: str) -> None:
    """An empty file, a list or a sentence holds no plan, and that is all that is said of it."""
    file = baocao.file("plan.yaml", content)
    assert baocao("plan", "check", file).refusal == (
        f"{file}: Tệp không chứa kế hoạch ở dạng YAML."
    )


@pytest.mark.parametrize("command", ["check", "load"])
def test_unreadable_files_are_told(baocao: CommandLine, command: str) -> None:
    """A file that is missing, a folder, or no text is told in one line."""
    binary = baocao.file("plan.txt", b"K\xff\xfe")
    assert "không có tệp" in baocao("plan", command, "plan.yaml").refusal
    assert "thư mục" in baocao("plan", command, baocao.folder).refusal
    assert "Dòng 1: tệp không phải văn bản UTF-8" in baocao("plan", command, binary).refusal


def test_load_is_idempotent(baocao: CommandLine) -> None:
    """The same plan loaded again changes nothing but the moment of loading, and says so."""
    assert "Đã nạp kế hoạch" in baocao("plan", "load", PLAN_179).out
    kinds = "SELECT 'p', id FROM plans UNION ALL SELECT 'a', id FROM agencies"
    tables = f"{kinds} UNION ALL SELECT subject, number || agency FROM duties"
    before = baocao.rows(tables)
    assert "không có thay đổi" in baocao("plan", "load", PLAN_179).out
    assert baocao.rows(tables) == before
    assert len(before) > 100


def test_newer_reading_replaces_the_plan_and_keeps_reports(baocao: CommandLine) -> None:
    """A corrected plan takes the place of the earlier one; reports stay word for word."""
    baocao.load()
    roster = baocao.file("roster.csv", "name,agency,role\nĐầu mối,SXD,officer\n")
    assert baocao("people", "import", roster, "--codes", "codes.csv").code == 0
    said = "nv 9 đang làm 60%, không có khó khăn\n1\n1\n1\n1\n"
    assert baocao("chat", "--as", 1, typed=said).code == 0
    reports = baocao.rows("SELECT * FROM task_reports")
    assert len(reports) == 1
    text = PLAN_179.read_text(encoding="utf-8")
    short = "Chương trình phát triển đô thị toàn tỉnh"
    newer = baocao.file("newer.yaml", text.replace(f"short: {short}", "short: Chương trình mới"))
    assert "Đã nạp kế hoạch" in baocao("plan", "load", newer).out
    assert "Chương trình mới" in baocao("plan", "show").out
    assert baocao.rows("SELECT * FROM task_reports") == reports


SECOND = TABLES.with_name("second-plan.yaml")


def _without_task(baocao: CommandLine, number: int) -> Path:
    """A file of Plan 179 in which a task is gone."""
    plan = load_plan(PLAN_179)
    tasks = tuple(task for task in plan.tasks if task.number != number)
    return baocao.file("newer.yaml", dump_plan(plan.model_copy(update={"tasks": tasks})))


def _seat(baocao: CommandLine, people: str) -> None:
    roster = baocao.file("roster.csv", f"name,agency,role\n{people}")
    assert baocao("people", "import", roster, "--codes", "codes.csv").code == 0


def test_load_says_what_changed(baocao: CommandLine) -> None:
    """A task that is gone is owed no longer; its reports stay, are counted, can be taken back."""
    baocao.load()
    _seat(baocao, "Đầu mối,SXD,officer\nChủ tịch,UBND tỉnh,leader\n")
    said = "nv 9 đang làm 60%, không có khó khăn\n1\n"
    assert baocao("chat", "--as", 1, typed=said).code == 0
    newer = _without_task(baocao, 9)
    out = baocao("plan", "load", newer).out
    assert "Bỏ NV 9: Chương trình phát triển đô thị toàn tỉnh." in out
    assert "Sở Xây dựng không còn phải báo cáo: NV 9." in out
    assert "Giữ nguyên 1 báo cáo nhiệm vụ và 0 số liệu; 1 trong số đó" in out
    assert baocao.rows("SELECT task FROM task_reports") == [(9,)]
    assert baocao.rows("SELECT * FROM obligations WHERE subject = 'task' AND number = 9") == []
    asked = "nhiệm vụ\nnv 9\nthu hồi\nmã tra cứu 0001\ncòn lại không thay đổi\nhủy\nnhắc việc\n"
    assert baocao("chat", "--as", 1, typed=asked).code == 0
    asked = "ai chưa báo cáo\nnhiệm vụ 9\nnhiệm vụ của Sở Xây dựng\nmã tra cứu 0001\ntổng hợp\n"
    assert baocao("chat", "--as", 2, typed=asked).code == 0
    assert baocao.rows("SELECT parked FROM inbox WHERE parked IS NOT NULL") == []
    assert "không còn trong Kế hoạch" in _exported(baocao)


def test_figures_of_what_is_gone_stand_in_nobodys_way(baocao: CommandLine) -> None:
    """An indicator leaves the plan, its figures stay: every comparison of figures still answers."""
    baocao.load()
    _seat(baocao, "Đầu mối,SXD,officer\nChủ tịch,UBND tỉnh,leader\n")
    said = "ct 6 năm 2025 đạt 7,2\ngửi\nct 7 năm 2025 đạt 50\ngửi\n"
    assert baocao("chat", "--as", 1, typed=said).code == 0
    assert baocao.rows("SELECT indicator FROM figures ORDER BY id") == [(6,), (7,)]
    plan = load_plan(PLAN_179)
    left = tuple(each for each in plan.indicators if each.number != 6)
    newer = dump_plan(plan.model_copy(update={"indicators": left}))
    assert "Bỏ CT 6" in baocao("plan", "load", baocao.file("newer.yaml", newer)).out
    asked = "chỉ tiêu nào đạt thấp nhất so với mục tiêu\nchỉ tiêu nào đạt mục tiêu\nchỉ tiêu\n"
    out = baocao("chat", "--as", 2, typed=asked).out
    assert baocao.rows("SELECT parked FROM inbox WHERE parked IS NOT NULL") == []
    assert "CT 7" in out


def _exported(baocao: CommandLine) -> str:
    assert baocao("export", "reports.csv").code == 0
    return (baocao.folder / "reports.csv").read_text(encoding="utf-8")


def test_dry_run_changes_nothing(baocao: CommandLine) -> None:
    """--dry-run says the same, also beside the running program, and leaves everything as it is."""
    newer = _without_task(baocao, 9)
    assert "chưa nạp" in baocao("plan", "load", newer, "--dry-run").out
    assert not baocao.database.exists()
    baocao.load()
    before = baocao.dump()
    with baocao.database.with_name("baocao.db.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        out = baocao("plan", "load", newer, "--dry-run").out
    assert "Bỏ NV 9" in out
    assert "chưa nạp" in out
    assert baocao.dump() == before


def test_another_plan_is_not_loaded_by_mistake(baocao: CommandLine) -> None:
    """A plan of another number needs --instead, and the first one's reports come back with it."""
    baocao.load()
    refusal = baocao("plan", "load", SECOND).refusal
    assert "179/KH-UBND" in refusal
    assert "--instead" in refusal
    assert "BAOCAO_DATABASE" in refusal
    assert "thay bằng kế hoạch khác" in baocao("plan", "load", SECOND, "--instead").out
    assert "42/KH-UBND" in baocao("plan", "show").out
    baocao.set(BAOCAO_TODAY="2026-01-05")
    assert baocao("plan", "load", PLAN_179, "--instead").code == 0
    assert "179/KH-UBND" in baocao("plan", "show").out


def test_nobody_is_left_without_an_agency(baocao: CommandLine) -> None:
    """A plan without an agency of people on the roster is refused with their numbers."""
    baocao.load()
    _seat(baocao, "Đầu mối,SXD,officer\nChuyên viên,SNV,officer\n")
    refusal = baocao("plan", "load", SECOND, "--instead").refusal
    assert "so-noi-vu, so-xay-dung" in refusal
    assert "mã số 1, 2" in refusal
    assert "179/KH-UBND" in baocao("plan", "show").out


def test_load_is_refused_while_the_program_runs(baocao: CommandLine) -> None:
    """The running program knows its plan by heart, so a new one has to wait for it to end."""
    baocao.load()
    with baocao.database.with_name("baocao.db.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "chương trình khác" in baocao("plan", "load", PLAN_179).refusal
        assert baocao("plan", "show").code == 0


def test_show_prints_the_loaded_plan(baocao: CommandLine) -> None:
    """Showing prints what checking the file prints of the plan."""
    baocao.load()
    shown = baocao("plan", "show")
    assert (shown.code, shown.err) == (0, "")
    assert baocao("plan", "check", PLAN_179).out.startswith(shown.out)


def test_show_speaks_english_too(baocao: CommandLine) -> None:
    """With BAOCAO_LANGUAGE=en the headings are English; the plan's own words stay."""
    baocao.set(BAOCAO_LANGUAGE="en")
    baocao.load()
    out = baocao("plan", "show").out
    assert "Plan 179/KH-UBND of 15/11/2024" in out
    assert "Sở Xây dựng" in out


def test_a_dry_run_does_not_even_migrate(baocao: CommandLine) -> None:
    """A database of an earlier version is left as it is, and it is said what to do first."""
    baocao.database.parent.mkdir()
    backend = get_backend(f"sqlite:///{baocao.database}")
    migrations = str(Path(database.__file__).with_name("migrations"))
    try:
        with backend.lock():
            backend.apply_migrations(backend.to_apply(read_migrations(migrations))[:1])
    finally:
        backend.connection.close()
    before = baocao.database.read_bytes()
    refused = baocao("plan", "load", PLAN_179, "--dry-run").refusal
    assert "phiên bản cũ" in refused
    assert "baocao backup" in refused
    assert baocao.database.read_bytes() == before
