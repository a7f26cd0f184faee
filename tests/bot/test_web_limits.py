"""How often somebody may ask: told apart by address, slowly filled again, never much memory."""

import pytest
from aiohttp.test_utils import make_mocked_request
from multidict import CIMultiDict

from bot.web_limits import Limits, client_of

TWO_LINES = [("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-For", "192.0.2.7")]


def test_each_key_has_its_own_burst() -> None:
    """After the burst a key waits for its rate; another key does not."""
    limits = Limits(rate=0.5, burst=2)
    assert [limits.wait("a", 0), limits.wait("a", 0), limits.wait("a", 0)] == [0, 0, 2]
    assert limits.wait("b", 0) == 0
    assert limits.wait("a", 2) == 0


def test_a_clock_set_back_locks_nobody_out() -> None:
    """A clock that goes back gives nothing, and takes nothing away."""
    limits = Limits(rate=1, burst=1)
    assert limits.wait("a", 1000) == 0
    assert limits.wait("a", 0) == 1
    assert limits.wait("a", 1) == 0


def test_memory_is_bounded_and_the_busy_are_remembered() -> None:
    """Of too many keys those are forgotten that have not asked for the longest time."""
    limits = Limits(rate=0.001, burst=1, most=10)
    assert limits.wait("busy", 0) == 0
    for number in range(1000):
        limits.wait(str(number), 0)
        assert limits.wait("busy", 0) > 0
    assert len(limits) == 10


def test_who_asks_last_is_remembered_in_a_full_memory() -> None:
    """A newcomer is held to the limit, however many were there before."""
    limits = Limits(rate=0.001, burst=1, most=2)
    for key in ("a", "b", "c"):
        assert limits.wait(key, 0) == 0
    assert limits.wait("c", 0) > 0


@pytest.mark.parametrize(
    ("peer", "told", "proxied", "client"),
    [
        ("192.0.2.7", None, False, "192.0.2.7"),
        ("127.0.0.1", "192.0.2.7", False, "127.0.0.1"),
        ("127.0.0.1", "192.0.2.7", True, "192.0.2.7"),
        ("::1", "192.0.2.7", True, "192.0.2.7"),
        ("127.0.0.1", "203.0.113.9, 192.0.2.7", True, "192.0.2.7"),
        ("198.51.100.1", "192.0.2.7", True, "198.51.100.1"),
        ("127.0.0.1", "no address", True, "127.0.0.1"),
        ("127.0.0.1", None, True, "127.0.0.1"),
        ("::ffff:192.0.2.7", None, False, "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", None, False, "2001:db8:1:2::/64"),
    ],
)
def test_client_is_told_by_the_proxy_alone(
    peer: str, told: str | None, proxied: bool, client: str
) -> None:
    """Only a proxy on this machine is believed, and of what it says only its own last word."""
    headers = {} if told is None else {"X-Forwarded-For": told}
    request = make_mocked_request("POST", "/", headers=headers).clone(remote=peer)
    assert client_of(request, proxied=proxied) == client


def test_of_several_lines_of_a_proxy_the_last_counts() -> None:
    """A client may send a line of its own; the proxy's stands behind it."""
    request = make_mocked_request("POST", "/", headers=CIMultiDict(TWO_LINES))
    assert client_of(request.clone(remote="127.0.0.1"), proxied=True) == "192.0.2.7"


def test_who_comes_from_no_address_is_not_this_machine() -> None:
    """A peer without an address is believed nothing."""
    request = make_mocked_request("POST", "/", headers={"X-Forwarded-For": "192.0.2.7"})
    assert request.remote is None
    assert client_of(request, proxied=True) == ""
