"""The desk on a Zalo Official Account: signed events come in, buttons go out."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Self

from channels.oa_tokens import Pair
from dialogue.messages import Attachment, Chart, Content, Message
from domain.person import Person
from tests.contract.desk_zalo import without_choices
from tests.contract.desks import PHOTO, Button, Desk, Seen, Way
from tests.fakes.oa_calls import APP, SECRET
from tests.fakes.oa_chat import Sent
from tests.fakes.oa_server import FakeOa


class ZaloOaDesk(Desk):
    """People who follow the account; what is tapped comes back as words."""

    channel = "zalo-oa"

    def __init__(self, way: Way, fake: FakeOa) -> None:
        super().__init__(way)
        self._fake = fake
        self._chats = 0

    def settings(self) -> dict[str, Any]:
        """The account, and where Zalo is."""
        return {
            "zalo_oa_app_id": APP.id,
            "zalo_oa_app_secret": APP.secret,
            "zalo_oa_webhook_secret": SECRET,
            "zalo_oa_api_url": self._fake.url,
            "zalo_oa_oauth_url": self._fake.url,
        }

    def shows(self, content: Content) -> bool:
        """There are no edits."""
        return isinstance(content, Message | Chart | Attachment)

    @asynccontextmanager
    async def at_work(self, folder: Path, language: str) -> AsyncIterator[Self]:
        """Run the program with the account connected beforehand."""
        lasts = self.now + timedelta(hours=25)
        pair = Pair(access=self._fake.access, refresh=self._fake.refresh, expires_at=lasts)
        (folder / "baocao.db.zalo-oa.json").write_text(pair.model_dump_json())
        async with super().at_work(folder, language) as desk:
            yield desk

    @asynccontextmanager
    async def reaching(self, address: str) -> AsyncIterator[None]:
        """Have the reverse proxy pass calls on to the program."""
        self._fake.call(f"{address}/zalo-oa")
        yield

    async def enter(self, person: Person) -> str:
        """Type the code and agree to the notice."""
        place = await self.stranger()
        await self.typed(place, await self.code_of(person))
        (notice,) = await self.seen(place)
        await self.tapped(place, notice.buttons[0])
        *_, welcome = await self.seen(place)
        assert person.name in welcome.text, welcome
        return place

    async def stranger(self) -> str:
        """Somebody new."""
        self._chats += 1
        place = f"255{self._chats:06d}"
        self._fake.user(place)
        return place

    async def typed(self, place: str, text: str) -> None:
        """Type a text."""
        self._fake.user(place).say(text)
        await self._fake.delivered()

    async def tapped(self, place: str, button: Button) -> None:
        """Tap a button, or type what stands as a line where there are too many for buttons."""
        if button.handle is None:
            await self.typed(place, str(button.number or button.label))
        else:
            self._fake.user(place).tap(button.handle)
            await self._fake.delivered()

    async def uploaded(self, place: str, name: str) -> None:
        """Send a photo as a file."""
        self._fake.user(place).send_file(PHOTO, name)
        await self._fake.delivered()

    async def repeated(self) -> None:
        """Have the last event brought again, as when the answer to it was lost."""
        self._fake.bring_again()
        await self._fake.delivered()

    async def next_seen(self, place: str, count: int) -> Sequence[Seen]:
        """The next messages that arrive."""
        return [_seen(sent) for sent in await self._fake.user(place).replies(count)]


def _seen(sent: Sent) -> Seen:
    """The words, and what can be chosen: by buttons, else by the last lines."""
    words, captions = without_choices(sent.text)
    if sent.content is not None:
        return Seen(sent.text, content=sent.content)
    if not sent.buttons:
        return Seen(words, tuple(Button(caption) for caption in captions))
    if captions:  # one is too long for its button
        buttons = zip(captions, sent.buttons, strict=True)
        return Seen(words, tuple(Button(caption, each) for caption, each in buttons))
    return Seen(sent.text, tuple(Button(each["title"], each) for each in sent.buttons))
