"""The tokens of an Official Account survive what can happen between Zalo's answer and our disk."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from channels.oa_tokens import NotConnected, Pair, Tokens
from channels.zalo_http import NotReached, ZaloHttp
from tests.fakes.oa_calls import APP
from tests.fakes.oa_server import FakeOa
from tests.fakes.telegram_faults import Fault

NOW = datetime(2026, 3, 2, 2, 14, tzinfo=UTC)
ASK = "/v4/oa/access_token"


class _Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
async def fake() -> AsyncIterator[FakeOa]:
    async with FakeOa() as server:
        yield server


@pytest.fixture
def file(fake: FakeOa, tmp_path: Path) -> Path:
    """A pair near its end."""
    made = tmp_path / "held" / "oa.json"
    made.parent.mkdir()
    pair = Pair(access=fake.access, refresh=fake.refresh, expires_at=NOW + timedelta(minutes=20))
    made.write_text(pair.model_dump_json())
    return made


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
async def tokens(fake: FakeOa, file: Path, clock: _Clock) -> AsyncIterator[Tokens]:
    async with ZaloHttp() as http:
        yield Tokens(APP, file, http, clock, oauth_url=fake.url)


def _kept(file: Path) -> Pair:
    return Pair.model_validate_json(file.read_bytes())


async def test_who_stops_in_mid_refresh_keeps_the_new_pair(
    fake: FakeOa, tokens: Tokens, file: Path
) -> None:
    """The old refresh token is used up as soon as Zalo answers: a stop waits for the answer."""
    renewing = asyncio.create_task(tokens.access())
    async with asyncio.timeout(10):
        while ASK not in fake.calls:  # noqa: ASYNC110 - the fake tells nobody
            await asyncio.sleep(0)
    renewing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await renewing
    assert _kept(file).refresh == fake.refresh


async def test_a_pair_the_disk_does_not_take_is_used_and_kept_later(
    fake: FakeOa, tokens: Tokens, file: Path
) -> None:
    """A full disk costs no consent: the pair stays in mind until it can be written."""
    partial = file.with_name(file.name + ".partial")
    partial.mkdir()
    assert await tokens.access() == fake.access
    assert _kept(file).refresh != fake.refresh
    partial.rmdir()
    assert await tokens.access() == fake.access
    assert _kept(file).refresh == fake.refresh
    assert fake.calls[ASK] == 1


async def test_a_token_is_used_to_its_end_while_no_other_is_to_be_had(
    fake: FakeOa, tokens: Tokens, clock: _Clock
) -> None:
    """Renewing begins early, so that an outage of it is none of sending."""
    fake.faults.plan(ASK, Fault("bad-gateway"), Fault("bad-gateway"))
    assert await tokens.access() == fake.access
    clock.now += timedelta(minutes=20)
    with pytest.raises(NotReached):
        await tokens.access()
    assert await tokens.access() == fake.access


@pytest.mark.parametrize(
    "fault", [Fault("bad-gateway"), Fault("reset-before"), Fault("reset-after")]
)
async def test_without_a_token_nothing_was_sent(
    fake: FakeOa, tokens: Tokens, clock: _Clock, fault: Fault
) -> None:
    """Whatever became of the refresh, the message itself did not leave: it may be sent again."""
    clock.now += timedelta(hours=1)
    fake.faults.plan(ASK, fault)
    with pytest.raises(NotReached):
        await tokens.access()


async def test_a_refusal_is_tried_again_now_and_then(
    fake: FakeOa, tokens: Tokens, clock: _Clock
) -> None:
    """Zalo tells its own troubles by codes too: one refusal is not the end, nor asked each time."""
    clock.now += timedelta(hours=1)
    fake.faults.plan(ASK, Fault("error", code=-32, description="limit"))
    for _ in range(3):
        with pytest.raises(NotConnected):
            await tokens.access()
    assert fake.calls[ASK] == 1
    clock.now += timedelta(minutes=10)
    assert await tokens.access() == fake.access
