"""A small scripted bot behind the web chat: a real timeline, a real inbox, words of one report."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from markupsafe import escape

from bot.web import serving, web_app
from bot.web_chat import Seat
from bot.web_seats import demo_part
from channels.webchat import WebChannel
from dialogue.messages import Choice, Delivery, Echo, Edit, Inbound, Kind, Message
from dialogue.texts import ZONE, Texts
from storage.files import FileStore
from storage.media_types import EVIDENCE

NOW = datetime(2026, 11, 23, 9, 14, tzinfo=ZONE)
CARD = (
    "<b>Nhiệm vụ 9: Chương trình phát triển đô thị toàn tỉnh</b>\n"
    "Sở Xây dựng · hạn 31/12/2026, còn 38 ngày\n"
    "Tình hình thực hiện: đang thực hiện, ước đạt 60% (kỳ trước 45%)\n"
    "Khó khăn, vướng mắc: đang chờ ý kiến thẩm định"
)
SAVED = (
    "✅ Đã ghi nhận báo cáo NV 9 lúc 09:14 ngày 23/11/2026 (mã tra cứu <b>0153</b>).\n"
    "Quý IV/2026 còn 1 nhiệm vụ chưa báo cáo: NV 7 Quy hoạch chung, phân khu, quy chế quản lý "
    'kiến trúc.\nBáo cáo tiếp: nhắn "NV 7". Thu hồi báo cáo vừa gửi: nhắn "thu hồi".'
)
UNSPOKEN = "MẬT"
"""Words that the bot does not repeat."""
CHOICES = (
    Choice(key="send", label="Gửi báo cáo", number=1),
    Choice(key="change", label="Sửa", number=2),
    Choice(key="drop", label="Hủy", number=3),
)


def roster() -> list[Seat]:
    """Forty people: leaders, the focal agency, an officer of each agency."""
    districts = ("Châu Thành", "Kế Sách", "Mỹ Tú", "Cù Lao Dung", "Long Phú", "Mỹ Xuyên")
    agencies = [f"Ủy ban nhân dân huyện {name}" for name in districts]
    agencies += ["Sở Xây dựng", "Sở Nội vụ", "Sở Tài nguyên và Môi trường", "Công an tỉnh"]
    agencies += [f"Cơ quan phối hợp số {number}" for number in range(1, 27)]
    rows = [
        ("Lãnh đạo Ủy ban nhân dân tỉnh", "Lãnh đạo", "Ủy ban nhân dân tỉnh"),
        ("Lãnh đạo Văn phòng", "Lãnh đạo", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("Chuyên viên tổng hợp", "Cơ quan đầu mối", "Sở Xây dựng"),
        ("Quản trị viên", "Quản trị", "Sở Xây dựng"),
        *((f"Chuyên viên {agency}", "Chuyên viên báo cáo", agency) for agency in agencies),
    ]
    return [
        Seat(id=number, name=name, role=role, agency=agency)
        for number, (name, role, agency) in enumerate(rows, start=1)
    ]


OFFICER = next(seat for seat in roster() if seat.name == "Chuyên viên Sở Xây dựng")


class Roster:
    """Seats of the scripted bot; a person's chat is "p" and the number."""

    async def people(self) -> Sequence[Seat]:
        return roster()

    async def sit(self, person_id: int) -> str:
        return f"p{person_id}"


class WebBot:
    """Answers by a script, each update once; `failing` updates are not committed at first."""

    def __init__(self) -> None:
        self.outbox: list[Delivery] = []
        self.inbox: list[Inbound] = []
        self.duplicates: list[Inbound] = []
        self.failing: list[Exception] = []
        self.lost_answers = 0

    async def timeline(self, chat: str, after: int) -> list[Delivery]:
        """What stands in the outbox for a chat."""
        return [row for row in self.outbox if row.chat == chat and row.id > after]

    async def take(self, inbound: Inbound) -> None:
        """A turn: raise where told to, remember, answer."""
        if self.failing:
            raise self.failing.pop(0)
        if any((known.chat, known.id) == (inbound.chat, inbound.id) for known in self.inbox):
            self.duplicates.append(inbound)
            return
        self.inbox.append(inbound)
        self._answer(inbound)
        if self.lost_answers:
            self.lost_answers -= 1
            raise ConnectionResetError("committed, but the browser never hears of it")

    def queue(self, chat: str, content: Message | Edit | Echo) -> Delivery:
        """Put a row into the outbox, a second after the one before."""
        row = Delivery(
            id=len(self.outbox) + 1,
            channel="webchat",
            chat=chat,
            content=content,
            queued_at=NOW + timedelta(seconds=len(self.outbox)),
        )
        self.outbox.append(row)
        return row

    def texts(self, chat: str) -> list[str]:
        """What a chat's timeline says."""
        return [row.content.text for row in self.outbox if row.chat == chat]

    def _answer(self, inbound: Inbound) -> None:
        chat = inbound.chat
        said = inbound.text or ", ".join(file.name for file in inbound.files)
        if said and said != UNSPOKEN:
            self.queue(chat, Echo(text=said, of=inbound.id))
        if inbound.kind is Kind.FILE:
            self.queue(chat, Message(text=f"Đã nhận tệp <b>{escape(said)}</b>."))
        elif inbound.press is not None:
            self._pressed(inbound)
        elif said.startswith("nv 9"):
            self.queue(chat, Message(text=CARD, choices=CHOICES, token=f"q{len(self.inbox)}"))
        else:
            self.queue(chat, Message(text=f"Đã nghe: {escape(said)}"))

    def _pressed(self, inbound: Inbound) -> None:
        assert inbound.press is not None
        label = next(choice for choice in CHOICES if choice.key == inbound.press.key).caption
        if inbound.press.message:
            edited = Edit(message=inbound.press.message, text=f"{CARD}\n<i>Đã chọn: {label}</i>")
            self.queue(inbound.chat, edited)
        if inbound.press.key == "send":
            self.queue(inbound.chat, Message(text=SAVED))
        else:
            again = Message(text="Chọn lại:", choices=CHOICES, token=f"q{len(self.inbox)}")
            self.queue(inbound.chat, again)


@dataclass
class WebDesk:
    """A web chat being served with the scripted bot behind it."""

    bot: WebBot
    channel: WebChannel
    address: str

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    async def tell(self, seat: int, *texts: str) -> None:
        """Have the bot say something of its own accord."""
        for text in texts:
            await self.channel.send(self.bot.queue(f"p{seat}", Message(text=text)))


@asynccontextmanager
async def receiving(channel: WebChannel, bot: WebBot) -> AsyncIterator[None]:
    """Let the bot take a channel's updates."""
    task = asyncio.create_task(channel.receive(bot.take))
    await asyncio.sleep(0)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def web_desk(
    directory: Path, bot: WebBot | None = None, port: int = 0
) -> AsyncIterator[WebDesk]:
    """Serve a web chat with files of at most a megabyte."""
    bot = bot or WebBot()
    files = FileStore(directory / "files", 1024 * 1024, EVIDENCE)
    await files.prepare()
    channel = WebChannel(bot.timeline, files, lambda: NOW)
    app = web_app([demo_part(channel, Texts("vi"), Roster())])
    async with receiving(channel, bot), serving(app, "127.0.0.1", port) as address:
        yield WebDesk(bot, channel, address)
