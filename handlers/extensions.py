"""Đề nghị gia hạn đang chờ: all that wait for a decision, the oldest first; each can be opened."""

from dialogue.kinds import OneOf
from dialogue.state import plain_json
from dialogue.talk import Talk
from domain.person import REPORTERS
from domain.query import Shape, TaskQuery
from domain.summary import scope_of
from handlers.extension_wording import request_row
from handlers.task_list import by_page
from handlers.wording import agency_short
from storage.gate import Reader

_PAGE = 5


async def extensions(talk: Talk, db: Reader) -> None:
    """List the requests that the asker may see, the own agency's or all; or what was granted."""
    if (shape := talk.given("granted")) is not None:
        await _granted(talk, db, Shape(shape))
        return
    agency = scope_of(talk.person, talk.plan)
    waiting = await db.waiting_extensions(agency)
    if not waiting:
        asks = talk.person.role in REPORTERS
        talk.say("none-own" if asks else "none")
        return
    chosen = await talk.ask(
        "list",
        OneOf(
            waiting,
            key=lambda each: f"extension/{each.id}",
            label=lambda each: f"NV {each.task} {agency_short(talk, each.agency)}",
            page=_PAGE,
        ),
        loose=True,
        count=str(len(waiting)),
        rows=by_page(waiting, lambda each: request_row(talk, each), _PAGE),
    )
    talk.hand_over("extension", id=chosen.id)


async def _granted(talk: Talk, db: Reader, shape: Shape) -> None:
    """Show the tasks, or how many they are, of which a due date was extended."""
    known = talk.plan.task_by_number
    numbers = sorted({number for number, _ in await db.grants() if number in known})
    if not numbers:
        talk.say("none-granted")
        return
    query = TaskQuery(numbers=tuple(numbers), shape=shape)
    talk.hand_over("ask", text="", query=plain_json(query))
