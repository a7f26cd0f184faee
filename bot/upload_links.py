"""What is answered where a platform gives nothing of a message away: what to do instead."""

from dataclasses import dataclass
from datetime import datetime

import aiosqlite

from dialogue.hearing import Hearing
from storage.chats import Chat
from storage.uploads import LASTS, MOST, open_upload, standing_upload

PATH = "/upload/"
"""Where the pages of the links are; a token follows."""


@dataclass(frozen=True)
class UploadLinks:
    """Makes links to pages below `home`; without a `home` there are none."""

    home: str | None = None

    async def answer(
        self,
        connection: aiosqlite.Connection,
        chat: Chat,
        hearing: Hearing,
        now: datetime,
        name: str,
    ) -> None:
        """Tell how to report without the file, or by which link; the channel is called `name`."""
        if self.home is None or chat.person is None:
            await hearing.other("engine-withheld", channel=name)
            return
        standing = await standing_upload(connection, chat, now)
        if standing is not None:
            await hearing.other(
                "engine-withheld-again", since=standing.opened_at, until=standing.ends_at
            )
            return
        token = await open_upload(connection, chat, chat.person.id, now)
        await hearing.other(
            "engine-withheld-link",
            channel=name,
            link=f"{self.home}{PATH}{token}",
            until=now + LASTS,
            most=str(MOST),
        )
