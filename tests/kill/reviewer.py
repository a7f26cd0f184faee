"""Who reviews and who is reviewed: heads and a focal agency that do as chance has it.

What they are told by themselves they answer or leave; in between they ask, report themselves, tap
what is long past and what was never shown to them.
"""

import asyncio
import random
import re
from collections.abc import Sequence

from dialogue.runner import DEPTH
from handlers.digest import DIGEST
from handlers.review import REVIEW
from tests.fakes.telegram_chat import Chat, Sent
from tests.kill.officer import Officer
from understanding.review_words import Verdict

RETURNED = re.compile(r"Yêu cầu chỉnh lý báo cáo mã (\d+)\nNV (\d+) ")
REASON = "Đề nghị bổ sung số liệu, lần"
CARD = re.compile(r"Báo cáo chờ (?:xác nhận|duyệt) \(mã (\d+)\)")


class Reported(Officer):
    """An officer who has joined, and who reports anew what was returned.

    Below a notice of a return, "báo cáo" is its button.
    """

    asks = ("/baocao",)

    def __init__(self, chat: Chat, tasks: Sequence[int], rng: random.Random) -> None:
        super().__init__(chat, "", tasks, rng)
        self._answered: set[str] = set()

    async def work(self, stop: asyncio.Event) -> None:
        """Report until told to stop; a report begun is finished."""
        while not stop.is_set():
            returned = self._returned()
            if returned is None:
                await self.report()
                await asyncio.sleep(self._rng.uniform(0, 1))
                continue
            notice, task = returned
            self._tap(notice, f"{DIGEST}/NV {task}")
            mark = self._mark()
            await self._send(task, mark, await self._step_on(mark))

    def _returned(self) -> tuple[Sent, int] | None:
        """A notice of a return that was not answered yet, and its task."""
        for shown in reversed(self.chat.seen):
            found = RETURNED.match(shown.text)
            if found is not None and found[1] not in self._answered:
                self._answered.add(found[1])
                return shown, int(found[2])
        return None


class Reviewer:
    """A head, or one of the focal agency; `said` is all they typed, each reason but once."""

    def __init__(self, chat: Chat, tasks: Sequence[int], rng: random.Random) -> None:
        self.chat = chat
        self.said: list[str] = []
        self._tasks = tasks
        self._rng = rng
        self._cards: list[Sent] = []

    async def work(self, stop: asyncio.Event) -> None:
        """Answer what comes, begin something where nothing does; until told to stop.

        What is open in the end is left, so that nothing keeps notices back.
        """
        begun = False
        while not stop.is_set():
            try:
                (shown,) = await self.chat.replies(1, seconds=5 if begun else 0.3)
            except TimeoutError:
                self._begin()
                begun = True
            else:
                begun = shown.method == "sendMessage" and self._answer(shown)
        for _ in range(DEPTH):
            self._say("hủy")

    def _begin(self) -> None:
        match self._rng.randrange(6):
            case 0:
                self._say("duyệt tất cả")
            case 1:
                self._say(f"nv {self._rng.choice(self._tasks)} đang làm 50%")
            case 2:
                self._forge()
            case 3 if self._cards:
                self._tap(self._rng.choice(self._cards), self._rng.choice(list(Verdict)))
            case _:
                self._say("chờ duyệt")

    def _answer(self, shown: Sent) -> bool:
        """React to a message; return whether an answer to that is to be expected."""
        if "Nội dung cần chỉnh lý của báo cáo" in shown.text:
            self._say(f"{REASON} {self.chat.id}-{len(self.said)}")
            return True
        if CARD.search(shown.text):
            self._cards.append(shown)
            return self._decide(shown)
        if any(key == "send" for key in _keys(shown)):
            self._press(shown, "send")
            return True
        if waiting := [key for key in _keys(shown) if key.startswith("waiting/")]:
            self._press(shown, self._rng.choice(waiting))
        return bool(waiting)

    def _decide(self, card: Sent) -> bool:
        match self._rng.randrange(9):
            case 0:
                self._tap(card, Verdict.APPROVE)
                self._tap(card, Verdict.APPROVE)
            case 1:
                self._tap(card, Verdict.APPROVE)
                self._tap(card, Verdict.RETURN)
            case 2:
                self._tap(card, Verdict.RETURN)
                self._tap(card, Verdict.APPROVE)
            case 3:
                self._say("1")
            case 4 | 5 | 6:
                self._tap(card, Verdict.RETURN)
            case 7:
                return False
            case _:
                self._tap(card, Verdict.APPROVE)
        return True

    def _say(self, text: str) -> None:
        self.said.append(text)
        self.chat.say(text)

    def _tap(self, card: Sent, verdict: Verdict) -> None:
        for key in _keys(card):
            if key.startswith(f"{REVIEW}/") and key.endswith(f"/{verdict.value}"):
                self._press(card, key)

    def _press(self, shown: Sent, key: str) -> None:
        for row in shown.keyboard:
            for button in row:
                if button["callback_data"].partition(":")[2] == key:
                    self.chat.press(button["callback_data"], shown.message_id)

    def _forge(self) -> None:
        """A tap on what may be anybody's report, their own included."""
        verdict = self._rng.choice((Verdict.APPROVE, Verdict.RETURN))
        self.chat.press(f"q0:{REVIEW}/{self._rng.randint(1, 60)}/{verdict.value}")


def _keys(shown: Sent) -> list[str]:
    """The keys of the buttons below a message."""
    return [button["callback_data"].partition(":")[2] for row in shown.keyboard for button in row]
