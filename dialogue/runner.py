"""Running the talks of one chat during one turn, and gathering what the turn says.

A turn yields at most one message, and the edit of the pressed one.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from markupsafe import Markup
from pydantic import ConfigDict

from dialogue.kinds import MORE, Reply, as_choices
from dialogue.messages import Attachment, Chart, Choice, Edit, Message
from dialogue.sent_files import SentFiles
from dialogue.side import SideQuestions
from dialogue.state import (
    ChatState,
    Notice,
    Offer,
    Opening,
    Question,
    SideQuestion,
    TalkState,
)
from dialogue.stops import HandedOver, NotAnAnswer, Paused, Reopened
from dialogue.talk import Talk
from dialogue.texts import Texts
from domain.model import Model
from domain.person import Person
from domain.plan import Plan
from understanding.lexicon import Lexicon

Dialogue = Callable[[Talk, Any], Awaitable[object]]
"""A dialogue: a coroutine over a Talk and a Reader."""

STALE = timedelta(hours=12)
DEPTH = 3
RUNS = 20


class Start(Opening):
    """Open a dialogue with these values given, and the others one after the other behind it."""

    then: tuple[Opening, ...] = ()


class Scene(Model):
    """Who talks, about which plan, when, in which language; when the update came in."""

    model_config = ConfigDict(arbitrary_types_allowed=True, frozen=True)

    person: Person | None
    plan: Plan
    lexicon: Lexicon
    now: datetime
    received_at: datetime
    texts: Texts


class Runner:
    """The talks of one chat during one turn; `state` is changed in place."""

    def __init__(
        self,
        scene: Scene,
        state: ChatState,
        *,
        dialogues: Mapping[str, Dialogue],
        take_files: Collection[str] = (),
        reader: object,
        writer: object,
    ) -> None:
        self.scene = scene
        self.state = state
        self.side = SideQuestions(scene.texts, state, scene.now)
        self.files = SentFiles(state, take_files, scene.now)
        self._dialogues = dialogues
        self._reader = reader
        self._writer = writer
        self._blocks: list[Markup] = []
        self._choices: tuple[Choice, ...] = ()
        self._token: str | None = None
        self._edit: Edit | None = None
        self._charts: list[Chart] = []
        self._notices: list[Notice] = []
        self._attachments: list[Attachment] = []
        self._drop_unknown()

    def top(self) -> TalkState | None:
        """The newest talk that has shown a question."""
        return next((talk for talk in reversed(self.state.talks) if talk.question), None)

    def is_stale(self, talk: TalkState) -> bool:
        """Whether a talk was left so long ago that nothing said now may answer it."""
        return self.scene.now - talk.touched_at > STALE

    async def start(
        self, start: Start, *, unasked: bool = False, files: Sequence[int] = ()
    ) -> None:
        """Open a dialogue; what waits underneath is shown again when it has ended.

        The same dialogue opened earlier gives way, where nothing that was told in it is lost. One
        that nobody asked for, and that has nothing to say, brings nothing else up either.
        """
        files = self.files.begin(start.dialogue, files)
        waiting = [t for t in self.state.talks if t.question and not t.question.loose]
        self.state.talks = [t for t in waiting if not t.gives_way(start)]
        again = [t.question for t in waiting if t.gives_way(start)]
        now = self.scene.now
        said = len(self._blocks)
        detour = self.state.waiting() is not None
        talk = TalkState(
            dialogue=start.dialogue,
            touched_at=now,
            given=start.given,
            files=files,
            then=start.then,
            question=again[-1] if again else None,  # a button shown with it still answers it
        )
        self.state.talks.append(talk)
        if not await self._run(talk, detour=detour):
            if not unasked or len(self._blocks) > said:
                await self.show_waiting()
        elif len(self.state.talks) > DEPTH and talk in self.state.talks:
            del self._blocks[said:]
            self.end(talk)
            self.say("engine-too-deep", open="; ".join(map(self.about, self.state.talks)))
            await self.show_waiting()

    async def answer(self, talk: TalkState, reply: Reply | None) -> bool:
        """Run a talk with a reply; when it ends, show what waits underneath.

        Return False, and show nothing, where it ended without a word: it was opened unasked, and
        what it told of is settled.
        """
        said = len(self._blocks), len(self._attachments)
        if await self._run(talk, reply):
            return True
        if said == (len(self._blocks), len(self._attachments)):
            return False
        await self.show_waiting()
        return True

    async def show_waiting(self) -> None:
        """Show the question that waits once more; offer to resume one left long ago."""
        talk = self.state.waiting()
        if talk is None:
            return
        if self.is_stale(talk):
            self.show_side(self.side.resume(talk, self.about(talk)))
        else:
            await self._run(talk)

    def file_taker(self) -> TalkState | None:
        """The open talk that files coming in now are for."""
        talk = self.state.waiting()
        taking = talk is not None and self.files.takes(talk) and not self.is_stale(talk)
        return talk if taking else None

    async def renew(self, talk: TalkState) -> None:
        """Bring the question of a talk up to what it knows now, without showing it again."""
        said = len(self._blocks)
        await self._run(talk)
        del self._blocks[said:]

    def mark_place(self) -> int:
        """Return the place behind what was said so far, for `say_at`."""
        return len(self._blocks)

    def about(self, talk: TalkState) -> str:
        """What a talk is about, in a few words: which task or indicator where that is known."""
        texts, text_id = self.scene.texts, f"engine-about-{talk.dialogue.replace('_', '-')}"
        if talk.subject is None or not texts.has(f"{text_id}-of"):
            return texts.plain(text_id)
        return texts.plain(f"{text_id}-of", number=talk.subject)

    async def go_on(self, ended: TalkState) -> bool:
        """Open what was to follow a talk that has ended, and return whether anything was."""
        if not ended.then:
            return False
        following, *rest = ended.then
        await self.start(
            Start(dialogue=following.dialogue, given=following.given, then=tuple(rest))
        )
        return True

    def drop(self, talk: TalkState) -> None:
        """End a talk without its write."""
        self.state.talks.remove(talk)

    def end(self, talk: TalkState, *, written: bool = False) -> None:
        """End a talk, saying what becomes of files that it leaves over."""
        self.drop(talk)
        if self.files.end(talk, written=written):
            self.say("engine-cancelled-files")

    def say(self, text_id: str, **facts: object) -> None:
        """Put a text before what follows."""
        self._blocks.append(self.scene.texts.say(text_id, **facts))

    def say_at(self, place: int, text_id: str, **facts: object) -> None:
        """Put a text where a place was marked."""
        self._blocks.insert(place, self.scene.texts.say(text_id, **facts))

    def show_side(self, shown: tuple[Markup, SideQuestion]) -> None:
        """Ask one of the engine's own questions."""
        text, side = shown
        self._blocks.append(text)
        self._choices = as_choices(side.offers)
        self._token = side.token

    def mark_pressed(self, message: str | None, question: Question, offer: Offer) -> None:
        """Have the pressed message edited into its answer; a list and its pages stay."""
        if message is None or question.loose or offer.key == MORE:
            return
        caption = as_choices([offer])[0].caption
        text = self.scene.texts.say(
            "engine-pressed",
            text=Markup(question.text),  # noqa: S704 - markup of our own from an earlier turn
            label=caption,
        )
        self._edit = Edit(message=message, text=str(text))

    def outgoing(self) -> tuple[Message | Edit | Chart | Attachment, ...]:
        """Return the pressed message's edit, the turn's one message, what is shown after it."""
        found: list[Message | Edit | Chart | Attachment] = []
        if self._edit is not None:
            found.append(self._edit)
        if self._blocks:
            text = "\n\n".join(str(block) for block in self._blocks)
            found.append(Message(text=text, choices=self._choices, token=self._token))
        return (*found, *self._charts, *self._attachments)

    def notices(self) -> tuple[Notice, ...]:
        """Return what the turn has for other people."""
        return tuple(self._notices)

    async def _run(
        self, state: TalkState, reply: Reply | None = None, *, detour: bool = False
    ) -> bool:
        """Run a talk; return whether a question is now shown, or a next talk was opened."""
        for _ in range(RUNS):
            talk = self._talk(state, reply, detour)
            try:
                await self._dialogues[state.dialogue](talk, self._reader)
            except Reopened:
                self._take(talk)
                continue
            except NotAnAnswer:
                self._take(talk)
                raise
            except Paused:
                asked = talk.shown is not None
            except HandedOver as over:
                self._take(talk)
                self.drop(state)
                following = Start(dialogue=over.dialogue, given=over.given, then=state.then)
                await self.start(following, files=state.files)
                return True
            else:
                asked = False
            state.touched_at = self.scene.now
            self._take(talk)
            if not asked:
                self.end(state, written=talk.wrote)
                return await self.go_on(state)
            return asked
        raise RuntimeError(f"{state.dialogue} runs in circles")

    def _talk(self, state: TalkState, reply: Reply | None, detour: bool) -> Talk:
        return Talk(
            state=state,
            chat=self.state,
            person=self.scene.person,
            plan=self.scene.plan,
            lexicon=self.scene.lexicon,
            now=self.scene.now,
            texts=self.scene.texts,
            writer=self._writer,
            reply=reply,
            detour=detour,
        )

    def _take(self, talk: Talk) -> None:
        if talk.lines:
            self._blocks.append(Markup("\n").join(line.strip() for line in talk.lines))
        self._attachments += talk.attachments
        self._notices += talk.notices
        if talk.shown is not None:
            self._choices = talk.choices
            self._token = talk.shown.token
            self._charts = talk.charts

    def _drop_unknown(self) -> None:
        known = [talk for talk in self.state.talks if talk.dialogue in self._dialogues]
        if len(known) < len(self.state.talks):
            self.state.talks = known
            self.say("engine-talk-lost")
