"""The desk in the browser: words are posted, the chat's events are followed, all over HTTP."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import aiohttp

from dialogue.texts import plain
from domain.person import Person, Role
from tests.contract.desks import PHOTO, Button, Desk, Seen, Way

Post = Callable[[], Awaitable[None]]


class WebDesk(Desk):
    """Demo seats in a browser; a chat's place is the seat's own."""

    channel = "webchat"

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self._browser: aiohttp.ClientSession
        self._tabs: AsyncExitStack
        self._events: dict[str, aiohttp.StreamReader] = {}
        self._last: Post | None = None

    def settings(self) -> dict[str, Any]:
        """The demo, in which people choose their seats."""
        return {"demo": True}

    @asynccontextmanager
    async def reaching(self, address: str) -> AsyncIterator[None]:
        """Open a browser."""
        async with (
            aiohttp.ClientSession(address) as self._browser,
            AsyncExitStack() as self._tabs,
        ):
            yield

    async def enter(self, person: Person) -> str:
        """Choose a seat and follow its events."""
        place = f"demo-{person.id}"
        async with self._browser.get(_path(place)) as page:
            assert page.status == 200, page
            assert person.name in await page.text()
        answer = await self._tabs.enter_async_context(
            self._browser.get(_path(place, "events"), timeout=aiohttp.ClientTimeout())
        )
        self._events[place] = answer.content
        return place

    async def stranger(self) -> str:
        """Somebody who has signed out of a seat."""
        place = await self.enter(await self.person(Role.LEADER, "ubnd-tinh"))
        for text in ("/toi", "2", "1"):
            await self.typed(place, text)
        assert "Đã đăng xuất" in (await self.seen(place))[-1].text
        return place

    async def typed(self, place: str, text: str) -> None:
        """Post a text."""
        await self._post(place, {"text": text})

    async def tapped(self, place: str, button: Button) -> None:
        """Post a tap."""
        await self._post(place, button.handle)

    async def uploaded(self, place: str, name: str) -> None:
        """Post a file as a form."""
        self.serial += 1

        async def post() -> None:
            form = aiohttp.FormData()
            form.add_field("id", f"u{self.serial}")
            form.add_field("file", PHOTO, filename=name, content_type="image/jpeg")
            await self._posted(_path(place, "file"), data=form)

        await self._once_more(post)

    async def repeated(self) -> None:
        """Post the last words again, as a page does that never heard of the answer."""
        assert self._last is not None
        await self._last()

    async def next_seen(self, place: str, count: int) -> Sequence[Seen]:
        """The next messages and edits among the events."""
        found: list[Seen] = []
        while len(found) < count:
            event = await self._event(place)
            if event.get("kind") in ("message", "edit"):
                found.append(_seen(event))
            elif event.get("kind") == "chart":
                found.append(Seen(event["text"], content=await self._picture(place, event)))
            elif event.get("kind") == "file":
                found.append(Seen(event["text"], content=await self._file(place, event)))
        return found

    async def _post(self, place: str, said: dict[str, str]) -> None:
        self.serial += 1
        body = {"id": f"u{self.serial}", **said}

        async def post() -> None:
            await self._posted(_path(place, "say"), json=body)

        await self._once_more(post)

    async def _once_more(self, post: Post) -> None:
        self._last = post
        await post()

    async def _posted(self, path: str, **content: Any) -> None:
        async with self._browser.post(path, **content) as answer:
            assert answer.status == 200, await answer.text()

    async def _picture(self, place: str, event: dict[str, Any]) -> bytes:
        """The picture of an event, from the chat's own address."""
        async with self._browser.get(_path(place, "picture", str(event["id"]))) as answer:
            assert (answer.status, answer.content_type) == (200, "image/png"), answer
            return await answer.read()

    async def _file(self, place: str, event: dict[str, Any]) -> bytes:
        """A file that was sent, from the chat's own address."""
        async with self._browser.get(_path(place, "attachment", str(event["id"]))) as answer:
            assert (answer.status, answer.content_type) == (200, "image/jpeg"), answer
            return await answer.read()

    async def _event(self, place: str) -> dict[str, Any]:
        """The data of the next event."""
        events = self._events[place]
        while not (line := await events.readline()).startswith(b"data: "):
            assert line, "the events have ended"
        data: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
        return data


def _seen(event: dict[str, Any]) -> Seen:
    buttons = [
        Button(
            choice["caption"],
            {"token": event["token"], "key": choice["key"], "message": str(event["id"])},
        )
        for choice in event.get("choices", ())
    ]
    return Seen(plain(event["text"]), tuple(buttons), edited=event["kind"] == "edit")


def _path(place: str, *more: str) -> str:
    return "/".join(["/chat", place.removeprefix("demo-"), *more])
