"""An agency is told of what the focal agency has reported on its behalf."""

from dialogue.talk import Talk
from domain.person import may_see_reports
from handlers.submission_wording import said, subject
from handlers.wording import agency_short
from storage.gate import Reader


async def reported_for(talk: Talk, db: Reader) -> None:
    """Say what was reported, by whom; nothing where it was withdrawn, returned or replaced."""
    submission = await db.submission(int(talk.given("report")))
    if submission is None or submission.returned is not None or not submission.newest:
        return
    what = submission.what
    if not may_see_reports(talk.person, what.agency, talk.plan):
        return
    talk.say(
        "told",
        by=agency_short(talk, what.by_agency or talk.plan.focal),
        name=submission.reporter,
        agency=agency_short(talk, what.agency),
        subject=subject(talk, what),
        said=said(talk, what),
        code=what.code,
    )
