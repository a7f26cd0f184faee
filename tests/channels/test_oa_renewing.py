"""An Official Account whose tokens end: renewed once, kept first, or told to a person."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from channels.oa_tokens import NotConnected, Pair, Tokens, new_verifier
from channels.port import NotSent
from channels.zalo_http import ZaloHttp
from channels.zalo_oa import ZaloOaChannel
from dialogue.messages import Message
from tests.fakes.oa_calls import APP
from tests.fakes.oa_desk import CHAT, NOW, called, connected, oa_on, to
from tests.fakes.oa_server import CODE, FakeOa
from tests.fakes.telegram_desk import Desk

SEND = "/v3.0/oa/message/cs"
TOKENS = "/v4/oa/access_token"


@pytest.fixture
async def fake() -> AsyncIterator[FakeOa]:
    async with FakeOa() as server:
        server.user(CHAT)
        yield server


@pytest.fixture
def tokens(fake: FakeOa, tmp_path: Path) -> Path:
    return connected(fake, tmp_path)


@pytest.fixture
async def channel(fake: FakeOa, tokens: Path) -> AsyncIterator[ZaloOaChannel]:
    async with oa_on(fake, tokens) as made:
        yield made


def _kept(tokens: Path) -> tuple[Pair, int]:
    return Pair.model_validate_json(tokens.read_text()), tokens.stat().st_mode


async def test_an_ended_token_is_renewed_once_and_kept(
    fake: FakeOa, channel: ZaloOaChannel, tokens: Path
) -> None:
    """Many deliveries meet the same ended token: one refresh, its pair on disk before use."""
    fake.end_token()
    await asyncio.gather(*(channel.send(to(Message(text=f"{n}"))) for n in range(5)))
    assert fake.calls[TOKENS] == 1
    assert len(fake.sent) == 5
    kept, mode = _kept(tokens)
    assert (kept.access, kept.refresh) == (fake.access, fake.refresh)
    assert mode & 0o077 == 0


async def test_a_token_near_its_end_is_renewed_before_it_is_used(
    fake: FakeOa, tokens: Path
) -> None:
    """The clock decides, not a refusal."""
    async with oa_on(fake, tokens, now=NOW + timedelta(hours=24, minutes=45)) as channel:
        await channel.send(to(Message(text="a")))
    assert (fake.calls[TOKENS], fake.calls[SEND]) == (1, 1)


async def test_a_refused_refresh_is_an_alarm_and_loses_nothing(
    fake: FakeOa, channel: ZaloOaChannel
) -> None:
    """An administrator has to connect again: told once, and what is to be sent waits."""
    fake.end_token()
    fake.refresh = "another"
    with pytest.raises(NotSent):
        await channel.send(to(Message(text="a")))
    with capture_logs() as logs:
        async with called(fake, channel, Desk()):
            await asyncio.sleep(0)
    assert "connect the account again" in str(channel.condition.trouble)
    assert fake.refresh not in str(logs)


async def test_a_consent_gives_the_first_pair(fake: FakeOa, tmp_path: Path) -> None:
    """The code of the consent, with the verifier of its challenge, becomes tokens on disk."""
    file = tmp_path / "new.json"
    async with ZaloHttp() as http:
        fresh = Tokens(APP, file, http, lambda: NOW, oauth_url=fake.url)
        with pytest.raises(NotConnected):
            await fresh.access()
        verifier, challenge = new_verifier()
        assert (len(verifier), len(challenge)) == (43, 43)
        with pytest.raises(NotConnected):
            await fresh.connect("another code", verifier)
        await fresh.connect(CODE, verifier)
        assert await fresh.access() == fake.access


async def test_a_refused_renewal_is_told_while_the_old_token_works(
    fake: FakeOa, tokens: Path
) -> None:
    """Messages go out until the token ends; administrators have those hours to connect again."""
    fake.refresh = "another"
    async with (
        oa_on(fake, tokens, now=NOW + timedelta(hours=23)) as channel,
        called(fake, channel, Desk()),
    ):
        await channel.send(to(Message(text="a")))
        assert channel.condition.by_hand
    assert [sent.text for sent in fake.sent] == ["a"]
