"""`baocao export`: what was filed, as tables an office opens in Excel."""

import asyncio
import csv
import fcntl
import io
import re
from pathlib import Path

import pytest

from bot.demo import prepare_demo
from bot.settings import read_settings
from tests.harness.command_line import CommandLine
from tests.harness.stage import MONDAY

MARK = b"\xef\xbb\xbf"


@pytest.fixture(autouse=True)
def _loaded(baocao: CommandLine) -> None:
    """The demo's reports and figures under the name of a real database."""
    settings = read_settings().model_copy(update={"database": baocao.database})
    asyncio.run(prepare_demo(settings, lambda: MONDAY))


def opened(path: Path, separator: str = ";") -> list[dict[str, str]]:
    """The rows of a written table, by their column's head."""
    content = path.read_bytes()
    assert content.startswith(MARK)
    text = content.removeprefix(MARK).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))


def test_reports_are_written(baocao: CommandLine) -> None:
    """Every report is a row with Vietnamese heads and words; the file is its owner's alone."""
    ended = baocao("export", "reports.csv")
    path = baocao.folder / "reports.csv"
    rows = opened(path)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"reports.csv: {len(rows)} báo cáo.\n"
    assert baocao.rows("SELECT count(*) FROM task_reports") == [(len(rows),)]
    assert path.stat().st_mode & 0o777 == 0o600
    done = next(row for row in rows if row["Số, ký hiệu văn bản"])
    assert done["Tình hình thực hiện"] == "đã hoàn thành"
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", done["Ngày văn bản"])
    assert done["Đang có hiệu lực"] == "có"
    assert done["Kỳ báo cáo"].startswith("quý ")
    assert len(done["Mã tra cứu"]) == 4


def test_figures_are_written(baocao: CommandLine) -> None:
    """Figures stand with decimal commas, the plan's target, the verdict and what they revise."""
    rows = opened_after(baocao, "figures.csv")
    assert baocao.rows("SELECT count(*) FROM figures") == [(len(rows),)]
    assert {row["Đánh giá"] for row in rows} >= {"đạt", "chưa đạt"}
    assert any("," in row["Số liệu"] for row in rows)
    revised = next(row for row in rows if row["Thay cho mã"])
    before = next(row for row in rows if row["Mã tra cứu"] == revised["Thay cho mã"])
    assert (before["Đang có hiệu lực"], revised["Đang có hiệu lực"]) == ("không", "có")
    assert any(row["Lý do chưa có số liệu"] for row in rows)


def opened_after(baocao: CommandLine, name: str, *options: str) -> list[dict[str, str]]:
    """Export and open what was written."""
    assert baocao("export", name, *options).code == 0
    return opened(baocao.folder / name, "," if "," in options else ";")


def test_an_english_office_gets_its_own_form(baocao: CommandLine) -> None:
    """With the comma between cells, numbers have a point and days are year first."""
    baocao.set(BAOCAO_LANGUAGE="en")
    rows = opened_after(baocao, "reports.csv", "--separator", ",")
    days = [row["Document date"] for row in rows if row["Document date"]]
    assert days
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days)
    assert opened_after(baocao, "figures.csv", "--separator", ",")[0]["Figure"].count(",") == 0


def test_days_and_agency_narrow_it(baocao: CommandLine) -> None:
    """An agency is named as people write it, days in either way, both ends counted."""
    rows = opened_after(baocao, "reports-sxd.csv", "--agency", "SXD")
    assert {row["Cơ quan"] for row in rows} == {"Sở Xây dựng"}
    day = rows[0]["Ngày báo cáo"]
    rows = opened_after(baocao, "day-reports.csv", "--from", day, "--to", day)
    assert {row["Ngày báo cáo"] for row in rows} == {day}
    assert opened_after(baocao, "no-reports.csv", "--from", "2030-01-01") == []


def test_words_of_officers_are_no_formula(baocao: CommandLine) -> None:
    """An obstacle that begins like a formula is shown by Excel, not carried out."""
    person = next(
        id_ for id_, name in baocao.rows("SELECT id, name FROM people")
        if name == "Cán bộ đầu mối Sở Xây dựng"
    )  # fmt: skip
    typed = 'nv 31\nđang thực hiện\nbỏ qua\n20\n=HYPERLINK("http://x")\n1\n'
    assert baocao("chat", "--as", person, typed=typed).code == 0
    (row,) = [row for row in opened_after(baocao, "reports.csv") if "HYPERLINK" in str(row)]
    assert row["Khó khăn, vướng mắc"].startswith("'=HYPERLINK")


def test_export_while_the_program_runs(baocao: CommandLine) -> None:
    """The running program need not be ended."""
    with baocao.database.with_name("baocao.db.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert baocao("export", "reports.csv").code == 0


def test_nothing_is_overwritten_unasked(baocao: CommandLine) -> None:
    """A file that is there stays, unless --force replaces it by a whole new one."""
    path = baocao.file("reports.csv", "mine")
    assert "--force" in baocao("export", path).refusal
    assert path.read_text() == "mine"
    assert baocao("export", path, "--force").code == 0
    assert opened(path)


def test_a_broken_export_leaves_nothing(baocao: CommandLine) -> None:
    """Where writing fails, the earlier file stays and no half of a new one is left."""
    path = baocao.file("reports.csv", "mine")
    assert "SNGV" in baocao("export", path, "--force", "--agency", "SNGV").refusal
    assert path.read_text() == "mine"
    assert sorted(each.name for each in baocao.folder.iterdir()) == ["reports.csv", "var"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("out.csv", "reports.csv hoặc figures.csv"),
        ("reports", "reports.csv hoặc figures.csv"),
        ("reports.xlsx", "reports.csv hoặc figures.csv"),
        ("reports-figures.csv", "reports.csv hoặc figures.csv"),
        ("missing/reports.csv", "missing: không có thư mục này"),
        ("reports.csv --separator |", "chọn ; hoặc ,"),
        ("reports.csv --from soon", "“soon” không phải ngày"),
        ("reports.csv --from 2026-03-02 --to 2026-03-01", "muộn hơn ngày cuối"),
    ],
)
def test_mistakes_are_told(baocao: CommandLine, arguments: str, told: str) -> None:
    """What cannot be written is told in one line, and nothing is left behind."""
    assert told in baocao("export", *arguments.split()).refusal
    assert [each.name for each in baocao.folder.iterdir()] == ["var"]


def test_a_missing_folder_and_a_wrong_day_are_told(baocao: CommandLine) -> None:
    """The line names the folder that is missing, or shows how a day is written."""
    baocao.load()
    assert baocao("export", "r2/reports.csv").refusal.startswith("r2: không có thư mục này")
    assert "2026-03-09" in baocao("export", "reports.csv", "--from", "hôm qua").refusal
