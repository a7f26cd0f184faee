"""What a dialogue holds in its hand: ask, say, reopen, finish.

A dialogue is a coroutine run again from its first line at every turn: a function from the facts now
and the answers so far to the next question or the end. Answers lie in a journal by name.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, NoReturn, TypeVar

from markupsafe import Markup

from dialogue.kinds import MORE, Gone, Kind, Reply, Unread, as_choices, chosen
from dialogue.messages import Choice
from dialogue.speech import DialogueError, Speech
from dialogue.state import (
    Answer,
    ChatState,
    Question,
    TalkState,
    Topic,
    mark,
    plain_json,
)
from dialogue.stops import HandedOver, NotAnAnswer, Paused, Reopened
from dialogue.texts import Texts
from domain.person import Person
from domain.plan import Plan
from understanding.lexicon import Lexicon

T = TypeVar("T")
D = TypeVar("D")
R = TypeVar("R")
TOPIC = timedelta(minutes=30)
"""How long a question may be followed up."""


class Talk(Speech):
    """One run of one dialogue. Everything said in it becomes one message."""

    def __init__(
        self,
        *,
        state: TalkState,
        chat: ChatState,
        person: Person | None,
        plan: Plan,
        lexicon: Lexicon,
        now: datetime,
        texts: Texts,
        writer: object,
        reply: Reply | None = None,
        detour: bool = False,
    ) -> None:
        super().__init__(state, texts)
        self.now = now
        self.plan = plan
        self.lexicon = lexicon
        self.choices: tuple[Choice, ...] = ()
        self.shown: Question | None = None
        self._chat = chat
        self._person = person
        self._writer = writer
        self._reply = reply
        self._detour = detour
        self._problem: Markup | None = None
        self._again = False

    @property
    def person(self) -> Person:
        """Who talks; only a dialogue for strangers meets nobody here."""
        if self._person is None:
            raise DialogueError("a stranger talks in a dialogue for people on the roster")
        return self._person

    @property
    def known(self) -> Person | None:
        """Who talks, or None for a stranger."""
        return self._person

    @property
    def files(self) -> tuple[int, ...]:
        """Ids of the files that came in during this talk."""
        return tuple(self._state.files)

    @property
    def wrote(self) -> bool:
        """Whether the talk has done its write."""
        return self._finished

    @property
    def is_detour(self) -> bool:
        """Whether another talk's question waits below this one."""
        return self._detour

    @property
    def topic(self) -> Topic | None:
        """What this chat was last asked, unless long ago or before something was written."""
        topic = self._chat.topic
        return topic if topic is not None and self.now - topic.at <= TOPIC else None

    def remember(self, query: object, shown: Sequence[int] = ()) -> None:
        """Keep a question just asked, and the numbers that answer it, for a follow-up."""
        if self._reply is None:
            self._chat.topic = Topic(query=plain_json(query), shown=tuple(shown), at=self.now)

    def given(self, name: str) -> Any:
        """What the talk was opened with under this name, as JSON, or None."""
        return self._state.given.get(name)

    async def ask(
        self,
        name: str,
        kind: Kind[T],
        /,
        *,
        of: object = None,
        loose: bool = False,
        **facts: object,
    ) -> T:
        """Return the answer of this name, or ask and stop the run.

        `of` ties the answer to what it depends on: if that changes, the question is asked again.
        A `loose` question is a list left on the table; in a detour it is only said. A fact that is
        a function is called with the page shown.
        """
        self._once(name)
        if self._finished:
            raise DialogueError(f"{name!r} is asked after the talk's write")
        kept = self._kept(name, kind, mark(of))
        if kept is not None:
            return kept[0]
        try:
            read = self._read(name, kind, of)
        except Unread as unread:
            if self._reply is not None and self._reply.tentative:
                raise NotAnAnswer(unread) from unread
            self._problem = self._explain(name, unread)
            self._again = True
        else:
            if read is not None:
                return read[0]
        self._show(name, kind, of, loose, facts)
        raise Paused

    def reopen(self, *names: str, drop: Sequence[str] = ()) -> NoReturn:
        """Have these answers asked again, and those in `drop` forgotten for good.

        The old value of a reopened answer comes back if the person goes back instead.
        """
        self._state.change(*names, drop=drop)
        raise Reopened

    def hand_over(self, dialogue: str, **given: Any) -> NoReturn:
        """End this talk and open another with these values given."""
        raise HandedOver(dialogue, given)

    async def finish(self, write: Callable[[Any, D], Awaitable[R]], draft: D) -> R:
        """Do the talk's one write; nothing can be asked after it."""
        if self._finished:
            raise DialogueError("a talk writes once")
        self._finished = True
        self._chat.topic = None
        return await write(self._writer, draft)

    def close_others(self) -> None:
        """Forget every other open talk of this chat: whoever held them has left it."""
        self._chat.talks = [self._state]
        self._chat.side = None

    def _kept(self, name: str, kind: Kind[T], seen: str) -> tuple[T] | None:
        answers = self._state.answers
        kept = answers.get(name)
        if kept is not None and kept.of == seen and not kept.reopened:
            try:
                return (kind.load(kept.value, self.now.date()),)
            except Gone:
                del answers[name]
                self._problem = self.text("gone")
                return None
        if kept is None and name in self._state.given:
            value = self._state.given.pop(name)
            try:
                loaded = kind.load(value, self.now.date())
            except Gone as gone:
                if gone.unread is not None:
                    self._problem = self._explain(name, gone.unread)
                return None
            answers[name] = Answer(value=value, of=seen)
            return (loaded,)
        return None

    def _read(self, name: str, kind: Kind[T], of: object) -> tuple[T] | None:
        question, reply = self._state.question, self._reply
        if question is None or reply is None or reply.taken or question.name != name:
            return None
        if question.token != reply.token:
            return None
        reply.taken = True
        if mark(question.facts) != mark(of):
            self._problem = self._what_changed(question.facts, plain_json(of))
            return None
        if chosen(reply, question.offers) == MORE:
            self._state.question = question.model_copy(update={"page": question.page + 1})
            return None
        value = kind.read(reply, question.offers, self.now.date())
        self._state.answers[name] = Answer(value=kind.dump(value), of=mark(of))
        self._state.order = [each for each in self._state.order if each != name] + [name]
        self._state.question = None
        self._chat.close(question.token, reply.key or "")
        return (value,)

    def _explain(self, name: str, unread: Unread) -> Markup:
        again = self._id(f"{name}-again")
        id_ = again if self.texts.has(again) else unread.text_id
        return self.texts.say(id_, **unread.facts)

    def _what_changed(self, before: Any, after: Any) -> Markup:
        fields: list[str] = []
        if isinstance(before, dict) and isinstance(after, dict):
            for key in after:
                id_ = self._id(f"field-{key}")
                if before.get(key) != after[key] and self.texts.has(id_):
                    fields.append(self.texts.plain(id_))
        if fields:
            return self.texts.say("engine-changed-fields", fields=", ".join(fields))
        return self.texts.say("engine-changed")

    def _show(
        self, name: str, kind: Kind[Any], of: object, loose: bool, facts: dict[str, object]
    ) -> None:
        earlier = self._state.question
        same = earlier is not None and earlier.name == name and mark(earlier.facts) == mark(of)
        page = earlier.page if earlier is not None and same else 0
        if self._problem is not None:
            self.lines.append(self._problem)
        shown_facts = {key: fact(page) if callable(fact) else fact for key, fact in facts.items()}
        text = self.text(name, **shown_facts)
        if not self._again:
            self.lines.append(text)
        if loose and self._detour:
            return
        fresh = kind.offers(self.texts, page)
        shown = tuple(earlier.offers) if earlier is not None and same else ()
        kept = tuple(o for o in shown if o.key != MORE and all(o.key != n.key for n in fresh))
        self.choices = as_choices(fresh)
        self.shown = self._state.question = Question(
            name=name,
            token=earlier.token if earlier is not None and same else self._chat.new_token(),
            facts=plain_json(of),
            offers=kept + fresh,
            page=page,
            text=str(text),
            loose=loose,
            free=kind.free,
            numeric=kind.numeric,
            asked_at=self.now,
        )
