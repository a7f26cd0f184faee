"""An administrator answers one request about personal data: done, refused, or later."""

from typing import Any

from dialogue.kinds import Pick
from dialogue.talk import Talk
from dialogue.values import Words
from domain.person import Role
from domain.privacy import EXTENSION, DataRequest, Outcome, RequestKind
from handlers.data_wording import request_kind, time_left
from handlers.wording import lines
from storage.gate import Reader, Writer
from storage.privacy import Extension, Verdict
from understanding.words import read_yes_no

REASON = 500


async def data_request_came(talk: Talk, db: Reader) -> None:
    """Tell an administrator of a new request, unless it has been answered meanwhile."""
    request = await db.data_request(talk.given("request"))
    if request is not None and request.outcome is None and talk.person.role is Role.ADMIN:
        talk.hand_over("data_request", request=request.id)


async def data_request(talk: Talk, db: Reader) -> None:
    """Show who asks for what and by when it is to be answered; take the answer."""
    request = await db.data_request(talk.given("request"))
    if talk.person.role is not Role.ADMIN or request is None:
        talk.say("not-yours")
        return
    if request.outcome is not None and request.answered_at is not None:
        talk.say(f"answered-{request.outcome.value}", code=request.code, time=request.answered_at)
        return
    labels = dict(talk.labels("answer", ("done", "refuse", "extend")))
    if request.extended_for is not None:
        del labels["extend"]
    answer = await talk.ask(
        "answer",
        Pick(labels),
        of=request,
        **_card(talk, request),
    )
    if answer == "extend":
        await _extend(talk, request)
    elif answer == "refuse":
        reason = await talk.ask("reason", Words(limit=REASON), of=request)
        await _answer(talk, Verdict(request=request.id, outcome=Outcome.REFUSED, reason=reason))
    elif await _is_sure(talk, request):
        farewell = str(talk.text("farewell", code=request.code))
        done = Verdict(request=request.id, outcome=Outcome.DONE, farewell=farewell)
        await _answer(talk, done)
    else:
        talk.say("kept", code=request.code)


def _card(talk: Talk, request: DataRequest) -> dict[str, Any]:
    extended = request.extended_for
    return {
        "code": request.code,
        "kind": request_kind(talk, request),
        "name": request.person.name,
        "role": talk.text(f"role-{request.person.role.value}"),
        "agency": talk.plan.agency_by_id[request.person.agency].name,
        "details": lines(
            [
                None if request.words is None else talk.text("words", words=request.words),
                talk.text(
                    "sent",
                    time=request.asked_at,
                    due=request.due_at,
                    left=time_left(talk, request),
                ),
                None if extended is None else talk.text("extended", reason=extended),
            ]
        ),
        "how": talk.text(f"how-{request.kind.value}"),
    }


async def _is_sure(talk: Talk, request: DataRequest) -> bool:
    """A deletion is confirmed once more: nothing brings it back."""
    if request.kind is not RequestKind.DELETE:
        return True
    sure = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("yes", "no")), words=read_yes_no),
        of=request,
        name=request.person.name,
    )
    return sure == "yes"


async def _extend(talk: Talk, request: DataRequest) -> None:
    reason = await talk.ask("why_later", Words(limit=REASON), of=request, days=str(EXTENSION.days))
    later = await talk.finish(
        Writer.extend_request, Extension(request=request.id, reason=reason or "")
    )
    _tell(talk, later, "extended")
    talk.say("now-later", code=later.code, due=later.due_at)


async def _answer(talk: Talk, verdict: Verdict) -> None:
    request = await talk.finish(Writer.answer_request, verdict)
    erased = request.kind is RequestKind.DELETE and verdict.outcome is Outcome.DONE
    if not erased:
        _tell(talk, request, verdict.outcome.value)
    talk.say("erased" if erased else "answered", code=request.code)


def _tell(talk: Talk, request: DataRequest, what: str) -> None:
    """Let the person who asked know."""
    talk.notify(
        (request.person,), "data_answer", f"data-answer/{request.id}/{what}", request=request.id
    )
