"""How often somebody may ask, by client or by browser, in bounded memory."""

from ipaddress import IPv6Address, ip_address, ip_network

from aiohttp import web

from bot.pace import REMEMBERED, Pace


class Limits:
    """Lets `rate` a second pass for each key, at most `burst` at once.

    Of more than `most` keys the one that has not asked for the longest time is forgotten.
    """

    def __init__(self, rate: float, burst: float, most: int = REMEMBERED) -> None:
        self._rate = rate
        self._burst = burst
        self._most = most
        self._paces: dict[str, Pace] = {}

    def __len__(self) -> int:
        return len(self._paces)

    def wait(self, key: str, now: float) -> float:
        """Let one of a key pass and return 0, or return the seconds until one may."""
        pace = self._paces.pop(key, None) or Pace(self._rate, self._burst)
        self._paces[key] = pace
        if len(self._paces) > self._most:
            del self._paces[next(iter(self._paces))]
        return pace.take(now)


def client_of(request: web.BaseRequest, *, proxied: bool) -> str:
    """Return where a request comes from: an address, or the network of an IPv6 one.

    `proxied` takes the word of a reverse proxy on this machine for it, and of nobody else.
    """
    peer = _network(request.remote or "")
    if not (proxied and peer in ("127.0.0.1", "::/64")):
        return peer
    told = ",".join(request.headers.getall("X-Forwarded-For", ()))
    return _network(told.rpartition(",")[2].strip()) or peer


def _network(written: str) -> str:
    """Whose address it is, for a subscriber has the whole /64 of an IPv6 one; empty for none."""
    try:
        address = ip_address(written)
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ip_network((int(address), 64), strict=False))
    return str(address)
