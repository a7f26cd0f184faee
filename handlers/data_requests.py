"""The open requests about personal data, for administrators: the most urgent first."""

from dialogue.kinds import OneOf
from dialogue.talk import Talk
from domain.person import Role
from domain.privacy import DataRequest
from handlers.data_wording import request_kind, time_left
from handlers.wording import agency_short
from storage.gate import Reader


async def data_requests(talk: Talk, db: Reader) -> None:
    """List what waits for an answer, by the time that is left; one is opened by its number."""
    if talk.person.role is not Role.ADMIN:
        talk.say("not-yours")
        return
    waiting = await db.open_requests()
    if not waiting:
        talk.say("none")
        return
    late = sum(each.is_overdue(talk.now) for each in waiting)

    def label(request: DataRequest) -> str:
        return talk.plain(
            "line-late" if request.is_overdue(talk.now) else "line",
            code=request.code,
            kind=request_kind(talk, request),
            name=request.person.name,
            agency=agency_short(talk, request.person.agency),
            left=time_left(talk, request),
        )

    request = await talk.ask(
        "which",
        OneOf(waiting, key=lambda each: each.code, label=label),
        loose=True,
        count=str(len(waiting)),
        late=talk.text("late", count=str(late)) if late else "",
    )
    talk.hand_over("data_request", request=request.id)
