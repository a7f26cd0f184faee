"""What is said where one text reports on several things: which, one after the other."""

from dialogue.talk import Talk
from handlers.on_behalf import answering
from handlers.wording import agency_short


def say_along(talk: Talk) -> None:
    """Say which reports follow each other, and which of the things named are not one's own."""
    if (along := talk.given("along")) is not None:
        talk.say("along", of=along, count=str(len(along)), names=", ".join(along))
    if (foreign := talk.given("foreign")) is not None:
        agency = agency_short(talk, answering(talk))
        talk.say("along-foreign", of=foreign, names=foreign, agency=agency)
