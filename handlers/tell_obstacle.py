"""An officer tells an obstacle by itself, between reports."""

from dialogue.kinds import OneOf, Pick
from dialogue.talk import Talk
from dialogue.values import Words
from handlers.obstacle_news import pass_on
from handlers.own_tasks import reportable
from handlers.wording import agency_short, label
from storage.gate import Reader, Writer
from storage.obstacles import Telling
from understanding.obstacle_words import same_words
from understanding.words import read_send


async def tell_obstacle(talk: Talk, db: Reader) -> None:
    """Ask of which task and what, have it confirmed, open it and tell the focal agency."""
    agency = talk.person.agency
    own = reportable(talk, await db.standing(agency))
    if not own:
        talk.say("none", agency=agency_short(talk, agency))
        return
    task = await talk.ask(
        "task",
        OneOf(own, key=lambda t: str(t.number), label=label, own_number=lambda t: t.number),
        agency=agency_short(talk, agency),
    )
    words = await talk.ask("words", Words(), of=task.number, task=label(task))
    telling = Telling(task=task.number, words=words or "")
    for each in await db.open_obstacles(agency, task.number):
        if same_words(each.words, telling.words):
            talk.say("already", label=each.label, number=str(each.id))
            return
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("send", "change", "drop")), words=read_send),
        of=telling,
        task=label(task),
        words=telling.words,
    )
    if answer == "change":
        talk.reopen("words", drop=("sure",))
    if answer == "drop":
        talk.say("dropped")
        return
    opened = await talk.finish(Writer.tell_obstacle, telling)
    told = await pass_on(talk, db, opened)
    whom = talk.text("vm-passed-on" if told else "vm-kept", label=opened.label)
    talk.say("opened", whom=whom)
