"""Answers over all agencies, kept in memory; what has changed is read anew, and nothing else.

A leader's question is about thousands of duties, of which hardly one has changed since the last.
What is kept is exactly as fresh as the transaction that asks: triggers note every change under a
serial (0006.big.sql), and each reading begins with what is newer than what is kept. What has been
read in a transaction that is rolled back is forgotten (`Database.write`). What is computed from an
answer is kept with it: while nothing changes, the same object comes back.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

import aiosqlite

MOST = 24
"""How many answers and results are kept; the one not asked for longest goes first."""

Duty = tuple[int, str]
"""The number of a task or an indicator, and the agency that reports it."""

Result = TypeVar("Result")


class Answer(NamedTuple):
    """What a query gave for all duties, as of a serial; never changed, only replaced."""

    serial: int
    values: Mapping[Duty, Any]

    def renewed(self, serial: int, duties: set[Duty], values: Mapping[Duty, Any]) -> "Answer":
        """Return the answer as of a later serial: other values for the duties that changed.

        Where these are no other values after all, it is the same mapping still.
        """
        if all(self.values.get(duty) == values.get(duty) for duty in duties):
            return Answer(serial, self.values)
        renewed = dict(self.values)
        for duty in duties:
            renewed.pop(duty, None)
        return Answer(serial, {**renewed, **values})


class Made(NamedTuple):
    """What was made of some objects, which are kept too, so that they are known again."""

    of: tuple[object, ...]
    result: Any


class Kept:
    """The answers read through one connection, and what was made of them."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Answer | Made] = {}

    def find(self, name: Hashable) -> Answer | None:
        """Return the answer kept under a name."""
        found = self._kept.get(name)
        return found if isinstance(found, Answer) else None

    def keep(self, name: Hashable, kept: Answer | Made) -> None:
        """Keep an answer or a result in place of the earlier one."""
        self._kept.pop(name, None)
        self._kept[name] = kept
        if len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]

    def make(
        self, name: Hashable, of: tuple[object, ...], make: Callable[[Result | None], Result]
    ) -> Result:
        """Return what was made of these very objects; else make it, given what was made before."""
        name = ("made", name)
        made = self._kept.get(name)
        before = made if isinstance(made, Made) else None
        if before is None or any(
            one is not other for one, other in zip(before.of, of, strict=True)
        ):
            before = Made(of, make(None if before is None else before.result))
        self.keep(name, before)
        result: Result = before.result
        return result

    def copy(self) -> dict[Hashable, Answer | Made]:
        """Return what is kept at this moment, to go back to."""
        return dict(self._kept)

    def go_back(self, kept: dict[Hashable, Answer | Made]) -> None:
        """Keep what was kept at an earlier moment: what has been read since is undone."""
        self._kept = kept


def kept_by(connection: aiosqlite.Connection) -> Kept:
    """Return what is kept of what has been read through a connection."""
    return _KEPT.setdefault(connection, Kept())


_KEPT: WeakKeyDictionary[aiosqlite.Connection, Kept] = WeakKeyDictionary()
