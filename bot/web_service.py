"""What the program tells of itself to the machines that look after it."""

from aiohttp import web

from bot.web import Part


def service_part() -> Part:
    """The addresses that are answered under any host name."""
    return Part(routes=(web.get("/health", _health),))


async def _health(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})
