"""`baocao agencies apply`: looked at first, applied once, to take effect on its day."""

from pathlib import Path

import pytest

from plans.yaml_form import PLAN_179
from tests.harness.command_line import CommandLine

MERGERS = PLAN_179.with_name("agencies-2025-03-01.yaml")
ROSTER = "name,agency,role\nCán bộ đầu mối Sở GTVT,Sở GTVT,officer\n"


@pytest.fixture
def office(baocao: CommandLine, tmp_path: Path) -> CommandLine:
    """Plan 179 is loaded, and an officer of Sở GTVT is on the roster."""
    baocao("plan", "load", PLAN_179)
    roster = baocao.file("roster.csv", ROSTER)
    baocao("people", "import", roster, "--codes", tmp_path / "codes.csv")
    return baocao


def test_a_dry_run_tells_all_and_changes_nothing(office: CommandLine) -> None:
    """The agencies, the tasks, the people that would pass on."""
    out = office("agencies", "apply", MERGERS, "--dry-run").out
    assert "Thay đổi cơ quan từ ngày 01/03/2025" in out
    assert "Cơ quan mới: Sở Nông nghiệp và Môi trường" in out
    assert "Sở GTVT kết thúc, nay là: Sở Xây dựng" in out
    assert "NV 32: Sở GTVT → Sở Xây dựng" in out
    assert "CT 8: Sở TT&TT → Sở KH&CN" in out
    assert "Cán bộ đầu mối Sở GTVT: Sở GTVT → Sở Xây dựng" in out
    assert out.rstrip().endswith("Chỉ xem trước, chưa áp dụng.")
    assert "Sở GTVT" in office("people", "list").out


def test_applied_it_shows_in_the_plan_and_the_roster(office: CommandLine) -> None:
    """NV 32 is Sở Xây dựng's, and so is the officer."""
    assert "Đã áp dụng" in office("agencies", "apply", MERGERS).out
    shown = office("plan", "show").out
    (task,) = [line for line in shown.splitlines() if line.strip("│ ").startswith("32 ")]
    assert "Sở Xây dựng" in task
    (person,) = [line for line in office("people", "list").out.splitlines() if "Cán bộ" in line]
    assert "Sở Xây dựng" in person


def test_the_same_change_again_is_known(office: CommandLine) -> None:
    """Nothing passes on twice."""
    office("agencies", "apply", MERGERS)
    assert "đã được ghi nhận" in office("agencies", "apply", MERGERS).out


def test_a_change_of_a_later_day_waits_for_it(office: CommandLine) -> None:
    """Until then everything is as it was."""
    later = office.file("later.yaml", _dated("2031-01-01"))
    assert "sẽ áp dụng từ ngày 01/01/2031" in office("agencies", "apply", later).out
    assert "Sở GTVT" in office("people", "list").out


def test_the_amended_plan_loaded_again_keeps_the_change(office: CommandLine) -> None:
    """The plan's file still names Sở GTVT; it does not come back."""
    office("agencies", "apply", MERGERS)
    office("plan", "load", PLAN_179)
    shown = office("plan", "show").out
    (task,) = [line for line in shown.splitlines() if line.strip("│ ").startswith("32 ")]
    assert "Sở Xây dựng" in task


def test_a_change_that_does_not_fit_is_refused(office: CommandLine) -> None:
    """The wrong name is told, and nothing is stored."""
    wrong = office.file("wrong.yaml", _dated("2025-03-01").replace("so-gtvt", "so-gtvtt"))
    assert "so-gtvtt" in office("agencies", "apply", wrong).refusal
    assert "Đã áp dụng" in office("agencies", "apply", MERGERS).out


def test_a_change_that_would_not_fit_one_to_come_is_refused(office: CommandLine) -> None:
    """Sở GTVT ends in 2031 already: an earlier end would break the later one on its day."""
    office("agencies", "apply", office.file("later.yaml", _dated("2031-01-01")))
    sooner = office.file("sooner.yaml", _dated("2030-01-01"))
    assert "so-" in office("agencies", "apply", sooner).refusal


def test_a_slip_in_the_file_is_named_with_its_line(office: CommandLine) -> None:
    """The day is no day."""
    wrong = office.file("wrong.yaml", _dated("2025-13-01"))
    assert "Dòng" in office("agencies", "apply", wrong).refusal


def test_the_same_roster_imported_again_finds_who_was_moved(
    office: CommandLine, tmp_path: Path
) -> None:
    """The file still says Sở GTVT: nobody is added twice, and who is new comes to Sở Xây dựng."""
    office("agencies", "apply", MERGERS)
    more = office.file("more.csv", ROSTER + "Cán bộ tổng hợp,Sở GTVT,officer\n")
    office("people", "import", more, "--codes", tmp_path / "more-codes.csv")
    people = [line for line in office("people", "list").out.splitlines() if "Cán bộ" in line]
    assert len(people) == 2
    assert all("Sở Xây dựng" in line for line in people)


def _dated(day: str) -> str:
    text = MERGERS.read_text(encoding="utf-8")
    return text.replace("effective: 2025-03-01", f"effective: {day}")
