"""A file that could not be fetched at once is fetched later; a stranger's is never fetched."""

from collections import deque
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.evidence import PendingEvidence
from dialogue.messages import File, Inbound, Kind
from domain.person import Role
from storage.chats import delivery_from
from storage.database import QUERIES, Database, open_database
from storage.gate import Writer
from tests.harness.stage import CHANNEL, Stage

HASH = "cd" * 32
UNFETCHED = {"problem": "unfetched"}
FETCHED = {"sha256": HASH, "problem": None}
Fate = Mapping[str, object] | Exception


class Cellar:
    """A channel whose files fare as fate has it, and else come."""

    name = CHANNEL
    echoes = False

    def __init__(self, *fate: Fate) -> None:
        self.tries = 0
        self.fate = deque(fate)

    async def receive(self, handle: object) -> None:
        """Hand in nothing."""

    async def send(self, delivery: object) -> str | None:
        """Send nothing."""
        return None

    async def fetch(self, file: File) -> File:
        """Let one file fare as it is to."""
        self.tries += 1
        fate = self.fate.popleft() if self.fate else FETCHED
        if isinstance(fate, Exception):
            raise fate
        return file.model_copy(update=fate)


@dataclass
class Attic:
    """An open database with pending files of one officer's chat; `wakes` of the outbox."""

    stage: Stage
    chat: str
    database: Database
    wakes: list[None] = field(default_factory=list)

    def pending(self, cellar: Cellar) -> PendingEvidence:
        """What tries the files of the cellar."""
        return PendingEvidence(
            self.database,
            {CHANNEL: cellar},
            self.stage.texts,
            self.stage.clock,
            lambda: self.wakes.append(None),
        )

    async def put(self, *names: str) -> str:
        """Send files that cannot be fetched at once, and return what is said to the last."""
        for name in names:
            file = File(ref=name, name=name, media_type="image/jpeg", size=9, problem="unfetched")
            await self.stage.turns(self.database).take(
                Inbound(
                    channel=CHANNEL,
                    chat=self.chat,
                    id=name,
                    kind=Kind.FILE,
                    sent_at=self.stage.now,
                    received_at=self.stage.now,
                    files=(file,),
                )
            )
        return (await self.said())[-1]

    async def said(self) -> list[str]:
        """Everything queued for the chat."""
        async with self.database.read() as connection:
            rows = await QUERIES.timeline(
                connection, channel=CHANNEL, chat=self.chat, after=0, most=100
            )
        return [delivery_from(row).content.text for row in rows]

    async def rows(self) -> list[tuple[object, ...]]:
        """The files as they are stored."""
        async with self.database.read() as connection:
            found = await connection.execute_fetchall(
                "SELECT name, sha256, problem FROM evidence ORDER BY id"
            )
        return [tuple(row) for row in found]


@pytest.fixture
async def attic(stage: Stage) -> AsyncIterator[Attic]:
    """An officer who is reporting."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    await stage.say(chat, "nv 8")
    async with open_database(stage.path) as database:
        yield Attic(stage, chat, database)


async def test_a_pending_file_is_fetched_later(attic: Attic) -> None:
    """The row is kept as pending, tried again, and settled with its hash once it has come."""
    assert "hệ thống sẽ tự tải lại" in await attic.put("anh.jpg")
    cellar = Cellar(UNFETCHED)
    pending = attic.pending(cellar)
    said = await attic.said()
    assert [await pending.try_once() for _ in range(3)] == [0, 1, 0]
    assert cellar.tries == 2
    assert await attic.rows() == [("anh.jpg", HASH, None)]
    assert await attic.said() == said


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), MemoryError()])
async def test_a_full_disk_stops_neither_the_program_nor_other_files(
    attic: Attic, error: Exception
) -> None:
    """A file that cannot be written now is tried again; the ones behind it come all the same."""
    await attic.put("1.jpg", "2.jpg")
    pending = attic.pending(Cellar(error))
    with capture_logs() as logs:
        assert await pending.try_once() == 1
    assert await attic.rows() == [("1.jpg", None, "unfetched"), ("2.jpg", HASH, None)]
    assert [entry["error"] for entry in logs] == [type(error).__name__]
    assert "No space" not in str(logs)
    assert await pending.try_once() == 1


@pytest.mark.parametrize("problem", ["bad-type", "too-large"])
async def test_who_sent_a_file_that_cannot_be_kept_is_told(attic: Attic, problem: str) -> None:
    """What turns out to be unfit is lost, and the person is asked, once, to send it again."""
    await attic.put("a.jpg")
    before = len(await attic.said())
    pending = attic.pending(Cellar({"problem": problem}))
    assert [await pending.try_once() for _ in range(2)] == [0, 0]
    (told,) = (await attic.said())[before:]
    assert told == str(attic.stage.texts.say("engine-file-lost", name="a.jpg"))
    assert await attic.rows() == [("a.jpg", None, "lost")]
    assert len(attic.wakes) == 1


async def test_a_file_that_does_not_come_in_a_day_is_lost(attic: Attic) -> None:
    """It is tried for a day, then given up, and the person is told."""
    await attic.put("a.jpg")
    before = len(await attic.said())
    pending = attic.pending(Cellar(UNFETCHED, UNFETCHED))
    attic.stage.now += timedelta(hours=23)
    await pending.try_once()
    assert await attic.rows() == [("a.jpg", None, "unfetched")]
    attic.stage.now += timedelta(hours=1)
    await pending.try_once()
    assert await attic.rows() == [("a.jpg", None, "lost")]
    assert len(await attic.said()) == before + 1


async def test_a_chat_that_is_nobodys_any_more_is_not_told(attic: Attic) -> None:
    """Whoever was taken off the roster meanwhile hears nothing of a lost file."""
    await attic.put("a.jpg")
    async with attic.database.write() as connection:
        writer = Writer(connection, attic.stage.plan, attic.stage.now)
        (line,) = await writer.roster()
        await writer.revoke(line.person.id)
    before = await attic.said()
    await attic.pending(Cellar({"problem": "bad-type"})).try_once()
    assert await attic.rows() == [("a.jpg", None, "lost")]
    assert await attic.said() == before


async def test_a_chat_is_known_once_somebody_is_bound(stage: Stage) -> None:
    """Only a chat of somebody on the roster has its files fetched."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    async with open_database(stage.path) as database:
        house = stage.house(database)
        assert await house.knows(CHANNEL, chat)
        assert not await house.knows(CHANNEL, "stranger")
