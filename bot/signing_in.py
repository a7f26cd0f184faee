"""Who is signed in to the web chat: by the token in a browser's cookie, until the session ends."""

import asyncio
import secrets

import structlog

from bot.house import House
from bot.web_chat import Seat
from channels.webchat import WebChannel
from dialogue.messages import Message
from dialogue.texts import plain
from storage.chats import find_chat
from storage.database import DatabaseUnavailable
from storage.gate import Writer
from storage.web_sessions import (
    WebSession,
    end_overdue_sessions,
    extend_session,
    find_session,
    lasts_too_short,
    open_session,
)

TIDY_EVERY = 3600.0
"""Seconds between two looks for sessions whose time is over."""
log = structlog.get_logger(__name__)


class SigningIn:
    """The sessions of a house's web chat."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def session(self, token: str) -> WebSession | None:
        """Return the session of a token, None where it is over or there never was one."""
        if not token:
            return None
        async with self._house.database.read() as connection:
            return await find_session(connection, token, self._house.clock())

    async def begin(self, former: WebSession | None, *, kept: bool) -> tuple[str, str]:
        """Begin a session and return its token and its chat.

        The chat is that of the browser's `former` session, in which nobody joined, or a new one.
        """
        chat = secrets.token_hex(16) if former is None else former.chat
        async with self._house.database.write() as connection:
            now = self._house.clock()
            return await open_session(connection, WebChannel.name, chat, now, kept=kept), chat

    async def used(self, session: WebSession) -> None:
        """Let a session that is used last longer."""
        now = self._house.clock()
        if lasts_too_short(session, now):
            async with self._house.database.write() as connection:
                await extend_session(connection, session, now)

    async def sign_out(self, session: WebSession) -> None:
        """End a session at its person's wish, as the dialogue does; a stranger's ends by itself."""
        if session.person is None:
            return
        async with self._house.database.write() as connection:
            chat = await find_chat(connection, WebChannel.name, session.chat)
            writer = Writer(connection, self._house.plan, self._house.clock(), chat=chat)
            await writer.sign_out(session.person)

    async def is_asked(self, chat: str) -> bool:
        """Whether a question waits for an answer in a chat."""
        async with self._house.database.read() as connection:
            found = await find_chat(connection, WebChannel.name, chat)
        return any(talk.question is not None for talk in found.state.talks)

    async def last_words(self, chat: str) -> str:
        """Return what the bot said last in a chat, without markup."""
        said = await self._house.timeline(WebChannel.name, chat, 0)
        words = [each.content.text for each in said if isinstance(each.content, Message)]
        return plain(words[-1]) if words else ""

    def seat(self, session: WebSession, proof: str) -> Seat:
        """Return who is signed in, as the page shows it."""
        texts, person = self._house.texts, session.person
        if person is None:
            stranger = texts.plain("web-not-joined")
            return Seat(id=0, name=stranger, role="", agency="", proof=proof)
        role = texts.plain(f"role-{person.role.value}")
        return Seat(
            id=person.id,
            name=person.name,
            role=role[:1].upper() + role[1:],
            agency=self._house.plan.agency_by_id[person.agency].short,
            proof=proof,
        )

    async def keep_tidy(self) -> None:
        """End sessions whose time is over, now and then, until cancelled."""
        while True:
            try:
                async with self._house.database.write() as connection:
                    ended = await end_overdue_sessions(connection, self._house.clock())
                log.info("sessions-ended", count=ended)
            except DatabaseUnavailable as unavailable:
                log.error("sessions-not-ended", why=str(unavailable))
            await asyncio.sleep(TIDY_EVERY)
