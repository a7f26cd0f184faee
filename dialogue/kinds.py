"""Kinds of questions: each owns the reading of a reply, its retry text and its choices.

A kind reads what was said into a value, or raises `Unread` with the text that says what to do.
Numbers and labels mean what was shown: the offers stored with the question.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from pydantic import ConfigDict

from dialogue.messages import Choice
from dialogue.state import Offer
from dialogue.texts import Texts
from domain.model import Model
from understanding.commands import same_noun
from understanding.folding import fold
from understanding.words import match_label

T = TypeVar("T")
PAGE = 6
SKIP = "skip"
MORE = "more"


class Unread(Exception):
    """A reply is no answer; `text_id` and `facts` say what to do next."""

    def __init__(self, text_id: str, **facts: object) -> None:
        super().__init__(text_id)
        self.text_id = text_id
        self.facts = facts


class Gone(Exception):
    """A kept or understood value does not fit; `unread` tells why, where a kind can."""

    def __init__(self, unread: Unread | None = None) -> None:
        super().__init__()
        self.unread = unread


class Said(Model):
    """A reply: a tapped choice's key, or a text."""

    text: str = ""
    key: str | None = None


class Reply(Said):
    """What was said, on its way to the one question it is for; taken once.

    A `tentative` reply that is no answer raises NotAnAnswer instead of a retry text.
    """

    token: str
    tentative: bool = False
    taken: bool = False

    model_config = ConfigDict(frozen=False)


class Kind(Protocol[T]):
    """How one question is offered, read and kept; a `free` kind takes any words, a `numeric`
    one any number."""

    free: bool = False
    numeric: bool = False

    def offers(self, texts: Texts, page: int) -> tuple[Offer, ...]:
        """The choices of a page, a last one keyed MORE where there are more."""

    def read(self, said: Said, offers: Sequence[Offer], today: date) -> T:
        """Read a reply; raise Unread."""

    def load(self, value: Any, today: date) -> T:
        """Read a kept or understood value by the same rules as a reply; raise Gone."""

    def dump(self, value: T) -> Any:
        """Return the value as JSON."""


def chosen(said: Said, offers: Sequence[Offer]) -> str | None:
    """Return the key a reply chooses from what was shown: by tap, number, or words."""
    if said.key is not None:
        return said.key if any(offer.key == said.key for offer in offers) else None
    digits = said.text.strip().rstrip(".)")
    for offer in offers:
        if offer.number is not None and digits == str(offer.number):
            return offer.key
    found = match_label(said.text, [offer.label for offer in offers])
    return offers[found].key if isinstance(found, int) else None


def as_choices(offers: Sequence[Offer]) -> tuple[Choice, ...]:
    """Return offers as the choices of a message."""
    return tuple(Choice(key=o.key, label=o.label, number=o.number) for o in offers)


class OneOf(Kind[T]):
    """One of some values, `page` of them offered at a time.

    `own_number` gives a value's own number: such choices are not numbered, and may be typed as that
    number alone or after what their label begins with, in any of its words ("NV 9", "task 9").

    The values' keys must differ; a value that is no longer among them is gone.
    """

    def __init__(
        self,
        values: Sequence[T],
        *,
        key: Callable[[T], str],
        label: Callable[[T], str],
        own_number: Callable[[T], int] | None = None,
        page: int = PAGE,
    ) -> None:
        self._values = {key(value): value for value in values}
        self._key = key
        self._label = label
        self._own_number = own_number
        self._page = page

    def offers(self, texts: Texts, page: int) -> tuple[Offer, ...]:
        """One page of values, by their own number or numbered on through the pages."""
        start = page * self._page
        shown = list(self._values.items())[start : start + self._page]
        found = [
            Offer(
                key=key,
                label=self._label(value),
                number=None if self._own_number else start + place + 1,
            )
            for place, (key, value) in enumerate(shown)
        ]
        if len(self._values) > start + self._page:
            found.append(Offer(key=MORE, label=texts.plain("kind-more")))
        return tuple(found)

    def read(self, said: Said, offers: Sequence[Offer], today: date) -> T:
        """Take a tap, a shown number, words of a label, or a value's own number."""
        key = chosen(said, offers)
        if key is None and said.key is None:
            key = self._by_own_number(said.text)
        if key is None or key not in self._values:
            raise Unread("kind-choice-again")
        return self._values[key]

    def load(self, value: Any, today: date) -> T:
        """Return the value of this key if it is still there."""
        if value not in self._values:
            raise Gone
        return self._values[value]

    def dump(self, value: T) -> Any:
        """A value is kept by its key."""
        return self._key(value)

    def _by_own_number(self, text: str) -> str | None:
        if self._own_number is None:
            return None
        digits = "".join(char for char in text if char.isdigit())
        words = fold(text.strip().removesuffix(digits).strip()).rstrip(".:")
        for key, value in self._values.items():
            noun = self._label(value).partition(" ")[0]
            if str(self._own_number(value)) == digits and (not words or same_noun(words, noun)):
                return key
        return None


class Pick(Kind[str]):
    """One of some fixed keys; `labels` are their texts, shown numbered unless `worded`.

    `words` reads other ways of saying a key ("đang làm" for "đang thực hiện").
    """

    def __init__(
        self,
        labels: Mapping[str, str],
        *,
        words: Callable[[str], str | None] | None = None,
        worded: bool = False,
    ) -> None:
        self._labels = labels
        self._words = words
        self._worded = worded

    def offers(self, texts: Texts, page: int) -> tuple[Offer, ...]:
        """All keys at once."""
        return tuple(
            Offer(key=key, label=label, number=None if self._worded else place)
            for place, (key, label) in enumerate(self._labels.items(), start=1)
        )

    def read(self, said: Said, offers: Sequence[Offer], today: date) -> str:
        """Take a tap, a number or a label's words."""
        key = chosen(said, offers)
        if key is None and said.key is None and self._words is not None:
            key = self._words(said.text)
        if key is None or key not in self._labels:
            raise Unread("kind-choice-again")
        return key

    def load(self, value: Any, today: date) -> str:
        """Return the key if it is still offered."""
        if value not in self._labels:
            raise Gone
        return str(value)

    def dump(self, value: str) -> Any:
        """A key is its own JSON."""
        return value
