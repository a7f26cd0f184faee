"""An Official Account of ours on a fake Zalo: its channel, its tokens, its address served."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer

from channels.oa_tokens import Pair
from channels.port import Handle, Publish
from channels.webhooks import LARGEST_BODY
from channels.zalo_oa import Account, ZaloOaChannel
from channels.zalo_turns import Rests
from dialogue.messages import Chart, Content, Delivery
from storage.files import MEGABYTE, FileStore
from storage.media_types import EVIDENCE
from tests.fakes.oa_calls import APP, SECRET
from tests.fakes.oa_server import FakeOa
from tests.fakes.telegram_desk import receiving

CHAT = "255000111"
NOW = datetime(2026, 3, 2, 2, 14, tzinfo=UTC)
PICTURE = b"\x89PNG"
"""What every chart is drawn as."""


def connected(fake: FakeOa, folder: Path) -> Path:
    """A file with the pair the fake knows, good for another day."""
    file = folder / "oa.json"
    pair = Pair(access=fake.access, refresh=fake.refresh, expires_at=NOW + timedelta(hours=25))
    file.write_text(pair.model_dump_json())
    return file


@asynccontextmanager
async def oa_on(
    fake: FakeOa,
    tokens: Path,
    *,
    template: str | None = None,
    publish: Publish | None = None,
    now: datetime = NOW,
) -> AsyncIterator[ZaloOaChannel]:
    """The channel; files are kept beside its tokens."""
    account = Account(APP, SECRET, "/zalo-oa", template)
    async with ZaloOaChannel(
        account,
        tokens,
        FileStore(tokens.parent, 20 * MEGABYTE, EVIDENCE),
        lambda: now,
        welcome=_everyone,
        draw=_draw,
        publish=publish,
        api_url=fake.url,
        oauth_url=fake.url,
        rests=Rests(0.01, 0.02),
    ) as channel:
        yield channel


@asynccontextmanager
async def called(fake: FakeOa, channel: ZaloOaChannel, handle: Handle) -> AsyncIterator[str]:
    """The channel at work with its address served; yields the address."""
    app = web.Application(client_max_size=LARGEST_BODY)
    for webhook in channel.webhooks:
        app.router.add_post(webhook.path, webhook.answer)
    async with TestServer(app) as server, receiving(channel, handle):
        address = str(server.make_url("/zalo-oa"))
        fake.call(address)
        yield address


def to(content: Content) -> Delivery:
    """A delivery to the one who follows the account."""
    return Delivery(id=1, channel="zalo-oa", chat=CHAT, content=content)


async def _everyone(_channel: str, _chat: str) -> bool:
    return True


async def _draw(_chart: Chart) -> bytes:
    return PICTURE
