"""What an update is for: a side question, a command, the open question, or something new."""

import re
from typing import Any, Protocol

from dialogue.kinds import SKIP, Reply, Unread, chosen
from dialogue.messages import Press
from dialogue.runner import Runner, Start
from dialogue.sent_files import ATTACH
from dialogue.state import CANCELLED, Opening, Question, SideQuestion, TalkState
from dialogue.stops import NotAnAnswer
from dialogue.texts import brief
from domain.model import Model
from understanding.commands import Command, read_command

_BARE_NUMBER = re.compile(r"\s*(\d{1,3})\s*[.)]?\s*")


class More(Model):
    """More values for the talk that is open, understood from a sentence, and what follows it."""

    given: dict[str, Any]
    then: tuple[Opening, ...] = ()


class Router(Protocol):
    """What a text opens when it answers no question."""

    def route(self, text: str, top: TalkState | None) -> Start | More | None:
        """Return what the text starts or adds to the open talk, or None if not understood."""

    def reads_as_question(self, text: str) -> bool:
        """Whether a text is clearly a question about the plan, not an answer."""

    def pressed(self, key: str) -> Start | None:
        """Return what a button opens by itself, long after the list it stands under; or None."""


class Hearing:
    """Takes one update to the talk it is for."""

    def __init__(self, runner: Runner, router: Router) -> None:
        self._runner = runner
        self._state = runner.state
        self._router = router

    async def text(self, text: str) -> None:
        """Take a typed text."""
        side = self._runner.side.take(Reply(text=text, token=""), None)
        if side is not None:
            await self._side(*side)
            return
        self._runner.side.drop()
        top = self._runner.top()
        command = read_command(text)
        if command in (Command.BACK, Command.SKIP) and top is not None and self._is_old(top):
            await self._runner.show_waiting()
        elif command in (Command.CANCEL, Command.BACK, Command.SKIP, Command.HELP):
            await self._command(command, top)
        elif top is None or top.question is None or text.startswith("/"):
            await self._anew(text, top)
        elif self._is_old(top):
            await self._at_stale(text, top)
        elif command is not None and top.question.yields_to(command, text):
            await self._anew(text, top)
        else:
            await self._at(top, top.question, text)

    async def press(self, press: Press) -> None:
        """Take a tap: it means what was shown under its token, and nothing else."""
        side = self._runner.side.take(Reply(key=press.key, token=press.token), press.token)
        if side is not None:
            await self._side(*side)
            return
        for talk in reversed(self._state.talks):
            if talk.question is not None and talk.question.token == press.token:
                self._runner.side.drop()
                await self._pressed(talk, talk.question, press)
                return
        closed = self._state.closed.get(press.token)
        if closed == press.key:
            return
        opened = self._router.pressed(press.key)
        if opened is not None:
            self._runner.side.drop()
            await self._runner.start(opened)
        else:
            known = "engine-cancelled-already" if closed == CANCELLED else "engine-answered-already"
            self._runner.say("engine-choice-unknown" if closed is None else known)
            await self._runner.show_waiting()

    async def files(self, files: list[int], text: str) -> None:
        """Take files stored as evidence, with their caption: what it opens or answers takes them.

        Else they are for the report being made, or it is asked which one they belong to.
        """
        self._runner.side.drop()
        sent, taker = self._runner.files, self._runner.file_taker()
        place = self._runner.mark_place()
        sent.arrived = files
        if taker is not None:
            taker.files.extend(files)
        if text:
            if taker is not None:
                await self._runner.renew(taker)
            await self.text(text)
        elif taker is not None:
            await self._runner.show_waiting()
        sent.arrived = []
        if sent.are_nobodys(files):
            await self._runner.start(Start(dialogue=ATTACH), files=files)
        elif taker is not None and taker.dialogue != ATTACH and set(files) <= {*taker.files}:
            count = str(len(taker.files))
            self._runner.say_at(place, "engine-file-kept", count=count)

    def note(self, text_id: str, **facts: object) -> None:
        """Say something before the turn's answer."""
        self._runner.say(text_id, **facts)

    async def show_waiting(self) -> None:
        """Show the question that waits, if one does."""
        await self._runner.show_waiting()

    async def other(self, text_id: str, **facts: object) -> None:
        """Answer what no dialogue can take, then show what waits."""
        self._runner.side.drop()
        self._runner.say(text_id, **facts)
        await self._runner.show_waiting()

    def _is_old(self, top: TalkState) -> bool:
        """Whether what is said now cannot be meant for this talk's question."""
        loose = top.question is not None and top.question.loose
        return self._runner.is_stale(top) and not loose

    async def _at(self, top: TalkState, question: Question, text: str) -> None:
        number = _BARE_NUMBER.fullmatch(text)
        if number and self._runner.scene.received_at < question.asked_at:
            self._runner.say("engine-too-early", number=text.strip())
            await self._runner.show_waiting()
            return
        older = self._state.older_question(top, int(number.group(1))) if number else None
        if older is not None:
            self._runner.show_side(self._runner.side.which_digit(text.strip(), question, older))
            return
        exact = chosen(Reply(text=text, token=""), question.offers) is not None
        if not exact and self._router.reads_as_question(text):
            if question.free:
                self._runner.show_side(self._runner.side.question_or_answer(text))
            else:
                await self._anew(text, top)
            return
        try:
            await self._answer(top, Reply(text=text, token=question.token, tentative=True))
        except NotAnAnswer as no_answer:
            await self._otherwise(top, question, text, no_answer.unread)

    async def _otherwise(
        self, top: TalkState, question: Question, text: str, unread: Unread
    ) -> None:
        number = _BARE_NUMBER.fullmatch(text)
        if question.loose and number is not None:
            self._runner.say("engine-bare-number", number=number.group(1))
            return
        route = self._router.route(text, top)
        if isinstance(route, Start):
            await self._runner.start(route)
        elif isinstance(route, More):
            await self._add(top, route)
        elif question.loose:
            self._runner.drop(top)
            await self._anew(text, None)
        elif self._runner.files.arrived:
            self._runner.say("engine-caption-unread", text=brief(text))
            await self._runner.show_waiting()
        else:
            await self._answer(top, Reply(text=text, token=question.token))

    async def _anew(self, text: str, top: TalkState | None) -> None:
        number = _BARE_NUMBER.fullmatch(text)
        stranger = self._runner.scene.person is None  # is told of no menu, task or question
        if number is not None and top is None and not stranger:
            self._runner.say("engine-bare-number", number=number.group(1))
            return
        route = self._router.route(text, top)
        if isinstance(route, Start):
            await self._runner.start(route)
        elif isinstance(route, More) and top is not None:
            await self._add(top, route)
        else:
            self._runner.say("engine-not-understood")
            await self._runner.show_waiting()

    async def _at_stale(self, text: str, top: TalkState) -> None:
        """Ask whether to go on, unless what is said tells by itself what it is about."""
        route = self._router.route(text, top)
        anew = self._router.route(text, None) if isinstance(route, More) else None
        if isinstance(anew, Start) and anew.dialogue == top.dialogue and anew.given:
            self._runner.drop(top)
            route = anew
        if isinstance(route, Start):
            await self._runner.start(route)
        else:
            await self._runner.show_waiting()

    async def _add(self, talk: TalkState, more: More) -> None:
        for name in more.given:
            talk.answers.pop(name, None)
        talk.given.update(more.given)
        talk.then = (*more.then, *talk.then)
        await self._answer(talk)

    async def _pressed(self, talk: TalkState, question: Question, press: Press) -> None:
        offer = next((o for o in question.offers if o.key == press.key), None)
        if offer is None:
            await self.other("engine-choice-unknown")
            return
        self._state.talks.remove(talk)
        self._state.talks.append(talk)
        self._runner.mark_pressed(press.message, question, offer)
        await self._answer(talk, Reply(key=press.key, token=press.token))

    async def _answer(self, talk: TalkState, reply: Reply | None = None) -> None:
        """Run a talk with a reply; if its matter is settled, what was said is heard by itself."""
        question = talk.question
        if await self._runner.answer(talk, reply):
            return
        key = chosen(reply, question.offers) if reply is not None and question is not None else None
        opened = self._router.pressed(key) if key is not None else None
        if opened is not None:
            await self._runner.start(opened)
        elif reply is not None and reply.text:
            await self._anew(reply.text, self._runner.top())
        else:
            await self.other("engine-choice-unknown")

    async def _side(self, side: SideQuestion, key: str) -> None:
        top = self._runner.top()
        if side.name == "resume" and top is not None:
            if key == "go":
                await self._answer(top)
            else:
                await self._command(Command.CANCEL, top)
        elif key == "question":
            await self._anew(side.text, top)
        else:
            for talk in reversed(self._state.talks):
                question = talk.question
                if question is not None and key in ("answer", question.token):
                    await self._answer(talk, Reply(text=side.text, token=question.token))
                    return
            await self._runner.show_waiting()

    async def _command(self, command: Command, top: TalkState | None) -> None:
        if top is None and self._runner.scene.person is None:
            await self._anew("", top)
            return
        question = top.question if top is not None else None
        if top is None or question is None or question.loose:
            if command is Command.HELP:
                await self._runner.start(Start(dialogue="menu"))
            else:
                self._runner.say("engine-nothing-open")
        elif command is Command.CANCEL:
            await self._cancel(top, question)
        elif command is Command.BACK:
            await self._back(top)
        elif command is Command.SKIP:
            await self._skip(top, question)
        else:
            self._say_own(top, f"{question.name}-help", "engine-help")
            await self._runner.show_waiting()

    async def _cancel(self, top: TalkState, question: Question) -> None:
        self._state.close(question.token, CANCELLED)
        self._say_own(top, "cancelled", "engine-cancelled")
        self._runner.end(top)
        if not await self._runner.go_on(top):
            await self._runner.show_waiting()

    async def _back(self, top: TalkState) -> None:
        if not top.go_back():
            self._runner.say("engine-first-question")
        await self._answer(top)

    async def _skip(self, top: TalkState, question: Question) -> None:
        if any(offer.key == SKIP for offer in question.offers):
            await self._answer(top, Reply(key=SKIP, token=question.token))
        else:
            self._runner.say("engine-cannot-skip")
            await self._runner.show_waiting()

    def _say_own(self, talk: TalkState, name: str, else_id: str) -> None:
        """Say a dialogue's own text, or the one for all dialogues."""
        own = f"{talk.dialogue}-{name}".replace("_", "-")
        self._runner.say(own if self._runner.scene.texts.has(own) else else_id)
