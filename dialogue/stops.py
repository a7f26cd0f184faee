"""How a run of a dialogue stops before its end; no Exceptions, so that nothing swallows them."""

from typing import Any

from dialogue.kinds import Unread


class Paused(BaseException):
    """A question waits."""


class Reopened(BaseException):
    """Answers were forgotten: run again from the first line."""


class HandedOver(BaseException):
    """This talk ends and another one opens."""

    def __init__(self, dialogue: str, given: dict[str, Any]) -> None:
        super().__init__(dialogue)
        self.dialogue = dialogue
        self.given = given


class NotAnAnswer(BaseException):
    """The reply does not answer its question; it may mean something else."""

    def __init__(self, unread: Unread) -> None:
        super().__init__(str(unread))
        self.unread = unread
