"""Platforms that call us: the address of ours they call, and what of a call is let in."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from aiohttp import web

LARGEST_BODY = 1024 * 1024
"""How many bytes of a call are read; no platform's update comes near."""
PATIENCE = 10.0
"""Seconds that a call may take to arrive."""


class Webhook(NamedTuple):
    """An address of our web server that a platform posts updates to."""

    path: str
    answer: Callable[[web.Request], Awaitable[web.StreamResponse]]


@runtime_checkable
class Called(Protocol):
    """A channel whose platform calls us."""

    @property
    def webhooks(self) -> Sequence[Webhook]:
        """The addresses it is called at; none where it asks the platform itself."""


def secret_of(token: str) -> str:
    """The secret that a platform is given, the same for a token at every start."""
    return hmac.digest(token.encode(), b"webhook", "sha256").hex()


def is_secret(given: str, secret: str) -> bool:
    """Whether a header holds the secret; how long this takes does not tell how much of it fits."""
    return hmac.compare_digest(given.encode(errors="replace"), secret.encode())


async def read_json(request: web.Request) -> bytes:
    """Read a call; an HTTP error where it is no JSON by its own words, too large, or too slow."""
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    body = bytearray()
    announced = request.content_length or 0
    try:
        async with asyncio.timeout(PATIENCE):
            while announced <= LARGEST_BODY and (chunk := await request.content.readany()):
                body += chunk
                announced = max(announced, len(body))
    except TimeoutError as error:
        raise web.HTTPRequestTimeout from error
    if announced > LARGEST_BODY:
        raise web.HTTPRequestEntityTooLarge(max_size=LARGEST_BODY, actual_size=announced)
    return bytes(body)
