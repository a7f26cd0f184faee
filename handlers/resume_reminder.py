"""Tiếp tục nhắc: what was paused is reminded of again."""

from dialogue.talk import Talk
from handlers.matters import matter_short, named_in, one_or_all
from storage.gate import Reader, Writer


async def resume_reminder(talk: Talk, db: Reader) -> None:
    """Take back one pause, or all, after asking which."""
    left = await db.unfinished(talk.person.agency)
    paused = list(await db.paused(talk.person))
    if not paused:
        talk.say("nothing")
        return
    chosen = named_in(talk, paused) or await talk.ask(
        "which",
        one_or_all(talk, paused, left),
        first=matter_short(talk, paused[0], left),
    )
    await talk.finish(Writer.resume, chosen)
    talk.say("resumed", what=", ".join(matter_short(talk, each, left) for each in chosen))
