"""A Zalo channel on the fake."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from channels.port import Publish, Welcome
from channels.zalo_bot import ZaloBotChannel
from channels.zalo_receiving import ZaloTiming
from channels.zalo_turns import Rests
from dialogue.messages import Content, Delivery
from storage.files import FileStore
from storage.media_types import EVIDENCE
from tests.fakes.zalo_server import TOKEN, FakeZalo

NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
TIMING = ZaloTiming(poll=20, fetch=2, rests=Rests(0.01, 0.02), check=0.01)
SECRET = TOKEN.partition(":")[2]
NAME = "zalo:1459023571"


async def everyone(_channel: str, _chat: str) -> bool:
    """Fetch everybody's files."""
    return True


def zalo_on(
    fake: FakeZalo,
    directory: Path,
    *,
    welcome: Welcome = everyone,
    webhook_url: str | None = None,
    publish: Publish | None = None,
    base_url: str | None = None,
    clock: Callable[[], datetime] = lambda: NOW,
) -> ZaloBotChannel:
    """A channel that speaks to the fake and keeps files of at most 10,000 bytes."""
    return ZaloBotChannel(
        TOKEN,
        FileStore(directory, 10_000, EVIDENCE),
        clock,
        base_url=base_url or fake.url,
        webhook_url=webhook_url,
        welcome=welcome,
        publish=publish,
        timing=TIMING,
    )


def to(chat: str, content: Content) -> Delivery:
    """A delivery to a chat."""
    return Delivery(id=1, channel=NAME, chat=chat, content=content)
