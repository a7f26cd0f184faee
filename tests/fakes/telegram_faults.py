"""How a fake Telegram fails: refusals of the API, and faults that are planned or left to chance."""

import random
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Any


class ApiError(Exception):
    """An answer with ok=false."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass(frozen=True)
class Fault:
    """One fault.

    error          the API's refusal: `code`, `description`
    too-many       429 with `seconds` as retry_after
    bad-gateway    502 with a page of HTML
    reset-before   the connection is reset, nothing was done
    reset-after    the call is done, then the connection is reset
    slow           the call is done after `seconds`
    duplicate      (getUpdates) the last batch is given again although it was acknowledged;
                   (webhook) an update is brought twice at once
    """

    kind: str
    seconds: float = 0
    code: int = 400
    description: str = "Bad Request: planned"


class Faults:
    """Planned faults by method, first come first served, and random ones by their share."""

    def __init__(self, seed: int = 0) -> None:
        self.met = 0
        self._planned: dict[str, deque[Fault]] = defaultdict(deque)
        self._shares: dict[str, list[tuple[float, Fault]]] = defaultdict(list)
        self._chance = random.Random(seed)
        self._any = False

    def plan(self, method: str, *faults: Fault) -> None:
        """The next calls of a method fail so."""
        self._planned[method.lower()].extend(faults)
        self._any = True

    def at_random(self, method: str, fault: Fault, share: float) -> None:
        """A share (0 to 1) of the calls of a method fails so, until `clear`."""
        self._shares[method.lower()].append((share, fault))
        self._any = True

    def clear(self) -> None:
        """No more faults."""
        self._planned.clear()
        self._shares.clear()
        self._any = False

    def next(self, method: str) -> Fault | None:
        """What befalls this call."""
        if not self._any:
            return None
        fault = self._planned[method].popleft() if self._planned[method] else None
        if fault is None:
            dice = self._chance.random()
            for share, likely in self._shares[method]:
                dice -= share
                if dice < 0:
                    fault = likely
                    break
        self.met += fault is not None
        return fault
