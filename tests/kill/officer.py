"""An officer who joins and reports without rest: by steps, in a sentence, sometimes tapping twice.

Every report carries a mark of its own in khó khăn, vướng mắc, so that each can be told apart.
"""

import asyncio
import random
import re
from collections.abc import Sequence

from tests.fakes.telegram_chat import Chat, Sent

RECEIPT = re.compile(r"Đã ghi nhận báo cáo NV (\d+) .*\(mã tra cứu (\d+)\)")
PATIENCE = 60
"""How long an officer waits for an answer, in seconds, restarts included."""


class Officer:
    """One chat; `updates` are the ids of all it did, `confirmed` the reports it sent off.

    `presses` are those of the updates that are taps; `asks` are the ways to ask what to report.
    """

    asks: tuple[str, ...] = ("báo cáo", "/baocao")

    def __init__(self, chat: Chat, code: str, tasks: Sequence[int], rng: random.Random) -> None:
        self.chat = chat
        self.updates: list[int] = []
        self.presses: set[int] = set()
        self.confirmed: list[tuple[int, str]] = []
        self.receipts: list[tuple[int, int]] = []
        self._code = code
        self._tasks = tasks
        self._rng = rng
        self._token = 0

    async def work(self, stop: asyncio.Event) -> None:
        """Join, then report until told to stop; a report begun is finished."""
        self._say(f"/start {self._code}")
        self._tap(await self._sees("Anh/chị có đồng ý không?"), "yes")
        await self._sees("Đã kết nối")
        while not stop.is_set():
            await self.report()

    async def report(self) -> None:
        """Report one task, in one way or the other."""
        task, mark = self._rng.choice(self._tasks), self._mark()
        card = await self._rng.choice((self._by_sentence, self._by_steps))(task, mark)
        await self._send(task, mark, card)

    def _mark(self) -> str:
        return f"đang chờ thẩm định đợt {self.chat.id}{len(self.confirmed):03}"

    async def _by_sentence(self, task: int, mark: str) -> Sent:
        self._say(f"nv {task} đang làm {self._rng.randint(1, 99)}%, {mark}")
        return await self._sees(mark)

    async def _by_steps(self, task: int, mark: str) -> Sent:
        self._say(self._rng.choice(self.asks))
        await self._sees("cần báo cáo")
        self._say(f"NV {task}")
        return await self._step_on(mark)

    async def _step_on(self, mark: str) -> Sent:
        shown = await self._sees("Tình hình thực hiện?")
        self._either(shown, "in_progress", "đang thực hiện")
        shown = await self._sees("giai đoạn nào?", "phần trăm?")
        if "giai đoạn" in shown.text:
            self._either(shown, "consulting", "2")
            shown = await self._sees("phần trăm?")
        self._either(shown, "skip", str(self._rng.randint(1, 99)))
        await self._sees("Khó khăn, vướng mắc (nếu có)?")
        self._say(mark)
        return await self._sees(mark)

    async def _send(self, task: int, mark: str, card: Sent) -> None:
        """Confirm, once more where a colleague's report has changed the card."""
        self.confirmed.append((task, mark))
        while True:
            match self._rng.randrange(4):
                case 0:
                    self._say("1")
                case 1:
                    self._tap(card, "send")
                    self._tap(card, "send")
                case _:
                    self._tap(card, "send")
            shown = await self._sees("Đã ghi nhận báo cáo", "đã thay đổi")
            if found := RECEIPT.search(shown.text):
                self.receipts.append((int(found[1]), int(found[2])))
                return
            card = shown

    async def _sees(self, *words: str) -> Sent:
        """Wait for a message with one of these words that has not been seen before."""
        while True:
            try:
                (shown,) = await self.chat.replies(1, seconds=PATIENCE)
            except TimeoutError:
                seen = [each.text for each in self.chat.seen[-3:]]
                raise AssertionError(f"{self.chat.id} waits for {words} and saw {seen}") from None
            if shown.method != "sendMessage" or not self._is_new(shown):
                continue
            if any(each in shown.text for each in words):
                self._token = max(self._token, _token(shown))
                return shown

    def _is_new(self, shown: Sent) -> bool:
        """Whether it is no repetition: a question of a new token, a receipt of a new code."""
        if shown.keyboard:
            return _token(shown) > self._token
        found = RECEIPT.search(shown.text)
        return found is None or all(int(found[2]) != code for _, code in self.receipts)

    def _either(self, shown: Sent, key: str, words: str) -> None:
        if self._rng.random() < 0.5:
            self._tap(shown, key)
        else:
            self._say(words)

    def _say(self, text: str) -> None:
        self.updates.append(self.chat.say(text))

    def _tap(self, shown: Sent, key: str) -> None:
        data = next(
            button["callback_data"]
            for row in shown.keyboard
            for button in row
            if button["callback_data"].endswith(f":{key}")
        )
        self.updates.append(self.chat.press(data, shown.message_id))
        self.presses.add(self.updates[-1])


def _token(shown: Sent) -> int:
    """The number of a question's token; it grows with every question of a chat."""
    if not shown.keyboard:
        return 0
    return int(shown.keyboard[0][0]["callback_data"].partition(":")[0].removeprefix("q"))
