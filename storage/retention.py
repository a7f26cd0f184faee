"""What is not kept for ever: messages, talks left open, and keys that open nothing any more.

Reports, evidence, consents and what was asked about data stay. A message's row stays too, empty: by
its id one that comes again is known.
"""

import json
from datetime import datetime, timedelta

from dialogue.texts import plain
from domain.model import Model
from storage.database import QUERIES, Database
from storage.moments import stamp
from storage.people import tells_code
from storage.web_sessions import end_overdue_sessions

CODE_SHOWN = timedelta(days=1)
"""How long a message that tells a code to join with is kept once it was sent."""
CODE_SEEN = timedelta(days=7)
"""How far back such messages are looked for; the program cleans every day."""
BATCH = 2000
"""How many rows are emptied at once: turns go on between."""


class Cleaned(Model):
    """How much was emptied or forgotten."""

    received: int
    sent: int
    secrets: int
    talks: int
    codes: int
    links: int
    sessions: int


async def clean(database: Database, days: int, now: datetime) -> Cleaned:
    """Empty all messages and talks older than so many days, and forget what has run out."""
    before = stamp(now - timedelta(days=days))
    received = await _empty(database, "inbox", before)
    sent = await _empty(database, "outbox", before)
    secrets = await _empty_secrets(database, now)
    async with database.write() as connection:
        talks = await QUERIES.forget_old_talks(connection, before=before)
        codes = await QUERIES.forget_codes(connection, now=stamp(now), before=before)
        links = await QUERIES.forget_uploads(connection, now=stamp(now))
        sessions = await end_overdue_sessions(connection, now)
        await QUERIES.keep_retention(connection, days=days, now=stamp(now))
    return Cleaned(
        received=received,
        sent=sent,
        secrets=secrets,
        talks=len(talks),
        codes=len(codes),
        links=len(links),
        sessions=sessions,
    )


async def _empty(database: Database, table: str, before: str) -> int:
    """Empty what came into a table before a moment, oldest first; return how many rows it was."""
    async with database.read() as connection:
        first = await getattr(QUERIES, f"first_kept_{table}")(connection)
        end = await getattr(QUERIES, f"first_young_{table}")(connection, before=before)
        newest = await getattr(QUERIES, f"newest_{table}")(connection)
    end = newest + 1 if end is None else end
    emptied = 0
    for start in range(end if first is None else first, end, BATCH):
        async with database.write() as connection:
            last = min(start + BATCH, end)
            rows = await getattr(QUERIES, f"empty_{table}")(connection, first=start, last=last)
        emptied += len(rows)
    return emptied


async def _empty_secrets(database: Database, now: datetime) -> int:
    """Empty the messages that have told a code a day ago: of a code only the hash is kept."""
    async with database.read() as connection:
        first, end = [
            await QUERIES.first_young_outbox(connection, before=stamp(now - ago))
            for ago in (CODE_SEEN, CODE_SHOWN)
        ]
        newest = await QUERIES.newest_outbox(connection)
        rows = await QUERIES.told_between(
            connection, first=newest + 1 if first is None else first, last=end or newest + 1
        )
    told = [{"id": row["id"]} for row in rows if _tells_code(row["content"])]
    async with database.write() as connection:
        await QUERIES.empty_delivery(connection, told)
    return len(told)


def _tells_code(content: str) -> bool:
    return tells_code(plain(json.loads(content).get("text", "")))
