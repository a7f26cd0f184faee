"""The engine's own questions: resume an old talk, or what an ambiguous text was meant for."""

from datetime import datetime, timedelta

from markupsafe import Markup

from dialogue.kinds import Said, chosen
from dialogue.state import ChatState, Offer, Question, SideQuestion, TalkState
from dialogue.texts import Texts, brief, plain
from understanding.words import read_yes_no

FRESH = timedelta(hours=12)
"""How long an answer to a side question is taken for one."""
_RESUME = {"yes": "go", "no": "drop"}


class SideQuestions:
    """At most one is open in a chat; whatever else is said puts it away."""

    def __init__(self, texts: Texts, state: ChatState, now: datetime) -> None:
        self._texts = texts
        self._state = state
        self._now = now

    def take(self, said: Said, token: str | None) -> tuple[SideQuestion, str] | None:
        """Return the open side question and the key chosen, and put it away; else None."""
        side = self._state.side
        if side is None or (token is not None and token != side.token):
            return None
        if self._now - side.asked_at > FRESH:
            self.drop()
            return None
        key = chosen(said, side.offers)
        if key is None and side.name == "resume":
            key = _RESUME.get(read_yes_no(said.text) or "")
        if key is None:
            return None
        self.drop()
        self._state.close(side.token, key)
        return side, key

    def drop(self) -> None:
        """Put the open side question away."""
        self._state.side = None

    def resume(self, talk: TalkState, about: str) -> tuple[Markup, SideQuestion]:
        """Offer to go on with a talk left long ago, saying how long."""
        hours = int((self._now - talk.touched_at).total_seconds() // 3600)
        age = (
            self._texts.say("engine-age-days", days=str(hours // 24))
            if hours >= 24
            else self._texts.say("engine-age-hours", hours=str(hours))
        )
        text = self._texts.say("engine-resume", about=about, age=age)
        return text, self._open("resume", ("go", "drop"), "")

    def question_or_answer(self, text: str) -> tuple[Markup, SideQuestion]:
        """Ask whether words were a question or the answer that is waited for."""
        shown = self._texts.say("engine-question-or-answer", text=brief(text))
        return shown, self._open("meant", ("answer", "question"), text)

    def which_digit(
        self, text: str, newest: Question, older: Question
    ) -> tuple[Markup, SideQuestion]:
        """Ask which of two open questions a bare number answers."""
        shown = self._texts.say("engine-which-digit", number=text)
        labels = {
            question.token: self._texts.plain(f"engine-digit-{age}", question=_first_line(question))
            for age, question in (("newest", newest), ("older", older))
        }
        return shown, self._offer("digit", labels, text)

    def _open(self, name: str, keys: tuple[str, ...], text: str) -> SideQuestion:
        labels = {key: self._texts.plain(f"engine-{name}-{key}") for key in keys}
        return self._offer(name, labels, text)

    def _offer(self, name: str, labels: dict[str, str], text: str) -> SideQuestion:
        offers = tuple(
            Offer(key=key, label=label, number=place)
            for place, (key, label) in enumerate(labels.items(), start=1)
        )
        side = SideQuestion(
            name=name,
            token=self._state.new_token(),
            offers=offers,
            text=text,
            asked_at=self._now,
        )
        self._state.side = side
        return side


def _first_line(question: Question) -> str:
    return plain(question.text.partition("\n")[0])
