"""One bot started beside its own fake platform, measured while it lives, and stopped."""

import json
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.contenders import Contender
from bench.people import WrongAnswer
from bench.process import peak_megabytes

PEOPLE = 64
ENDS_WITHIN = 20


@dataclass(frozen=True)
class Phase:
    """What people and bot did in one phase, which lasts until the last turn begun is answered."""

    seconds: float
    latencies: list[float]
    calls: dict[str, int]
    reports: int
    bot_seconds: float
    crowd_seconds: float

    @property
    def turns(self) -> int:
        """Turns answered."""
        return len(self.latencies)


class Running:
    """A living bot; while no phase is on, nobody talks to it."""

    def __init__(
        self,
        contender: Contender,
        crowd: subprocess.Popen[str],
        bot: subprocess.Popen[bytes],
        to_first_poll: float,
    ) -> None:
        self.contender = contender
        self.to_first_poll = to_first_poll
        self.reports = 0
        self._crowd = crowd
        self._bot = bot

    def phase(self, seconds: float, *, rate: float | None = None, pressing: bool = False) -> Phase:
        """Let people talk flat out or at a rate, typing or pressing buttons."""
        told = {"seconds": seconds, "rate": rate, "pressing": pressing, "bot": self._bot.pid}
        measured = Phase(**_ask(self._crowd, do="phase", **told))
        self.reports += measured.reports
        return measured

    @property
    def peak_megabytes(self) -> float:
        """The largest resident memory so far."""
        return peak_megabytes(self._bot.pid)


@contextmanager
def running(contender: Contender, where: Path) -> Iterator[Running]:
    """Start a bot on a fresh database; at the end every acknowledged report must be stored once."""
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=where)))
        contender.prepare(directory, PEOPLE)
        crowd = stack.enter_context(_crowd(contender.people))
        url = f"http://127.0.0.1:{_answer(crowd)['port']}"
        with ExitStack() as life:
            port = _free_port() if contender.called else 0
            if contender.called:
                _ask(crowd, do="lead-to", address=f"http://127.0.0.1:{port}")
            started = time.monotonic()
            environment = contender.environment(directory, url, port)
            bot = life.enter_context(_bot(contender, directory, url, environment))
            polled = _ask(crowd, do="await-poll")["at"]
            found = Running(contender, crowd, bot, polled - started)
            yield found
        stored = contender.reports_stored(directory)
        if stored is not None and stored != found.reports:
            raise WrongAnswer(f"{contender.name}: {found.reports} acknowledged, {stored} stored")


@contextmanager
def _crowd(kind: str) -> Iterator[subprocess.Popen[str]]:
    crowd = subprocess.Popen(
        [sys.executable, "-m", "bench.crowd", kind, str(PEOPLE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    try:
        yield crowd
    finally:
        if crowd.stdin is not None:
            crowd.stdin.close()
        _end(crowd)


@contextmanager
def _bot(
    contender: Contender, directory: Path, url: str, environment: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    log = directory / "log"
    with log.open("w") as lines:
        bot = subprocess.Popen(
            contender.command(directory, url),
            env=environment,
            stdout=lines,
            stderr=lines,
        )
    try:
        yield bot
    except WrongAnswer:
        print(f"{contender.name} said:\n{log.read_text()}", file=sys.stderr)
        raise
    finally:
        bot.send_signal(signal.SIGINT)
        _end(bot)


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port: int = taken.getsockname()[1]
    return port


def _end(process: subprocess.Popen[Any]) -> None:
    try:
        process.wait(ENDS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _ask(crowd: subprocess.Popen[str], **told: Any) -> dict[str, Any]:
    if crowd.stdin is None:
        raise RuntimeError("the crowd was started without its standard input")
    crowd.stdin.write(json.dumps(told) + "\n")
    return _answer(crowd)


def _answer(crowd: subprocess.Popen[str]) -> dict[str, Any]:
    line = crowd.stdout.readline() if crowd.stdout is not None else ""
    if not line:
        raise WrongAnswer("the crowd has ended; its error stands above")
    answer: dict[str, Any] = json.loads(line)
    return answer
