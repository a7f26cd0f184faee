"""Tạm ngừng nhắc: a matter is not reminded of before its next stage; the focal agency sees it."""

from dialogue.talk import Talk
from domain.person import REPORTERS
from domain.reminding import next_stage, reminders
from handlers.matters import matter_short, named_in, one_or_all, paused_until
from storage.gate import Reader, Writer


async def pause_reminder(talk: Talk, db: Reader) -> None:
    """Pause one matter that is due, or all, after asking which."""
    person = talk.person
    if person.role not in REPORTERS:
        talk.say("nothing")
        return
    left = await db.unfinished(person.agency)
    due = reminders(left, None, await db.paused(person), talk.plan.timetable)
    matters = [matter for line in due for matter in line.matters]
    if not matters:
        talk.say("nothing")
        return
    chosen = named_in(talk, matters) or await talk.ask(
        "which",
        one_or_all(talk, matters, left),
        first=matter_short(talk, matters[0], left),
    )
    pauses = [(matter, next_stage(matter, left, talk.plan.timetable)) for matter in chosen]
    await talk.finish(Writer.pause, pauses)
    talk.say("paused", matters=paused_until(talk, pauses, left))
