"""A turn gone wrong: what breaks it is set aside, what may pass is tried again, nothing twice."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing

import pytest
from structlog.testing import capture_logs

from bot.turn import Turns
from dialogue.messages import Delivery, Echo, File, Inbound, Kind, Message, Press
from dialogue.talk import Talk
from domain.person import Role
from domain.report import Progress, TaskReportDraft
from handlers import DIALOGUES
from storage.chats import delivery_from
from storage.database import QUERIES, Database, DatabaseUnavailable, open_database
from storage.gate import Reader, Writer
from tests.harness.stage import CHANNEL, Stage

AGENCY = "so-xay-dung"
SENTENCE = "nv 9 đang làm 60%"
APOLOGY = "do lỗi hệ thống"
STRANGER = "Đây là kênh nội bộ"

Breaking = Callable[[Talk, Reader], Awaitable[None]]


class Desk:
    """Takes turns on an open database; `wakes` counts how often the outbox was told."""

    def __init__(self, stage: Stage, database: Database, echoes: tuple[str, ...] = ()) -> None:
        self.stage = stage
        self.database = database
        self.wakes = 0
        self.turns = Turns(
            database,
            stage.talks,
            stage.clock,
            make_router=stage.router,
            wake=self._wake,
            echoes=echoes,
        )

    def _wake(self) -> None:
        self.wakes += 1

    def inbound(self, chat: str, text: str, id_: str, kind: Kind = Kind.TEXT) -> Inbound:
        """An update as a channel makes it."""
        return Inbound(
            channel=CHANNEL,
            chat=chat,
            id=id_,
            kind=kind,
            sent_at=self.stage.now,
            received_at=self.stage.now,
            text=text,
        )

    async def say(self, chat: str, text: str, id_: str) -> None:
        """Take the turn of a typed text."""
        await self.turns.take(self.inbound(chat, text, id_))

    async def press(self, chat: str, press: Press, id_: str) -> None:
        """Take the turn of a press."""
        update = self.inbound(chat, "", id_, Kind.PRESS)
        await self.turns.take(update.model_copy(update={"press": press}))

    async def outbox(self, chat: str) -> list[Delivery]:
        """Everything queued for a chat, in order."""
        async with self.database.read() as connection:
            rows = await QUERIES.timeline(
                connection, channel=CHANNEL, chat=chat, after=0, most=1000
            )
        return [delivery_from(row) for row in rows]

    async def texts(self, chat: str) -> list[str]:
        """The texts queued for a chat."""
        return [each.content.text for each in await self.outbox(chat)]

    async def newest(self, chat: str) -> Message:
        """The newest message queued for a chat."""
        content = (await self.outbox(chat))[-1].content
        assert isinstance(content, Message)
        return content

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        """What stands in the database, by plain SQL."""
        async with self.database.read() as connection:
            return [tuple(row) for row in await connection.execute_fetchall(sql)]

    async def pragma(self, words: str) -> None:
        """Change a setting of the connection."""
        async with self.database.read() as connection:
            await connection.execute_fetchall(f"PRAGMA {words}")


@asynccontextmanager
async def _open(stage: Stage, *echoes: str) -> AsyncIterator[Desk]:
    async with open_database(stage.path) as database:
        yield Desk(stage, database, echoes)


@pytest.fixture
async def officer(stage: Stage) -> str:
    """The chat of an officer."""
    return await stage.seat(Role.OFFICER, AGENCY)


@pytest.fixture
async def desk(stage: Stage, officer: str) -> AsyncIterator[Desk]:
    """An open database in which an officer is seated."""
    async with _open(stage) as opened:
        yield opened


@pytest.fixture
def break_menu(monkeypatch: pytest.MonkeyPatch) -> Callable[[Breaking], None]:
    """Have "menu" do something else from now on."""

    def put(dialogue: Breaking) -> None:
        monkeypatch.setitem(DIALOGUES, "menu", dialogue)  # type: ignore[arg-type]

    return put


def _raising(error: BaseException) -> Breaking:
    async def dialogue(talk: Talk, db: Reader) -> None:
        raise error

    return dialogue


def _stored(stage: Stage) -> bytes:
    """Every byte that was written for this database, the log and evidence included."""
    found = [file for file in stage.path.parent.rglob("*") if file.is_file()]
    return b"".join(file.read_bytes() for file in found)


async def test_a_poisonous_update_is_parked_with_an_apology(
    desk: Desk, officer: str, break_menu: Callable[[Breaking], None]
) -> None:
    """The person is told, the update is set aside by the error's name, the next one works."""
    break_menu(_raising(LookupError("whatever")))
    await desk.say(officer, "menu", "u1")
    assert APOLOGY in (await desk.newest(officer)).text
    assert await desk.rows("SELECT external, parked FROM inbox") == [("u1", "LookupError")]
    await desk.say(officer, "nv 9", "u2")
    assert "Nhiệm vụ 9" in (await desk.newest(officer)).text
    assert desk.wakes == 2


async def test_a_poisonous_update_is_apologised_for_once(
    desk: Desk, officer: str, break_menu: Callable[[Breaking], None]
) -> None:
    """Coming again it is known, and neither tried nor answered."""
    break_menu(_raising(LookupError()))
    for _ in range(3):
        await desk.say(officer, "menu", "u1")
    assert len(await desk.outbox(officer)) == 1


async def test_a_turn_broken_after_its_write_leaves_nothing(
    desk: Desk, officer: str, break_menu: Callable[[Breaking], None]
) -> None:
    """A report filed in a turn that then breaks is not there; only the apology goes out."""

    async def dialogue(talk: Talk, db: Reader) -> None:
        draft = TaskReportDraft(
            task=9, agency=AGENCY, progress=Progress.DONE, reported_on=talk.now.date()
        )
        talk.say("filed", text=(await talk.finish(Writer.file_task_report, draft)).code)

    break_menu(dialogue)
    await desk.say(officer, "menu", "u1")
    assert await desk.rows("SELECT count(*) FROM task_reports") == [(0,)]
    (apology,) = await desk.texts(officer)
    assert APOLOGY in apology


async def test_a_poisonous_update_leaves_the_open_talk_as_it_was(
    desk: Desk, officer: str, break_menu: Callable[[Breaking], None]
) -> None:
    """The question that waited waits on, and takes its answer."""
    await desk.say(officer, SENTENCE, "u1")
    card = await desk.newest(officer)
    break_menu(_raising(LookupError()))
    await desk.say(officer, "menu", "u2")
    await desk.press(officer, Press(token=card.token or "", key="send"), "u3")
    assert await desk.rows("SELECT task, percent FROM task_reports") == [(9, "60")]


async def test_an_error_is_logged_without_its_words(
    desk: Desk, officer: str, break_menu: Callable[[Breaking], None]
) -> None:
    """What was written stays out of the log, though the error repeats it; its place is told."""
    break_menu(_raising(ValueError("vướng mắc của tôi")))
    with capture_logs() as logs:
        await desk.say(officer, "menu", "u1")
    (entry,) = logs
    assert (entry["event"], entry["error"]) == ("turn-parked", "ValueError")
    assert "test_turn_faults.py" in entry["at"]
    assert "vướng mắc" not in str(logs)


@pytest.mark.parametrize("error", [MemoryError(), OSError(28, "No space left on device")])
async def test_what_may_pass_is_not_acknowledged(
    desk: Desk,
    officer: str,
    break_menu: Callable[[Breaking], None],
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    """No memory, no room: raised, nothing kept, and the same update is answered later."""
    with monkeypatch.context() as broken:
        broken.setitem(DIALOGUES, "menu", _raising(error))  # type: ignore[arg-type]
        with pytest.raises(type(error)):
            await desk.say(officer, "menu", "u1")
    assert await desk.rows("SELECT count(*) FROM inbox") == [(0,)]
    assert (await desk.outbox(officer), desk.wakes) == ([], 0)
    await desk.say(officer, "menu", "u1")
    assert len(await desk.outbox(officer)) == 1


async def test_a_locked_file_is_waited_for(desk: Desk, officer: str) -> None:
    """While another holds the file a turn is raised, not parked; afterwards it is done."""
    await desk.say(officer, SENTENCE, "u1")
    card = await desk.newest(officer)
    send = Press(token=card.token or "", key="send")
    await desk.pragma("busy_timeout = 20")
    with closing(sqlite3.connect(desk.database.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnavailable):
            await desk.press(officer, send, "u2")
        other.rollback()
    assert await desk.rows("SELECT count(*) FROM task_reports") == [(0,)]
    await desk.press(officer, send, "u2")
    assert await desk.rows("SELECT task FROM task_reports") == [(9,)]
    assert await desk.rows("SELECT count(*) FROM inbox WHERE parked IS NOT NULL") == [(0,)]


async def test_a_full_disk_is_waited_for(desk: Desk, officer: str) -> None:
    """A turn that finds no room is raised and leaves nothing; with room the same one is done."""
    long = f"{SENTENCE}, {'đang chờ ý kiến thẩm định ' * 300}"
    ((pages,),) = await desk.rows("PRAGMA page_count")
    await desk.pragma(f"max_page_count = {pages}")
    with pytest.raises(DatabaseUnavailable):
        await desk.say(officer, long, "u1")
    assert await desk.rows("SELECT count(*) FROM inbox") == [(0,)]
    await desk.pragma("max_page_count = 1000000")
    await desk.say(officer, long, "u1")
    assert len(await desk.outbox(officer)) == 1
    assert await desk.rows("SELECT parked FROM inbox") == [(None,)]


async def test_a_cancelled_turn_leaves_no_transaction_open(
    desk: Desk, officer: str, break_menu: Callable[[Breaking], None]
) -> None:
    """Cancelled in the middle of a dialogue, a turn is taken back and the next one is done."""
    inside = asyncio.Event()

    async def dialogue(talk: Talk, db: Reader) -> None:
        inside.set()
        await asyncio.Event().wait()

    break_menu(dialogue)
    task = asyncio.create_task(desk.say(officer, "menu", "u1"))
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await desk.rows("SELECT count(*) FROM inbox") == [(0,)]
    await desk.say(officer, SENTENCE, "u1")
    assert await desk.rows("SELECT external, parked FROM inbox") == [("u1", None)]


async def test_the_same_update_is_one_turn(desk: Desk, officer: str) -> None:
    """However often and however closely it comes, an update is answered and written once."""
    for _ in range(3):
        await desk.say(officer, SENTENCE, "u1")
    card = await desk.newest(officer)
    send = Press(token=card.token or "", key="send")
    await asyncio.gather(*(desk.press(officer, send, "u2") for _ in range(5)))
    assert await desk.rows("SELECT task FROM task_reports") == [(9,)]
    assert len(await desk.texts(officer)) == 2


async def test_two_taps_are_one_report(desk: Desk, officer: str) -> None:
    """A double tap is two updates: the second finds the question answered."""
    await desk.say(officer, SENTENCE, "u1")
    send = Press(token=(await desk.newest(officer)).token or "", key="send")
    await asyncio.gather(*(desk.press(officer, send, f"u{n}") for n in range(2, 6)))
    assert await desk.rows("SELECT task FROM task_reports") == [(9,)]


async def test_the_same_id_of_two_chats_is_two_updates(desk: Desk, officer: str) -> None:
    """An update is known by its chat and id together."""
    await desk.say(officer, "menu", "u1")
    await desk.say("stranger", "xin chào", "u1")
    assert await desk.rows("SELECT count(*) FROM inbox") == [(2,)]


async def test_a_revoked_person_can_do_nothing(stage: Stage, officer: str) -> None:
    """Text, number and the old card's button: whoever was revoked is a stranger at once."""
    async with _open(stage) as desk:
        await desk.say(officer, SENTENCE, "u1")
        card = await desk.newest(officer)
        async with desk.database.write() as connection:
            writer = Writer(connection, stage.plan, stage.now)
            (line,) = await writer.roster()
            await writer.revoke(line.person.id)
        before = len(await desk.outbox(officer))
        await desk.press(officer, Press(token=card.token or "", key="send"), "u2")
        for number, text in enumerate(("1", SENTENCE, "nhiệm vụ quá hạn", "menu", "/toi", "hủy")):
            await desk.say(officer, text, f"t{number}")
        said = (await desk.texts(officer))[before:]
        assert await desk.rows("SELECT count(*) FROM task_reports") == [(0,)]
        assert await desk.rows("SELECT count(*) FROM inbox WHERE parked IS NOT NULL") == [(0,)]
    refused, *answers = said
    assert "không còn hiệu lực" in refused
    assert all(STRANGER in answer for answer in answers)
    assert len(answers) == 6


async def test_who_signed_out_leaves_no_button_behind(stage: Stage, officer: str) -> None:
    """The card left open does nothing for a signed-out chat, nor for the next person."""
    async with _open(stage) as desk:
        await desk.say(officer, SENTENCE, "u1")
        send = Press(token=(await desk.newest(officer)).token or "", key="send")
        async with desk.database.write() as connection:
            await QUERIES.unbind(connection, address=1)
        await desk.press(officer, send, "u2")
        async with desk.database.write() as connection:
            other, _ = await Writer(connection, stage.plan, stage.now).import_person(
                "Người khác", Role.OFFICER, "so-tnmt"
            )
            await QUERIES.bind(connection, address=1, person=other.id)
        await desk.press(officer, send, "u3")
        await desk.say(officer, "nv 28 đang làm 10%", "u4")
        await desk.press(officer, send, "u5")
        assert await desk.rows("SELECT count(*) FROM task_reports") == [(0,)]
        assert await desk.rows("SELECT count(*) FROM inbox WHERE parked IS NOT NULL") == [(0,)]


@pytest.mark.parametrize("before", [(), ("nv 9", "2", "bỏ qua", "50")])
async def test_what_looks_classified_is_stored_nowhere(
    stage: Stage, officer: str, before: tuple[str, ...]
) -> None:
    """Neither in a new chat nor at a question for free words does a byte of it reach the disk."""
    secret = "Văn bản MẬT số 5566/XYZ về khu vực cấm"
    async with _open(stage, CHANNEL) as desk:
        for number, text in enumerate(before):
            await desk.say(officer, text, f"b{number}")
        await desk.say(officer, secret, "u1")
        assert "bí mật nhà nước" in (await desk.newest(officer)).text
        await desk.say(officer, "menu", "u2")
        stored = _stored(stage)
    for words in (secret, "5566/XYZ", "khu vực cấm"):
        assert words.encode() not in stored
        assert words.encode("unicode_escape") not in stored
    assert b"menu" in stored


async def test_a_file_marked_as_classified_is_not_attached(stage: Stage, officer: str) -> None:
    """A marking in a caption or in a file's name is heeded like one in a text."""
    async with _open(stage) as desk:
        for id_, caption, name in (("u1", "TỐI MẬT", "a.pdf"), ("u2", "", "công văn MẬT 77.pdf")):
            file = File(ref="r", name=name, media_type="application/pdf", size=9, sha256="0" * 64)
            update = desk.inbound(officer, caption, id_, Kind.FILE)
            await desk.turns.take(update.model_copy(update={"files": (file,)}))
            assert "bí mật nhà nước" in (await desk.newest(officer)).text
        assert await desk.rows("SELECT count(*) FROM evidence") == [(0,)]
        assert "công văn".encode() not in _stored(stage)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("/start ABCDE23456", "ABCDE23456"),
        ("/start mistyped", "mistyped"),
        ("ABCDE23456", "ABCDE23456"),
        ("abcde-23456", "abcde-23456"),
        ("mã của tôi: ABCDE23456", "ABCDE23456"),
    ],
)
async def test_a_code_to_join_with_is_stored_nowhere(
    stage: Stage, officer: str, said: str, code: str
) -> None:
    """Who has joined and sends a code all the same leaves none in the inbox or the timeline."""
    async with _open(stage, CHANNEL) as desk:
        await desk.say(officer, said, "u1")
        await desk.say(officer, "menu", "u2")
        kept = await desk.rows("SELECT content FROM inbox ORDER BY id")
        shown = await desk.outbox(officer)
    assert code not in str(kept[0])
    assert "menu" in str(kept[1])
    assert [d.content.text for d in shown if isinstance(d.content, Echo)] == ["menu"]


async def test_a_strangers_words_are_stored_nowhere(stage: Stage) -> None:
    """What somebody off the roster writes is answered and forgotten, on every channel."""
    async with _open(stage, CHANNEL) as desk:
        for number, text in enumerate(("tôi là Trần Văn Mẫu", "/start KHONGPHAIMA", "0912000111")):
            await desk.say("stranger", text, f"u{number}")
        assert not any(isinstance(d.content, Echo) for d in await desk.outbox("stranger"))
        stored = _stored(stage)
    for words in ("Trần Văn Mẫu", "KHONGPHAIMA", "0912000111"):
        assert words.encode() not in stored
        assert words.encode("unicode_escape") not in stored


async def test_what_a_known_person_writes_is_echoed_where_the_channel_asks(
    stage: Stage, officer: str
) -> None:
    """A channel that keeps its own timeline gets the person's words back, before the answer."""
    async with _open(stage, CHANNEL) as desk:
        await desk.say(officer, "menu", "u1")
        echo, answer = [each.content for each in await desk.outbox(officer)]
    assert echo == Echo(text="menu", of="u1")
    assert isinstance(answer, Message)


async def test_talks_stored_by_another_version_are_told_as_lost(desk: Desk, officer: str) -> None:
    """What cannot be read any more is said so once, and no old button means anything new."""
    await desk.say(officer, SENTENCE, "u1")
    send = Press(token=(await desk.newest(officer)).token or "", key="send")
    async with desk.database.write() as connection:
        await connection.execute_fetchall("UPDATE talks SET state = '{\"talks\": 7}'")
    await desk.say(officer, SENTENCE, "u2")
    answer = await desk.newest(officer)
    assert "không tiếp tục được" in answer.text
    assert answer.token not in (None, send.token)
    await desk.press(officer, send, "u3")
    assert "không còn hiệu lực" in (await desk.newest(officer)).text
    assert await desk.rows("SELECT count(*) FROM task_reports") == [(0,)]


async def test_who_writes_again_is_reachable_again(desk: Desk, officer: str) -> None:
    """A chat that had blocked the bot is sent to again once something comes from it."""
    async with desk.database.write() as connection:
        await QUERIES.mark_unreachable(connection, [{"address": 1, "now": "2026-03-01"}])
    await desk.say(officer, "menu", "u1")
    assert await desk.rows("SELECT unreachable_at FROM addresses") == [(None,)]
