"""Pictures for platforms that fetch them: an address of our own that works for some minutes.

The address itself is the key to one picture, sealed with a secret: whoever comes with it is not
asked who that is, and no address can be guessed or made to last longer.
"""

import hmac
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from aiohttp import web

from bot.house import House
from bot.web import Part
from dialogue.messages import Chart, Delivery

LASTS = timedelta(minutes=15)
"""How long a platform may take to fetch a picture."""
_ROUTE = r"/chart/{id:[0-9]{1,18}}-{until:[0-9]{1,12}}-{seal:[0-9a-f]{64}}.png"

Find = Callable[[int], Awaitable[bytes | None]]
"""The picture of a delivery, None where it is no chart."""


class PublicPictures:
    """The addresses of charts below `home`, sealed with `key`."""

    def __init__(self, home: str, key: bytes, clock: Callable[[], datetime], find: Find) -> None:
        self._home = home
        self._key = key
        self._clock = clock
        self._find = find

    def publish(self, delivery: Delivery) -> str | None:
        """Return where a delivery's picture can be fetched from now on; None where it has none."""
        if not isinstance(delivery.content, Chart):
            return None
        until = int((self._clock() + LASTS).timestamp())
        return f"{self._home}/chart/{delivery.id}-{until}-{self._seal(delivery.id, until)}.png"

    def part(self) -> Part:
        """The addresses as a part of the web server; all that is not sealed is not there."""
        return Part(routes=(web.get(_ROUTE, self._show),))

    async def _show(self, request: web.Request) -> web.Response:
        asked = request.match_info
        id_, until = int(asked["id"]), int(asked["until"])
        sealed = hmac.compare_digest(asked["seal"], self._seal(id_, until))
        left = until - int(self._clock().timestamp())
        picture = await self._find(id_) if sealed and left > 0 else None
        if picture is None:
            raise web.HTTPNotFound
        headers = {
            "Cache-Control": f"private, max-age={left}",
            "Cross-Origin-Resource-Policy": "cross-origin",  # the platform's own app may show it
        }
        return web.Response(body=picture, content_type="image/png", headers=headers)

    def _seal(self, id_: int, until: int) -> str:
        return hmac.digest(self._key, f"{id_}:{until}".encode(), "sha256").hex()


def public_pictures(house: House) -> PublicPictures | None:
    """Return the public pictures of a house, None where it has no public address or needs none."""
    settings = house.settings
    if settings.web_url is None or not settings.zalo_bots:
        return None
    secret = ",".join(settings.zalo_bots).encode()
    key = hmac.digest(secret, b"pictures", "sha256")
    return PublicPictures(settings.web_url, key, house.clock, house.any_picture)
