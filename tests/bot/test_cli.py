"""The command line as a whole: help, mistakes told in one line, running, backing up."""

import fcntl
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage.database import verify
from tests.harness.command_line import CommandLine

COMMANDS = (
    "run",
    "backup",
    "restore",
    "export",
    "ask",
    "chat",
    "plan check",
    "plan load",
    "plan show",
    "people import",
    "people list",
    "people revoke",
    "people restore",
    "people code",
)


@contextmanager
def _held(database: Path) -> Iterator[None]:
    """Hold a database as a running program does."""
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_name(database.name + ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _written_to(database: Path) -> Iterator[threading.Event]:
    """Keep adding pairs of agencies, each pair in one transaction; set once the first stands."""
    begun, over = threading.Event(), threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(database, isolation_level=None)) as connection:
            number = 0
            while not over.is_set():
                connection.execute("BEGIN IMMEDIATE")
                for half in ("left", "right"):
                    connection.execute(
                        "INSERT INTO agencies (id, name) VALUES (?, ?)", (f"{half}-{number}", half)
                    )
                connection.execute("COMMIT")
                number += 1
                begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield begun
    finally:
        over.set()
        writer.join()


@pytest.mark.parametrize("command", ["", "plan", "people", *COMMANDS])
def test_every_command_explains_itself(baocao: CommandLine, command: str) -> None:
    """--help of every command is English and ends well, with no settings and no database."""
    ended = baocao(*command.split(), "--help")
    assert (ended.code, ended.err) == (0, "")
    assert "Usage: baocao" in ended.out
    assert ended.out.isascii() or not re.search(r"[À-ỹ]", ended.out)
    assert not baocao.database.exists()


@pytest.mark.parametrize("group", ["", "plan", "people"])
def test_no_command_shows_the_help(baocao: CommandLine, group: str) -> None:
    """Without a command the help is shown, and the end tells that nothing was done."""
    ended = baocao(*group.split())
    assert (ended.code, ended.err) == (2, "")
    assert "Commands" in ended.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("dance", "dance"),
        ("plan check", "file"),
        ("people code seven", "ID"),
        ("backup --fast x", "--fast"),
        ("people import roster.csv", "--codes"),
    ],
)
def test_wrong_usage_is_one_line(baocao: CommandLine, arguments: str, told: str) -> None:
    """A command or option that does not exist, or one left out, is named in one line."""
    assert told in baocao(*arguments.split()).refusal


@pytest.mark.parametrize(
    "command", ["run", "plan show", "people list", "backup x", "people code 1"]
)
def test_wrong_setting_is_one_line(baocao: CommandLine, command: str) -> None:
    """Every command names the setting that is wrong."""
    baocao.set(BAOCAO_WEB_PORT="http")
    assert baocao(*command.split()).refusal.startswith("BAOCAO_WEB_PORT: ")


def test_the_command_line_speaks_the_language_of_the_settings(baocao: CommandLine) -> None:
    """Vietnamese unless English is asked for, also where another setting is wrong."""
    vietnamese = baocao("people", "list").refusal
    baocao.set(BAOCAO_LANGUAGE="en")
    assert ("chưa có cơ sở dữ liệu" in vietnamese, "no database yet" in vietnamese) == (True, False)
    assert "no database yet" in baocao("people", "list").refusal
    baocao.set(BAOCAO_WEB_PORT="http")
    assert baocao("people", "list").refusal == "BAOCAO_WEB_PORT: not a number"
    baocao.set(BAOCAO_LANGUAGE="vi")
    assert baocao("people", "list").refusal == "BAOCAO_WEB_PORT: không phải số"
    baocao.set(BAOCAO_LANGUAGE="fr")
    assert "BAOCAO_LANGUAGE: không có lựa chọn này" in baocao("people", "list").refusal


@pytest.mark.parametrize(
    "command",
    ["run", "plan show", "people list", "people code 1", "people revoke 1", "people restore 1",
     "backup x", "export reports.csv", "ask --as leader x", "chat --as 1"],
)  # fmt: skip
def test_no_database_is_told_and_none_made(baocao: CommandLine, command: str) -> None:
    """Where nothing was loaded yet, the line says what to do, and no empty database is left."""
    assert "baocao plan load" in baocao(*command.split()).refusal
    assert not baocao.database.parent.exists()


def test_what_is_no_database_is_told(baocao: CommandLine) -> None:
    """A file that is something else is not touched."""
    baocao.database.parent.mkdir()
    baocao.database.write_text("dear diary")
    assert "không dùng được" in baocao("people", "list").refusal
    assert baocao.database.read_text() == "dear diary"


def test_run_without_a_plan(baocao: CommandLine) -> None:
    """Running needs a plan, and the line says how to load one, also where the file is empty."""
    baocao.database.parent.mkdir()
    baocao.database.touch()
    assert "baocao plan load" in baocao("run").refusal


def test_run_without_a_channel(baocao: CommandLine) -> None:
    """With neither a token nor the demo there is nothing to run."""
    baocao.load()
    refusal = baocao("run").refusal
    assert "BAOCAO_TELEGRAM_TOKEN" in refusal
    assert "make demo" in refusal


def test_run_refuses_demo_with_token(baocao: CommandLine) -> None:
    """The demo and a real channel exclude each other, and nothing is created."""
    baocao.set(BAOCAO_DEMO="1", BAOCAO_TELEGRAM_TOKEN="123456:secret")
    refusal = baocao("run").refusal
    assert "BAOCAO_DEMO" in refusal
    assert "secret" not in refusal
    assert not baocao.database.parent.exists()


@pytest.mark.parametrize("demo", ["0", "1"])
def test_run_beside_another(baocao: CommandLine, demo: str) -> None:
    """A second program on the same database is refused by name, the demo's file is left alone."""
    baocao.set(BAOCAO_DEMO=demo)
    name = "demo-baocao.db" if demo == "1" else "baocao.db"
    database = baocao.database.with_name(name)
    with _held(database):
        database.write_bytes(b"")
        assert name in baocao("run").refusal
    assert database.exists()


def test_run_on_a_taken_port(baocao: CommandLine) -> None:
    """A port in use is told with the setting that chooses another."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        baocao.set(BAOCAO_DEMO="1", BAOCAO_WEB_PORT=port)
        refusal = baocao("run").refusal
    assert str(port) in refusal
    assert "BAOCAO_WEB_PORT" in refusal


def test_demo_runs_and_ends(tmp_path: Path) -> None:
    """The demo prints its address, serves its pages, and ends with 0 on SIGTERM."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("BAOCAO_")}
    env |= {
        "BAOCAO_DEMO": "1",
        "BAOCAO_TODAY": "2026-03-02",
        "BAOCAO_WEB_PORT": "0",
        "BAOCAO_DATABASE": str(tmp_path / "var" / "baocao.db"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    program = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "run"],
        cwd=tmp_path,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with program:
        assert program.stdout is not None
        assert program.stderr is not None
        try:
            found = re.search(r"http://127\.0\.0\.1:\d+", program.stdout.readline())
            assert found is not None, program.stderr.read()
            for page in ("/", "/chat/1"):
                with urllib.request.urlopen(found[0] + page, timeout=30) as answer:
                    assert answer.status == 200
                    assert "Chủ tịch UBND tỉnh" in answer.read().decode()
        finally:
            os.kill(program.pid, signal.SIGTERM)
        assert program.wait(30) == 0
        assert "Traceback" not in program.stderr.read()


def test_backup_while_running(baocao: CommandLine) -> None:
    """A backup of a database that another program holds and writes is whole, none of it half."""
    baocao.load()
    with _held(baocao.database), _written_to(baocao.database) as begun:
        assert begun.wait(30)
        ended = baocao("backup", "copy.db")
    copy = baocao.folder / "copy.db"
    assert ended.code == 0
    assert "đã kiểm tra" in ended.out
    verify(copy)
    with closing(sqlite3.connect(copy)) as connection:
        halves = dict(connection.execute("SELECT name, count(*) FROM agencies GROUP BY name"))
        assert connection.execute("SELECT count(*) FROM plans").fetchone() == (1,)
    assert halves["left"] == halves["right"] > 0


def test_backup_is_private_and_replaces_the_last_one(baocao: CommandLine) -> None:
    """Only its owner may read a backup; a newer one takes its place, leaving nothing beside it."""
    baocao.load()
    copy = baocao.file("copy.db", b"")
    for _ in range(2):
        assert baocao("backup", copy).code == 0
        assert copy.stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in baocao.folder.iterdir()) == ["copy.db", "var"]


def test_damaged_database_overwrites_no_backup(baocao: CommandLine) -> None:
    """Where the database is damaged, the earlier good backup stays as it was."""
    baocao.load()
    copy = baocao.folder / "copy.db"
    assert baocao("backup", copy).code == 0
    good = copy.read_bytes()
    content = bytearray(baocao.database.read_bytes())
    content[8192:40960] = b"\xff" * (40960 - 8192)
    baocao.database.write_bytes(content)
    assert "không dùng được" in baocao("backup", copy).refusal
    assert copy.read_bytes() == good
    assert not copy.with_name("copy.db.partial").exists()


def test_backup_overwrites_nothing_else(baocao: CommandLine) -> None:
    """A folder, another kind of file, an open database and the database itself are refused."""
    baocao.load()
    letter = baocao.file("letter.txt", "Kính gửi")
    opened = baocao.file("opened.db", b"")
    baocao.file("opened.db-wal", b"")
    before = baocao.database.read_bytes()
    assert "thư mục" in baocao("backup", baocao.folder).refusal
    assert "không phải bản sao lưu" in baocao("backup", letter).refusal
    assert "đang mở" in baocao("backup", opened).refusal
    assert "chính là cơ sở dữ liệu" in baocao("backup", baocao.database).refusal
    assert "không có thư mục" in baocao("backup", baocao.folder / "missing" / "copy.db").refusal
    assert letter.read_text() == "Kính gửi"
    assert baocao.database.read_bytes() == before
