"""What the chat page sends, read and checked; each mistake is a Problem with its own sentence."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Annotated

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError
from pydantic import StringConstraints, TypeAdapter, ValidationError

from bot.web_guard import Problem
from channels.intake import LONGEST_TEXT
from domain.model import Model

FORM_ROOM = 64 * 1024
"""How many bytes a form may be longer than its file."""
PATIENCE = 20.0
"""Seconds that words may take to arrive."""
_LONGEST_NAME = 120
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_Id = Annotated[str, StringConstraints(pattern=rf"^{_ID.pattern}$")]
_Short = Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Typed(Model):
    """Words typed into the page."""

    id: _Id
    text: str


class Tapped(Model):
    """A button tapped on the page."""

    id: _Id
    token: _Short
    key: _Short
    message: _Short | None = None


_SAID: TypeAdapter[Typed | Tapped] = TypeAdapter(Typed | Tapped)


async def read_body(request: web.Request) -> bytes:
    """What a request holds, if it comes soon; a Problem where somebody holds the line."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await request.read()
    except TimeoutError as error:
        raise Problem(503, "web-try-again") from error


def read_said(body: bytes) -> Typed | Tapped:
    """What the page says, checked; a Problem names what is wrong with it."""
    try:
        said = _SAID.validate_json(body)
    except ValidationError as error:
        mistakes = error.errors()
        if any(mistake["type"] == "json_invalid" for mistake in mistakes):
            raise Problem(400, "web-not-json") from error
        if any(mistake["loc"][-1:] == ("id",) for mistake in mistakes):
            raise Problem(400, "web-no-id") from error
        raise Problem(400, "web-bad-message") from error
    if isinstance(said, Typed) and not said.text.strip():
        raise Problem(400, "web-empty")
    if isinstance(said, Typed) and len(said.text) > LONGEST_TEXT:
        raise Problem(413, "web-too-long", most=LONGEST_TEXT)
    return said


async def read_file(request: web.Request) -> tuple[str, BodyPartReader]:
    """The id and the file of a form, which come in this order."""
    if request.content_type != "multipart/form-data":
        raise Problem(400, "web-file-missing")
    try:
        form = await request.multipart()
        first = await form.next()
        if not isinstance(first, BodyPartReader) or first.name != "id":
            raise Problem(400, "web-no-id")
        id_ = await first.text()
        part = await form.next()
    except (ValueError, HttpProcessingError) as error:
        raise Problem(400, "web-bad-message") from error
    if not _ID.fullmatch(id_):
        raise Problem(400, "web-no-id")
    if not isinstance(part, BodyPartReader) or part.name != "file":
        raise Problem(400, "web-file-missing")
    return id_, part


async def chunks(part: BodyPartReader) -> AsyncIterator[bytes]:
    """A file's bytes as they arrive."""
    while chunk := await part.read_chunk(FORM_ROOM):
        yield chunk


def name_of(part: BodyPartReader) -> str:
    """A file's own name, without folders or unprintable signs, short enough to show."""
    name = (part.filename or "").replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in name if sign.isprintable())[-_LONGEST_NAME:] or "file"
