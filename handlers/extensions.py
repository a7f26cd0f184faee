"""Đề nghị gia hạn đang chờ: all that wait for a decision, the oldest first; each can be opened."""

from dialogue.kinds import OneOf
from dialogue.talk import Talk
from domain.person import REPORTERS
from domain.summary import scope_of
from handlers.extension_wording import request_row
from handlers.task_list import by_page
from handlers.wording import agency_short
from storage.gate import Reader

_PAGE = 5


async def extensions(talk: Talk, db: Reader) -> None:
    """List the requests that the asker may see: the own agency's, or all."""
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
