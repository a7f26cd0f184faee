"""The desk of who sends files on Zalo: they do not come through, and go by the link instead."""

import io
import re
import zipfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import aiohttp

from dialogue.messages import Message
from tests.contract.desk_zalo import CalledZaloDesk
from tests.contract.desks import PHOTO, Seen, Way
from tests.fakes.zalo_server import FakeZalo

HOME = "https://baocao.example.vn"
BY_LINK = "qua liên kết: "
_LINK = re.compile(re.escape(f"{HOME}/upload/") + r"([A-Za-z0-9_-]+)")
_SERIAL = re.compile(r'name="serial" value="(\d+)"')


class Answer(NamedTuple):
    """A page of the program."""

    status: int
    text: str
    headers: dict[str, str]


class UploadDesk(CalledZaloDesk):
    """`{a.pdf}` is sent on Zalo; `{qua liên kết: a.pdf, b.jpg}` by the link last given there."""

    def __init__(self, way: Way, fake: FakeZalo) -> None:
        super().__init__(way, fake)
        self.token = ""
        self.answer = Answer(0, "", {})
        self._address = ""
        self._phone: aiohttp.ClientSession

    def settings(self) -> dict[str, Any]:
        """Small files."""
        return super().settings() | {"evidence_max_mb": 1}

    @asynccontextmanager
    async def reaching(self, address: str) -> AsyncIterator[None]:
        """Open a browser, too, which the reverse proxy leads to the program."""
        self._address = address
        headers = {"Host": "baocao.example.vn", "X-Forwarded-For": "203.0.113.7"}
        async with (
            super().reaching(address),
            aiohttp.ClientSession(address, headers=headers) as self._phone,
        ):
            yield

    async def send_file(self, chat: str, name: str, *, text: str = "") -> list[Message]:
        """Send a file on Zalo, which gives nothing of it away; or by the link; no caption."""
        assert not text
        place = await self._place(chat)
        if name.startswith(BY_LINK):
            await self.post(*name.removeprefix(BY_LINK).split(", "))
        else:
            self._fake.user(place).send_file()
            await self.taken()
        return await self._answer(chat)

    async def next_seen(self, place: str, count: int) -> Sequence[Seen]:
        """The next messages; a link in them is remembered and stands there without its token."""
        seen = await super().next_seen(place, count)
        for each in seen:
            if found := _LINK.search(each.text):
                self.token = found[1]
        return [each._replace(text=_LINK.sub(f"{HOME}/upload/…", each.text)) for each in seen]

    @property
    def link(self) -> str:
        """Where the page of the link given last is served."""
        return f"{self._address}/upload/{self.token}"

    async def answered(self, chat: str) -> list[Message]:
        """What the bot has said since in a chat."""
        return await self._answer(chat)

    async def look(self, **headers: str) -> Answer:
        """Open the link."""
        async with self._phone.get(f"/upload/{self.token}", headers=headers) as answer:
            self.answer = Answer(answer.status, await answer.text(), dict(answer.headers))
        return self.answer

    async def post(self, *names: str, serial: str | None = None) -> Answer:
        """Open the link and send files of these names by its form."""
        if serial is None:
            shown = _SERIAL.search((await self.look()).text)
            serial = shown[1] if shown else "0"
        return await self.send({name: content_of(name) for name in names}, serial=serial)

    async def send(self, files: dict[str, bytes], serial: str = "0", **headers: str) -> Answer:
        """Send the form of a page that was opened before."""
        form = aiohttp.FormData({"serial": serial}, quote_fields=False)
        for name, content in files.items():
            form.add_field("file", io.BytesIO(content), filename=name)
        if not files:
            form.add_field("file", b"", filename="", content_type="application/octet-stream")
        path = f"/upload/{self.token}"
        async with self._phone.post(path, data=form, headers=headers) as answer:
            self.answer = Answer(answer.status, await answer.text(), dict(answer.headers))
        return self.answer


def content_of(name: str) -> bytes:
    """What a file of this name holds, told by its ending."""
    parts = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
    match name.rpartition(".")[2]:
        case "pdf":
            return b"%PDF-1.7 " + name.encode()
        case "jpg":
            return PHOTO
        case "docx" | "xlsx" as ending:
            content = io.BytesIO()
            with zipfile.ZipFile(content, "w") as archive:
                archive.writestr(zipfile.ZipInfo(parts[ending]), name)
            return content.getvalue()
    return b"MZ\x90"
