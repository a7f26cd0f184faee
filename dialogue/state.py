"""What is remembered of a chat between turns; stored as one JSON document per chat."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field, TypeAdapter

from domain.model import Model
from understanding.commands import Command
from understanding.folding import fold

KEPT_TOKENS = 20
CANCELLED = "×"
"""The key kept for the token of a question that was cancelled."""
_JSON: TypeAdapter[Any] = TypeAdapter(Any)


class Offer(Model):
    """A choice as it was shown: its key, its plain label, and its number if it had one."""

    key: str
    label: str
    number: int | None = None


class Question(Model):
    """The question that waits. `facts` is what it depends on, `text` the markup as shown.

    `offers` are all choices shown so far, of every page. A `loose` question is a list left on the
    table: it may be answered, and is forgotten when something else is said. A `free` one takes any
    words as its answer, a `numeric` one any number.
    """

    name: str
    token: str
    facts: Any = None
    offers: tuple[Offer, ...] = ()
    page: int = 0
    text: str = ""
    loose: bool = False
    free: bool = False
    numeric: bool = False
    asked_at: datetime

    def yields_to(self, command: Command, text: str) -> bool:
        """Whether a command said here is heard as such: where any words are taken, or none needed.

        On a list left on the table only the very words of a choice are that choice.
        """
        if self.loose:
            return all(fold(offer.label) != fold(text.strip(" .")) for offer in self.offers)
        return self.free and command is not Command.UNCHANGED


class Answer(BaseModel):
    """A journalled answer by name; `of` marks what it depended on.

    One that is `reopened` is asked again: for a "change", which comes back when the person goes
    back instead, or by going "back" itself.
    """

    value: Any
    of: str
    reopened: Literal["", "change", "back"] = ""


class Opening(Model):
    """A dialogue to open, with these values given."""

    dialogue: str
    given: dict[str, Any] = Field(default_factory=dict)


class Notice(Opening):
    """A dialogue to open in the chat of somebody else, not before a moment; `key` makes it once."""

    person: int
    key: str
    not_before: datetime | None = None


class TalkState(BaseModel):
    """One open talk: the dialogue's name and its answers so far; `then` follows once it ends."""

    dialogue: str
    touched_at: datetime
    given: dict[str, Any] = Field(default_factory=dict)
    answers: dict[str, Answer] = Field(default_factory=dict)
    said: dict[str, str] = Field(default_factory=dict)
    order: list[str] = Field(default_factory=list)
    files: list[int] = Field(default_factory=list)
    then: tuple[Opening, ...] = ()
    question: Question | None = None

    def change(self, *names: str, drop: Sequence[str] = ()) -> None:
        """Have these asked again, old values staying until new ones come; forget `drop`."""
        for name in drop:
            self.answers.pop(name, None)
        self.order = [name for name in self.order if name not in drop]
        for name in names:
            if name in self.answers:
                self.answers[name].reopened = "change"

    def go_back(self) -> bool:
        """Leave what was to be changed as it was, or ask the last question again, if any."""
        changing = [answer for answer in self.answers.values() if answer.reopened == "change"]
        for answer in changing:
            answer.reopened = ""
        if changing or not self.order:
            return bool(changing)
        self.answers[self.order.pop()].reopened = "back"
        return True

    def gives_way(self, opening: Opening) -> bool:
        """Whether its dialogue opens again, and it holds nothing that is not given now."""
        if self.dialogue != opening.dialogue or self.order or self.files or self.then:
            return False
        told, given = self._told(), opening.given
        return all(name in given and given[name] == told[name] for name in told)

    @property
    def subject(self) -> str | None:
        """The number of the task or indicator it is about, None while that is not told."""
        told = self._told()
        number = told.get("task", told.get("indicator"))
        return None if number is None else str(number)

    def _told(self) -> dict[str, Any]:
        return {name: answer.value for name, answer in self.answers.items()} | self.given


class SideQuestion(Model):
    """A question of the engine itself: "resume" an old talk, or "clarify" what a text meant.

    `text` is what was said.
    """

    name: str
    token: str
    offers: tuple[Offer, ...]
    text: str = ""
    asked_at: datetime


class Topic(Model):
    """What a chat was last asked: the typed question as JSON, and the numbers that answered it."""

    query: Any
    shown: tuple[int, ...]
    at: datetime


class ChatState(BaseModel):
    """The open talks of a chat, the newest last; `closed` remembers the latest answered tokens.

    `left_files` came in talks that ended without them, the last of those at `left_at`.
    """

    talks: list[TalkState] = Field(default_factory=list)
    serial: int = 0
    closed: dict[str, str] = Field(default_factory=dict)
    side: SideQuestion | None = None
    topic: Topic | None = None
    left_files: list[int] = Field(default_factory=list)
    left_at: datetime | None = None

    def new_token(self) -> str:
        """Return a token no earlier question of this chat had."""
        self.serial += 1
        return f"q{self.serial}"

    def close(self, token: str, key: str) -> None:
        """Remember that a question was answered, so that a second tap is known for one."""
        self.closed.pop(token, None)
        self.closed[token] = key
        while len(self.closed) > KEPT_TOKENS:
            del self.closed[next(iter(self.closed))]

    def waiting(self) -> TalkState | None:
        """Return the newest talk with a question that must be answered, below loose ones."""
        for talk in reversed(self.talks):
            if talk.question is not None and not talk.question.loose:
                return talk
        return None

    def older_question(self, top: TalkState, number: int) -> Question | None:
        """Return an open question older than that of `top` which a bare number fits too."""
        for talk in reversed(self.talks):
            question = talk.question
            if talk is top or question is None or question.loose:
                continue
            if question.numeric or any(offer.number == number for offer in question.offers):
                return question
        return None


def plain_json(value: object) -> Any:
    """Return a value as JSON types: models, dates, decimals and tuples included."""
    return _JSON.dump_python(value, mode="json")


def mark(value: object) -> str:
    """Return a short fingerprint; equal values have equal marks, whatever run made them."""
    if value is None:
        return ""
    text = json.dumps(plain_json(value), sort_keys=True, ensure_ascii=False)
    return hashlib.blake2s(text.encode(), digest_size=8).hexdigest()
