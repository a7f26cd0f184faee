"""The focal agency reports for another agency: which one, and for whom a talk reports."""

from dialogue.kinds import OneOf
from dialogue.talk import Talk
from domain.agency import Agency, AgencyKind
from domain.person import Role
from storage.gate import Reader


def answering(talk: Talk) -> str:
    """The agency that is reported for: one's own, or the one the focal agency stands in for."""
    named = talk.given("agency")
    if talk.person.role is Role.FOCAL and named in talk.plan.agency_by_id:
        return str(named)
    return talk.person.agency


def behalf(talk: Talk) -> dict[str, str]:
    """What is handed on to a talk that reports for the same agency; nothing for one's own."""
    agency = answering(talk)
    return {} if agency == talk.person.agency else {"agency": agency}


async def report_for(talk: Talk, db: Reader) -> None:
    """Ask which agency is reported for, then report as its own people do."""
    if talk.person.role is not Role.FOCAL:
        talk.say("not-focal")
        return
    own = talk.person.agency
    owing = [
        each
        for each in talk.plan.agencies
        if each.kind is not AgencyKind.GROUP and each.id != own and _owes(talk, each)
    ]
    if (words := talk.given("words")) is not None:
        talk.say("unread", of=words, words=words)
    agency = await talk.ask(
        "agency", OneOf(owing, key=lambda each: each.id, label=lambda each: each.short)
    )
    talk.hand_over("report_task", agency=agency.id)


def _owes(talk: Talk, agency: Agency) -> bool:
    return bool(talk.plan.led_by(agency.id) or talk.plan.indicators_of(agency.id))
