"""The program running: channels receive, turns are taken, the outbox sends, pages are served."""

import asyncio
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import AsyncExitStack, suppress
from functools import partial

from aiohttp import web

from bot.alarms import Alarms
from bot.cleaning import keep_clean
from bot.clock import Clock
from bot.copies import Copies
from bot.demo import DemoSeats
from bot.evidence import PendingEvidence
from bot.health import Doctor
from bot.house import House, open_house
from bot.opening import open_channels
from bot.outbox import Outbox
from bot.pace import growing_waits
from bot.parts import Run, keep_running
from bot.published import published
from bot.reminders import Reminders
from bot.settings import Settings
from bot.signing_in import SigningIn
from bot.turn import Turns
from bot.warming import keep_warm
from bot.web import Part, serving, web_app
from bot.web_login import login_part
from bot.web_pages import assets
from bot.web_seats import demo_part
from bot.web_service import service_part
from bot.web_uploads import uploads_part
from channels.port import Channel, Handle
from channels.webchat import WebChannel
from channels.webhooks import Called
from storage.database import DatabaseUnavailable
from storage.files import MEGABYTE, FileStore
from storage.media_types import EVIDENCE
from storage.quotas import set_up


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
        channels = await open_channels(house, files, stack)
        if not channels:
            raise NothingToRun
        outbox = house.outbox(channels)
        turns = house.turns(outbox, channels)
        async with asyncio.TaskGroup() as work:
            parts = _at_work(house, channels, files, outbox, turns)
            running = [work.create_task(keep_running(*part)) for part in parts.items()]
            running.append(work.create_task(outbox.run()))
            running.append(work.create_task(_set_up_bots(house)))
            app = web_app([*_parts(house, channels, files), *_uploads(house, files, turns.take)])
            async with serving(app, house.settings.web_host, house.settings.web_port) as address:
                ready(address)
                await stop.wait()
            for task in running:
                task.cancel()


def _at_work(
    house: House,
    channels: Mapping[str, Channel],
    files: FileStore,
    outbox: Outbox,
    turns: Turns,
) -> dict[str, Run]:
    """What runs side by side, by the names under which it is told of."""
    pending = PendingEvidence(house.database, channels, house.texts, house.clock, outbox.wake)
    reminders = Reminders(house, channels, outbox.wake)
    alarms = Alarms(
        house.database,
        channels,
        house.texts,
        house.clock,
        house.sending_hours,
        outbox.wake,
    )
    parts: dict[str, Run] = {
        "evidence": pending.run,
        "reminders": reminders.run,
        "alarms": alarms.run,
        "copies": Copies(house, files, outbox.wake).run,
        "memory": partial(keep_warm, house),
    }
    if house.settings.today is None:  # a day that is only shown ends nothing for good
        parts["cleaning"] = partial(keep_clean, house, files)
    if house.settings.web_chat:
        parts["sessions"] = SigningIn(house).keep_tidy
    for channel in channels.values():
        parts[channel.name] = partial(channel.receive, turns.take)
    return parts


async def _set_up_bots(house: House) -> None:
    """Store which bots there are, for those who join and for what is due."""
    for wait in growing_waits():
        with suppress(DatabaseUnavailable):  # which is told of elsewhere, and passes
            async with house.database.write() as connection:
                await set_up(connection, house.settings.zalo_bot_limits)
            return
        await asyncio.sleep(wait)


def _parts(house: House, channels: Mapping[str, Channel], files: FileStore) -> Iterator[Part]:
    """What the web server serves; the pages for people come first, and refuse the unknown."""
    webchat = channels.get(WebChannel.name)
    if isinstance(webchat, WebChannel):
        if house.settings.demo:
            yield demo_part(webchat, house.texts, DemoSeats(house))
        else:
            yield login_part(
                webchat, house.texts, SigningIn(house), house.clock, house.settings.web_url
            )
    token = house.settings.service_token
    doctor = Doctor(
        house.database, channels, house.measures, house.clock, hours=house.sending_hours
    )
    yield service_part(doctor, None if token is None else token.get_secret_value())
    public = published(house, files)
    if public is not None:
        yield from public.parts()
    called = [channel for channel in channels.values() if isinstance(channel, Called)]
    hooks = [hook for channel in called for hook in channel.webhooks]
    yield Part(routes=[web.post(hook.path, hook.answer) for hook in hooks])


def _uploads(house: House, files: FileStore, handle: Handle) -> Iterator[Part]:
    """The pages of upload links, where people may be given one."""
    if house.settings.web_url is not None and house.settings.zalo_bots:
        yield uploads_part(house, files, handle)
        yield Part(routes=[assets()])
