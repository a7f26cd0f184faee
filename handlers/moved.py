"""Told to who was moved: the own agency has ended, and which one it is now."""

from datetime import date

from dialogue.talk import Talk
from handlers.wording import agency_short
from storage.gate import Reader


async def moved(talk: Talk, db: Reader) -> None:
    """Say which agency has come after one's own, while that is where one belongs."""
    old, now = str(talk.given("agency")), str(talk.given("to"))
    if talk.person.agency != now or old not in talk.plan.agency_by_id:
        return
    talk.say(
        "told",
        agency=agency_short(talk, old),
        now=talk.plan.agency_by_id[now].name,
        day=date.fromisoformat(str(talk.given("day"))),
    )
