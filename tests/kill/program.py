"""The real program as its own process, on a database file of its own."""

import asyncio
import csv
import os
import shutil
import socket
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import bot
from dialogue.messages import Edit, Message
from dialogue.texts import plain
from plans.yaml_form import PLAN_179
from storage.chats import load_content

ROOT = Path(bot.__file__).parent.parent


class Program:
    """`baocao` in a folder; `run` can be started, killed and ended again and again.

    `settings` say which platform it speaks to; it polls that, or is `called` at its own address,
    the same after every start.
    """

    def __init__(self, folder: Path, settings: Mapping[str, str], *, called: bool) -> None:
        self.database = folder / "baocao.db"
        port = _free_port() if called else 0
        self.address = f"http://127.0.0.1:{port}"
        self._folder = folder
        self._log = folder / "stderr.txt"
        self._process: asyncio.subprocess.Process | None = None
        self._env = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "BAOCAO_DATABASE": str(self.database),
            "BAOCAO_TODAY": "2026-03-02",
            "BAOCAO_REMIND_HOURS": "00:00-23:59:59.999999",
            "BAOCAO_OUTBOX_PER_SECOND": "0",
            "BAOCAO_OUTBOX_CHAT_PER_SECOND": "0",
            "BAOCAO_LOG_FORMAT": "json",
            "BAOCAO_WEB_PORT": str(port),
            **settings,
        }

    async def prepare(self, people: dict[str, str]) -> dict[str, str]:
        """Load the plan and put people (name to agency) on the roster; return their codes."""
        roster, codes = self._folder / "roster.csv", self._folder / "codes.csv"
        with roster.open("w", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(("name", "agency", "role"))
            lines.writerows((name, agency, "officer") for name, agency in people.items())
        await self._call("plan", "load", str(PLAN_179))
        await self._call("people", "import", str(roster), "--codes", str(codes))
        with codes.open(newline="", encoding="utf-8-sig") as file:
            return {row["name"]: row["code"] for row in csv.DictReader(file)}

    async def start(self, **settings: str) -> None:
        """Run, from now on with these settings too."""
        self._env |= settings
        self._process = await self._spawn("run")

    async def kill(self) -> None:
        """SIGKILL, and wait until nothing of it is left."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def stop(self) -> int:
        """SIGTERM; return how it ended."""
        assert self._process is not None
        self._process.terminate()
        return await self._process.wait()

    async def ended(self) -> None:
        """Return when it ends by itself, which it should not."""
        assert self._process is not None
        await self._process.wait()

    @contextmanager
    def remains(self) -> Iterator[sqlite3.Connection]:
        """What a killed program left on disk, as a copy: looking at it repairs nothing."""
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            for end in ("", "-wal"):
                left = self.database.with_name(self.database.name + end)
                if left.exists():
                    shutil.copy(left, folder)
            with closing(sqlite3.connect(Path(folder) / self.database.name)) as connection:
                yield connection

    def queued(self) -> int:
        """How much waits to be sent."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as stored:
            ((count,),) = stored.execute("SELECT count(*) FROM outbox WHERE state = 'queued'")
        return int(count)

    def log(self) -> str:
        """All that it wrote to standard error."""
        return self._log.read_text(encoding="utf-8")

    async def _call(self, *arguments: str) -> None:
        process = await self._spawn(*arguments)
        assert await process.wait() == 0, self.log()

    async def _spawn(self, *arguments: str) -> asyncio.subprocess.Process:
        with self._log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot.cli",
                *arguments,
                cwd=self._folder,
                env=self._env,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=log,
            )


def shown(content: str) -> tuple[str, str]:
    """What an outbox row looks like once it has arrived."""
    loaded = load_content(content)
    assert isinstance(loaded, Message | Edit)
    method = "sendMessage" if isinstance(loaded, Message) else "editMessageText"
    return method, plain(loaded.text).strip()


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port: int = taken.getsockname()[1]
    return port
