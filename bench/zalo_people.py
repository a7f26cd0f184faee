"""People of the benchmark on Zalo, where all is typed."""

import re
from time import monotonic

from bench.people import OBSTACLE, Tally, WrongAnswer
from bench.tempo import Tempo
from tests.fakes.zalo_chat import Person as Chat

_TASK = re.compile(r"\bNV \d+\b")


class ZaloOfficer:
    """Reports the task at one place of the list, again and again: seven turns a report."""

    pressing = False

    def __init__(self, chat: Chat, tempo: Tempo, tally: Tally, place: int) -> None:
        self._chat = chat
        self._tempo = tempo
        self._tally = tally
        self._place = place

    async def live(self) -> None:
        """Report: task, status, stage, percent, obstacle, confirmation."""
        while True:
            tasks = list(dict.fromkeys(_TASK.findall(await self.turn("/baocao"))))
            if len(tasks) <= self._place:
                raise WrongAnswer(f"only {tasks}")
            for typed in (tasks[self._place], "2", "1", "60", OBSTACLE):
                await self.turn(typed)
            receipt = await self.turn("1")
            if "mã tra cứu" not in receipt:
                raise WrongAnswer(receipt)
            self._tally.reports += 1

    async def turn(self, typed: str) -> str:
        """Type when the tempo says so; return the message that answers it."""
        due = await self._tempo.beat()
        self._tally.begin()
        self._chat.say(typed)
        (sent,) = await self._chat.replies(1)
        self._tally.end(monotonic() - due)
        return sent.text
