"""The one web server: parts that each add their addresses, and what goes around them."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.web_guard import harden

_BODY_CAP = 128 * 1024


@web.middleware
async def unguarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let everybody in, under any name: for what looks after itself."""
    return await handler(request)


def _nothing() -> None:
    return


@dataclass(frozen=True)
class Part:
    """Some addresses of the server.

    `guard` goes around each of them; `close` is called when the server stops, before it waits for
    what is still open.
    """

    routes: Sequence[web.AbstractRouteDef]
    guard: Middleware = unguarded
    close: Callable[[], None] = _nothing


def web_app(parts: Sequence[Part]) -> web.Application:
    """Put the parts together; an address that nobody knows is the first part's to refuse."""
    guards: dict[web.AbstractResource | None, Middleware] = {None: parts[0].guard}

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        return await guards[request.match_info.route.resource](request, handler)

    async def close(_app: web.Application) -> None:
        for part in parts:
            part.close()

    app = web.Application(middlewares=[guarded], client_max_size=_BODY_CAP)
    for part in parts:
        for route in app.add_routes(part.routes):
            guards[route.resource] = part.guard
    app.on_response_prepare.append(harden)
    app.on_shutdown.append(close)
    return app


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int) -> AsyncIterator[str]:
    """Serve an application until left, and yield its address; port 0 takes a free one."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        named, bound = runner.addresses[0][:2]
        yield f"http://[{named}]:{bound}" if ":" in named else f"http://{named}:{bound}"
    finally:
        await runner.cleanup()
