"""Whatever two colleagues type, tap, repeat or forge, in any order: filed is what was confirmed."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from dialogue.messages import Inbound, Kind, Message, Press
from dialogue.state import ChatState
from dialogue.texts import plain
from domain.person import Role
from domain.report import Progress
from storage.database import open_database
from tests.contract.facts import confirms_by_press, confirms_by_text, facts, open_questions
from tests.harness.rehearsal import Rehearsal

AGENCY = "so-xay-dung"
COLLEAGUES = ("officer so-xay-dung", "head so-xay-dung")
SENTENCES = st.sampled_from(
    [
        *("nv 9 đang làm 60%, chờ vốn", "nv 7 tạm hoãn", "nv 9 không thay đổi", "nv 31 chưa làm"),
        *("nv 4 xong, QĐ 12/QĐ-SXD ngày 5/2/2026", "nv 33 xong", "còn lại không thay đổi"),
        *("đô thị hóa năm 2025 đạt 36,5%", "ct 3 năm 2024 ước 34", "ct 3 chưa có số liệu"),
    ]
)
TEXTS = st.sampled_from(
    [
        *("báo cáo", "nv 9", "nv 7", "9", "1", "2", "3", "đang làm 60%", "xong", "tạm hoãn", "sửa"),
        *("không thay đổi", "gửi", "ok", "không", "hủy", "quay lại"),
        *("bỏ qua", "?", "thu hồi", "nhiệm vụ quá hạn", "chi tiết 9", "khó khăn của NV 7 là gì?"),
        *("12/QĐ-SXD", "5/2/2026", "chờ thẩm định", "45", "tiếp tục", "nhiệm vụ", "xem thêm", "👍"),
    ]
)
WHO = st.sampled_from(COLLEAGUES)
NUMBERS = st.integers(min_value=0, max_value=99)


class Talks(RuleBasedStateMachine):
    """Two people of one agency; the model is what the bot has acknowledged to them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.loop = asyncio.Runner()
        self.stage = Rehearsal(Path(self.folder.name) / "baocao.db")
        self.filed: set[int] = set()
        self.withdrawn: set[int] = set()
        self.last: Inbound | None = None

    @initialize()
    def begin(self) -> None:
        """A database with two reports of last year."""
        self.loop.run(self._begin())

    @rule(chat=WHO, sentence=SENTENCES)
    def report(self, chat: str, sentence: str) -> None:
        """Somebody reports in one sentence."""
        self.loop.run(self._act(self._inbound(chat, Kind.TEXT, text=sentence)))

    @rule(chat=WHO)
    def confirm(self, chat: str) -> None:
        """Somebody taps the first button of the newest message, which on a card sends it."""
        self.tap_place(chat, 0)

    @rule(chat=WHO)
    def take_back(self, chat: str) -> None:
        """Somebody wants the last report back."""
        self.loop.run(self._act(self._inbound(chat, Kind.TEXT, text="thu hồi")))
        self.tap_place(chat, 0)

    @rule(chat=WHO, text=TEXTS)
    def type(self, chat: str, text: str) -> None:
        """Somebody types."""
        self.loop.run(self._act(self._inbound(chat, Kind.TEXT, text=text)))

    @rule(chat=WHO, number=NUMBERS)
    def tap(self, chat: str, number: int) -> None:
        """Somebody taps any button that is or was on the screen."""
        self.tap_place(chat, number, messages=6)

    @rule(chat=WHO, token=NUMBERS, key=st.sampled_from(["send", "yes", "drop", "9", "33", ""]))
    def forge(self, chat: str, token: int, key: str) -> None:
        """Somebody sends a press that no button carries, or that one does by chance."""
        press = Press(token=f"q{token % 12}", key=key)
        self.loop.run(self._act(self._inbound(chat, Kind.PRESS, press=press)))

    @rule(chat=WHO)
    def photograph(self, chat: str) -> None:
        """Somebody sends a photo."""
        self.loop.run(self.stage.send_file(chat, "anh.jpg"))

    @precondition(lambda self: self.last is not None)
    @rule()
    def redeliver(self) -> None:
        """The platform delivers the last update once more: silence, and nothing changes."""
        self.loop.run(self._again())

    @rule(hours=st.sampled_from([0.05, 0.2, 13, 30]))
    def wait(self, hours: float) -> None:
        """Time passes."""
        self.stage.now += timedelta(hours=hours)

    @rule()
    def restart(self) -> None:
        """The program starts anew."""
        self.loop.run(self._restart())

    def tap_place(self, chat: str, place: int, messages: int = 1) -> None:
        """Tap one of the buttons of the newest messages, if they have any."""
        presses = [
            Press(token=message.token or "", key=choice.key, message="1")
            for message in self._shown(chat)[-messages:]
            for choice in message.choices
        ]
        if presses:
            press = presses[place % len(presses)]
            self.loop.run(self._act(self._inbound(chat, Kind.PRESS, press=press)))

    @invariant()
    def filed_is_what_was_acknowledged(self) -> None:
        """The database holds the reports that receipts named, and no others."""
        if self.filed:
            assert self.loop.run(self._stored()) == (self.filed, self.withdrawn)

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.loop.close()
        self.folder.cleanup()

    async def _begin(self) -> None:
        await self.stage.prepare()
        for role in (Role.OFFICER, Role.HEAD):
            await self.stage.seat(role, AGENCY)
        for task in (7, 9):
            report = await self.stage.report(AGENCY, task, Progress.IN_PROGRESS, percent=45)
            self.filed.add(report.id)
        self.stage.now += timedelta(days=100)

    async def _act(self, inbound: Inbound) -> None:
        state = (await self.stage.chat(inbound.chat)).state
        confirmed = (
            confirms_by_text(state, inbound.text)
            if inbound.press is None
            else confirms_by_press(state, inbound.press)
        )
        cards = [
            plain(question.text)
            for _, question in open_questions(state)
            if inbound.press is None or inbound.press.token in (question.token, _side(state))
        ]
        said = "\n".join(plain(message.text) for message in await self.stage.take(inbound))
        self.last = inbound
        filed, withdrawn = _acknowledged(said), _taken_back(said)
        assert confirmed or not (filed or withdrawn)
        await self._stand_on(cards, filed)
        self.filed |= filed
        self.withdrawn |= withdrawn

    async def _stand_on(self, cards: list[str], filed: set[int]) -> None:
        """What was filed is what a card showed that waited for an answer."""
        for id_, task, obstacle in await self.stage.rows(
            "SELECT id, task, obstacle FROM task_reports"
        ):
            if id_ in filed:
                told = "" if len(filed) > 1 else str(obstacle or "")
                heads = (f"Nhiệm vụ {task}:", f"NV {task}:")
                assert any(told in card and any(h in card for h in heads) for card in cards), cards
        for id_, indicator, value in await self.stage.rows(
            "SELECT id, indicator, value FROM figures"
        ):
            if id_ in filed:
                told = str(value or "").replace(".", ",")
                head = f"Chỉ tiêu {indicator}:"
                assert any(told in card and head in card for card in cards), cards

    async def _again(self) -> None:
        assert self.last is not None
        before = await facts(self.stage)
        assert await self.stage.take(self.last) == []
        assert await facts(self.stage) == before

    async def _restart(self) -> None:
        async with open_database(self.stage.path):
            pass

    async def _stored(self) -> tuple[set[int], set[int]]:
        found = await facts(self.stage)
        ids = {int(str(row[0])): row[-1] for row in found["reports"] + found["figures"]}
        return set(ids), {id_ for id_, withdrawn in ids.items() if withdrawn is not None}

    def _shown(self, chat: str) -> list[Message]:
        shown = [delivery.content for delivery in self.stage.shown.get(chat, [])]
        return [content for content in shown if isinstance(content, Message)]

    def _inbound(self, chat: str, kind: Kind, **content: object) -> Inbound:
        self.stage.serial += 1
        return Inbound.model_validate(
            {
                "channel": "stage",
                "chat": chat,
                "id": f"r{self.stage.serial}",
                "kind": kind,
                "sent_at": self.stage.now,
                "received_at": self.stage.now,
                **content,
            }
        )


def _side(state: ChatState) -> str | None:
    return None if state.side is None else state.side.token


def _acknowledged(said: str) -> set[int]:
    """The lookup codes that a receipt names."""
    receipts = re.findall(r"✅ Đã ghi nhận .*?mã tra cứu (?:từ (\d+) đến )?(\d+)", said)
    return {code for first, last in receipts for code in range(int(first or last), int(last) + 1)}


def _taken_back(said: str) -> set[int]:
    return {int(code) for code in re.findall(r"Đã thu hồi .*?mã (\d+)", said)}


TestTalks = Talks.TestCase
TestTalks.settings = settings(
    max_examples=20,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
