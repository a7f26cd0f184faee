"""Nhắc lại ngày mai: today's digest is as if it had not come."""

from dialogue.talk import Talk
from storage.gate import Reader, Writer


async def remind_again(talk: Talk, db: Reader) -> None:
    """Have what is still due told again on the next working day."""
    if not await db.told_today(talk.person):
        talk.say("not-told")
        return
    await talk.finish(Writer.remind_again, talk.now.date())
    talk.say("noted")
