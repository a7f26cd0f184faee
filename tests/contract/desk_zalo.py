"""The desk on Zalo: a fake Bot API without buttons; what can be chosen is read from the lines."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from dialogue.messages import Attachment, Chart, Content, Message
from domain.person import Person
from tests.contract.desks import PHOTO, Button, Desk, Seen, Way
from tests.fakes.zalo_chat import Sent
from tests.fakes.zalo_server import TOKEN, FakeZalo

_NUMBERED = re.compile(r"(\d+)\. .+")
_WORDED = re.compile(r"\[[^\[\]]+\]( \[[^\[\]]+\])*")


class ZaloDesk(Desk):
    """Private chats on the fake Zalo; whoever chooses types the number or the words."""

    channel = f"zalo:{TOKEN.partition(':')[0]}"

    def __init__(self, way: Way, fake: FakeZalo) -> None:
        super().__init__(way)
        self._fake = fake
        self._chats = 0
        self._names: dict[str, str] = {}

    def settings(self) -> dict[str, Any]:
        """The token, and where Zalo is."""
        return {"zalo_bot_tokens": TOKEN, "zalo_bot_base_url": self._fake.url}

    def shows(self, content: Content) -> bool:
        """Zalo has no edits, and takes pictures only from a public address."""
        return isinstance(content, Message | Attachment)

    async def enter(self, person: Person) -> str:
        """Type the code and agree to the notice."""
        place = await self.stranger()
        await self.typed(place, await self.code_of(person))
        await self.seen(place)
        await self.typed(place, "1")
        *_, welcome = await self.seen(place)
        assert person.name in welcome.text, welcome
        return place

    async def stranger(self) -> str:
        """A new chat."""
        self._chats += 1
        place = f"{self._chats:x}ede9a"
        self._fake.user(place)
        return place

    async def typed(self, place: str, text: str) -> None:
        """Type a text."""
        self._fake.user(place).say(text)
        await self.taken()

    async def tapped(self, place: str, button: Button) -> None:
        """There is nothing to tap."""
        raise AssertionError(button)

    async def uploaded(self, place: str, name: str) -> None:
        """Send a photo; Zalo tells no name of it, so that it is shown under another."""
        self._names[f"{self._fake.user(place).send_photo(PHOTO)}.jpg"] = name
        await self.taken()

    async def taken(self) -> None:
        """Return when everything was given away and the next is asked for."""
        await self._fake.taken()

    async def repeated(self) -> None:
        """Give the last update away once more."""
        self._fake.give_again()
        await self.taken()

    async def next_seen(self, place: str, count: int) -> Sequence[Seen]:
        """The next messages that arrive."""
        return [self._seen_as(sent) for sent in await self._fake.user(place).replies(count)]

    def _seen_as(self, sent: Sent) -> Seen:
        text = sent.text
        for shown, name in self._names.items():
            text = text.replace(shown, name)
        if sent.photo is not None:
            return Seen(text, content=sent.picture)
        words, captions = without_choices(text)
        return Seen(words, tuple(Button(caption) for caption in captions))


class CalledZaloDesk(ZaloDesk):
    """The same chats; Zalo calls the program, through a reverse proxy with a public name."""

    def settings(self) -> dict[str, Any]:
        """The token, where Zalo is, and where it is to call."""
        home = "https://baocao.example.vn"
        return super().settings() | {"zalo_bot_webhook_url": f"{home}/zalo", "web_url": home}

    def shows(self, content: Content) -> bool:
        """Zalo fetches pictures from the public address."""
        return isinstance(content, Message | Chart | Attachment)

    @asynccontextmanager
    async def reaching(self, address: str) -> AsyncIterator[None]:
        """Have the reverse proxy pass calls on to the program."""
        self._fake.lead_to(address)
        yield
        assert "getupdates" not in self._fake.calls

    async def taken(self) -> None:
        """Return when everything was answered with 200."""
        await self._fake.delivered()

    async def repeated(self) -> None:
        """Have the last update brought again, as when the answer to it was lost."""
        assert await self._fake.hook.repeat() == 200


def without_choices(text: str) -> tuple[str, list[str]]:
    """Return the words of a message, and the captions of the choices in its last lines."""
    lines = text.split("\n")
    worded = lines.pop() if _WORDED.fullmatch(lines[-1]) else ""
    numbered: list[str] = []
    while lines and _NUMBERED.fullmatch(lines[-1]):
        numbered.insert(0, lines.pop())
    return "\n".join(lines), [*numbered, *re.findall(r"\[([^\[\]]+)\]", worded)]
