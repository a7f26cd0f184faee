"""What every page and answer of the web chat goes through: who may ask, and how refusals read."""

from collections.abc import Callable
from math import ceil
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.settings import LOOPBACK
from storage.database import DatabaseUnavailable

_SAFE = frozenset({"GET", "HEAD"})
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # "no-referrer" makes a form of ours come from nowhere
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_SENTENCES = {404: "web-no-page", 405: "web-no-method", 413: "web-too-large"}


class Problem(Exception):
    """A request is not carried out; `text` is the id of the sentence that says why."""

    def __init__(self, status: int, text: str, **values: object) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
        self.values = values
        self.headers: dict[str, str] = {}


class TooOften(Problem):
    """The same may be asked again after some seconds."""

    def __init__(self, text: str, wait: float) -> None:
        seconds = max(1, ceil(wait))
        super().__init__(429, text, seconds=seconds)
        self.headers["Retry-After"] = str(seconds)


class SignedOut(Problem):
    """Nobody is signed in where a request comes from; `why` is what a code was answered with."""

    def __init__(self, why: str = "") -> None:
        super().__init__(401, "web-signed-out")
        self.why = why


def host_allowed(host: str) -> bool:
    """Whether a Host header names this very machine (a rebound name of another site does not)."""
    try:
        return urlsplit(f"//{host}").hostname in LOOPBACK
    except ValueError:
        return False


def same_site(request: web.BaseRequest, home: str | None = None) -> bool:
    """Whether a request that changes something comes from our own page, or from no page at all.

    `home` is where our pages are, as "https://baocao.example.vn"; None is where the request went.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    if origin is None or home is not None:
        return origin in (None, home)
    return urlsplit(origin).netloc == request.headers.get("Host")


def guard(
    refuse: Callable[[web.Request, Problem], web.Response],
    *,
    loopback: bool,
    home: str | None = None,
    from_anywhere: bool = False,
) -> Middleware:
    """Make the middleware; `loopback` turns away every host name but this machine's own.

    `home` is where our pages are, if that is not the address they are asked for at.
    `from_anywhere` lets other sites' forms in, where the address itself is the key and no cookie.
    """

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            if loopback and not host_allowed(request.headers.get("Host", "")):
                raise Problem(421, "web-not-local")
            foreign = request.method not in _SAFE and not same_site(request, home)
            if foreign and not from_anywhere:
                raise Problem(403, "web-other-site")
            return await handler(request)
        except Problem as problem:
            return refuse(request, problem)
        except DatabaseUnavailable:
            return refuse(request, Problem(503, "web-busy"))
        except web.HTTPException as error:
            if error.status not in _SENTENCES:
                raise
            return refuse(request, Problem(error.status, _SENTENCES[error.status]))

    return guarded


async def harden(request: web.Request, response: web.StreamResponse) -> None:
    """Put the protecting headers on every answer that does not bring its own."""
    for name, value in {**_HEADERS, "Cache-Control": "no-cache"}.items():
        response.headers.setdefault(name, value)
