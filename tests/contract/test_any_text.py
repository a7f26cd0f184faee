"""Any text and any tap at any question: an answer or silence, and nothing written unasked.

The questions are those of the transcripts and of a few scenes more; every question that the
dialogues can ask is among them.
"""

import ast
import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue.messages import Inbound, Message, Press
from dialogue.state import ChatState
from dialogue.texts import plain
from domain.person import Role
from handlers import DIALOGUES
from tests.contract.facts import confirms_by_press, confirms_by_text, facts, open_questions
from tests.fakes.telegram_html import read_html, utf16
from tests.harness.rehearsal import Rehearsal
from tests.harness.seen import FILE
from tests.harness.transcript import Transcript, transcripts

ROOT = Path(__file__).parent.parent.parent
TALKS = ROOT / "tests" / "transcripts"
TRANSCRIPTS = [
    path.read_text(encoding="utf-8")
    for path in (*transcripts(TALKS), TALKS / "by_channel" / "my-data.txt")
]
LONG_OBSTACLES = [f"> nv 9\n> tạm hoãn\n> {'<' * 1000}\n> gửi"] * 3
SCENES = [
    "\n".join(["@ as officer so-xay-dung", *LONG_OBSTACLES, "> chi tiết 9"]),
    "@ as leader ubnd-tinh\n> TT có nhiệm vụ nào",
    "@ as leader ubnd-tinh\n> chỉ tiêu tỷ lệ",
    "@ as focal so-xay-dung\n> loại trừ",
    "@ as officer so-y-te\n> /dulieu\n> 4",
    "@ as focal so-xay-dung\n> báo cáo thay",
    "@ as leader ubnd-tinh\n> ai chưa báo cáo năm 2025",
    "@ as admin so-xay-dung\n> /quantri\n> 2",
    "@ as officer so-y-te\n@ as admin so-xay-dung\n> người dùng so-",
    "@ as officer so-y-te\n@ as admin so-xay-dung\n> người dùng so-y-te\n> chuyển cơ quan",
    "@ as officer so-noi-vu\n> gia hạn nv 8 đến 30/6/2026 vì chờ vốn\n> 1\n"
    "@ as focal so-xay-dung\n> gia hạn đang chờ\n> 1\n> 3",
    "@ as officer so-noi-vu\n> gia hạn nv 8 đến 30/6/2026 vì chờ vốn\n> 1\n"
    "@ as focal so-xay-dung\n> gia hạn đang chờ\n> 1\n> 3\n> 31/5/2026",
    "@ as officer so-xay-dung\n> báo vướng mắc\n> 9\n> thiếu vốn\n> gửi\n> vướng mắc theo cơ quan",
]
"""Questions that no transcript comes to."""
ASKED_IN = {"on_behalf": "report_for"}
"""The dialogue in which a file asks that is none, where its name does not begin with it."""
LONGEST = 4096
AWKWARD = [
    "",
    " ",
    " \n\t ",
    "\x00",
    "\x1b[31m\x07",
    "\u202e\u200f\u200bgửi",
    "مرحبا بالعالم",
    "👍",
    "👨‍👩‍👧‍👦🇻🇳",
    "²",
    "٣",
    "１",
    "½",
    "1e999%",
    "-1",
    "9" * 400,
    "0." + "1" * 300 + "%",
    "</b>",
    "<b>",
    "<script>alert(1)</script>",
    "&lt;&amp;&#0;",
    "'; DROP TABLE task_reports; --",
    "{ $number }",
    "%(x)s {0} \\",
    "/",
    "/start",
    "/start ABCDE23456",
    "?" * 50,
    "nv " * 2000,
    "ạ" * 10_000,
    "x" * 10_001,
    "khi nào có vốn? " * 100,
    "🏠" * 5_000,
    "nhiệm vụ nào quá hạn? " * 150,
    "nhiệm vụ về " + "cây xanh " * 500,
    "chỉ tiêu " + "tỷ lệ " * 500,
    "Bộ " + "Xây dựng " * 400 + "có nhiệm vụ gì",
    "nv 9 tạm hoãn, vướng " + "<&>" * 3000,
    "<" * 1000,
    "31/02/2026",
    "00/00/0000",
    "5/3/99999",
]
PHRASES = [
    *("nv 9", "nv 7", "nv 33", "nv 99", "9", "1", "2", "3", "xong rồi", "đang làm 60%", "140%"),
    *("tạm hoãn", "không thay đổi", "còn lại", "gửi", "sửa", "hủy", "bỏ qua", "quay lại", "ok"),
    *("có", "không", "?", "menu", "báo cáo", "thu hồi", "chi tiết", "ai chưa báo cáo", "quá hạn"),
    *("nhiệm vụ của Sở Xây dựng", "năm 2025", "QĐ 123/QĐ-UBND", "ngày 5/3/2025", "vướng vốn"),
    *("ban quản lý dự án", "chỉ tiêu cây xanh", "đạt 7,2", "lấy ý kiến", "chưa", "đến đâu rồi"),
]
TEXTS = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(),
    st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4).map(" ".join),
    st.tuples(st.sampled_from(PHRASES), st.text(max_size=20)).map(" ".join),
)
FORGED = ["", "q1", "q99999", "send", "yes", "skip", "more", "33", "report", "0001", "go"]
PLACES = st.integers(min_value=0, max_value=9999)
MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Moment:
    """A chat at the moment when something is asked; its stage is only ever copied."""

    def __init__(self, name: str, chat: str, stage: Rehearsal, state: ChatState) -> None:
        self.name = name
        self.chat = chat
        self.stage = stage
        self.state = state

    def __repr__(self) -> str:
        return self.name


@dataclass
class Recorder(Rehearsal):
    """Keeps a copy of every moment that differs in what is being asked."""

    moments: dict[str, Moment] = field(default_factory=dict)

    async def take(self, inbound: Inbound) -> list[Message]:
        """Do the turn, and look where it has led."""
        messages = await super().take(inbound)
        await self._look(inbound.chat)
        return messages

    async def unasked(self, chat: str) -> list[Message]:
        """Take what comes unasked, and look where it has led."""
        messages = await super().unasked(chat)
        if messages:
            await self._look(chat)
        return messages

    async def _look(self, where: str) -> None:
        chat = await self.chat(where)
        asked = [f"{talk}.{name}" for (talk, name), _ in open_questions(chat.state)]
        if chat.state.side is not None:
            asked.append(chat.state.side.name)
        name = " > ".join(["stranger" if chat.person is None else chat.person.role, *asked])
        if name not in self.moments:
            path = self.path.with_name(f"moment-{len(self.moments)}.db")
            self.moments[name] = Moment(name, where, self.copy(path), chat.state)


async def _played(folder: Path) -> list[Moment]:
    found: dict[str, Moment] = {}
    for number, written in enumerate([*TRANSCRIPTS, *SCENES]):
        stage = Recorder(folder / str(number) / "baocao.db", moments=found)
        await stage.prepare()
        await Transcript(stage).play(written)
    await _on_two_channels(Recorder(folder / "two" / "baocao.db", moments=found))
    await _before_new_words(Recorder(folder / "words" / "baocao.db", moments=found))
    return list(found.values())


async def _on_two_channels(stage: Recorder) -> None:
    """Only who has several channels is asked where reminders are to come."""
    await stage.prepare()
    for stage.channel in ("telegram", "zalo:1459023571"):
        chat = await stage.seat(Role.OFFICER, "so-xay-dung")
    await stage.say(chat, "/toi")
    await stage.tap(chat, "Chọn kênh nhận nhắc việc")


async def _before_new_words(stage: Recorder) -> None:
    """Only who agreed to an earlier notice is asked to agree anew."""
    await stage.prepare()
    chat = await stage.seat(Role.OFFICER, "so-xay-dung")
    async with stage.open() as database, database.write() as connection:
        await connection.execute(
            "INSERT INTO consents (person, address, version, agreed_at) "
            "SELECT person, id, '2026-01', '2026-01-05T02:00:00.000+00:00' FROM addresses"
        )
    await stage.say(chat, "nv 9 đang làm 60%")


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.Runner]:
    """What runs the turns of the many examples."""
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def moments(loop: asyncio.Runner, tmp_path_factory: pytest.TempPathFactory) -> list[Moment]:
    """All moments of the transcripts and scenes that differ in what is being asked."""
    return loop.run(_played(tmp_path_factory.mktemp("moments")))


def _by_question(moments: list[Moment]) -> list[Moment]:
    """One moment for each question on top, and for none."""
    found = {moment.name.rpartition(" > ")[2]: moment for moment in moments}
    return list(found.values())


def _check(messages: list[Message]) -> None:
    """Every message can be read on every channel, and every button tapped."""
    assert len([each for each in messages if not each.text.startswith(FILE)]) <= 1
    for message in messages:
        assert set(re.findall(r"</?\w+>", message.text)) <= {"<b>", "</b>", "<i>", "</i>"}
        for line in message.text.split("\n"):
            read_html(line)
        assert plain(message.text).strip()
        assert utf16(plain(message.text)) < LONGEST
        keys = [choice.key for choice in message.choices]
        assert len(set(keys)) == len(keys)
        for choice in message.choices:
            assert choice.caption.strip()
            assert len(f"{message.token}:{choice.key}".encode()) <= 64


async def _any_text(moment: Moment, text: str) -> None:
    stage = moment.stage.copy(moment.stage.path.with_name("now.db"))
    before = await facts(stage)
    _check(await stage.say(moment.chat, text))
    if not confirms_by_text(moment.state, text):
        assert await facts(stage) == before


async def _any_press(moment: Moment, press: Press) -> None:
    stage = moment.stage.copy(moment.stage.path.with_name("now.db"))
    before = await facts(stage)
    _check(await stage.press(moment.chat, press))
    if not confirms_by_press(moment.state, press):
        assert await facts(stage) == before


def _press(moment: Moment, token: int | str, key: int | str) -> Press:
    """A press true or forged: tokens and keys of this chat in any combination, and inventions."""
    questions = [question for _, question in open_questions(moment.state)]
    tokens = [question.token for question in questions] + list(moment.state.closed) + FORGED
    keys = [offer.key for question in questions for offer in question.offers] + FORGED
    return Press(
        token=token if isinstance(token, str) else tokens[token % len(tokens)],
        key=key if isinstance(key, str) else keys[key % len(keys)],
        message="999999",
    )


def test_every_question_of_the_dialogues_is_among_the_moments(moments: list[Moment]) -> None:
    """A new question is not overlooked here: it needs a transcript, or a scene."""
    met = {name for moment in moments for name, _ in open_questions(moment.state)}
    assert {*_asked(), ("ask", "ambiguous"), ("ask", "ambiguous-indicator")} - met == set()


@MANY
@given(place=PLACES, text=TEXTS)
def test_any_text_at_any_question(
    place: int, text: str, moments: list[Moment], loop: asyncio.Runner
) -> None:
    """An answer or silence, fit for a phone; written is only what was confirmed."""
    loop.run(_any_text(moments[place % len(moments)], text))


@pytest.mark.parametrize("text", AWKWARD, ids=lambda text: ascii(text[:12]))
def test_awkward_text_at_every_question(
    text: str, moments: list[Moment], loop: asyncio.Runner
) -> None:
    """The known troublemakers are tried at every question, not by chance."""
    for moment in _by_question(moments):
        loop.run(_any_text(moment, text))


def test_no_press_means_what_was_not_offered_with_it(
    moments: list[Moment], loop: asyncio.Runner
) -> None:
    """A true key with another token and a true token with another key are worth nothing."""
    for moment in moments:
        questions = [question for _, question in open_questions(moment.state)]
        tokens = {question.token for question in questions}
        keys = {offer.key for question in questions for offer in question.offers}
        for press in (
            *(Press(token=token, key=key) for token in ("q99999", "") for key in keys),
            *(Press(token=token, key=key) for token in tokens for key in set(FORGED) - keys),
        ):
            loop.run(_any_press(moment, press))


@MANY
@given(place=PLACES, token=PLACES | st.text(max_size=40), key=PLACES | st.text(max_size=40))
def test_any_press_at_any_question(
    place: int, token: int | str, key: int | str, moments: list[Moment], loop: asyncio.Runner
) -> None:
    """A forged tap is answered in words and writes nothing; a true one writes what it says."""
    moment = moments[place % len(moments)]
    loop.run(_any_press(moment, _press(moment, token, key)))


def _asked() -> Iterator[tuple[str, str]]:
    """Every question by the file it stands in and its name, read from the dialogues' source."""
    for path in sorted((ROOT / "handlers").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "ask"
                and isinstance(node.args[0], ast.Constant)
            ):
                dialogue = path.stem if path.stem in DIALOGUES else path.stem.split("_")[0]
                dialogue = ASKED_IN.get(path.stem, dialogue)
                yield dialogue, str(node.args[0].value)
