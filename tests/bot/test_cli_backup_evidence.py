"""Evidence in backups: each file once, verified, and there again after `baocao restore`."""

import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.harness.command_line import CommandLine

pytestmark = pytest.mark.usefixtures("in_english")
LETTER, PHOTO = b"To trinh", b"Anh hien truong"
NIGHT = date(2026, 3, 2)


def hash_of(content: bytes) -> str:
    """The name under which a content lies."""
    return hashlib.sha256(content).hexdigest()


def names(*contents: bytes) -> list[str]:
    """The names under which contents lie."""
    return sorted(map(hash_of, contents))


def listed(folder: Path) -> list[str]:
    """What lies in a folder; nothing where there is none."""
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


class Office:
    """A loaded database with evidence; `files` is where that lies."""

    def __init__(self, baocao: CommandLine) -> None:
        self.baocao = baocao
        baocao.load()
        self.files = baocao.database.with_name("baocao.db.files")
        self.files.mkdir()
        self.folder = baocao.folder / "copies"
        self.folder.mkdir()
        self.pool = self.folder / "baocao.files"

    def attach(self, name: str, content: bytes) -> Path:
        """Store a file as the program does, with its row."""
        path = self.files / hash_of(content)
        path.write_bytes(content)
        with closing(sqlite3.connect(self.baocao.database)) as connection, connection:
            connection.execute(
                "INSERT OR IGNORE INTO addresses (id, channel, chat) VALUES (900, 'telegram', '9')"
            )
            connection.execute(
                "INSERT INTO evidence (address, ref, name, media_type, size, sha256, received_at)"
                " VALUES (900, 'r', ?, 'image/jpeg', 1, ?, '')",
                (name, path.name),
            )
        return path

    def forget(self, content: bytes) -> None:
        """Have the database name a file no more."""
        with closing(sqlite3.connect(self.baocao.database)) as connection, connection:
            connection.execute("DELETE FROM evidence WHERE sha256 = ?", (hash_of(content),))

    def nights(self, number: int, *, first: date = NIGHT, keep: int = 14) -> None:
        """Make the nightly backup for some nights."""
        for night in range(number):
            self.baocao.set(BAOCAO_TODAY=first + timedelta(days=night))
            ended = self.baocao("backup", "--keep", keep, self.folder)
            assert (ended.code, ended.err) == (0, "")

    def lose(self, paths: Iterable[Path]) -> None:
        """Have the machine's files gone."""
        for path in paths:
            path.unlink()


@pytest.fixture
def office(baocao: CommandLine) -> Office:
    """An office with two files of evidence."""
    office = Office(baocao)
    office.attach("to-trinh.pdf", LETTER)
    office.attach("anh.jpg", PHOTO)
    return office


def test_a_backup_holds_the_evidence(office: Office) -> None:
    """Beside the copy lies every file that it names, and only those, for their owner alone."""
    (office.files / hash_of(b"a person's data")).write_bytes(b"a person's data")
    ended = office.baocao("backup", "copy.db")
    beside = office.baocao.folder / "copy.db.files"
    assert "2 evidence files" in ended.out
    assert listed(beside) == names(LETTER, PHOTO)
    assert (beside / hash_of(PHOTO)).read_bytes() == PHOTO
    assert {each.stat().st_mode & 0o777 for each in beside.iterdir()} == {0o600}
    assert beside.stat().st_mode & 0o777 == 0o700


def test_nightly_copies_share_their_evidence(office: Office) -> None:
    """Fourteen nights hold each file once, and it is not the very file in use."""
    office.nights(3)
    assert listed(office.pool) == names(LETTER, PHOTO)
    assert len(list(office.folder.glob("*.db"))) == 3
    assert not (office.pool / hash_of(PHOTO)).samefile(office.files / hash_of(PHOTO))


def test_what_no_copy_names_any_more_is_removed(office: Office) -> None:
    """A file goes with the last copy that names it, and other things in the folder stay."""
    office.nights(1, keep=2)
    (office.pool / "mine.txt").touch()
    office.forget(PHOTO)
    office.nights(1, first=NIGHT + timedelta(days=1), keep=2)
    assert listed(office.pool) == [*names(LETTER, PHOTO), "mine.txt"]
    office.nights(1, first=NIGHT + timedelta(days=2), keep=2)
    assert listed(office.pool) == [*names(LETTER), "mine.txt"]


def test_nothing_is_removed_while_a_copy_cannot_be_read(office: Office) -> None:
    """Which files an old copy names is not guessed."""
    office.nights(1)
    office.forget(PHOTO)
    next(office.folder.glob("*.db")).write_text("spoilt")
    office.nights(1, first=NIGHT + timedelta(days=1))
    assert listed(office.pool) == names(LETTER, PHOTO)


def test_a_spoilt_copy_is_made_whole_the_next_night(office: Office) -> None:
    """Every file is read back each time, not only the new ones."""
    office.nights(1)
    (office.pool / hash_of(PHOTO)).write_bytes(b"rotten")
    office.nights(1, first=NIGHT + timedelta(days=1))
    assert (office.pool / hash_of(PHOTO)).read_bytes() == PHOTO


def test_lost_evidence_is_named_and_the_rest_backed_up(office: Office) -> None:
    """A missing file and one that holds something else are told; the command ends with 1."""
    office.lose([office.files / hash_of(PHOTO)])
    (office.files / hash_of(LETTER)).write_bytes(b"rotten")
    office.attach("bao-cao.pdf", b"whole")
    ended = office.baocao("backup", "copy.db")
    assert ended.code == 1
    assert "anh.jpg" in ended.err
    assert hash_of(LETTER) in ended.err
    assert listed(office.baocao.folder / "copy.db.files") == names(b"whole")


def test_the_folder_in_use_is_no_place_for_copies(baocao: CommandLine) -> None:
    """Old evidence is never cleared away where the program keeps its own."""
    baocao.set(BAOCAO_DATABASE=baocao.folder / "var" / "baocao")
    baocao.database = baocao.folder / "var" / "baocao"
    baocao.load()
    baocao.database.with_name("baocao.files").mkdir()
    assert "in use" in baocao("backup", "--keep", 3, baocao.database.parent).refusal


@pytest.mark.parametrize("nightly", [False, True])
def test_evidence_is_there_again_after_a_restore(office: Office, nightly: bool) -> None:
    """What is gone or spoilt on the machine comes from the backup, and only that is written."""
    if nightly:
        office.nights(1)
        (copy,) = office.folder.glob("*.db")
    else:
        copy = office.baocao.folder / "copy.db"
        assert office.baocao("backup", copy).code == 0
    kept = office.attach("moi.pdf", b"later")
    office.lose([office.files / hash_of(PHOTO)])
    (office.files / hash_of(LETTER)).write_bytes(b"rotten")
    ended = office.baocao("restore", copy)
    assert (ended.code, ended.err) == (0, "")
    assert "2 evidence files" in ended.out
    assert (office.files / hash_of(LETTER)).read_bytes() == LETTER
    assert listed(office.files) == sorted([*names(LETTER, PHOTO), kept.name])


def test_a_restore_without_its_evidence_is_refused_first(office: Office) -> None:
    """The lost file is named and nothing changed; the database comes back when that is wanted."""
    office.nights(1)
    (copy,) = office.folder.glob("*.db")
    office.lose([office.files / hash_of(PHOTO), office.pool / hash_of(PHOTO)])
    (office.files / hash_of(LETTER)).write_bytes(b"rotten")
    office.baocao.set(BAOCAO_TODAY="2026-03-05")
    before = office.baocao.dump()
    refusal = office.baocao("restore", copy).refusal
    assert "anh.jpg" in refusal
    assert hash_of(PHOTO) in refusal
    assert "to-trinh.pdf" not in refusal
    assert "--without-lost-files" in refusal
    assert office.baocao.dump() == before
    assert (office.files / hash_of(LETTER)).read_bytes() == b"rotten"
    ended = office.baocao("restore", copy, "--without-lost-files")
    assert ended.code == 0
    assert "anh.jpg" in ended.out
    assert (office.files / hash_of(LETTER)).read_bytes() == LETTER
