"""The command line in this very process: what it prints, and how it ends."""

import asyncio
import io
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main
from tests.harness.stage import Stage


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The one line that a user's mistake is answered with; nothing else is printed."""
        assert (self.code, self.out) == (2, ""), self
        assert self.err.startswith("baocao: "), self.err
        assert self.err.count("\n") == 1, self.err
        return self.err.removeprefix("baocao: ").strip()


class CommandLine:
    """Runs commands on the database `database` in an empty folder, on Monday 02/03/2026."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self.database = folder / "var" / "baocao.db"
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        for name in [name for name in os.environ if name.upper().startswith("BAOCAO_")]:
            monkeypatch.delenv(name)
        monkeypatch.chdir(folder)
        self.set(BAOCAO_DATABASE=self.database, BAOCAO_TODAY="2026-03-02")

    def set(self, **settings: object) -> None:
        """Set settings in the environment."""
        for name, value in settings.items():
            self._monkeypatch.setenv(name, str(value))

    def __call__(self, *arguments: object, typed: str = "") -> Ended:
        """Run one command; `typed` is what a person types while it runs."""
        self._monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = self._capsys.readouterr()
        code = ended.value.code
        assert code is None or isinstance(code, int)
        return Ended(code or 0, out, err)

    def load(self) -> None:
        """Load Plan 179."""
        asyncio.run(Stage(self.database).prepare())

    def file(self, name: str, content: str | bytes) -> Path:
        """Write a file into the folder."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """What stands in the database, by plain SQL."""
        with closing(sqlite3.connect(self.database)) as connection:
            return list(connection.execute(sql))

    def dump(self) -> list[str]:
        """Everything that stands in the database."""
        with closing(sqlite3.connect(self.database)) as connection:
            return list(connection.iterdump())
