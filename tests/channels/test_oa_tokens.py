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
    fake: FakeOa, tokens: Tokens, file: Path, clock: _Clock
) -> None:
    """A full disk costs no consent: a pair that had to be had stays in mind until it is written."""
    clock.now += timedelta(minutes=20)
    partial = file.with_name(file.name + ".partial")
    partial.mkdir()
    assert await tokens.access() == fake.access
    assert _kept(file).refresh != fake.refresh
    partial.rmdir()
    assert await tokens.access() == fake.access
    assert _kept(file).refresh == fake.refresh
    assert fake.calls[ASK] == 1


async def test_nothing_is_asked_for_that_the_disk_could_not_take(
    fake: FakeOa, tokens: Tokens, file: Path
) -> None:
    """While the old token works a full disk puts the renewal off: a kill would cost a consent."""
    partial = file.with_name(file.name + ".partial")
    partial.mkdir()
    assert await tokens.access() == fake.access
    assert ASK not in fake.calls
    partial.rmdir()
    assert await tokens.access() == fake.access
    assert fake.calls[ASK] == 1


async def test_that_a_pair_is_asked_for_is_on_the_disk_first(
    fake: FakeOa, tokens: Tokens, file: Path, clock: _Clock
) -> None:
    """Who is killed now leaves a note; who gets the answer takes it away."""
    fake.faults.plan(ASK, Fault("slow", seconds=0.2))
    renewing = asyncio.create_task(tokens.access())
    async with asyncio.timeout(10):
        while ASK not in fake.calls:  # noqa: ASYNC110 - the fake tells nobody
            await asyncio.sleep(0)
    assert _kept(file).asked_at == clock.now
    await renewing
    assert _kept(file).asked_at is None


def _connected(file: Path, pair: Pair) -> None:
    """What `baocao zalo-oa connect` leaves."""
    file.write_text(pair.model_dump_json())


def _killed(file: Path) -> None:
    """What a kill leaves between the question and the disk."""
    pair = _kept(file)
    file.write_text(pair.model_copy(update={"asked_at": NOW}).model_dump_json())


async def test_a_kill_before_zalo_heard_costs_nothing(
    fake: FakeOa, tokens: Tokens, file: Path
) -> None:
    """The old refresh token is tried, and is good still."""
    _killed(file)
    assert await tokens.access() == fake.access
    assert tokens.refused is None
    assert (_kept(file).refresh, _kept(file).asked_at) == (fake.refresh, None)


async def test_a_kill_after_zalo_answered_is_told_as_what_it_is(
    fake: FakeOa, tokens: Tokens, file: Path, clock: _Clock
) -> None:
    """The old refresh token is used up: it is said why, and the old access token goes on till then.

    Once a person has connected again all is well.
    """
    _killed(file)
    fake.refresh = "lost"
    assert await tokens.access() == _kept(file).access
    assert "was lost" in str(tokens.refused)
    clock.now += timedelta(minutes=20)
    with pytest.raises(NotConnected, match="was lost"):
        await tokens.access()
    lasts = clock.now + timedelta(hours=25)
    fresh = Pair(access=fake.access, refresh=fake.refresh, expires_at=lasts)
    _connected(file, fresh)
    assert await tokens.access() == fake.access
    assert tokens.refused is None


async def test_a_plain_refusal_is_not_told_as_a_loss(
    fake: FakeOa, tokens: Tokens, clock: _Clock
) -> None:
    """Asked again after a while, a refused token is refused for what Zalo says, and no other."""
    fake.refresh = "another"
    for _ in range(3):
        await tokens.access()
        assert "was lost" not in str(tokens.refused)
        clock.now += timedelta(minutes=5)
    assert fake.calls[ASK] == 2


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
