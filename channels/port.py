"""What every channel does, and how its sending fails."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import NamedTuple, Protocol

from dialogue.messages import Chart, Delivery, Inbound

Handle = Callable[[Inbound], Awaitable[None]]
"""One turn, committed when it returns. It raises where the update must not be acknowledged."""

Draw = Callable[[Chart], Awaitable[bytes]]
"""Makes a chart a picture, a PNG; takes its time."""

Publish = Callable[[Delivery], str | None]
"""Gives the address at which a delivery's picture or file can be fetched; None where it has none.

It works for some minutes from when it is asked for.
"""

Welcome = Callable[[str, str], Awaitable[bool]]
"""Whether files of a (channel, chat) are to be fetched: a stranger's are not."""

UNREACHABLE = "unreachable"
"""What `/health` calls a platform that is down, or to which there is no way."""


class SendError(Exception):
    """A delivery did not go through; the class says what is known of it."""


class Wait(SendError):
    """The platform asks for patience; `seconds` as it says."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds:g} s")
        self.seconds = seconds


class Refused(SendError):
    """Final: sending this again is no use. `blocked`: the person cannot be reached at all."""

    def __init__(self, reason: str, *, blocked: bool = False) -> None:
        super().__init__(reason)
        self.blocked = blocked


class Uncertain(SendError):
    """It may have been sent: time ran out or the connection broke after the request left."""


class NotSent(SendError):
    """It certainly was not sent: refused connection, no free connection. Try again.

    `trouble` is what `/health` calls it.
    """

    def __init__(self, reason: str = "", *, trouble: str = UNREACHABLE) -> None:
        super().__init__(reason)
        self.trouble = trouble


class Condition(NamedTuple):
    """How a channel's receiving stands, and since when; `trouble` is None while it works.

    `by_hand` tells that only a person can mend it: the platform does not take our token any more.
    """

    trouble: str | None
    since: datetime
    by_hand: bool = False


class Channel(Protocol):
    """A chat platform. `name` stands in every Inbound and Delivery of it."""

    name: str
    echoes: bool
    """Whether the person's own words are to be put in the outbox too, as Echo."""

    @property
    def condition(self) -> Condition:
        """How receiving stands."""

    async def receive(self, handle: Handle) -> None:
        """Hand in updates until cancelled, in order per chat, side by side across chats.

        An update is acknowledged to the platform only after its `handle` has returned; one whose
        `handle` raised comes again.
        """

    async def send(self, delivery: Delivery) -> str | None:
        """Send one delivery and return the platform's message id; raise a SendError."""
