"""Toy dialogues and a chat without any platform or database, for the engine's own rules."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from dialogue.hearing import Hearing, More
from dialogue.kinds import OneOf, Pick
from dialogue.messages import Edit, Message, Press
from dialogue.runner import Dialogue, Runner, Scene, Start
from dialogue.state import ChatState, TalkState
from dialogue.talk import Talk
from dialogue.texts import Texts
from dialogue.values import Percent, Words
from domain.person import Person, Role
from tests.harness.stage import LEXICON, MONDAY, PLAN

TOYS = Texts("vi", Path(__file__).parent / "locales")
OFFICER = Person(id=1, name="Cán bộ đầu mối", role=Role.OFFICER, agency="so-xay-dung")


@dataclass
class Facts:
    """What the toys read and write; tests change it between turns."""

    colours: list[str] = field(default_factory=lambda: ["do", "xanh", "vang"])
    latest: int = 1
    written: list[Any] = field(default_factory=list)
    runs: int = 0

    async def write(self, draft: Any) -> int:
        """Keep a draft and tell how many there are."""
        self.written.append(draft)
        return len(self.written)


async def order(talk: Talk, facts: Facts) -> None:
    """Colour, share and a remark, confirmed on a card."""
    facts.runs += 1
    colour = await talk.ask("colour", OneOf(facts.colours, key=str, label=str))
    share = await talk.ask("share", Percent(optional=True), of=colour)
    remark = await talk.ask("remark", Words(optional=True, limit=40))
    draft = {
        "colour": colour,
        "share": None if share is None else str(share),
        "remark": remark,
        "latest": facts.latest,
        "files": list(talk.files),
    }
    sure = await talk.ask("sure", Pick(talk.labels("sure", ("send", "change", "drop"))), of=draft)
    if sure == "change":
        keys = ("colour", "share", "remark")
        which = await talk.ask("which", Pick(talk.labels("field", keys)), of=draft)
        talk.reopen(which, drop=("sure", "which"))
    if sure == "drop":
        talk.say("dropped")
        return
    count = await talk.finish(Facts.write, draft)
    talk.say("done", count=str(count))


async def order_with_size(talk: Talk, facts: Facts) -> None:
    """The order as a later version asks it: a question more, in the middle."""
    colour = await talk.ask("colour", OneOf(facts.colours, key=str, label=str))
    await talk.ask("size", Pick(talk.labels("size", ("small", "large"))))
    share = await talk.ask("share", Percent(optional=True), of=colour)
    await talk.finish(Facts.write, (colour, str(share)))


async def glance(talk: Talk, facts: Facts) -> None:
    """A one-sentence answer."""
    talk.say("seen")


async def shelf(talk: Talk, facts: Facts) -> None:
    """A list left on the table."""
    colour = await talk.ask("list", OneOf(facts.colours, key=str, label=str), loose=True)
    talk.say("picked", colour=colour)


async def attach(talk: Talk, facts: Facts) -> None:
    """Files outside an order."""
    talk.say("taken", count=str(len(talk.files)))


async def vote(talk: Talk, facts: Facts) -> None:
    """Yes or no, numbered."""
    answer = await talk.ask("sure", Pick(talk.labels("sure", ("yes", "no"))))
    await talk.finish(Facts.write, answer)
    talk.say("done", answer=answer)


async def twice(talk: Talk, facts: Facts) -> None:
    """Wrongly written: one name for two questions."""
    await talk.ask("share", Percent(optional=True))
    await talk.ask("share", Percent(optional=True))


async def after_write(talk: Talk, facts: Facts) -> None:
    """Wrongly written: asks after its write."""
    await talk.finish(Facts.write, "x")
    await talk.ask("share", Percent())


async def twice_written(talk: Talk, facts: Facts) -> None:
    """Wrongly written: writes twice."""
    await talk.finish(Facts.write, "x")
    await talk.finish(Facts.write, "y")


async def teller(talk: Talk, facts: Facts) -> None:
    """Says something that depends on a fact, then asks."""
    talk.say("news", of=facts.latest, latest=str(facts.latest))
    await talk.ask("share", Percent())


DIALOGUES: dict[str, Dialogue] = {
    "order": order,
    "glance": glance,
    "shelf": shelf,
    "vote": vote,
    "twice": twice,
    "after_write": after_write,
    "attach": attach,
    "menu": glance,
    "twice_written": twice_written,
    "teller": teller,
}


class ToyRouter:
    """Words that open the toys."""

    def route(self, text: str, top: TalkState | None) -> Start | More | None:
        """Open a toy by its name; "mau xanh 50%" gives an order two values at once."""
        if text.startswith("màu "):
            _, colour, share = text.split()
            given = {"colour": colour, "share": share.rstrip("%")}
            return More(given=given) if top else Start(dialogue="order", given=given)
        return Start(dialogue=text) if text in DIALOGUES else None

    def pressed(self, key: str) -> Start | None:
        """No button opens anything by itself."""
        return None

    def reads_as_question(self, text: str) -> bool:
        """A text with a question mark."""
        return text.endswith("?")


@dataclass
class Toy:
    """A chat with the toys; the state goes through JSON between turns as in the database."""

    facts: Facts = field(default_factory=Facts)
    stored: str = field(default_factory=lambda: ChatState().model_dump_json())
    now: datetime = MONDAY
    dialogues: dict[str, Dialogue] = field(default_factory=lambda: dict(DIALOGUES))
    edits: list[Edit] = field(default_factory=list)
    last: Message | None = None
    received: datetime | None = None

    async def say(self, text: str) -> str:
        """Type a text; return what the bot says, or "" for silence."""
        hearing, runner = self._turn()
        await hearing.text(text)
        return self._close(runner)

    async def start(self, dialogue: str, **given: Any) -> str:
        """Open a toy with values, as a sentence that names them does."""
        _, runner = self._turn()
        await runner.start(Start(dialogue=dialogue, given=given))
        return self._close(runner)

    async def press(self, token: str, key: str, message: str | None = "m1") -> str:
        """Press a button as it is, forged or not."""
        hearing, runner = self._turn()
        await hearing.press(Press(token=token, key=key, message=message))
        return self._close(runner)

    async def tap(self, label: str) -> str:
        """Tap a button of the last message."""
        return await self.press(*self.button(label))

    async def file(self, id_: int, text: str = "") -> str:
        """Send a file that was stored under this id."""
        hearing, runner = self._turn()
        await hearing.files([id_], text)
        return self._close(runner)

    def button(self, label: str) -> tuple[str, str]:
        """The token and key of a button of the last message."""
        assert self.last is not None
        key = next(c.key for c in self.last.choices if label in c.caption)
        return self.last.token or "", key

    def wait(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)

    @property
    def state(self) -> ChatState:
        """The stored state."""
        return ChatState.model_validate_json(self.stored)

    def _turn(self) -> tuple[Hearing, Runner]:
        runner = Runner(
            Scene(
                person=OFFICER,
                plan=PLAN,
                lexicon=LEXICON,
                now=self.now,
                received_at=self.received or self.now,
                texts=TOYS,
            ),
            self.state,
            dialogues=self.dialogues,
            take_files=("order", "attach"),
            reader=self.facts,
            writer=self.facts,
        )
        return Hearing(runner, ToyRouter()), runner

    def _close(self, runner: Runner) -> str:
        self.stored = runner.state.model_dump_json()
        said = ""
        for content in runner.outgoing():
            if isinstance(content, Message):
                self.last = content
                said = content.text
            else:
                self.edits.append(content)
        return said
