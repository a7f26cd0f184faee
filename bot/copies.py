"""Copies of one's own data: written to disk between turns, then sent as a file.

A copy is asked for in the chat; it is made by the program itself within seconds.
"""

import asyncio
import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import structlog

from bot.house import House
from dialogue.messages import Attachment, File
from domain.privacy import DataRequest, RequestKind
from exports.own_data import own_data_text
from storage.chats import queue, store_evidence
from storage.database import QUERIES, DatabaseUnavailable
from storage.files import FileStore
from storage.moments import stamp
from storage.own_data import OwnDataReader

EVERY = 15.0
"""Seconds between two looks for copies that are asked for."""
TEXT = "text/plain"
NAME = "du-lieu-ca-nhan.txt"
log = structlog.get_logger(__name__)


class Copies:
    """Makes the copies that people ask for; `wake` has the outbox send them."""

    def __init__(self, house: House, files: FileStore, wake: Callable[[], None]) -> None:
        self._house = house
        self._texts = house.texts
        self._files = files
        self._wake = wake

    async def run(self) -> None:
        """Look again and again until cancelled."""
        while True:
            with suppress(DatabaseUnavailable):  # which is told of elsewhere, and passes
                await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """Make every copy that is asked for."""
        async with self._house.database.read() as connection:
            reader = OwnDataReader(connection, self._house.plan, self._house.clock())
            waiting = [
                (each, own_data_text(await reader.own_data(each.person), reader.plan, self._texts))
                for each in await reader.open_requests()
                if each.kind is RequestKind.COPY
            ]
        for request, text in waiting:
            await self._send(request, text.encode("utf-8-sig"))
        if waiting:
            self._wake()

    async def _send(self, request: DataRequest, content: bytes) -> None:
        """Keep a copy on disk, then queue it and close its request in one transaction."""
        sha256 = hashlib.sha256(content).hexdigest()
        await asyncio.to_thread(_write, self._files.path(sha256), content)
        file = File(
            ref=f"copy-{request.id}", name=NAME, media_type=TEXT, size=len(content), sha256=sha256
        )
        async with self._house.database.write() as connection:
            now = self._house.clock()
            chats = await QUERIES.chats_to_tell(connection, person=request.person.id)
            if chats:
                address = chats[0]["address"]
                evidence = await store_evidence(connection, address, file, now)
                await queue(connection, address, self._attachment(evidence, file, sha256), now)
            await QUERIES.close_copy(connection, id=request.id, now=stamp(now))
        log.info("copy-made", request=request.id, sent=bool(chats))

    def _attachment(self, evidence: int, file: File, sha256: str) -> Attachment:
        say = self._texts.plain
        return Attachment(
            evidence=evidence,
            name=file.name,
            media_type=file.media_type,
            size=file.size,
            sha256=sha256,
            caption=say("export-own-caption"),
            linked=say("export-own-linked"),
            unsent=say("export-own-unsent"),
            missing=say("export-own-missing"),
        )


def _write(path: Path, content: bytes) -> None:
    """Write a file whole, for this program's user alone."""
    partial = path.with_name(path.name + ".tmp")
    partial.touch(mode=0o600)
    with partial.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
