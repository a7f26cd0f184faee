"""The public internet: addresses that somebody else gives us lead there, or nowhere."""

import socket
from ipaddress import ip_address

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL


def is_public(address: str) -> bool:
    """Whether a numeric address is one machine's on the public internet."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return found.is_global and not found.is_multicast


def leads_out(url: URL) -> bool:
    """Whether a URL may be fetched as far as it tells: https, and no number that is not public."""
    host = url.host or ""
    number = ":" in host or host.replace(".", "").isdigit()
    return url.scheme == "https" and (not number or is_public(host))


class Public(AbstractResolver):
    """Finds public addresses alone, whoever has named what is inside."""

    def __init__(self) -> None:
        self._all = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the public addresses of a name; raise OSError where it has none."""
        found = await self._all.resolve(host, port, family)
        public = [each for each in found if is_public(each["host"])]
        if not public:
            raise OSError("no public address")
        return public

    async def close(self) -> None:
        """There is nothing to close."""
