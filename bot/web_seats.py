"""The demo's door to the web chat: a person is chosen from the roster, on this machine alone."""

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol

from aiohttp import web

from bot.web import Part
from bot.web_chat import ChatSite, Seat, Visit
from bot.web_guard import Problem, guard
from bot.web_pages import Pages, assets
from channels.webchat import WebChannel
from dialogue.texts import Texts


class Seats(Protocol):
    """The roster that demo mode chooses from."""

    async def people(self) -> Sequence[Seat]:
        """Everybody, in the order of showing; people of one role stand together."""

    async def sit(self, person_id: int) -> str:
        """Return the web chat of a person, bound to that person; the same each time."""


def demo_part(channel: WebChannel, texts: Texts, seats: Seats) -> Part:
    """The pages of the demo; only this very machine may ask for them."""
    pages = Pages(texts)
    door = _Choosing(seats, pages)
    chat = ChatSite(channel, pages, door)
    return Part(
        routes=(
            web.get("/", door.choose),
            *chat.routes(r"/chat/{seat:[0-9]{1,18}}"),
            assets(),
        ),
        guard=guard(pages.refuse, loopback=True),
        close=channel.close,
    )


class _Choosing:
    """A door that asks for nothing; the seat stands in the address."""

    def __init__(self, seats: Seats, pages: Pages) -> None:
        self._seats = seats
        self._pages = pages
        self._chats: dict[int, str] = {}

    async def choose(self, _request: web.Request) -> web.Response:
        people = await self._seats.people()
        groups = [(role, list(group)) for role, group in groupby(people, lambda seat: seat.role)]
        return self._pages.show("choose.html", groups=groups, count=len(people))

    async def open(self, request: web.Request) -> Seat:
        """Sit down on the seat named in the address."""
        person = int(request.match_info["seat"])
        for seat in await self._seats.people():
            if seat.id == person:
                self._chats[person] = await self._seats.sit(person)
                return seat
        raise Problem(404, "web-no-person")

    async def visit(self, request: web.Request) -> Visit:
        """The chat of the seat; only opening the page sits down again who has signed out."""
        person = int(request.match_info["seat"])
        if person not in self._chats:
            await self.open(request)
        return Visit(self._chats[person], _always)


async def _always() -> bool:
    return True
