"""Evidence on disk: whole under its hash, or not there at all."""

import asyncio
import hashlib
import io
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.files import BadType, FileStore, TooLarge
from storage.media_types import DOC, DOCX, EVIDENCE, HEIC, JPEG, PDF, PNG, WEBP, XLS, XLSX

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_SCAN = b"%PDF-1.7\n" + b"x" * 5000


def _archive(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return content.getvalue()


async def _stream(content: bytes, size: int = 1000) -> AsyncIterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


@pytest.fixture
async def store(tmp_path: Path) -> FileStore:
    files = FileStore(tmp_path / "files", 10_000, EVIDENCE)
    await files.prepare()
    return files


def _names(store: FileStore) -> list[str]:
    return sorted(file.name for file in store.directory.iterdir())


async def test_a_file_lies_under_its_hash(store: FileStore) -> None:
    """What came in pieces is whole on disk and found by its hash; twice the same is one file."""
    kept = await store.keep(_stream(_SCAN))
    again = await store.keep(_stream(_SCAN, 7))
    assert kept == again == (hashlib.sha256(_SCAN).hexdigest(), len(_SCAN), PDF)
    assert await asyncio.to_thread(store.path(kept.sha256).read_bytes) == _SCAN
    assert _names(store) == [kept.sha256]


async def test_too_large_is_stopped_while_it_comes(store: FileStore) -> None:
    """The stream is not read to its end, and nothing of it stays."""
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 1
            yield b"%PDF-" + bytes(995)

    with pytest.raises(TooLarge):
        await store.keep(endless())
    assert read == 11
    assert _names(store) == []


async def test_the_largest_allowed_is_kept(store: FileStore) -> None:
    """The limit itself is allowed."""
    content = b"%PDF-".ljust(10_000, b"x")
    assert (await store.keep(_stream(content))).size == 10_000


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (_SCAN, PDF),
        (b"\xff\xd8\xff\xe0JFIF", JPEG),
        (b"\x89PNG\r\n\x1a\nIHDR", PNG),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", WEBP),
        (b"\x00\x00\x00\x18ftypheic", HEIC),
        (_archive("[Content_Types].xml", "word/document.xml"), DOCX),
        (_archive("[Content_Types].xml", "xl/workbook.xml"), XLSX),
        (_OLE + "WordDocument\0".encode("utf-16-le"), DOC),
        (_OLE + "Workbook\0".encode("utf-16-le"), XLS),
    ],
)
async def test_the_type_is_read_from_the_bytes(
    store: FileStore, content: bytes, media_type: str
) -> None:
    """Every kind of evidence is known by what it holds."""
    assert (await store.keep(_stream(content))).media_type == media_type


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00",
        b"<html><script>",
        b"#!/bin/sh\n",
        b"GIF89a",
        b"PK\x03\x04 broken",
        _archive("evil.exe"),
        _archive("word/document.xml", "word/vbaProject.bin"),
        _OLE,
    ],
)
async def test_what_is_no_evidence_is_refused(store: FileStore, content: bytes) -> None:
    """Programs, pages, macros and broken archives are refused, and nothing of them stays."""
    with pytest.raises(BadType):
        await store.keep(_stream(content))
    assert _names(store) == []


async def test_only_the_allowed_types_are_kept(tmp_path: Path) -> None:
    """A known type that is not allowed is refused."""
    photos = FileStore(tmp_path, 10_000, {JPEG})
    with pytest.raises(BadType, match="pdf"):
        await photos.keep(_stream(_SCAN))


async def test_a_broken_stream_leaves_nothing(store: FileStore) -> None:
    """An error on the way is told on, and the part is removed."""

    async def broken() -> AsyncIterator[bytes]:
        yield b"%PDF-"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await store.keep(broken())
    assert _names(store) == []


async def test_a_cancelled_stream_leaves_nothing(store: FileStore) -> None:
    """A turn that is cancelled while a file comes leaves no part behind."""
    begun = asyncio.Event()

    async def stuck() -> AsyncIterator[bytes]:
        yield b"%PDF-"
        begun.set()
        await asyncio.Event().wait()

    keeping = asyncio.create_task(store.keep(stuck()))
    await begun.wait()
    keeping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await keeping
    assert _names(store) == []


async def test_a_new_start_removes_what_was_unfinished(store: FileStore) -> None:
    """Parts left by a killed program go; files stay."""
    kept = await store.keep(_stream(_SCAN))
    (store.directory / "abc.tmp").write_bytes(b"%PDF-")
    await store.prepare()
    assert _names(store) == [kept.sha256]


async def test_who_is_cancelled_while_a_file_is_opened_leaves_none_behind(
    store: FileStore,
) -> None:
    """A time limit may end the keeping at its very first step, at any moment of it."""
    for _ in range(50):
        keeping = asyncio.create_task(store.keep(_stream(_SCAN)))
        while not _names(store):  # noqa: ASYNC110 - the disk tells nobody
            await asyncio.sleep(0)
        keeping.cancel()
        with pytest.raises(asyncio.CancelledError):
            await keeping
        assert _names(store) == []
