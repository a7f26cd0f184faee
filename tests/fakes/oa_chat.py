"""A person who follows a fake Official Account: what they do and what they see."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fakes.oa_server import FakeOa


@dataclass(slots=True)
class Sent:
    """What the account sent, in order; `content` is the picture or file that came with it."""

    chat: str
    message_id: str
    text: str
    buttons: list[dict[str, str]] = field(default_factory=list)
    content: bytes | None = None
    template: dict[str, str] | None = None


class Person:
    """Somebody who follows the account; every act becomes an event."""

    def __init__(self, fake: "FakeOa", chat: str) -> None:
        self.id = chat
        self.seen: list[Sent] = []
        self.silent_for_a_week = False
        self._fake = fake
        self._taken = 0
        self._arrived = asyncio.Event()

    def say(self, text: str) -> str:
        """Type a text."""
        return self._send("user_send_text", text=text)

    def tap(self, button: Mapping[str, str]) -> str:
        """Tap a button: its payload comes back as words."""
        return self._send("user_send_text", text=button["payload"])

    def send_photo(self, content: bytes, caption: str = "") -> str:
        """Send a picture."""
        url = self._fake.hold(content)
        attachment = {"type": "image", "payload": {"url": url, "thumbnail": url}}
        return self._send("user_send_image", text=caption, attachments=[attachment])

    def send_file(self, content: bytes, name: str) -> str:
        """Send a file."""
        payload = {"url": self._fake.hold(content), "name": name, "size": str(len(content))}
        return self._send("user_send_file", attachments=[{"type": "file", "payload": payload}])

    def sticker(self) -> str:
        """Send a sticker."""
        return self._send("user_send_sticker", attachments=[{"type": "sticker", "payload": {}}])

    def follow(self) -> None:
        """Begin to follow the account."""
        self._fake.add({"event_name": "follow", "follower": {"id": self.id}})

    async def replies(self, count: int = 1, seconds: float = 10) -> list[Sent]:
        """The next `count` messages that were not taken yet; waits for them."""
        async with asyncio.timeout(seconds):
            while len(self.seen) < self._taken + count:
                self._arrived.clear()
                await self._arrived.wait()
        self._taken += count
        return self.seen[self._taken - count : self._taken]

    def show(self, sent: Sent) -> None:
        """The account's message arrives."""
        self.seen.append(sent)
        self._arrived.set()

    def _send(self, event: str, **message: Any) -> str:
        number = self._fake.new_message()
        sender = {"sender": {"id": self.id}, "recipient": {"id": "oa"}}
        self._fake.add({"event_name": event, **sender, "message": {"msg_id": number, **message}})
        return number
