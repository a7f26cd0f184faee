"""Taking back a report filed within the last ten minutes."""

from dialogue.kinds import Pick
from dialogue.talk import Talk
from handlers.wording import progress
from storage.gate import Reader, Writer
from storage.reports import WITHDRAW_WITHIN
from understanding.words import read_yes_no


async def withdraw(talk: Talk, db: Reader) -> None:
    """Withdraw the person's own newest report, after one confirmation."""
    minutes = str(WITHDRAW_WITHIN.seconds // 60)
    reports = await db.recent_reports(talk.person.id, WITHDRAW_WITHIN)
    if not reports:
        talk.say("nothing", minutes=minutes)
        return
    report = reports[0]
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("yes", "no")), words=read_yes_no),
        of=report.id,
        number=str(report.task),
        short=talk.plan.task_by_number[report.task].short,
        progress=progress(talk, report),
        time=report.filed_at,
        code=report.code,
    )
    if answer == "no":
        talk.say("kept")
        return
    await talk.finish(Writer.withdraw, report)
    talk.say("done", code=report.code, number=str(report.task))
