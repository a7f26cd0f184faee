"""People of the benchmark: each does one thing for ever, an answer at a time."""

import asyncio
from abc import ABC, abstractmethod
from time import monotonic

from bench.tempo import Tempo
from tests.fakes.telegram_chat import Chat, Sent

FIRST_CHAT = 1001
TASKS_SHOWN = 6
OBSTACLE = "Dang cho y kien tham dinh cua co quan chuyen mon"


class WrongAnswer(Exception):
    """A bot did not answer as the benchmark expects: what is measured would mean nothing."""


class Tally:
    """What is counted while people act; `idle` is set while nobody waits for an answer."""

    def __init__(self) -> None:
        self.idle = asyncio.Event()
        self.idle.set()
        self._waiting = 0
        self.clear()

    def clear(self) -> None:
        """Count from nothing."""
        self.latencies: list[float] = []
        self.reports = 0

    def begin(self) -> None:
        """Somebody waits for an answer."""
        self._waiting += 1
        self.idle.clear()

    def end(self, latency: float) -> None:
        """The answer has come."""
        self.latencies.append(latency)
        self._waiting -= 1
        if self._waiting == 0:
            self.idle.set()


class Person(ABC):
    """One chat; `pressing` people tap where a button does, the others type."""

    pressing = False

    def __init__(self, chat: Chat, tempo: Tempo, tally: Tally) -> None:
        self._chat = chat
        self._tempo = tempo
        self._tally = tally

    @abstractmethod
    async def live(self) -> None:
        """Act until cancelled."""

    async def turn(self, typed: str, pressed: str | None = None) -> Sent:
        """Do one update when the tempo says so; return the message that answers it."""
        due = await self._tempo.beat()
        self._tally.begin()
        if self.pressing and pressed is not None:
            self._chat.tap(pressed)
        else:
            self._chat.say(typed)
        while (sent := (await self._chat.replies(1))[0]).method != "sendMessage":
            pass  # the pressed message becomes its answer; the next question follows
        self._tally.end(monotonic() - due)
        return sent


class Talker(Person):
    """Says something and is answered the same."""

    async def live(self) -> None:
        """Talk to an echo."""
        while True:
            sent = await self.turn(OBSTACLE)
            if sent.text != OBSTACLE:
                raise WrongAnswer(sent.text)


class Officer(Person):
    """Reports the task at one place of the list, again and again: seven turns a report."""

    def __init__(self, chat: Chat, tempo: Tempo, tally: Tally, place: int) -> None:
        super().__init__(chat, tempo, tally)
        self._place = place

    async def live(self) -> None:
        """Report: task, status, stage, percent, obstacle, confirmation."""
        while True:
            tasks = await self.ask("/baocao")
            row = tasks.keyboard[self._place][0]
            number = " ".join(row["text"].split()[:2])
            await self.ask(number, row["callback_data"])
            await self.ask("2", "in_progress")
            await self.ask("1", "drafting")
            await self.ask("60", "skip")
            await self.ask(OBSTACLE, "skip")
            receipt = await self.turn("1", "send")
            if receipt.keyboard:
                raise WrongAnswer(receipt.text)
            self._tally.reports += 1

    async def ask(self, typed: str, pressed: str | None = None) -> Sent:
        """Do one turn that leads to a next question, which always has buttons."""
        sent = await self.turn(typed, pressed)
        if not sent.keyboard:
            raise WrongAnswer(sent.text)
        return sent
