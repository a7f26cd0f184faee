"""After any stop the next digest begins where the last one ended: no step is lost or told twice."""

import asyncio
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from enum import Enum
from itertools import pairwise
from pathlib import Path

import aiosqlite
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.house import House
from bot.reminders import Reminders
from bot.talks import Held
from dialogue.texts import ZONE
from domain.person import Role
from storage.database import QUERIES
from tests.harness.rehearsal import Rehearsal
from tests.harness.stage import CHANNEL

JOINED = datetime(2026, 1, 5, 9, 0, tzinfo=ZONE)
AGENCY = "ubnd-h-ke-sach"


class Fate(Enum):
    """What becomes of the program or of a digest at one look."""

    SENT = "sent"
    STOPS_BEFORE = "stops before it is built"
    KILLED = "killed before it is known what became of it"
    NOT_SENT = "certainly not sent"
    REFUSED = "refused by the platform"
    AGAIN = "to be had again tomorrow"


LIVES = st.lists(
    st.tuples(st.integers(1, 12), st.lists(st.sampled_from(Fate), min_size=1, max_size=3)),
    min_size=5,
    max_size=12,
)
"""Days until the program runs again, and what befalls each look of that day."""


@given(life=LIVES)
@settings(max_examples=8)
def test_digests_follow_each_other_without_gap_or_overlap(
    life: list[tuple[int, list[Fate]]],
) -> None:
    """Each that counts begins on the day of the one before; those that left are those sent."""
    with tempfile.TemporaryDirectory() as folder:
        read, rows = asyncio.run(_lived(Path(folder) / "baocao.db", life))
    assert [day for day, _, left, _ in rows if left] == read
    told = [(since, day) for day, since, left, put_off in rows if left and not put_off]
    assert all(first[1] == second[0] for first, second in pairwise(told))
    assert not told or told[0][0] == JOINED.date().isoformat()


async def _lived(
    path: Path, life: Sequence[tuple[int, Sequence[Fate]]]
) -> tuple[list[str], list[tuple[object, ...]]]:
    """Let time pass; return the days of what may have been read, and all digests in order.

    Of each digest: day, beginning, whether it has left, whether it was put off.
    """
    read: list[str] = []
    stage = Rehearsal(path, now=JOINED)
    await stage.prepare()
    await stage.seat(Role.OFFICER, AGENCY, "officer")
    async with stage.open() as database:
        house = stage.house(database)
        for gap, fates in life:
            stage.now = stage.now.replace(hour=8) + timedelta(days=gap)
            for fate in fates:
                await Reminders(house, {CHANNEL}, lambda: None).look()
                read += [stage.now.date().isoformat()] * await _meets(house, fate)
                stage.now += timedelta(hours=1)
        async with database.read() as connection:
            rows = await connection.execute_fetchall(
                "SELECT day, since, left_at IS NOT NULL, snoozed_at IS NOT NULL FROM digests"
                " ORDER BY day"
            )
    return read, [tuple(row) for row in rows]


async def _meets(house: House, fate: Fate) -> int:
    """Let what is queued meet its fate; return how many may have been read."""
    async with house.database.read() as connection:
        rows: list[aiosqlite.Row] = await QUERIES.queued_after(connection, after=0, most=9)
    read = 0
    for row in () if fate is Fate.STOPS_BEFORE else rows:
        with suppress(Held):
            delivery = await house.digests().build(row)
            if delivery is None:
                continue
            read += fate not in {Fate.NOT_SENT, Fate.REFUSED}
            match fate:
                case Fate.NOT_SENT:
                    await house.digests().put_back(row["digest"], delivery.id)
                case Fate.REFUSED:
                    await house.digests().refuse(row["digest"], blocked=False)
                case Fate.AGAIN:
                    await _put_off(house)
                case _:
                    pass
    return read


async def _put_off(house: House) -> None:
    async with house.database.write() as connection:
        day = house.clock().date().isoformat()
        await QUERIES.snooze(connection, person=1, day=day, now=day)
