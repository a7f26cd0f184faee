"""`baocao restore`: a backup takes the database's place, or everything stays as it was."""

import asyncio
import fcntl
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from yoyo import get_backend, read_migrations

from bot.demo import prepare_demo
from bot.settings import read_settings
from storage import restoring
from storage.database import verify
from tests.harness.command_line import CommandLine
from tests.harness.stage import MONDAY

pytestmark = pytest.mark.usefixtures("in_english")

MIGRATIONS = str(Path(restoring.__file__).with_name("migrations"))
ASIDE = "baocao.db.before-restore-20260302-*"
REPORTS = "SELECT count(*) FROM task_reports"


@pytest.fixture
def copy(baocao: CommandLine) -> Path:
    """A backup of the demo's data, after which one more report was filed."""
    settings = read_settings().model_copy(update={"database": baocao.database})
    asyncio.run(prepare_demo(settings, lambda: MONDAY))
    path = baocao.folder / "copy.db"
    assert baocao("backup", path).code == 0
    (person,) = baocao.rows("SELECT id FROM people WHERE name = 'Cán bộ đầu mối Sở Xây dựng'")[0]
    typed = "nv 9 đang làm 60%, không có khó khăn\n1\n"
    assert baocao("chat", "--as", person, typed=typed).code == 0
    return path


def content(path: Path) -> list[str]:
    """Everything that stands in a database."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def counted(path: Path) -> object:
    """How many reports a database holds."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(REPORTS).fetchone()[0]


def names(baocao: CommandLine) -> list[str]:
    """The files beside the database."""
    return sorted(each.name for each in baocao.database.parent.iterdir())


def test_the_backup_stands_and_the_present_one_is_kept(baocao: CommandLine, copy: Path) -> None:
    """After it the database is the backup's, and the later report lies in the file set aside."""
    before, backed_up = baocao.dump(), content(copy)
    ended = baocao("restore", copy)
    assert (ended.code, ended.err) == (0, "")
    (aside,) = baocao.database.parent.glob(ASIDE)
    assert str(aside) in ended.out
    assert f"plan 179/KH-UBND, {people(copy)} people, {counted(copy)} task reports" in ended.out
    assert "to report again" in ended.out
    assert [row for row in baocao.dump() if "yoyo" not in row] == [
        row for row in backed_up if "yoyo" not in row
    ]
    assert content(aside) == before
    assert counted(aside) == int(str(counted(copy))) + 1
    assert baocao.database.stat().st_mode & 0o777 == 0o600
    verify(baocao.database)


def people(path: Path) -> object:
    """How many people are on a database's roster."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT count(*) FROM people WHERE revoked_at IS NULL"
        return connection.execute(query).fetchone()[0]


def test_it_is_undone_by_restoring_what_was_set_aside(baocao: CommandLine, copy: Path) -> None:
    """The file set aside is a backup like any other."""
    before = baocao.rows("SELECT * FROM task_reports")
    assert baocao("restore", copy).code == 0
    (aside,) = baocao.database.parent.glob(ASIDE)
    aside = aside.rename(baocao.folder / "aside.db")
    assert baocao("restore", aside).code == 0
    assert baocao.rows("SELECT * FROM task_reports") == before


def test_on_a_new_machine(baocao: CommandLine, copy: Path) -> None:
    """Where there is no database yet, the backup becomes it, and nothing is said of another."""
    baocao.set(BAOCAO_DATABASE=baocao.folder / "new" / "baocao.db")
    out = baocao("restore", copy).out
    assert "kept as" not in out
    assert counted(baocao.folder / "new" / "baocao.db") == counted(copy)


def test_a_damaged_database_is_replaced(baocao: CommandLine, copy: Path) -> None:
    """Just the database that cannot be read any more is why one restores; it is kept all the same.

    What stands in its write-ahead log is kept beside it."""
    baocao.database.write_bytes(b"dear diary")
    wal = baocao.database.with_name("baocao.db-wal")
    wal.write_bytes(b"dear log")
    told = baocao("restore", copy).out
    kept = sorted(baocao.database.parent.glob(ASIDE))
    assert all(f"kept as {each}\n" in told for each in kept)
    assert [each.read_bytes() for each in kept] == [b"dear diary", b"dear log"]
    assert counted(baocao.database) == counted(copy)


def test_a_backup_on_a_read_only_disk_can_be_restored(baocao: CommandLine, copy: Path) -> None:
    """Nothing is written to the backup or beside it."""
    folder = baocao.folder / "disk"
    folder.mkdir()
    backup = copy.rename(folder / "copy.db")
    backup.chmod(0o400)
    folder.chmod(0o500)
    before = backup.read_bytes()
    assert baocao("restore", backup).code == 0
    assert backup.read_bytes() == before
    assert [each.name for each in folder.iterdir()] == ["copy.db"]


def test_an_older_backup_is_brought_to_the_newest_form(baocao: CommandLine) -> None:
    """A backup of the very first version works after it."""
    old = baocao.folder / "old.db"
    backend = get_backend(f"sqlite:///{old}")
    try:
        with backend.lock():
            backend.apply_migrations(backend.to_apply(read_migrations(MIGRATIONS))[:1])
    finally:
        backend.connection.close()
    ended = baocao("restore", old)
    assert "plan none yet, 0 people, 0 task reports, 0 figures, 0 evidence files." in ended.out
    applied = {id_ for (id_,) in baocao.rows("SELECT migration_id FROM _yoyo_migration")}
    assert applied == restoring.known_forms()


def test_it_waits_for_the_program_to_end(baocao: CommandLine, copy: Path) -> None:
    """A running program's database is never swapped under it."""
    before = baocao.dump()
    with baocao.database.with_name("baocao.db.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "another process" in baocao("restore", copy).refusal
    assert baocao.dump() == before


def _spoil(copy: Path, how: str) -> None:
    match how:
        case "words":
            copy.write_text("Kính gửi")
        case "damaged":
            spoilt = bytearray(copy.read_bytes())
            spoilt[8192:40960] = b"\xff" * (40960 - 8192)
            copy.write_bytes(spoilt)
        case "cut":
            copy.write_bytes(copy.read_bytes()[:20000])
        case "open":
            copy.with_name(copy.name + "-shm").touch()
        case _:
            with closing(sqlite3.connect(copy)) as connection:
                connection.executescript(
                    {
                        "newer": "INSERT INTO _yoyo_migration VALUES ('x', '9999.later', '')",
                        "dangling": "PRAGMA foreign_keys = OFF; UPDATE people SET agency = 'none'",
                        "other": "PRAGMA foreign_keys = OFF; ALTER TABLE people RENAME TO persons",
                    }[how]
                )


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("words", "no database"),
        ("damaged", "damaged"),
        ("cut", "damaged"),
        ("open", "has this file open"),
        ("newer", "9999.later"),
        ("dangling", "damaged"),
        ("other", "another program's"),
    ],
)
def test_what_is_no_whole_backup_changes_nothing(
    baocao: CommandLine, copy: Path, how: str, told: str
) -> None:
    """A file that is something else, damaged, or newer than the program is refused with why."""
    _spoil(copy, how)
    before, files = baocao.dump(), names(baocao)
    assert told in baocao("restore", copy).refusal
    assert baocao.dump() == before
    assert names(baocao) == files


def test_what_is_no_backup_at_all_is_told(baocao: CommandLine, copy: Path) -> None:
    """A folder, a missing file and the database itself are named."""
    assert "folder" in baocao("restore", baocao.folder).refusal
    assert "no such file" in baocao("restore", "missing.db").refusal
    assert "itself" in baocao("restore", baocao.database).refusal
    assert list(baocao.database.parent.glob(ASIDE)) == []
