"""The parts of the running program: one that breaks stops no other and begins anew."""

import asyncio
from itertools import repeat

from structlog.testing import capture_logs

from bot.parts import keep_running


async def test_a_part_that_breaks_begins_anew() -> None:
    """Each break is told of by the part's name, and the next try follows."""
    began = asyncio.Event()
    troubles = [RuntimeError("first"), KeyError("second")]

    async def run() -> None:
        if troubles:
            raise troubles.pop(0)
        began.set()
        await asyncio.Event().wait()

    with capture_logs() as logs:
        part = asyncio.create_task(keep_running("reminders", run, lambda: repeat(0.0)))
        async with asyncio.timeout(10):
            await began.wait()
    part.cancel()
    await asyncio.wait([part])
    assert part.cancelled()
    assert [(line["part"], line["error"]) for line in logs] == [
        ("reminders", "RuntimeError"),
        ("reminders", "KeyError"),
    ]
