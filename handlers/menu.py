"""What one can do here, in words that can be typed."""

from dialogue.talk import Talk
from domain.person import REPORTERS
from handlers.wording import agency_short
from storage.gate import Reader


async def menu(talk: Talk, db: Reader) -> None:
    """Say the few sentences that open everything."""
    reports = talk.person.role in REPORTERS
    talk.say(
        "reporter" if reports else "watcher",
        name=talk.person.name,
        agency=agency_short(talk, talk.person.agency),
    )
