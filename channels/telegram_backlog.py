"""Which updates are in hand, and from which one on Telegram is to keep them."""

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import datetime

from telegram import Update


class Backlog:
    """Updates by chat in their order; an update is let go of only when it is done.

    Telegram forgets everything below the offset it is asked with, and gives everything from there
    on again.
    """

    def __init__(self) -> None:
        self._queues: dict[int, deque[Update]] = {}
        self._done: set[int] = set()
        self._failed: set[int] = set()
        self._arrived: dict[int, datetime] = {}
        self._next: int | None = None

    @property
    def offset(self) -> int | None:
        """The first update Telegram must keep; None before the first one came."""
        return min(self._held() | self._failed, default=self._next)

    @property
    def has_failed(self) -> bool:
        """Whether an update failed since the last batch and is to come again."""
        return bool(self._failed)

    def take(self, batch: Sequence[Update], arrived: datetime) -> list[int]:
        """Queue what is new in a batch; return the chats that had nothing to do until now."""
        self._failed.clear()
        if batch:
            self._next = max(update.update_id for update in batch) + 1
        known = self._held() | self._done
        woken = []
        for update in batch:
            if update.update_id in known:
                continue
            self._arrived.setdefault(update.update_id, arrived)
            chat = update.effective_chat.id if update.effective_chat else 0
            if chat not in self._queues:
                self._queues[chat] = deque()
                woken.append(chat)
            self._queues[chat].append(update)
        self._forget_below(self.offset)
        return woken

    def first(self, chat: int) -> Update | None:
        """The chat's next update; a chat without one leaves."""
        queue = self._queues.get(chat)
        if not queue:
            self._queues.pop(chat, None)
            return None
        return queue[0]

    def arrived_at(self, update: Update) -> datetime:
        """When a queued update came in for the first time, however often it failed since."""
        return self._arrived[update.update_id]

    def finish(self, chat: int) -> None:
        """The chat's first update was handled."""
        self._done.add(self._queues[chat].popleft().update_id)

    def give_up(self, chat: int) -> None:
        """The chat's first update failed: it and those behind it come again, in order."""
        self._failed.update(_ids(self._queues.pop(chat, ())))

    def _held(self) -> set[int]:
        return {number for queue in self._queues.values() for number in _ids(queue)}

    def _forget_below(self, offset: int | None) -> None:
        if offset is not None:
            self._done = {number for number in self._done if number >= offset}
            for number in [number for number in self._arrived if number < offset]:
                del self._arrived[number]


def _ids(updates: Iterable[Update]) -> Iterable[int]:
    return (update.update_id for update in updates)
