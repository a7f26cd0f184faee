"""What one can do here, in words that can be typed."""

from dialogue.talk import Talk
from domain.person import REPORTERS, Role
from domain.roster import may_administer
from handlers.own_tasks import first_own
from handlers.wording import agency_short, lines
from storage.gate import Reader


async def menu(talk: Talk, db: Reader) -> None:
    """Say the few sentences that open everything; the example task is one's own."""
    person = talk.person
    agency = agency_short(talk, person.agency)
    number = await first_own(talk, db)
    measures = bool(talk.plan.indicators_of(person.agency))
    follows = person.role is Role.FOCAL
    if may_administer(person):
        talk.say("administrator", name=person.name, agency=agency)
    elif person.role not in REPORTERS:
        talk.say("watcher", name=person.name, agency=agency)
    elif number is None:
        name = "measurer" if measures else "coordinator"
        more = talk.text("follow-up") if follows else None
        talk.say(name, name=person.name, agency=agency, more=lines([talk.text("question"), more]))
    else:
        confirms = person.role is Role.HEAD and talk.plan.review.head
        questions = lines(
            [
                talk.text("figures") if measures else None,
                talk.text("question"),
                talk.text("follow-up") if follows else None,
                talk.text("head") if confirms else None,
            ]
        )
        talk.say("reporter", name=person.name, agency=agency, number=number, questions=questions)
