"""An officer on Zalo who joins and reports without rest, each report in one sentence."""

import asyncio
import random
from collections.abc import Sequence

from tests.fakes.zalo_chat import Person, Sent
from tests.kill.officer import PATIENCE, RECEIPT


class ZaloOfficer:
    """One chat; `updates` are the ids of all it typed, `confirmed` the reports it sent off."""

    def __init__(self, person: Person, code: str, tasks: Sequence[int], rng: random.Random) -> None:
        self.person = person
        self.updates: list[str] = []
        self.confirmed: list[tuple[int, str]] = []
        self._codes: set[str] = set()
        self._code = code
        self._tasks = tasks
        self._rng = rng

    async def work(self, stop: asyncio.Event) -> None:
        """Join, then report until told to stop; a report begun is finished."""
        self._say(self._code)
        await self._sees("Anh/chị có đồng ý không?")
        self._say("1")
        await self._sees("Đã kết nối")
        while not stop.is_set():
            task = self._rng.choice(self._tasks)
            mark = f"đang chờ thẩm định đợt {self.person.id}{len(self.confirmed):03}"
            self._say(f"nv {task} đang làm {self._rng.randint(1, 99)}%, {mark}")
            await self._sees(mark)
            self.confirmed.append((task, mark))
            await self._send(mark)

    async def _send(self, mark: str) -> None:
        """Confirm, once more where a colleague's report has changed the card."""
        while True:
            self._say(self._rng.choice(("1", "gửi")))
            shown = await self._sees("Đã ghi nhận báo cáo", "đã thay đổi", of=mark)
            if found := RECEIPT.search(shown.text):
                self._codes.add(found[2])
                return

    async def _sees(self, *words: str, of: str = "") -> Sent:
        """Wait for a new receipt, or a card `of` this, with one of these words."""
        while True:
            try:
                (shown,) = await self.person.replies(1, seconds=PATIENCE)
            except TimeoutError:
                seen = [each.text for each in self.person.seen[-3:]]
                raise AssertionError(f"{self.person.id} waits for {words}, saw {seen}") from None
            if not any(each in shown.text for each in words):
                continue
            receipt = RECEIPT.search(shown.text)
            if (of in shown.text) if receipt is None else receipt[2] not in self._codes:
                return shown

    def _say(self, text: str) -> None:
        self.updates.append(self.person.say(text))
