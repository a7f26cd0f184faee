"""What the program tells the machines that look after it; the public learns only that it works."""

from ipaddress import ip_address

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.health import Doctor
from bot.web import Part
from bot.web_guard import host_allowed
from channels.webhooks import is_secret

_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")


def service_part(doctor: Doctor, token: str | None = None) -> Part:
    """The addresses that are answered under any host name.

    Details are for who bears the token, or where there is none for who asks on this very machine.
    """

    async def health(request: web.Request) -> web.Response:
        found = await doctor.look()
        told = found.details if _may_know(request, token) else {"status": found.details["status"]}
        return web.json_response(told, status=200 if found.works else 503)

    async def metrics(request: web.Request) -> web.Response:
        if not _may_know(request, token):
            raise web.HTTPForbidden
        return web.Response(
            body=await doctor.measure(), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )

    return Part(routes=(web.get("/health", health), web.get("/metrics", metrics)))


def _may_know(request: web.Request, token: str | None) -> bool:
    if token is not None:
        return is_secret(request.headers.get("Authorization", ""), f"Bearer {token}")
    forwarded = any(name in request.headers for name in _FORWARDED)
    return _is_here(request.remote) and host_allowed(request.host) and not forwarded


def _is_here(remote: str | None) -> bool:
    """Whether a request came from this machine; a proxy on it may still have passed it on."""
    try:
        return remote is not None and ip_address(remote).is_loopback
    except ValueError:
        return False
