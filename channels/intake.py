"""What of an update is let in, on every channel."""

import asyncio
from collections.abc import Awaitable, Callable

from channels.port import Welcome
from dialogue.messages import File, Inbound
from understanding.classified import looks_classified

LONGEST_TEXT = 10_000
"""How many characters of a text are read."""

Fetch = Callable[[File], Awaitable[File]]
"""Brings a file to disk and returns it with its hash, or with its problem."""


def is_marked(inbound: Inbound) -> bool:
    """Whether a text, a caption or a file's name is marked as a state secret: nothing is kept."""
    return any(map(looks_classified, (inbound.text, *(file.name for file in inbound.files))))


async def with_files(inbound: Inbound, welcome: Welcome, fetch: Fetch) -> Inbound:
    """Return an update with its files fetched: none of what is marked, and no stranger's."""
    if not inbound.files or is_marked(inbound):
        return inbound
    known = await welcome(inbound.channel, inbound.chat)
    fetched = await asyncio.gather(*map(fetch, inbound.files)) if known else ()
    return inbound.model_copy(update={"files": tuple(fetched)})
