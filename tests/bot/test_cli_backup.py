"""`baocao backup --keep`: a folder of copies that never grows beyond what was asked for."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.database import verify
from tests.harness.command_line import CommandLine

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def copies(baocao: CommandLine) -> Path:
    """An empty folder for the copies of a loaded database."""
    baocao.load()
    folder = baocao.folder / "copies"
    folder.mkdir()
    return folder


def test_the_newest_copies_are_kept(baocao: CommandLine, copies: Path) -> None:
    """Of twenty nights the last fourteen are there, each a whole database."""
    days = [date(2026, 3, 2) + timedelta(days=n) for n in range(20)]
    for day in days:
        baocao.set(BAOCAO_TODAY=day)
        assert baocao("backup", "--keep", 14, copies).code == 0
    found = sorted(copies.iterdir())
    assert [each.name[7:15] for each in found] == [f"{day:%Y%m%d}" for day in days[-14:]]
    verify(found[0])
    assert {each.stat().st_mode & 0o777 for each in copies.glob("*.db")} == {0o600}


def test_nothing_else_in_the_folder_is_touched(baocao: CommandLine, copies: Path) -> None:
    """Only copies with a day and hour in their name are ever removed."""
    kept = ["baocao.db", "baocao-by-hand.db", "other-20260101-000000.db", "zz.txt"]
    for name in kept:
        (copies / name).write_text("mine")
    (copies / "baocao-20260101-000000.db").write_text("old")
    assert baocao("backup", "--keep", 1, copies).code == 0
    left = sorted(each.name for each in copies.iterdir())
    assert [name for name in left if not name.startswith("baocao-20260302-")] == sorted(kept)
    assert len(left) == len(kept) + 1


def test_a_failed_backup_removes_nothing(baocao: CommandLine, copies: Path) -> None:
    """While the database is damaged, the copies made before stay, however old."""
    old = copies / "baocao-20260101-000000.db"
    old.write_text("old")
    baocao.database.write_bytes(b"dear diary")
    assert "cannot be used" in baocao("backup", "--keep", 1, copies).refusal
    assert [each.name for each in copies.iterdir()] == [old.name]


def test_keeping_needs_a_folder(baocao: CommandLine, copies: Path) -> None:
    """A missing folder and a folder without a number are told with what to do."""
    assert "--keep needs one" in baocao("backup", "--keep", 14, copies / "missing").refusal
    assert "--keep" in baocao("backup", copies).refusal
    assert "--keep" in baocao("backup", "--keep", 0, copies).refusal


def test_a_missing_folder_is_named(baocao: CommandLine, copies: Path) -> None:
    """The line names the folder, not a file that nobody asked for."""
    refused = baocao("backup", copies / "x" / "y.db").refusal
    assert refused.startswith(f"{copies / 'x'}: there is no such folder")
    assert "partial" not in refused
