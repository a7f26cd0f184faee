"""Telegram, polled or calling: python-telegram-bot's Bot as typed client, our ways around it."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import aclosing
from datetime import datetime
from types import TracebackType
from typing import Self

import structlog
from telegram import Bot, InlineKeyboardMarkup, Update, User
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from channels.enclosed import PHOTOS, caption_of, instead_of
from channels.intake import with_files
from channels.pieces import pieces
from channels.port import Condition, Draw, Handle, Welcome
from channels.telegram_errors import send_error
from channels.telegram_line import Line, Timing
from channels.telegram_polling import Polling
from channels.telegram_render import TEXT_LIMIT, keyboard
from channels.telegram_request import AiohttpRequest
from channels.telegram_updates import inbound_of
from channels.telegram_webhook import Calls, PublicAddress
from channels.webhooks import Webhook
from dialogue.messages import Attachment, Chart, Delivery, Echo, Edit, File, Message
from dialogue.texts import plain
from storage.files import MEGABYTE, BadType, FileStore, TooLarge

log = structlog.get_logger()

TELEGRAM = "https://api.telegram.org"
"""Telegram's own server; a self-hosted one stands elsewhere."""

_LARGEST_PHOTO = 10 * MEGABYTE
_LARGEST_FILE = 50 * MEGABYTE
"""What a bot may send at most."""
_FAREWELL = 2.0
"""How long a stopping channel waits for its answers to presses, in seconds."""


async def everyone(_channel: str, _chat: str) -> bool:
    """Fetch everybody's files."""
    return True


class TelegramChannel:
    """One Telegram bot; used as `async with`, which holds its connections."""

    name = "telegram"
    echoes = False

    def __init__(
        self,
        token: str,
        files: FileStore,
        clock: Callable[[], datetime],
        *,
        base_url: str = TELEGRAM,
        proxy: str | None = None,
        commands: Sequence[tuple[str, str]] = (),
        welcome: Welcome = everyone,
        draw: Draw | None = None,
        public: PublicAddress | None = None,
        timing: Timing | None = None,
    ) -> None:
        self._files = files
        self._clock = clock
        self._timing = timing or Timing()
        self._request = AiohttpRequest(token.rpartition(":")[2], proxy=proxy)
        self._bot = _bot(token, base_url.rstrip("/"), self._request)
        self._welcome = welcome
        self._draw = draw
        self._answers: set[asyncio.Task[None]] = set()
        self._line = Line(self.name, self._timing, clock)
        rest = commands, self._line, self._timing, clock
        self._way: Polling | Calls = (
            Polling(self._bot, self._request, *rest)
            if public is None
            else Calls(self._bot, public, *rest)
        )

    async def __aenter__(self) -> Self:
        await self._request.initialize()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._answers:
            _, late = await asyncio.wait(self._answers, timeout=_FAREWELL)
            for answer in late:
                answer.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._request.shutdown()

    @property
    def condition(self) -> Condition:
        """How receiving stands."""
        return self._line.condition

    @property
    def webhooks(self) -> Sequence[Webhook]:
        """Where Telegram calls us; nowhere while it is polled."""
        return self._way.webhooks

    async def receive(self, handle: Handle) -> None:
        """Hand in updates until cancelled; see `channels.port.Channel`."""

        async def hand_in(update: Update, me: User, arrived: datetime) -> None:
            if update.callback_query is not None:
                self._answer(update.callback_query.id)
            inbound = inbound_of(update, me, self.name, arrived)
            if inbound is not None:
                await handle(await with_files(inbound, self._welcome, self.fetch))

        await self._way.run(hand_in)

    async def send(self, delivery: Delivery) -> str | None:
        """Send one delivery and return the last message's id; raise a SendError."""
        try:
            match delivery.content:
                case Message() as message:
                    return await self._send(delivery.chat, message)
                case Edit() as edit:
                    return await self._edit(delivery.chat, edit)
                case Chart() as chart:
                    return await self._show(delivery.chat, chart)
                case Attachment() as attachment:
                    return await self._enclose(delivery.chat, attachment)
                case Echo():
                    return None
        except TelegramError as error:
            raise send_error(error) from error

    async def fetch(self, file: File) -> File:
        """Bring a file to disk and return it with its hash, or with its problem."""
        if file.size > self._files.max_bytes:
            return file.model_copy(update={"problem": "too-large"})
        try:
            async with asyncio.timeout(self._timing.fetch):
                found = await self._bot.get_file(file.ref)
                async with aclosing(self._request.chunks(found.file_path or "")) as chunks:
                    kept = await self._files.keep(chunks)
        except (TelegramError, TimeoutError, TooLarge, BadType) as error:
            problem = _problem(error)
            log.warning("telegram.file_not_kept", problem=problem, error=type(error).__name__)
            return file.model_copy(update={"problem": problem})
        return file.model_copy(
            update={
                "sha256": kept.sha256,
                "size": kept.size,
                "media_type": kept.media_type,
                "problem": None,
            }
        )

    def _answer(self, query: str) -> None:
        """Stop the button's hourglass, beside the turn; nothing hangs on it."""

        async def answer() -> None:
            try:
                await self._bot.answer_callback_query(query)
            except TelegramError as error:
                log.info("telegram.press_not_answered", error=type(error).__name__)

        task = asyncio.create_task(answer())
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _send(self, chat: str, message: Message) -> str:
        buttons = keyboard(message)
        *before, last = pieces(message.text, TEXT_LIMIT)
        for piece in before:
            await self._say(chat, piece, None)
        return await self._say(chat, last, buttons)

    async def _say(self, chat: str, text: str, buttons: InlineKeyboardMarkup | None) -> str:
        try:
            sent = await self._bot.send_message(
                chat, text, parse_mode=ParseMode.HTML, reply_markup=buttons
            )
        except BadRequest as refused:
            if not _is_misread(refused):
                raise
            sent = await self._bot.send_message(chat, plain(text), reply_markup=buttons)
        return str(sent.message_id)

    async def _show(self, chat: str, chart: Chart) -> str | None:
        """Send a chart as a picture, where somebody draws it."""
        if self._draw is None:
            return None
        picture = await self._draw(chart)
        caption = f"{chart.title}\n{chart.note}"
        sent = await self._bot.send_photo(chat, picture, caption, filename="chart.png")
        return str(sent.message_id)

    async def _enclose(self, chat: str, attachment: Attachment) -> str:
        """Send a kept file: as a photo where it is one that Telegram shows, else as a document."""
        content = await self._files.read(attachment.sha256)
        if content is None or len(content) > _LARGEST_FILE:
            words = instead_of(attachment, None, there=content is not None)
            return str((await self._bot.send_message(chat, words)).message_id)
        caption, name = caption_of(attachment), attachment.name
        if attachment.media_type in PHOTOS and len(content) <= _LARGEST_PHOTO:
            try:
                sent = await self._bot.send_photo(chat, content, caption, filename=name)
            except BadRequest as refused:  # too long and narrow, say: it can still be opened
                log.info("telegram.photo_as_document", reason=refused.message)
            else:
                return str(sent.message_id)
        sent = await self._bot.send_document(chat, content, caption, filename=name)
        return str(sent.message_id)

    async def _edit(self, chat: str, edit: Edit) -> str:
        """Edit a message, which takes its buttons away; of a text too long its end remains."""
        text = pieces(edit.text, TEXT_LIMIT)[-1]
        number = int(edit.message)
        try:
            await self._bot.edit_message_text(text, chat, number, parse_mode=ParseMode.HTML)
        except BadRequest as refused:
            if _is_misread(refused):
                await self._bot.edit_message_text(plain(text), chat, number)
            elif "message is not modified" not in refused.message.lower():
                raise
        return edit.message


def _bot(token: str, base_url: str, request: AiohttpRequest) -> Bot:
    """The typed client; its debug lines, which tell the token and people's words, are off."""
    logging.getLogger("telegram").setLevel(logging.INFO)
    return Bot(
        token,
        base_url=f"{base_url}/bot",
        base_file_url=f"{base_url}/file/bot",
        request=request,
        get_updates_request=request,
    )


def _is_misread(refused: BadRequest) -> bool:
    return "can't parse entities" in refused.message.lower()


def _problem(error: Exception) -> str:
    match error:
        case TooLarge():
            return "too-large"
        case BadType():
            return "bad-type"
        case BadRequest() if "too big" in error.message.lower():
            return "too-large"
        case _:
            return "unfetched"
