"""What became of one's request about personal data."""

from dialogue.talk import Talk
from domain.privacy import Outcome
from handlers.data_wording import request_kind
from storage.gate import Reader


async def data_answer(talk: Talk, db: Reader) -> None:
    """Tell who asked how a request was answered, or why and until when it takes longer."""
    request = await db.data_request(talk.given("request"))
    if request is None or request.person.id != talk.person.id:
        return
    asked = talk.text(
        "asked", code=request.code, kind=request_kind(talk, request), time=request.asked_at
    )
    match request.outcome:
        case Outcome.DONE:
            talk.say("done", asked=asked)
        case Outcome.REFUSED:
            talk.say("refused", asked=asked, reason=request.reason)
        case _:
            talk.say("later", asked=asked, due=request.due_at, reason=request.extended_for)
