"""How receiving on a channel stands, told once on each change."""

from collections.abc import Callable
from datetime import datetime

import structlog

from channels.port import Condition

log = structlog.get_logger()


class LineState:
    """The state of one channel's receiving, which begins by starting."""

    def __init__(self, channel: str, clock: Callable[[], datetime]) -> None:
        self.condition = Condition("starting", clock())
        self._channel = channel
        self._clock = clock

    def turn(self, trouble: str | None, *, by_hand: bool = False) -> None:
        """Log a change, once; `since` of the condition tells when it began to be so.

        `trouble` is None where it works. `by_hand` tells that only a person can mend it.
        """
        if trouble == self.condition.trouble:
            return
        self.condition = Condition(trouble, self._clock(), by_hand)
        tell = log.info if trouble is None else log.error if by_hand else log.warning
        tell("receiving", channel=self._channel, state=trouble or "running")
