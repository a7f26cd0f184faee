"""What is said of an obstacle: an answer, a reply, that it is closed, that it is open again."""

from dialogue.kinds import Pick
from dialogue.talk import Talk
from dialogue.values import Words
from domain.obstacle import Obstacle, Saying, may_say, may_see
from domain.person import Role
from handlers.obstacle_news import pass_on
from handlers.obstacle_wording import state
from handlers.wording import agency_short
from storage.gate import Reader, Writer
from storage.obstacles import Word
from understanding.words import read_send, read_yes_no

LONGEST = 600
"""So many characters can be read in full on a card."""
_SPEAKING = (Saying.ANSWERED, Saying.REPLIED)


async def say_of_obstacle(talk: Talk, db: Reader) -> None:
    """Ask what is missing, have it confirmed, keep it and tell the other side.

    `kind` names what is said; that of the focal agency is an answer, of the officers a reply.
    """
    found = await db.obstacle(int(talk.given("obstacle")))
    if found is None or not may_see(talk.person, found, talk.plan):
        talk.say("unknown", number=str(talk.given("obstacle")))
        return
    may = may_say(talk.person, found, talk.plan)
    if not may:
        talk.say("not-yours", number=str(found.id))
        return
    kind = _meant(Saying(talk.given("kind")), may)
    if kind is None:
        talk.say("not-now", label=found.label, number=str(found.id), state=state(talk, found))
        return
    word = await _confirmed(talk, found, kind)
    if word is None:
        talk.say("dropped")
        return
    said = await talk.finish(Writer.say_of_obstacle, word)
    told = await pass_on(talk, db, said)
    if not told:
        whom = talk.text("told-nobody")
    else:
        focal = talk.person.role is Role.FOCAL
        whom = talk.text("told-agency" if focal else "told-focal")
    talk.say(f"done-{kind.value}", label=said.label, number=str(said.id), whom=whom)


async def _confirmed(talk: Talk, found: Obstacle, kind: Saying) -> Word | None:
    """Return what is to be said once it is confirmed, or None."""
    words: str | None = talk.given("words")
    if kind in _SPEAKING:
        prompt = talk.text(f"prompt-{kind.value}", label=found.label)
        words = await talk.ask("words", Words(limit=LONGEST), of=(found.id, kind), prompt=prompt)
    word = Word(obstacle=found.id, kind=kind, words=words)
    head = talk.text(
        f"head-{kind.value}",
        label=found.label,
        agency=agency_short(talk, found.agency),
        number=str(found.task),
    )
    shown = words or found.words
    basis = (word, found.history[-1].id)
    if kind not in _SPEAKING:
        labels = talk.labels("certain", ("yes", "no"))
        answer = await talk.ask(
            "certain", Pick(labels, words=read_yes_no), of=basis, head=head, words=shown
        )
        return word if answer == "yes" else None
    labels = talk.labels("sure", ("send", "change", "drop"))
    answer = await talk.ask("sure", Pick(labels, words=read_send), of=basis, head=head, words=shown)
    if answer == "change":
        talk.reopen("words", drop=("sure",))
    return word if answer == "send" else None


def _meant(kind: Saying, may: tuple[Saying, ...]) -> Saying | None:
    """What the person may do of it; speaking is speaking, on either side."""
    if kind in _SPEAKING:
        return next((each for each in may if each in _SPEAKING), None)
    return kind if kind in may else None
