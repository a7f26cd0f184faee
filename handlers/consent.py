"""People who agreed to an earlier privacy notice are asked anew; what they wanted follows."""

from dialogue.hearing import More, Router
from dialogue.kinds import Pick
from dialogue.runner import Start
from dialogue.state import Opening, TalkState
from dialogue.talk import Talk
from dialogue.texts import plain
from domain.privacy import NOTICE
from storage.consents import Agreement
from storage.gate import Reader, Writer
from understanding.words import read_yes_no

UNASKED = ("join", "my_data")
"""What opens without consent to the newest notice: seeing what is kept, and withdrawing."""


async def consent(talk: Talk, db: Reader) -> None:
    """Show the notice that has changed and ask for consent; who declines is told how to leave."""
    if await db.agreed_version(talk.person) == NOTICE:
        talk.say("agreed-already")
        return
    answer = await talk.ask(
        "agree",
        Pick(talk.labels("agree", ("yes", "no")), words=read_yes_no),
        of=NOTICE,
        notice=talk.text("privacy-notice"),
    )
    if answer == "yes":
        await talk.finish(Writer.agree_anew, agreement(talk))
        talk.say("agreed")
    else:
        talk.leave_rest()
        talk.say("declined")


def agreement(talk: Talk) -> Agreement:
    """Return what somebody agrees to who sees the notice now."""
    words = plain(talk.text("privacy-notice"))
    return Agreement(version=NOTICE, language=talk.texts.language, words=words)


class ConsentFirst(Router):
    """The routes of somebody who is to be asked anew: that comes before whatever is opened.

    A talk that is open is not interrupted.
    """

    def __init__(self, router: Router) -> None:
        self._router = router

    def route(self, text: str, top: TalkState | None) -> Start | More | None:
        """Open what the text opens behind the question for consent."""
        found = self._router.route(text, top)
        question = None if top is None else top.question
        waits = question is not None and not question.loose
        return found if waits or not isinstance(found, Start) else _behind(found)

    def reads_as_question(self, text: str) -> bool:
        """Whether a text is clearly a question about the plan."""
        return self._router.reads_as_question(text)

    def pressed(self, key: str) -> Start | None:
        """Open what a button opens behind the question for consent."""
        found = self._router.pressed(key)
        return None if found is None else _behind(found)


def _behind(start: Start) -> Start:
    if start.dialogue in UNASKED:
        return start
    held = Opening(dialogue=start.dialogue, given=start.given)
    return Start(dialogue="consent", then=(held, *start.then))
