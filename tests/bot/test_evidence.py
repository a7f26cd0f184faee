"""A file that could not be fetched at once is fetched later; a stranger's is never fetched."""

from bot.evidence import PendingEvidence
from dialogue.messages import File, Inbound, Kind
from domain.person import Role
from storage.database import open_database
from tests.harness.stage import CHANNEL, Stage


class Cellar:
    """A channel whose files come at the second try."""

    name = CHANNEL
    echoes = False

    def __init__(self) -> None:
        self.tries = 0

    async def receive(self, handle: object) -> None:
        """Hand in nothing."""

    async def send(self, delivery: object) -> str | None:
        """Send nothing."""
        return None

    async def fetch(self, file: File) -> File:
        """Fail once, then come."""
        self.tries += 1
        if self.tries == 1:
            return file.model_copy(update={"problem": "unfetched"})
        return file.model_copy(update={"sha256": "cd" * 32, "problem": None})


async def test_a_pending_file_is_fetched_later(stage: Stage) -> None:
    """The row is kept as pending, tried again, and settled with its hash once it has come."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    await stage.say(chat, "nv 8")
    file = File(ref="r1", name="anh.jpg", media_type="image/jpeg", size=9, problem="unfetched")
    said = await stage.take(
        Inbound(
            channel=CHANNEL,
            chat=chat,
            id="f1",
            kind=Kind.FILE,
            sent_at=stage.now,
            received_at=stage.now,
            files=(file,),
        )
    )
    assert "hệ thống sẽ tự tải lại" in said[0].text
    cellar = Cellar()
    async with open_database(stage.path) as database:
        pending = PendingEvidence(database, {CHANNEL: cellar}, stage.clock)
        assert await pending.try_once() == 0
        assert await pending.try_once() == 1
        assert await pending.try_once() == 0
    assert cellar.tries == 2
    assert await stage.rows("SELECT sha256, problem FROM evidence") == [("cd" * 32, None)]


async def test_a_chat_is_known_once_somebody_is_bound(stage: Stage) -> None:
    """Only a chat of somebody on the roster has its files fetched."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    async with open_database(stage.path) as database:
        house = stage.house(database)
        assert await house.knows(CHANNEL, chat)
        assert not await house.knows(CHANNEL, "stranger")
