"""The program running: channels receive, turns are taken, the outbox sends, pages are served."""

import asyncio
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import AsyncExitStack

from bot.clock import Clock
from bot.demo import DemoSeats
from bot.evidence import PendingEvidence
from bot.house import House, open_house
from bot.reminders import Reminders
from bot.settings import Settings
from bot.web import Part, serving, web_app
from bot.web_seats import demo_part
from bot.web_service import service_part
from channels.port import Channel
from channels.telegram import TelegramChannel
from channels.webchat import WebChannel
from dialogue.messages import Delivery
from storage.files import MEGABYTE, FileStore
from storage.media_types import EVIDENCE

COMMANDS = ("nhiemvu", "baocao", "chitieu", "tonghop", "thuhoi", "toi", "nhac", "menu", "huy")


class NothingToRun(Exception):
    """No channel is set up."""


async def run(settings: Settings, clock: Clock, ready: Callable[[str], None]) -> None:
    """Run until SIGINT or SIGTERM; `ready` is told the web server's address."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with open_house(settings, clock) as house:
        await serve(house, ready, stop)


async def serve(house: House, ready: Callable[[str], None], stop: asyncio.Event) -> None:
    """Run an open house until `stop` is set."""
    async with AsyncExitStack() as stack:
        files = FileStore(
            house.settings.evidence, house.settings.evidence_max_mb * MEGABYTE, EVIDENCE
        )
        await files.prepare()
        channels = await _open_channels(house, files, stack)
        if not channels:
            raise NothingToRun
        outbox = house.outbox(channels)
        turns = house.turns(outbox, channels)
        async with asyncio.TaskGroup() as work:
            pending = PendingEvidence(
                house.database, channels, house.texts, house.clock, outbox.wake
            )
            reminders = Reminders(house, channels, outbox.wake)
            keeping = [work.create_task(each.run()) for each in (outbox, pending, reminders)]
            receiving = [
                work.create_task(channel.receive(turns.take)) for channel in channels.values()
            ]
            app = web_app(list(_parts(house, channels)))
            async with serving(app, house.settings.web_host, house.settings.web_port) as address:
                ready(address)
                await stop.wait()
            for task in (*receiving, *keeping):
                task.cancel()


async def _open_channels(
    house: House, files: FileStore, stack: AsyncExitStack
) -> Mapping[str, Channel]:
    settings = house.settings
    channels: dict[str, Channel] = {}
    if settings.telegram_token is not None:
        telegram = TelegramChannel(
            settings.telegram_token.get_secret_value(),
            files,
            house.clock,
            base_url=settings.telegram_base_url,
            proxy=settings.telegram_proxy,
            welcome=house.knows,
            commands=[(name, house.texts.plain(f"command-{name}")) for name in COMMANDS],
        )
        channels[telegram.name] = await stack.enter_async_context(telegram)
    if settings.demo:

        async def timeline(chat: str, after: int) -> list[Delivery]:
            return await house.timeline(WebChannel.name, chat, after)

        channels[WebChannel.name] = WebChannel(timeline, files, house.clock)
    return channels


def _parts(house: House, channels: Mapping[str, Channel]) -> Iterator[Part]:
    """What the web server serves; the pages for people come first, and refuse the unknown."""
    webchat = channels.get(WebChannel.name)
    if isinstance(webchat, WebChannel):
        yield demo_part(webchat, house.texts, DemoSeats(house))
    yield service_part()
