"""A person on a fake Zalo: what they do and what they see."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fakes.zalo_server import FakeZalo


@dataclass(slots=True)
class Sent:
    """What the bot sent, in order; `styles` are the runs of bold and italic words.

    `photo` is the address of a picture, `picture` what was found there; `text` is its caption.
    """

    chat: str
    message_id: str
    text: str
    styles: list[dict[str, Any]] = field(default_factory=list)
    photo: str | None = None
    picture: bytes | None = None
    at: float = field(default_factory=time.time)

    def styled(self) -> list[tuple[str, str]]:
        """The words that stand out, with how they do."""
        units = self.text.encode("utf-16-le")
        return [
            (units[2 * run["start"] : 2 * (run["start"] + run["len"])].decode("utf-16-le"), style)
            for run in self.styles
            for style in run["st"]
        ]


class Person:
    """A person in a private chat with the bot; every act queues an update and returns its id."""

    def __init__(self, fake: "FakeZalo", chat: str, name: str) -> None:
        self.id = chat
        self.name = name
        self.seen: list[Sent] = []
        self.gone = False
        self._fake = fake
        self._taken = 0
        self._arrived = asyncio.Event()

    def say(self, text: str) -> str:
        """Type a text."""
        return self._send("message.text.received", text=text)

    def send_photo(self, content: bytes, caption: str = "", *, named: str = "photo") -> str:
        """Send a picture; `named` is how this Zalo calls its address."""
        url = self._fake.hold(content)
        return self._send("message.image.received", **{named: url, "caption": caption})

    def send_file(self) -> str:
        """Send a file, of which Zalo gives nothing away."""
        return self._send("message.unsupported.received")

    def sticker(self) -> str:
        """Send a sticker."""
        return self._send("message.sticker.received", sticker="a1", url="https://sticker.invalid/1")

    def voice(self) -> str:
        """Send a voice message."""
        return self._send("message.voice.received", voice_url="https://voice.invalid/1.aac")

    def raw(self, event: str, **message: Any) -> str:
        """Send an event with fields of one's own."""
        return self._send(event, **message)

    async def replies(self, count: int = 1, seconds: float = 10) -> list[Sent]:
        """The next `count` messages that were not taken yet; waits for them."""
        async with asyncio.timeout(seconds):
            while len(self.seen) < self._taken + count:
                self._arrived.clear()
                await self._arrived.wait()
        self._taken += count
        return self.seen[self._taken - count : self._taken]

    def show(self, sent: Sent) -> None:
        """The bot's message arrives."""
        self.seen.append(sent)
        self._arrived.set()

    def _send(self, event: str, **message: Any) -> str:
        number = self._fake.new_message()
        self._fake.add(
            {
                "event_name": event,
                "message": {
                    "message_id": number,
                    "date": int(time.time() * 1000),
                    "from": {"id": self.id, "display_name": self.name, "is_bot": False},
                    "chat": {"id": self.id, "chat_type": "PRIVATE"},
                    **message,
                },
            }
        )
        return number
