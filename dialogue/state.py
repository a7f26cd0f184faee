"""What is remembered of a chat between turns; stored as one JSON document per chat."""

import hashlib
import json
from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field, TypeAdapter

from domain.model import Model

KEPT_TOKENS = 20
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
    words as its answer.
    """

    name: str
    token: str
    facts: Any = None
    offers: tuple[Offer, ...] = ()
    page: int = 0
    text: str = ""
    loose: bool = False
    free: bool = False
    asked_at: datetime


class Answer(BaseModel):
    """A journalled answer by name; `of` marks what it depended on.

    `reopened` answers are asked again, and come back when the person goes back instead.
    `spoken` answers were given to a question, not understood from an earlier sentence.
    """

    value: Any
    of: str
    spoken: bool = True
    reopened: bool = False


class TalkState(BaseModel):
    """One open talk: the dialogue's name and its answers so far."""

    dialogue: str
    opened_at: datetime
    touched_at: datetime
    given: dict[str, Any] = Field(default_factory=dict)
    answers: dict[str, Answer] = Field(default_factory=dict)
    said: dict[str, str] = Field(default_factory=dict)
    order: list[str] = Field(default_factory=list)
    files: list[int] = Field(default_factory=list)
    question: Question | None = None

    def forget(self, *names: str) -> None:
        """Have these asked again; their old values stay until new ones are accepted."""
        for name in names:
            if name in self.answers:
                self.answers[name].reopened = True

    def take_back(self) -> None:
        """Leave the answers that were to be changed as they were."""
        for name in self.order:
            if name in self.answers:
                self.answers[name].reopened = False


class SideQuestion(Model):
    """A question of the engine itself: "resume" an old talk, or "clarify" what a text meant.

    `presses` are, for each offer, the (token, key) it stands for; `text` is what was said.
    """

    name: str
    token: str
    offers: tuple[Offer, ...]
    presses: tuple[tuple[str, str], ...] = ()
    text: str = ""


class ChatState(BaseModel):
    """The open talks of a chat, the newest last; `closed` remembers the latest answered tokens."""

    talks: list[TalkState] = Field(default_factory=list)
    serial: int = 0
    closed: dict[str, str] = Field(default_factory=dict)
    side: SideQuestion | None = None

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


def plain_json(value: object) -> Any:
    """Return a value as JSON types: models, dates, decimals and tuples included."""
    return _JSON.dump_python(value, mode="json")


def mark(value: object) -> str:
    """Return a short fingerprint; equal values have equal marks, whatever run made them."""
    if value is None:
        return ""
    text = json.dumps(plain_json(value), sort_keys=True, ensure_ascii=False)
    return hashlib.blake2s(text.encode(), digest_size=8).hexdigest()
