"""Pictures and files under an address of our own that works for some minutes.

The address itself is the key to one picture or file, sealed with a secret: whoever comes with it is
not asked who that is, and no address can be guessed or made to last longer. A file is given only
while the chat that it was sent to belongs to somebody.
"""

import hmac
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from aiohttp import web

from bot.house import House
from bot.web import Part
from bot.web_files import file_response
from bot.web_guard import Problem, guard
from bot.web_pages import Pages
from dialogue.messages import Attachment, Chart, Delivery
from dialogue.texts import Texts
from storage.files import FileStore

LASTS = timedelta(minutes=15)
"""How long a platform may take to fetch a picture."""
FILES_LAST = timedelta(minutes=30)
"""How long a person may take to open a file; the text before the address says so."""
_SEALED = r"{id:[0-9]{1,18}}-{until:[0-9]{1,12}}-{seal:[0-9a-f]{64}}"

Find = Callable[[int], Awaitable[bytes | None]]
"""The picture of a delivery, None where it is no chart."""
FindFile = Callable[[int], Awaitable[Attachment | None]]
"""The file of a delivery, None where it is none or may be seen no more."""


class Seals:
    """Ends of addresses of one `kind`, each for one delivery and until a time."""

    def __init__(self, kind: str, key: bytes, clock: Callable[[], datetime]) -> None:
        self._kind = kind
        self._key = key
        self._clock = clock

    def sealed(self, id_: int, lasts: timedelta) -> str:
        """Return the end of an address that works from now on, as "7-1772417640-…"."""
        until = int((self._clock() + lasts).timestamp())
        return f"{id_}-{until}-{self._seal(id_, until)}"

    def opened(self, request: web.Request) -> tuple[int, int] | None:
        """Return whose address was asked for, and for how many seconds it works still."""
        asked = request.match_info
        id_, until = int(asked["id"]), int(asked["until"])
        whole = hmac.compare_digest(asked["seal"], self._seal(id_, until))
        left = until - int(self._clock().timestamp())
        return (id_, left) if whole and left > 0 else None

    def _seal(self, id_: int, until: int) -> str:
        return hmac.digest(self._key, f"{self._kind}:{id_}:{until}".encode(), "sha256").hex()


class PublicPictures:
    """The addresses of charts below `home`, which platforms fetch."""

    def __init__(self, home: str, key: bytes, clock: Callable[[], datetime], find: Find) -> None:
        self._home = home
        self._seals = Seals("chart", key, clock)
        self._find = find

    def publish(self, delivery: Delivery) -> str | None:
        """Return where a delivery's picture can be fetched from now on; None where it has none."""
        if not isinstance(delivery.content, Chart):
            return None
        return f"{self._home}/chart/{self._seals.sealed(delivery.id, LASTS)}.png"

    def part(self) -> Part:
        """The addresses as a part of the web server; all that is not sealed is not there."""
        return Part(routes=(web.get(rf"/chart/{_SEALED}.png", self._show),))

    async def _show(self, request: web.Request) -> web.Response:
        opened = self._seals.opened(request)
        picture = None if opened is None else await self._find(opened[0])
        if opened is None or picture is None:
            raise web.HTTPNotFound
        headers = {
            "Cache-Control": f"private, max-age={opened[1]}",
            "Cross-Origin-Resource-Policy": "cross-origin",  # the platform's own app may show it
        }
        return web.Response(body=picture, content_type="image/png", headers=headers)


class PublicFiles:
    """The addresses of kept files below `home`, which platforms fetch or people open."""

    def __init__(
        self,
        home: str,
        key: bytes,
        clock: Callable[[], datetime],
        find: FindFile,
        files: FileStore,
        texts: Texts,
    ) -> None:
        self._home = home
        self._seals = Seals("evidence", key, clock)
        self._find = find
        self._files = files
        self._pages = Pages(texts)

    def publish(self, delivery: Delivery) -> str | None:
        """Return where a delivery's file can be fetched from now on; None where it has none."""
        if not isinstance(delivery.content, Attachment):
            return None
        return f"{self._home}/evidence/{self._seals.sealed(delivery.id, FILES_LAST)}"

    def part(self) -> Part:
        """The addresses as a part of the web server; what is over is told on a page."""
        route = web.get(f"/evidence/{_SEALED}", self._show)
        return Part(routes=(route,), guard=guard(self._refuse, loopback=False, from_anywhere=True))

    async def _show(self, request: web.Request) -> web.StreamResponse:
        opened = self._seals.opened(request)
        attachment = None if opened is None else await self._find(opened[0])
        if attachment is None:
            raise Problem(404, "web-evidence-ended")
        return await file_response(self._files, attachment, public=True)

    def _refuse(self, _request: web.Request, problem: Problem) -> web.Response:
        """Say what went wrong; there is no other page of ours to go to."""
        sentence = self._pages.texts.plain(problem.text, **problem.values)
        return self._pages.show(
            "problem.html", status=problem.status, sentence=sentence, home=False
        )


class Published(NamedTuple):
    """All that is published of a house."""

    pictures: PublicPictures
    files: PublicFiles

    def publish(self, delivery: Delivery) -> str | None:
        """Return where a delivery's picture or file can be fetched; None where it has neither."""
        return self.pictures.publish(delivery) or self.files.publish(delivery)

    def parts(self) -> tuple[Part, Part]:
        """The addresses as parts of the web server."""
        return self.pictures.part(), self.files.part()


def published(house: House, files: FileStore) -> Published | None:
    """Return what a house publishes, None where it has no public address or nobody needs one."""
    settings = house.settings
    secrets = [*settings.zalo_bots]
    if settings.zalo_oa_app_secret is not None:
        secrets.append(settings.zalo_oa_app_secret.get_secret_value())
    if settings.web_url is None or not secrets:
        return None
    key = hmac.digest(",".join(secrets).encode(), b"published", "sha256")
    home, clock = settings.web_url, house.clock
    return Published(
        PublicPictures(home, key, clock, house.any_picture),
        PublicFiles(home, key, clock, house.any_attachment, files, house.texts),
    )
