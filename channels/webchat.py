"""The web chat: words come in by HTTP, the chat's timeline goes out as events.

The outbox is the whole timeline of a chat, the person's own words included. So a commit, or a
sending, only wakes the open streams: each reads on from the last id it gave, and nothing is lost or
doubled.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable
from datetime import datetime
from weakref import WeakValueDictionary

import structlog

from channels.intake import is_marked
from channels.port import Condition, Handle
from dialogue.messages import Attachment, Delivery, File, Inbound, Kind, Press
from storage.files import FileStore

Timeline = Callable[[str, int], Awaitable[list[Delivery]]]
"""A chat's next deliveries after an id, ascending, sent or not; empty where there are none."""
Picture = Callable[[str, int], Awaitable[bytes | None]]
"""The picture of one of a chat's deliveries, None where it is no chart."""
Attached = Callable[[str, int], Awaitable[Attachment | None]]
"""The file of one of a chat's deliveries, None where it is none."""
Still = Callable[[], Awaitable[bool]]
"""Whether who follows a chat may go on following it."""

MOST_STREAMS = 32
"""How many streams a chat may have open; one whose page has gone away stays for a beat."""
_log = structlog.get_logger()


class NotAcknowledged(Exception):
    """The update was not committed; the same one is to be handed in again."""


async def no_picture(_chat: str, _id: int) -> bytes | None:
    """Show no pictures."""
    return None


async def no_attachment(_chat: str, _id: int) -> Attachment | None:
    """Give no files."""
    return None


class WebChannel:
    """The web chat as a channel; `beat` seconds pass at most without a sign of life."""

    name = "webchat"
    echoes = True

    def __init__(
        self,
        timeline: Timeline,
        files: FileStore,
        clock: Callable[[], datetime],
        *,
        picture: Picture = no_picture,
        attachment: Attached = no_attachment,
        beat: float = 20.0,
    ) -> None:
        self._timeline = timeline
        self.files = files
        self._clock = clock
        self.picture = picture
        self.attachment = attachment
        self._beat = beat
        self._handle: Handle | None = None
        self._streams: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._closed = False
        self.condition = Condition(None, clock())

    @property
    def largest_file(self) -> int:
        """How many bytes a file may hold."""
        return self.files.max_bytes

    async def receive(self, handle: Handle) -> None:
        """Let updates in until cancelled."""
        self._handle = handle
        try:
            await asyncio.Event().wait()
        finally:
            self._handle = None

    async def send(self, delivery: Delivery) -> str:
        """Wake the chat's open streams; a delivery's own id is its message id."""
        self.wake(delivery.chat)
        return str(delivery.id)

    async def say(self, chat: str, id_: str, text: str) -> None:
        """Hand in typed words; raise NotAcknowledged where they are not committed."""
        await self.submit(self._inbound(chat, id_, Kind.TEXT, text=text))

    async def press(self, chat: str, id_: str, press: Press) -> None:
        """Hand in a tapped choice; raise NotAcknowledged where it is not committed."""
        await self.submit(self._inbound(chat, id_, Kind.PRESS, press=press))

    async def attach(self, chat: str, id_: str, name: str, chunks: AsyncIterable[bytes]) -> None:
        """Keep a file and hand it in; raise TooLarge, BadType or NotAcknowledged.

        Of a file whose name is marked as a state secret nothing is read; the turn says why.
        """
        file = File(ref=id_, name=name, media_type="", size=0, problem="unfetched")
        inbound = self._inbound(chat, id_, Kind.FILE, files=(file,))
        if is_marked(inbound):
            await self.submit(inbound)
            return
        try:
            kept = await self.files.keep(chunks)
        except OSError as error:
            raise NotAcknowledged(type(error).__name__) from error
        file = File(ref=id_, name=name, **kept._asdict())
        await self.submit(inbound.model_copy(update={"files": (file,)}))

    async def submit(self, inbound: Inbound) -> None:
        """Have one update's turn done, in order per chat; when it returns, it is committed."""
        turn = self._turns.setdefault(inbound.chat, asyncio.Lock())
        async with turn:
            if self._handle is None:
                raise NotAcknowledged("updates are not being received")
            try:
                await self._handle(inbound)
            except Exception as error:  # whatever it was, it was not committed
                _log.warning("not_acknowledged", channel=self.name, error=type(error).__name__)
                raise NotAcknowledged(type(error).__name__) from error
        self.wake(inbound.chat)

    async def stream(self, chat: str, after: int, still: Still) -> AsyncGenerator[Delivery | None]:
        """Yield the chat's deliveries from `after` on as they come, until closed.

        None says that all there is has been given: after each batch, and at least every `beat`.
        It ends as soon as `still` says no, which is asked before anything is looked for.
        """
        wake = asyncio.Event()
        self._streams[chat].add(wake)
        try:
            while not self._closed:
                wake.clear()
                if not await still():
                    return
                if batch := await self._timeline(chat, after):
                    for delivery in batch:
                        yield delivery
                        after = delivery.id
                else:
                    yield None
                    await self._woken(wake)
        finally:
            self._streams[chat].discard(wake)
            if not self._streams[chat]:
                del self._streams[chat]

    def has_room(self, chat: str) -> bool:
        """Whether one more stream of a chat may be opened."""
        return len(self._streams.get(chat, ())) < MOST_STREAMS

    def wake(self, chat: str) -> None:
        """Have the open streams of a chat look again."""
        for wake in self._streams.get(chat, ()):
            wake.set()

    def close(self) -> None:
        """End all streams, now and later, so that a server can shut down."""
        self._closed = True
        for chat in self._streams:
            self.wake(chat)

    async def _woken(self, wake: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(self._beat):
                await wake.wait()
        except TimeoutError:
            return

    def _inbound(
        self,
        chat: str,
        id_: str,
        kind: Kind,
        *,
        text: str = "",
        press: Press | None = None,
        files: tuple[File, ...] = (),
    ) -> Inbound:
        now = self._clock()
        return Inbound(
            channel=self.name,
            chat=chat,
            id=id_,
            kind=kind,
            sent_at=now,
            received_at=now,
            text=text,
            press=press,
            files=files,
        )
