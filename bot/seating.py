"""Who a chat belongs to where no code is asked for: the demo's pages and the terminal."""

from bot.house import House
from storage.chats import find_chat
from storage.database import QUERIES
from storage.gate import Writer


async def sit_down(house: House, channel: str, chat: str, person: int) -> None:
    """Bind a chat to a person; nothing is written where it is bound to them already."""
    async with house.database.read() as connection:
        row = await QUERIES.chat_of(connection, channel=channel, chat=chat)
    if row is not None and row["person"] == person:
        return
    async with house.database.write() as connection:
        found = await find_chat(connection, channel, chat)
        await Writer(connection, house.plan, house.clock(), chat=found).bind(person)
