"""Told to the focal agency: a split has left tasks without a lead."""

from datetime import date

from dialogue.talk import Talk
from domain.person import may_assign
from storage.gate import Reader

NAMED = 12
"""So many tasks are named by their numbers."""


async def unassigned(talk: Talk, db: Reader) -> None:
    """Name the tasks that still wait for a lead, and how one is given."""
    known = talk.plan.task_by_number
    waiting = [n for n in talk.given("tasks") or () if n in known and not known[n].leads]
    if not waiting or not may_assign(talk.person):
        return
    talk.say(
        "told",
        day=date.fromisoformat(str(talk.given("day"))),
        count=str(len(waiting)),
        tasks=", ".join(f"NV {number}" for number in waiting[:NAMED]),
        first=str(waiting[0]),
    )
