"""Kinds whose answer is typed: a percentage, a day, a document number, words."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from understanding.words import read_date, read_document_number, read_percent

from dialogue.kinds import SKIP, Gone, Kind, Said, Unread, chosen
from dialogue.state import Offer, plain_json
from dialogue.texts import Texts

T = TypeVar("T")


class _Typed(Kind[T | None]):
    """A typed value; an optional one offers "bỏ qua" in words, so that digits stay values."""

    def __init__(self, *, optional: bool = False, skip: str = "kind-skip") -> None:
        self._optional = optional
        self._skip = skip

    def offers(self, texts: Texts, page: int) -> tuple[Offer, ...]:
        """Only the way round an optional question."""
        return (Offer(key=SKIP, label=texts.plain(self._skip)),) if self._optional else ()

    def read(self, said: Said, offers: Sequence[Offer], today: date) -> T | None:
        """Read the value; None for the way round."""
        if chosen(said, offers) == SKIP:
            return None
        return self._parse(said.text, today)

    def load(self, value: Any) -> T | None:
        """Return the value as it was read; raise Gone where it fits no longer."""
        return None if value is None else self._restore(value)

    def dump(self, value: T | None) -> Any:
        """Return the value as JSON."""
        return plain_json(value)

    def _parse(self, text: str, today: date) -> T:
        raise NotImplementedError

    def _restore(self, value: Any) -> T:
        raise NotImplementedError


class Percent(_Typed[Decimal]):
    """A percentage from 0 to 100, in digits or words."""

    def _parse(self, text: str, today: date) -> Decimal:
        value = read_percent(text)
        if value is None:
            raise Unread("kind-percent-again")
        if not 0 <= value <= 100:
            raise Unread("kind-percent-range", value=value)
        return value

    def _restore(self, value: Any) -> Decimal:
        number = Decimal(str(value))
        if not 0 <= number <= 100:
            raise Gone
        return number


class Day(_Typed[date]):
    """A day that has come already, unless `future` days are meant."""

    def __init__(self, *, optional: bool = False, future: bool = False) -> None:
        super().__init__(optional=optional)
        self._future = future

    def _parse(self, text: str, today: date) -> date:
        value = read_date(text, today)
        if value is None:
            raise Unread("kind-day-again")
        if value > today and not self._future:
            raise Unread("kind-day-future", day=value)
        return value

    def _restore(self, value: Any) -> date:
        return date.fromisoformat(value)


class DocumentNumber(_Typed[str]):
    """A document's number and symbol (Nghị định 30/2020/NĐ-CP): 3210/SXD-QHKT."""

    def _parse(self, text: str, today: date) -> str:
        value = read_document_number(text)
        if value is None:
            raise Unread("kind-document-again")
        return value

    def _restore(self, value: Any) -> str:
        return str(value)


class Words(_Typed[str]):
    """Free words, at most `limit` characters; `none` reads "không có" as the way round."""

    free = True

    def __init__(
        self,
        *,
        limit: int = 1000,
        optional: bool = False,
        skip: str = "kind-skip",
        none: Callable[[str], bool] | None = None,
    ) -> None:
        super().__init__(optional=optional, skip=skip)
        self._limit = limit
        self._none = none

    def read(self, said: Said, offers: Sequence[Offer], today: date) -> str | None:
        """Take the words as they are; None for the way round."""
        if self._none is not None and said.key is None and self._none(said.text):
            return None
        return super().read(said, offers, today)

    def _parse(self, text: str, today: date) -> str:
        words = text.strip()
        if not words:
            raise Unread("kind-words-again")
        if len(words) > self._limit:
            raise Unread("kind-words-long", limit=str(self._limit), length=str(len(words)))
        return words

    def _restore(self, value: Any) -> str:
        return str(value)
