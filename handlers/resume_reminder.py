"""Tiếp tục nhắc: what was paused is reminded of again."""

from dialogue.talk import Talk
from handlers.matters import matter_short, which_matters
from storage.gate import Reader, Writer


async def resume_reminder(talk: Talk, db: Reader) -> None:
    """Take back one pause, or all, after asking which."""
    left = await db.unfinished(talk.person.agency)
    paused = await db.paused(talk.person)
    if not paused:
        talk.say("nothing")
        return
    chosen = await which_matters(talk, list(paused), left)
    await talk.finish(Writer.resume, chosen)
    talk.say("resumed", what=", ".join(matter_short(talk, each, left) for each in chosen))
