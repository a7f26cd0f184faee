"""What a file holds, told by its bytes and never by its name."""

import zipfile
from typing import BinaryIO

PDF = "application/pdf"
JPEG = "image/jpeg"
PNG = "image/png"
WEBP = "image/webp"
HEIC = "image/heic"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"

EVIDENCE = frozenset({PDF, JPEG, PNG, WEBP, HEIC, DOCX, XLSX, DOC, XLS})
"""What offices send as evidence: scans, photos, documents and tables."""

_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_OFFICE_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
_OLE_STREAMS = {"WordDocument": DOC, "Workbook": XLS, "Book": XLS}
_MACROS = "vbaProject.bin"


def media_type_of(file: BinaryIO) -> str | None:
    """The media type of a file's content; None where it is none of those known here."""
    file.seek(0)
    head = file.read(1024)
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return HEIC
    if b"%PDF-" in head:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _office_open(file)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole(file)
    return None


def _office_open(file: BinaryIO) -> str | None:
    """A Word or Excel file of today; one with macros is refused as unknown."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return None
    if any(name.endswith(_MACROS) for name in names):
        return None
    return next((kind for part, kind in _OFFICE_PARTS.items() if part in names), None)


def _ole(file: BinaryIO) -> str | None:
    """A Word or Excel file of old; its streams are named in UTF-16 in its directory."""
    file.seek(0)
    content = file.read()
    found = (kind for name, kind in _OLE_STREAMS.items() if _stream(name) in content)
    return next(found, None)


def _stream(name: str) -> bytes:
    return f"{name}\0".encode("utf-16-le")
