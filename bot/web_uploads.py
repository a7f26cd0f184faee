"""The page by which files reach a chat whose platform gives none away; it needs no account.

The token in the address is all that is asked for: it was given in that chat, to who is bound there,
and ends soon. What is sent is handed in as if it had come in the chat, so that the answer is there.
"""

import asyncio
import hashlib
from typing import NamedTuple
from weakref import WeakValueDictionary

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.house import House
from bot.upload_links import PATH
from bot.web import Part
from bot.web_chat import ACCEPT
from bot.web_guard import Problem, TooOften, guard
from bot.web_limits import Limits, client_of
from bot.web_pages import Pages
from bot.web_requests import FORM_ROOM, chunks, name_of
from channels.port import Handle
from dialogue.messages import File, Inbound, Kind
from storage.files import MEGABYTE, BadType, FileStore, TooLarge
from storage.uploads import MOST, Upload, count_files, find_upload
from understanding.classified import looks_classified

ASKED = (1, 60)
"""Requests a second from one client, and how many at once: an office shares an address."""
SENT = (0.2, 10)
"""Forms a second by one link, and how many at once."""


class Turned(NamedTuple):
    """A file that was not taken, and the id of the text that says why."""

    name: str
    why: str


class Form(NamedTuple):
    """What was sent: files that are on disk now, and those that were not taken.

    `serial` tells forms apart that hold the same files.
    """

    files: tuple[File, ...] = ()
    turned: tuple[Turned, ...] = ()
    serial: str = ""

    def update(self, upload: Upload) -> str:
        """Name the update that hands this in; a form sent twice makes the same one."""
        told = [upload.hash, self.serial, *(f"{file.sha256} {file.name}" for file in self.files)]
        return f"upload-{hashlib.sha256('/'.join(told).encode()).hexdigest()[:40]}"


def uploads_part(house: House, files: FileStore, handle: Handle) -> Part:
    """The pages of the links: files go to `files` and are handed in by `handle`."""
    site = _Uploads(house, files, handle)
    route = PATH + r"{token:[A-Za-z0-9_-]{1,60}}"
    return Part(
        routes=(web.get(route, site.page), web.post(route, site.take)),
        guard=guard(site.refuse, loopback=False, from_anywhere=True),
    )


class _Uploads:
    """The handlers."""

    def __init__(self, house: House, files: FileStore, handle: Handle) -> None:
        self._house = house
        self._files = files
        self._handle = handle
        self._pages = Pages(house.texts)
        self._asked = Limits(*ASKED)
        self._sent = Limits(*SENT)
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def page(self, request: web.Request) -> web.Response:
        """Show what can be sent; looking uses nothing up, for apps look at links by themselves."""
        self._pass(self._asked, client_of(request, proxied=True))
        return self._shown(await self._upload(request), Form())

    async def take(self, request: web.Request) -> web.Response:
        """Hand in the files of a form and say what became of each."""
        self._pass(self._asked, client_of(request, proxied=True))
        upload = await self._upload(request)
        self._pass(self._sent, upload.hash)
        form = await self._read(request)
        if not form.files:
            nothing = form if form.turned else Form(turned=(Turned("", "web-upload-none"),))
            return self._shown(upload, nothing, status=400)
        async with self._turns.setdefault(upload.hash, asyncio.Lock()):
            upload = await self._upload(request)
            update = form.update(upload)
            if update != upload.last:
                if len(form.files) > upload.room:
                    raise Problem(400, "web-upload-room", room=str(upload.room))
                await self._hand_in(upload, form, update)
                upload = upload.model_copy(update={"files": upload.files + len(form.files)})
        return self._shown(upload, form)

    def refuse(self, _request: web.Request, problem: Problem) -> web.Response:
        """Say what went wrong; there is no other page of ours to go to."""
        sentence = self._house.texts.plain(problem.text, **problem.values)
        page = self._pages.show(
            "problem.html", status=problem.status, sentence=sentence, home=False
        )
        page.headers.update(problem.headers)
        return page

    async def _upload(self, request: web.Request) -> Upload:
        async with self._house.database.read() as connection:
            token = request.match_info["token"]
            upload = await find_upload(connection, token, self._house.clock())
        if upload is None:
            raise Problem(404, "web-upload-ended")
        return upload

    async def _hand_in(self, upload: Upload, form: Form, update: str) -> None:
        now = self._house.clock()
        inbound = Inbound(
            channel=upload.channel,
            chat=upload.chat,
            id=update,
            kind=Kind.FILE,
            sent_at=now,
            received_at=now,
            files=form.files,
        )
        try:
            await self._handle(inbound)
        except (OSError, MemoryError) as passing:
            raise Problem(503, "web-busy") from passing
        async with self._house.database.write() as connection:
            await count_files(connection, upload, len(form.files), update)

    async def _read(self, request: web.Request) -> Form:
        """Read a form and keep its files."""
        if request.content_type != "multipart/form-data" or request.content_length is None:
            raise Problem(400, "web-bad-message")
        if request.content_length > MOST * self._files.max_bytes + FORM_ROOM:
            raise Problem(413, "web-upload-too-much", count=str(MOST), most=self._megabytes)
        kept: list[File] = []
        turned: list[Turned] = []
        serial = ""
        try:
            async for part in await request.multipart():
                if not isinstance(part, BodyPartReader):
                    raise Problem(400, "web-bad-message")
                if part.name == "serial":
                    serial = (await part.text())[:10]
                elif part.name == "file" and part.filename:
                    found = await self._kept(part, name_of(part), len(kept))
                    if isinstance(found, File):
                        kept.append(found)
                    else:
                        turned.append(found)
        except (ValueError, HttpProcessingError) as error:
            raise Problem(400, "web-bad-message") from error
        return Form(tuple(kept), tuple(turned), serial)

    async def _kept(self, part: BodyPartReader, name: str, before: int) -> File | Turned:
        """Keep a file; of one whose name is marked as a state secret nothing is read."""
        if looks_classified(name):
            return Turned(name, "web-upload-marked")
        if before == MOST:
            return Turned(name, "web-upload-left-over")
        try:
            kept = await self._files.keep(chunks(part))
        except TooLarge:
            return Turned(name, "web-upload-too-large")
        except BadType:
            return Turned(name, "web-upload-bad-type")
        except OSError as error:
            raise Problem(503, "web-busy") from error
        return File(ref=kept.sha256, name=name, **kept._asdict())

    def _shown(self, upload: Upload, form: Form, *, status: int = 200) -> web.Response:
        channel = upload.channel.partition(":")[0]
        page = self._pages.show(
            "upload.html",
            status=status,
            upload=upload,
            form=form,
            channel=self._house.texts.plain(f"channel-{channel}"),
            most=self._megabytes,
            accept=f"image/*,{ACCEPT}",
        )
        page.headers["Cache-Control"] = "no-store"
        return page

    @property
    def _megabytes(self) -> int:
        return self._files.max_bytes // MEGABYTE

    def _pass(self, limits: Limits, key: str) -> None:
        if (wait := limits.wait(key, self._house.clock().timestamp())) > 0:
            raise TooOften("web-upload-often", wait)
