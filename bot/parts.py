"""Keeping the parts of the running program at work, whatever happens to one of them."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator

import structlog

from bot.pace import growing_waits
from dialogue.faults import raised_at

CALM = 300.0
"""After so many seconds without breaking a part is no longer held for one that breaks."""
log = structlog.get_logger(__name__)


Run = Callable[[], Awaitable[object]]


async def keep_running(
    name: str, run: Run, rests: Callable[[], Iterator[float]] = growing_waits
) -> None:
    """Run a part until it is cancelled; each time it breaks, it is told of and begun anew.

    `rests` yields the pauses, in seconds, before a part that broke again and again is begun anew.
    """
    waits = rests()
    clock = asyncio.get_running_loop().time
    while True:
        began = clock()
        try:
            await run()
        except Exception as error:  # noqa: BLE001 - no part's oddity ends the program
            log.error("part-broken", part=name, **raised_at(error))
        if clock() - began > CALM:
            waits = rests()
        await asyncio.sleep(next(waits))
