"""Evidence on disk beside the database, each file under the hash of what it holds."""

import asyncio
import hashlib
import os
import tempfile
import threading
from collections.abc import AsyncIterable, Collection
from pathlib import Path
from typing import BinaryIO, NamedTuple

from storage.media_types import media_type_of

MEGABYTE = 1024 * 1024
_UNFINISHED = ".tmp"


class TooLarge(Exception):
    """The file holds more bytes than are allowed."""


class BadType(Exception):
    """What the file holds is of no allowed type, whatever it calls itself."""


class Kept(NamedTuple):
    """A file on disk: its hash, its size and what it truly holds."""

    sha256: str
    size: int
    media_type: str


class FileStore:
    """Files of the allowed media types, whole or not there at all."""

    def __init__(self, directory: Path, max_bytes: int, types: Collection[str]) -> None:
        self.directory = directory
        self.max_bytes = max_bytes
        self.types = frozenset(types)
        self._naming = threading.Lock()

    async def prepare(self) -> None:
        """Make the directory and remove what a killed program left unfinished in it."""
        await asyncio.to_thread(self._prepare)

    async def keep(self, chunks: AsyncIterable[bytes]) -> Kept:
        """Store a stream; raise TooLarge or BadType and keep nothing of it."""
        part = await self._part()
        try:
            size, digest = 0, hashlib.sha256()
            async for chunk in chunks:
                size += len(chunk)
                if size > self.max_bytes:
                    raise TooLarge(f"more than {self.max_bytes} bytes")
                digest.update(chunk)
                await asyncio.to_thread(part.write, chunk)
            sha256 = digest.hexdigest()
            return Kept(sha256, size, await asyncio.to_thread(self._settle, part, sha256))
        finally:
            await asyncio.to_thread(_discard, part)

    def path(self, sha256: str) -> Path:
        """Where a file lies, or would lie."""
        return self.directory / sha256

    async def has(self, sha256: str) -> bool:
        """Whether a file is there to be read."""
        return await asyncio.to_thread(os.access, self.path(sha256), os.R_OK)

    async def read(self, sha256: str) -> bytes | None:
        """Return what a file holds, None where it cannot be read."""
        try:
            return await asyncio.to_thread(self.path(sha256).read_bytes)
        except OSError:
            return None

    async def forget(self, sha256: str, kept_before: float) -> bool:
        """Remove a file unless it was kept again since a time, in seconds of the system's clock.

        Return whether it is gone.
        """
        return await asyncio.to_thread(self._forget, sha256, kept_before)

    def _forget(self, sha256: str, kept_before: float) -> bool:
        path = self.path(sha256)
        with self._naming:
            try:
                if path.stat().st_mtime >= kept_before:
                    return False
            except FileNotFoundError:
                return True
            path.unlink()
        return True

    def _prepare(self) -> None:
        self.directory.mkdir(parents=True, exist_ok=True)
        for left_behind in self.directory.glob(f"*{_UNFINISHED}"):
            left_behind.unlink()

    async def _part(self) -> BinaryIO:
        """Open an unfinished file; who is cancelled meanwhile leaves none behind."""
        opening = asyncio.ensure_future(asyncio.to_thread(self._open_part))
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            await asyncio.to_thread(_discard, await opening)
            raise

    def _open_part(self) -> BinaryIO:
        number, name = tempfile.mkstemp(dir=self.directory, suffix=_UNFINISHED)
        os.close(number)
        return open(name, "w+b")

    def _settle(self, part: BinaryIO, sha256: str) -> str:
        """Give a written file its name, so that it survives a power cut; return its type."""
        part.flush()
        found = media_type_of(part)
        if found not in self.types:
            raise BadType(found or "unknown")
        os.fsync(part.fileno())
        with self._naming:
            os.utime(part.fileno())
            os.replace(part.name, self.path(sha256))
        directory = os.open(self.directory, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)
        return found


def _discard(part: BinaryIO) -> None:
    """Close a part and remove it where it has not got its name."""
    part.close()
    Path(part.name).unlink(missing_ok=True)
