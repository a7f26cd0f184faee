"""A person, or a group, on a fake Telegram: what they do and what they see."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fakes.telegram_methods import Telegram


@dataclass(slots=True)
class Sent:
    """What a bot sent or edited, in the order of its doing."""

    chat: int
    method: str
    message_id: int
    text: str
    entities: list[dict[str, Any]]
    keyboard: list[list[dict[str, Any]]]
    at: float = field(default_factory=time.time)
    content: bytes | None = None

    @property
    def buttons(self) -> list[str]:
        """The captions, row after row."""
        return [button["text"] for row in self.keyboard for button in row]

    def as_json(self) -> dict[str, Any]:
        """The record for a driver in another process; a file's bytes stay here."""
        return {**asdict(self), "content": None if self.content is None else len(self.content)}


class Chat:
    """One chat with the bot; every act queues an update and returns its id."""

    def __init__(self, telegram: "Telegram", chat_id: int, name: str, kind: str) -> None:
        self.id = chat_id
        self.seen: list[Sent] = []
        self.messages: dict[int, dict[str, Any]] = {}
        self.blocked = False
        self.as_json = {"id": chat_id, "type": kind, "title" if chat_id < 0 else "first_name": name}
        self._person = {"id": abs(chat_id), "is_bot": False, "first_name": name}
        self._telegram = telegram
        self._taken = 0
        self._arrived = asyncio.Event()

    def say(self, text: str, **more: Any) -> int:
        """Type a text; `more` are further fields of the message."""
        body: dict[str, Any] = {"text": text, **more}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            body["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self._send(body)

    def edit(self, text: str) -> int:
        """Change the last own message."""
        own = [body for body in self.messages.values() if body["from"] == self._person]
        changed = {**own[-1], "text": text, "edit_date": int(time.time())}
        self.messages[changed["message_id"]] = changed
        return self._telegram.updates.add("edited_message", changed)

    def tap(self, button: str) -> int:
        """Tap the newest button with this caption, or with this key after its colon."""
        for message, data, caption in self._buttons():
            if button in (caption, data, data.partition(":")[2]):
                return self.press(data, message)
        raise LookupError(f"no button {button!r} in chat {self.id}")

    def press(self, data: str, message: int | None = None) -> int:
        """Send a press as it is, true or forged; without `message` on one too old to be known."""
        query = self._telegram.new_query()
        body: dict[str, Any] = {
            "id": query,
            "from": self._person,
            "chat_instance": str(self.id),
            "data": data,
        }
        if message is None:
            body["message"] = {"chat": self.as_json, "message_id": 1, "date": 0}
        else:
            body["message"] = self.messages[message]
        return self._telegram.updates.add("callback_query", body)

    def send_photo(self, content: bytes, caption: str = "") -> int:
        """Send a photo in two sizes, the larger being `content`."""
        sizes = [
            {**self._telegram.add_file(b"small", "photos"), "width": 90, "height": 60},
            {**self._telegram.add_file(content, "photos"), "width": 900, "height": 600},
        ]
        return self._send({"photo": sizes, "caption": caption})

    def send_document(
        self, content: bytes, name: str, caption: str = "", media_type: str = "application/pdf"
    ) -> int:
        """Send a file."""
        document = self._telegram.add_file(content, "documents")
        document |= {"file_name": name, "mime_type": media_type}
        return self._send({"document": document, "caption": caption})

    def sticker(self) -> int:
        """Send a sticker."""
        image = {"file_id": "sticker", "file_unique_id": "s", "width": 512, "height": 512}
        kind = {"is_animated": False, "is_video": False, "type": "regular"}
        return self._send({"sticker": image | kind})

    def contact(self) -> int:
        """Share a contact."""
        return self._send({"contact": {"phone_number": "0900000000", "first_name": "Mẫu"}})

    def location(self) -> int:
        """Share a place."""
        return self._send({"location": {"longitude": 106.0, "latitude": 9.6}})

    def voice(self) -> int:
        """Send a voice message."""
        return self._send({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}})

    def raw(self, **body: Any) -> int:
        """Send a message with fields of one's own."""
        return self._send(body)

    def block(self) -> int:
        """Block the bot, or throw it out of the group."""
        self.blocked = True
        return self._membership("member", "kicked")

    def unblock(self) -> int:
        """Take the bot back, or into the group."""
        self.blocked = False
        return self._membership("kicked", "member")

    async def replies(self, count: int = 1, seconds: float = 10) -> list[Sent]:
        """The next `count` messages and edits that were not taken yet; waits for them."""
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

    def _buttons(self) -> Iterator[tuple[int, str, str]]:
        for number, message in reversed(self.messages.items()):
            for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
                for button in row:
                    yield number, button.get("callback_data", ""), button["text"]

    def _send(self, body: dict[str, Any]) -> int:
        number = self._telegram.new_message()
        now = int(time.time())
        message = {"message_id": number, "from": self._person, "chat": self.as_json, "date": now}
        self.messages[number] = message | body
        return self._telegram.updates.add("message", self.messages[number])

    def _membership(self, was: str, now: str) -> int:
        me = self._telegram.me
        return self._telegram.updates.add(
            "my_chat_member",
            {
                "chat": self.as_json,
                "from": self._person,
                "date": int(time.time()),
                "old_chat_member": {"user": me, "status": was} | _until(was),
                "new_chat_member": {"user": me, "status": now} | _until(now),
            },
        )


def _until(status: str) -> dict[str, int]:
    return {"until_date": 0} if status == "kicked" else {}
