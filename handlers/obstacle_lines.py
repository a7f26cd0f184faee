"""The open obstacles of a task, in a line of its detail."""

from markupsafe import Markup

from dialogue.talk import Talk
from domain.obstacle import may_see
from handlers.obstacle_wording import named
from storage.gate import Reader

NAMED = 4
"""So many are named."""


async def obstacles_of_task(talk: Talk, db: Reader, number: int) -> Markup | None:
    """Return the numbers of the open obstacles of a task that the person may know of."""
    found = [
        each
        for each in await db.open_obstacles(task=number)
        if may_see(talk.person, each, talk.plan)
    ]
    if not found:
        return None
    labels = named(found[:NAMED])
    if len(found) > NAMED:
        labels = talk.plain("vm-more", labels=labels, rest=str(len(found) - NAMED))
    return talk.text("vm-of-task", labels=labels, first=str(found[0].id))
