"""Putting a backup in the database's place: looked over first, swapped at once, undone by hand.

Beside database.py the one module that knows the files SQLite keeps: `-wal` and `-shm`.
"""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from domain.model import Model
from storage.database import DatabaseUnavailable, holding, known_forms, migrate, verify
from storage.evidence_copies import NamedFile, named_files
from storage.moments import moment

SQLITE = b"SQLite format 3\x00"
_CONTENTS = """
SELECT
  (SELECT document FROM plans ORDER BY loaded_at DESC LIMIT 1) AS plan,
  (SELECT count(*) FROM people WHERE revoked_at IS NULL) AS people,
  (SELECT count(*) FROM task_reports) AS reports,
  (SELECT count(*) FROM figures) AS figures,
  (SELECT max(filed_at) FROM (
    SELECT max(filed_at) AS filed_at FROM task_reports UNION ALL SELECT max(filed_at) FROM figures
  ) AS filed) AS newest
"""


class Flaw(StrEnum):
    """Why a file cannot take the database's place; each has a text."""

    NO_DATABASE = "no-database"
    OPEN = "open"
    DAMAGED = "damaged"
    ANOTHER_PROGRAM = "another-program"
    NEWER = "newer"


class NotRestorable(Exception):
    """A file cannot take the database's place, of which `facts` tell more."""

    def __init__(self, flaw: Flaw, **facts: str) -> None:
        super().__init__(flaw, facts)
        self.flaw = flaw
        self.facts = facts


class Contents(Model):
    """What a database holds; `newest` is when its last report or figure was filed."""

    plan: str | None
    people: int
    reports: int
    figures: int
    newest: datetime | None
    evidence: tuple[NamedFile, ...]


def restore(
    source: Path, target: Path, aside: Path, accept: Callable[[Contents], None]
) -> Contents:
    """Put a backup in the database's place, the present one at `aside`; all of it or nothing.

    The backup is read only. `accept` is called before anything is swapped and stops it by raising.
    Raise NotRestorable, or DatabaseBusy while a program runs on `target`.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = target.with_name(target.name + ".restoring")
    with holding(target):
        try:
            contents = _stage(source, staged)
            accept(contents)
            if target.exists():
                _set_aside(target, aside)
            staged.replace(target)
            _settle(target.parent)
        finally:
            _remove(staged)
    return contents


def _stage(source: Path, staged: Path) -> Contents:
    """Copy a backup beside the database, look it over, bring it to the newest form."""
    with source.open("rb") as file:
        if file.read(len(SQLITE)) != SQLITE:
            raise NotRestorable(Flaw.NO_DATABASE)
    if source.with_name(source.name + "-shm").exists():
        raise NotRestorable(Flaw.OPEN)
    _remove(staged)
    for ending in ("", "-wal"):
        part = source.with_name(source.name + ending)
        if part.exists():
            copy = staged.with_name(staged.name + ending)
            copy.touch(mode=0o600)
            shutil.copyfile(part, copy)
    try:
        verify(staged)
        _check_form(staged)
        migrate(staged)
        verify(staged)
        contents = _contents(staged)
    except (DatabaseUnavailable, sqlite3.DatabaseError) as error:
        raise NotRestorable(Flaw.DAMAGED) from error
    with staged.open("rb") as written:
        os.fsync(written.fileno())
    return contents


def _check_form(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not tables >= {"_yoyo_migration", "plans", "people", "task_reports"}:
            raise NotRestorable(Flaw.ANOTHER_PROGRAM)
        applied = {id_ for (id_,) in connection.execute("SELECT migration_id FROM _yoyo_migration")}
    if newer := applied - known_forms():
        raise NotRestorable(Flaw.NEWER, forms=", ".join(sorted(newer)))


def _contents(path: Path) -> Contents:
    with closing(sqlite3.connect(path)) as connection:
        plan, people, reports, figures, newest = connection.execute(_CONTENTS).fetchone()
        return Contents(
            plan=None if plan is None else json.loads(plan)["number"],
            people=people,
            reports=reports,
            figures=figures,
            newest=None if newest is None else moment(newest),
            evidence=named_files(path),
        )


def _set_aside(target: Path, aside: Path) -> None:
    """Give the present database, damaged or not, a second name, and end its write-ahead log."""
    for ending in ("", "-wal"):
        part = target.with_name(target.name + ending)
        if part.exists():
            os.link(part, aside.with_name(aside.name + ending))
    _settle(target.parent)
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA wal_checkpoint")  # a kill right after leaves nothing out
    for ending in ("-wal", "-shm"):
        target.with_name(target.name + ending).unlink(missing_ok=True)


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Have a folder's names survive a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
