"""The desk on Telegram: a fake Bot API, people who join by link, receiving and sending for real."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from domain.person import Person
from tests.contract.desks import PHOTO, Button, Desk, Seen, Way
from tests.fakes.telegram_chat import Sent
from tests.fakes.telegram_desk import acknowledged
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram

FIRST_CHAT = 7001


class TelegramDesk(Desk):
    """Private chats on the fake Telegram; a chat's place is its number."""

    channel = "telegram"

    def __init__(self, way: Way, fake: FakeTelegram) -> None:
        super().__init__(way)
        self._fake = fake
        self._chats = 0

    def settings(self) -> dict[str, Any]:
        """The token, and where Telegram is."""
        return {"telegram_token": TOKEN, "telegram_base_url": self._fake.url}

    async def enter(self, person: Person) -> str:
        """Follow the link with the code and agree to the notice."""
        place = await self.stranger()
        await self.typed(place, f"/start {await self.code_of(person)}")
        (notice,) = await self.seen(place)
        await self.tapped(place, notice.buttons[0])
        *_, welcome = await self.seen(place)
        assert person.name in welcome.text, welcome
        return place

    async def stranger(self) -> str:
        """A new chat."""
        self._chats += 1
        return str(FIRST_CHAT + self._chats)

    async def typed(self, place: str, text: str) -> None:
        """Type a text."""
        self._fake.user(int(place)).say(text)
        await acknowledged(self._fake)

    async def tapped(self, place: str, button: Button) -> None:
        """Tap a button."""
        data, message = button.handle
        self._fake.user(int(place)).press(data, message)
        await acknowledged(self._fake)

    async def uploaded(self, place: str, name: str) -> None:
        """Send a photo as a file."""
        self._fake.user(int(place)).send_document(PHOTO, name, media_type="image/jpeg")
        await acknowledged(self._fake)

    async def repeated(self) -> None:
        """Answer a poll with the last batch, although it was acknowledged."""
        updates = self._fake.telegram.updates
        polls = updates.polls
        self._fake.faults.plan("getUpdates", Fault("duplicate"))
        updates.stop()
        async with asyncio.timeout(10):
            await updates.polled(polls + 1)
        assert self._fake.faults.met
        await acknowledged(self._fake)

    async def next_seen(self, place: str, count: int) -> Sequence[Seen]:
        """The next messages and edits that arrive."""
        return [_seen(sent) for sent in await self._fake.replies(int(place), count)]


class CalledTelegramDesk(TelegramDesk):
    """The same chats; Telegram calls the program, through a reverse proxy with a public name."""

    def settings(self) -> dict[str, Any]:
        """The token, where Telegram is, and where it is to call."""
        return super().settings() | {"telegram_webhook_url": "https://baocao.example.vn/telegram"}

    @asynccontextmanager
    async def reaching(self, address: str) -> AsyncIterator[None]:
        """Have the reverse proxy pass calls on to the program."""
        self._fake.hook.lead_to(address)
        yield
        assert "getupdates" not in self._fake.calls

    async def repeated(self) -> None:
        """Have the last update brought again, as when the answer to it was lost."""
        assert await self._fake.hook.repeat() == 200


def _seen(sent: Sent) -> Seen:
    buttons = [
        Button(button["text"], (button["callback_data"], sent.message_id))
        for row in sent.keyboard
        for button in row
    ]
    edited = sent.method == "editMessageText"
    return Seen(sent.text, tuple(buttons), edited=edited, content=sent.content)
