"""A report that was returned, told to who reported it: the reason, and the way to report anew."""

from dialogue.kinds import Pick
from dialogue.talk import Talk
from domain.person import may_see_reports
from domain.report import TaskReport
from handlers.digest import DIGEST
from handlers.submission_wording import name, said, subject
from storage.gate import Reader


async def returned(talk: Talk, db: Reader) -> None:
    """Tell the reason once; nothing where a new report has been sent since."""
    submission = await db.submission(int(talk.given("report")))
    review = None if submission is None else submission.returned
    if submission is None or review is None or not submission.newest:
        return
    what = submission.what
    if not may_see_reports(talk.person, what.agency, talk.plan):
        return
    await talk.ask(
        "again",
        Pick({f"{DIGEST}/{name(what)}": talk.plain("again-report", what=name(what))}),
        loose=True,
        subject=subject(talk, what),
        said=said(talk, what),
        code=what.code,
        name=review.name,
        reason=review.reason or "",
    )
    if isinstance(what, TaskReport):
        talk.hand_over("report_task", task=str(what.task), **_behalf(talk, what.agency))
    asked = {"indicator": str(what.indicator), "year": str(what.year)}
    talk.hand_over("report_indicator", **asked, **_behalf(talk, what.agency))


def _behalf(talk: Talk, agency: str) -> dict[str, str]:
    return {} if agency == talk.person.agency else {"agency": agency}
