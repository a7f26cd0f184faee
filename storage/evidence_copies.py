"""Copies of evidence files: each lies once in its folder, under the hash of what it holds.

Copied and not linked to the files in use: what harms one on disk must not harm the other.
"""

import hashlib
import os
import re
import shutil
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path

from domain.model import Model

_NAMED = "SELECT sha256, min(name) AS name FROM evidence WHERE sha256 <> '' GROUP BY sha256"
_HASH = re.compile(r"[0-9a-f]{64}")
_UNFINISHED = ".tmp"


class NamedFile(Model):
    """A file that a database names: the hash it lies under, and what its sender called it."""

    sha256: str
    name: str


def named_files(database: Path) -> tuple[NamedFile, ...]:
    """Return the evidence files that a database names; raise sqlite3.DatabaseError."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?immutable=1", uri=True)) as opened:
        return tuple(NamedFile(sha256=row[0], name=row[1]) for row in opened.execute(_NAMED))


def is_whole(path: Path) -> bool:
    """Whether a file is there and holds what its name says."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == path.name
    except (FileNotFoundError, PermissionError, IsADirectoryError):
        return False


def bring(
    files: Iterable[NamedFile], target: Path, sources: Collection[Path]
) -> tuple[NamedFile, ...]:
    """Have each file whole in `target`, taken from the first source that has it whole.

    Return those that are whole nowhere. Raise OSError where one cannot be written.
    """
    lost = []
    for file in files:
        places = (target, *sources)
        found = next((each for each in places if is_whole(each / file.sha256)), None)
        if found is None:
            lost.append(file)
        elif found != target:
            _copy(found / file.sha256, target)
    return tuple(lost)


def lacking(files: Iterable[NamedFile], places: Collection[Path]) -> tuple[NamedFile, ...]:
    """Return the files that are whole in none of these folders."""
    return tuple(file for file in files if not any(is_whole(each / file.sha256) for each in places))


def remove_unnamed(folder: Path, named: Collection[str]) -> None:
    """Remove the files of a folder that no database names any more, and unfinished ones."""
    for path in folder.iterdir():
        unfinished = path.name.endswith(_UNFINISHED)
        ours = _HASH.fullmatch(path.name.removesuffix(_UNFINISHED))
        if ours and (unfinished or path.name not in named):
            path.unlink()


def _copy(source: Path, folder: Path) -> None:
    """Copy a file into a folder, where it is whole, or not at all, also after a power cut."""
    folder.mkdir(mode=0o700, exist_ok=True)
    partial = folder / (source.name + _UNFINISHED)
    try:
        partial.unlink(missing_ok=True)
        partial.touch(mode=0o600)
        shutil.copyfile(source, partial)
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        partial.replace(folder / source.name)
    finally:
        partial.unlink(missing_ok=True)
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
