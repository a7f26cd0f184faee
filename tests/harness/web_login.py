"""The running program with its web chat, people with codes, and browsers that sign in."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import aiohttp
from yarl import URL

from bot.house import House, open_house
from bot.running import serve
from bot.settings import Settings
from domain.person import Person, Role
from storage.database import open_database
from storage.gate import Writer
from storage.plans import save_plan
from tests.harness.stage import MONDAY, PLAN

PROOF = re.compile(r'(?:data-proof|name="proof" value)="([0-9a-f]+)"')
WHY = re.compile(r'id="why"[^>]*>([^<]*)<')
PHOTO = b"\xff\xd8\xff\xe0" + b"\0" * 60


@dataclass
class Office:
    """A database that outlives the programs that serve it; `now` is moved by hand."""

    folder: Path
    home: str | None = None
    now: datetime = MONDAY

    @property
    def settings(self) -> Settings:
        """The web chat, and no other channel."""
        return Settings(
            _env_file=None,
            database=self.folder / "baocao.db",
            web_chat=True,
            web_url=self.home,
            web_port=0,
        )

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator["Program"]:
        """Run the program until left."""
        async with open_database(self.settings.database) as database, database.write() as writing:
            await save_plan(writing, PLAN, self.now)
        stop = asyncio.Event()
        ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        async with (
            open_house(self.settings, lambda: self.now) as house,
            asyncio.TaskGroup() as work,
        ):
            work.create_task(serve(house, ready.set_result, stop))
            try:
                yield Program(house, await ready)
            finally:
                stop.set()


@dataclass
class Program:
    """The program at an address."""

    house: House
    address: str

    @asynccontextmanager
    async def writer(self) -> AsyncIterator[Writer]:
        """What the command line writes with."""
        async with self.house.database.write() as connection:
            yield Writer(connection, self.house.plan, self.house.clock())

    async def person(self, name: str = "Cán bộ A", agency: str = "so-xay-dung") -> Person:
        """Put an officer on the roster."""
        async with self.writer() as writer:
            person, _ = await writer.import_person(name, Role.OFFICER, agency)
        return person

    async def code(self, person: Person) -> str:
        """Issue a code to join with."""
        async with self.writer() as writer:
            return await writer.issue_code(person.id)

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        """What stands in the database, by plain SQL."""
        async with self.house.database.read() as connection:
            return [tuple(row) for row in await connection.execute_fetchall(sql)]


@dataclass
class Browser:
    """A browser with its own cookies; `client` tells a proxy where it is."""

    address: str
    http: aiohttp.ClientSession
    serial: int = 0
    page: str = ""
    problem: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    @asynccontextmanager
    async def opened(cls, program: Program) -> AsyncIterator[Self]:
        """Open a browser that has never been here."""
        cookies = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(program.address, cookie_jar=cookies) as http:
            yield cls(program.address, http)

    @property
    def cookie(self) -> str:
        """The token the browser holds."""
        return "".join(cookie.value for cookie in self.http.cookie_jar if cookie.value)

    @property
    def proof(self) -> str:
        """What the open page shows with all it sends."""
        found = PROOF.search(self.page)
        return found[1] if found else ""

    @property
    def refusal(self) -> str:
        """Why the form on the open page was refused, "" where it was not."""
        found = WHY.search(self.page)
        return found[1] if found else ""

    async def look(self, path: str = "/") -> int:
        """Open a page; return its status."""
        async with self.http.get(path, headers=self.headers) as answer:
            self.page = await answer.text()
            return answer.status

    async def log_in(self, code: str, **fields: str) -> int:
        """Send the login form and go where it leads; return the last status."""
        form = {"code": code, **fields}
        async with self.http.post("/", data=form, headers=self.headers) as answer:
            self.page = await answer.text()
            return answer.status

    async def refused(self, code: str) -> str:
        """Send the login form, which is answered by a redirect; return why it is refused."""
        form = {"code": code}
        async with self.http.post(
            "/", data=form, headers=self.headers, allow_redirects=False
        ) as answer:
            assert answer.status == 303, answer
        assert await self.look() == 200
        return self.refusal

    async def join(self, code: str, **fields: str) -> None:
        """Sign in and agree."""
        assert await self.log_in(code, **fields) == 200
        assert "data-proof" in self.page, self.page
        assert await self.say("1") == 200
        assert await self.look() == 200

    async def say(self, text: str, **headers: str) -> int:
        """Post words as the page does; return the status."""
        self.serial += 1
        body = {"id": f"u{self.serial}", "text": text}
        sent = {"X-Baocao-Page": self.proof, **self.headers, **headers}
        async with self.http.post("/say", json=body, headers=sent) as answer:
            self.problem = (await answer.json()).get("problem", "")
            return answer.status

    async def send_file(self) -> int:
        """Post a photo as the page does; return the status."""
        form = aiohttp.FormData({"id": "f1"})
        form.add_field("file", PHOTO, filename="ảnh.jpg", content_type="image/jpeg")
        async with self.http.post("/file", data=form, headers={"X-Baocao-Page": self.proof}) as got:
            self.problem = (await got.json()).get("problem", "")
            return got.status

    async def heard(self) -> list[str]:
        """All that has been said in this browser's chat, or "(ended)"."""
        async with self.follow() as events:
            said = []
            while (event := await events.next())[0] not in ("live", "ended"):
                said.append(str(event[1].get("text", "")))
            return [*said[1:], *(["(ended)"] if event[0] == "ended" else [])]

    @asynccontextmanager
    async def follow(self) -> AsyncIterator["Events"]:
        """Follow the chat's events."""
        wait = aiohttp.ClientTimeout()
        async with self.http.get("/events", timeout=wait, headers=self.headers) as answer:
            assert answer.status == 200, answer
            yield Events(answer.content)

    async def log_out(self, proof: str | None = None) -> int:
        """Send the form that signs out and go where it leads."""
        form = {"proof": self.proof if proof is None else proof}
        async with self.http.post("/logout", data=form) as answer:
            self.page = await answer.text()
            return answer.status

    def given(self, token: str) -> None:
        """Plant a token into this browser."""
        self.http.cookie_jar.update_cookies({"baocao": token}, URL(self.address))


@dataclass
class Events:
    """A stream of events being read."""

    content: aiohttp.StreamReader

    async def next(self) -> tuple[str, dict[str, Any]]:
        """The next event: its name and its data."""
        async with asyncio.timeout(10):
            name = data = ""
            while not data:
                line = (await self.content.readline()).decode()
                assert line, "the stream is over"
                name = line.removeprefix("event: ").strip() if line.startswith("event: ") else name
                data = line.removeprefix("data: ") if line.startswith("data: ") else ""
            return name, json.loads(data)

    async def until(self, name: str) -> list[str]:
        """The texts of the events before the next one of a name."""
        said = []
        while (event := await self.next())[0] != name:
            said.append(str(event[1].get("text", event[0])))
        return said

    async def is_over(self) -> bool:
        """Whether the server has closed the stream."""
        async with asyncio.timeout(10):
            return not (await self.content.read()).strip()
