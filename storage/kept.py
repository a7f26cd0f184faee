"""Answers over all agencies, kept in memory; what has changed is read anew, and nothing else.

A leader's question is about thousands of duties, of which hardly one has changed since the last.
What is kept is exactly as fresh as the transaction that asks: triggers note every change under a
serial (0006.big.sql), and each reading begins with what is newer than what is kept. What has been
read in a transaction that is rolled back is forgotten (`Database.write`).
"""

from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import aiosqlite

MOST = 12
"""How many answers are kept; the one not asked for longest goes first."""

Key = tuple[Any, ...]
"""The number and the agency of a duty, then what tells the rows of one duty apart."""


class Answer(NamedTuple):
    """What a query gave over all duties, by key, as of a serial; never changed, only replaced."""

    serial: int
    values: Mapping[Key, Any]

    def renewed(self, serial: int, duties: set[Key], values: Mapping[Key, Any]) -> "Answer":
        """Return the answer as of a later serial: other values for the duties that changed."""
        same = {key: each for key, each in self.values.items() if key[:2] not in duties}
        return Answer(serial, {**same, **values})


class Kept:
    """The answers read through one connection."""

    def __init__(self) -> None:
        self._answers: dict[Hashable, Answer] = {}

    def find(self, name: Hashable) -> Answer | None:
        """Return what is kept under a name."""
        return self._answers.get(name)

    def keep(self, name: Hashable, answer: Answer) -> None:
        """Keep an answer in place of the earlier one."""
        self._answers.pop(name, None)
        self._answers[name] = answer
        if len(self._answers) > MOST:
            del self._answers[next(iter(self._answers))]

    def copy(self) -> dict[Hashable, Answer]:
        """Return what is kept at this moment, to go back to."""
        return dict(self._answers)

    def go_back(self, answers: dict[Hashable, Answer]) -> None:
        """Keep what was kept at an earlier moment: what has been read since is undone."""
        self._answers = answers


def kept_by(connection: aiosqlite.Connection) -> Kept:
    """Return what is kept of what has been read through a connection."""
    return _KEPT.setdefault(connection, Kept())


_KEPT: WeakKeyDictionary[aiosqlite.Connection, Kept] = WeakKeyDictionary()
