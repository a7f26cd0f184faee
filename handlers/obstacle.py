"""One obstacle: its card, from which it is spoken of, closed or opened again."""

from dialogue.kinds import Pick
from dialogue.talk import Talk
from domain.obstacle import Saying, may_say, may_see
from handlers.obstacle_news import is_settled
from handlers.obstacle_wording import card
from storage.gate import Reader

OBSTACLE = "obstacle"
"""What the keys of a card's buttons begin with: "obstacle/12/closed"."""


async def obstacle(talk: Talk, db: Reader) -> None:
    """Show an obstacle; as `news`, what was just said of it, only while that is not settled."""
    number = int(talk.given("obstacle"))
    found = await db.obstacle(number)
    if found is None or not may_see(talk.person, found, talk.plan):
        talk.say("unknown", number=str(number))
        return
    news = talk.given("news")
    if news is not None and is_settled(found, news):
        return
    said = next((each.kind for each in found.history if each.id == news), None)
    heading = "" if said is None else talk.text(f"news-{said.value}", label=found.label)
    may = may_say(talk.person, found, talk.plan)
    if not may:
        talk.say("shown", heading=heading, card=card(talk, found))
        return
    labels = {f"{OBSTACLE}/{number}/{kind.value}": talk.plain(f"act-{kind.value}") for kind in may}
    key = await talk.ask(
        "act",
        Pick(labels),
        loose=True,
        heading=heading,
        card=card(talk, found),
        how=talk.text(f"advice-{may[0].value}", number=str(number)),
    )
    talk.hand_over("say_of_obstacle", obstacle=number, kind=Saying(key.rpartition("/")[2]).value)
