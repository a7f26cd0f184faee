"""Whose the files are that were sent in a chat: a report's being made, or nobody's as yet."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from dialogue.state import ChatState, TalkState

ATTACH = "attach"
"""The dialogue that asks which report files belong to; those left over can go to it later."""
LASTS = timedelta(days=7)
_MOST = 20


class SentFiles:
    """The files of one turn and those left over; dialogues named in `taking` take files.

    `arrived` are ids of files whose caption is being heard: a talk that it opens begins with them.
    """

    def __init__(self, state: ChatState, taking: Collection[str], now: datetime) -> None:
        self.arrived: list[int] = []
        self._state = state
        self._taking = taking
        self._now = now
        self._attached: set[int] = set()

    def takes(self, talk: TalkState) -> bool:
        """Whether a talk is one that files can be sent in."""
        return talk.dialogue in self._taking

    def begin(self, dialogue: str, carried: Sequence[int] = ()) -> list[int]:
        """Return what a talk begins with: files that arrived, waited for a report or were left."""
        files = [*carried, *(each for each in self.arrived if each not in carried)]
        if dialogue not in self._taking:
            return files
        waiting = self._state.waiting()
        if waiting is not None and waiting.dialogue == ATTACH:
            files = [*waiting.files, *(each for each in files if each not in waiting.files)]
            self._state.talks.remove(waiting)
        for talk in self._state.talks:
            talk.files = [each for each in talk.files if each not in files]
        if dialogue == ATTACH and not files:
            files = self._left()
        self._state.left_files = [each for each in self._state.left_files if each not in files]
        return files

    def end(self, talk: TalkState, *, written: bool) -> bool:
        """Take the files of a talk that has ended; return whether they are left over.

        Those that arrive in this very turn are no leftovers yet.
        """
        if written:
            self._attached.update(talk.files)
        left = [each for each in talk.files if each not in self.arrived]
        if written or not left or not self.takes(talk):
            return False
        kept = [*self._left(), *left]
        self._state.left_files, self._state.left_at = kept[-_MOST:], self._now
        return True

    def are_nobodys(self, files: Sequence[int]) -> bool:
        """Whether files that arrived went into no report and into no talk that takes files."""
        held = {each for talk in self._state.talks if self.takes(talk) for each in talk.files}
        return not held.union(self._attached).issuperset(files)

    def _left(self) -> list[int]:
        at = self._state.left_at
        return [] if at is None or self._now - at > LASTS else self._state.left_files
