"""A chat in the terminal: words go in, the bot's plain words come out, by the same turns."""

from datetime import datetime
from secrets import token_hex

from bot.house import House
from bot.seating import sit_down
from channels.plain import render_plain
from dialogue.messages import Delivery, Inbound, Kind, Message
from storage.database import QUERIES
from storage.moments import stamp

CHANNEL = "terminal"


class Terminal:
    """One person's chat in the terminal; use `of`."""

    def __init__(self, house: House, chat: str) -> None:
        self._house = house
        self._chat = chat
        self._turns = house.turns(house.outbox({}), {})
        self._shown = 0

    @classmethod
    async def of(cls, house: House, person: int) -> "Terminal":
        """Return the terminal chat of a person, who goes on where they left it."""
        chat = f"person-{person}"
        await sit_down(house, CHANNEL, chat, person)
        terminal = cls(house, chat)
        await terminal._unseen()
        return terminal

    async def say(self, text: str) -> str:
        """Do the turn of a typed text and return what the bot says to it."""
        return "\n\n".join(await self.hear(text))

    async def hear(self, text: str) -> list[str]:
        """Do the turn of a typed text and return each message that the bot answers with."""
        now = self._house.clock()
        await self._turns.take(self._inbound(text, now))
        unseen = await self._unseen()
        async with self._house.database.write() as connection:
            await QUERIES.mark_sent(
                connection,
                [{"id": each.id, "message": str(each.id), "now": stamp(now)} for each in unseen],
            )
        said = [each.content for each in unseen if isinstance(each.content, Message)]
        return [render_plain(message) for message in said]

    async def _unseen(self) -> list[Delivery]:
        unseen: list[Delivery] = []
        while batch := await self._house.timeline(CHANNEL, self._chat, self._shown):
            unseen += batch
            self._shown = batch[-1].id
        return unseen

    def _inbound(self, text: str, now: datetime) -> Inbound:
        return Inbound(
            channel=CHANNEL,
            chat=self._chat,
            id=token_hex(8),
            kind=Kind.TEXT,
            sent_at=now,
            received_at=now,
            text=text,
        )
