"""A fake platform and its people in one process of their own, led by lines of JSON.

`python -m bench.crowd officers 64` prints {"port": …}; then each line on standard input is answered
by one on standard output:

{"do": "lead-to", "address"}                          {} once Zalo calls the bot there
{"do": "await-poll"}                                  {"at": …} when the bot has polled first, or
                                                      has asked to be called
{"do": "phase", "seconds", "rate", "pressing", "bot"} the fields of `bench.running.Phase`
"""

import argparse
import asyncio
import json
import sys
import time
from typing import Any

from bench.people import FIRST_CHAT, TASKS_SHOWN, Officer, Person, Talker, Tally
from bench.process import processor_seconds
from bench.tempo import Tempo
from bench.zalo_people import ZaloOfficer
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.zalo_server import FakeZalo

STARTED_WITHIN = 30.0
DRAINED_WITHIN = 20.0


class Crowd:
    """The people of one fake platform."""

    def __init__(self, fake: FakeTelegram | FakeZalo, kind: str, count: int) -> None:
        self.tempo = Tempo()
        self.tally = Tally()
        self.people = [self._person(fake, kind, place) for place in range(count)]
        self._fake = fake

    def _person(self, fake: FakeTelegram | FakeZalo, kind: str, place: int) -> Person | ZaloOfficer:
        number, row = FIRST_CHAT + place, place % TASKS_SHOWN
        if isinstance(fake, FakeZalo):
            return ZaloOfficer(fake.user(str(number)), self.tempo, self.tally, row)
        chat = fake.user(number)
        if kind == "talkers":
            return Talker(chat, self.tempo, self.tally)
        return Officer(chat, self.tempo, self.tally, row)

    async def phase(
        self, seconds: float, rate: float | None, pressing: bool, bot: int
    ) -> dict[str, Any]:
        """Let people act for a while, wait for their last answers, and return what was counted."""
        for person in self.people:
            person.pressing = pressing
        self.tally.clear()
        calls = dict(self._fake.calls)
        bot_before, crowd_before = processor_seconds(bot), time.process_time()
        began = time.monotonic()
        self.tempo.start(rate)
        await asyncio.sleep(seconds)
        self.tempo.stop()
        async with asyncio.timeout(DRAINED_WITHIN):
            await self.tally.idle.wait()
        return {
            "seconds": time.monotonic() - began,
            "latencies": self.tally.latencies,
            "calls": {
                method: count - calls.get(method, 0)
                for method, count in self._fake.calls.items()
                if count > calls.get(method, 0)
            },
            "reports": self.tally.reports,
            "bot_seconds": processor_seconds(bot) - bot_before,
            "crowd_seconds": time.process_time() - crowd_before,
        }


async def _polled(fake: FakeTelegram | FakeZalo) -> None:
    """Return when the bot has polled first, or has asked to be called."""
    if isinstance(fake, FakeTelegram):
        await fake.telegram.updates.polled(1)
    else:
        await fake.called("setWebhook" if fake.hook.home else "getUpdates")


async def lead(crowd: Crowd, fake: FakeTelegram | FakeZalo) -> None:
    """Do what standard input says until it ends."""
    while line := await asyncio.to_thread(sys.stdin.readline):
        told: dict[str, Any] = json.loads(line)
        answer: dict[str, Any] = {}
        match told.pop("do"), fake:
            case "lead-to", FakeZalo():
                fake.lead_to(told["address"])
            case "await-poll", _:
                async with asyncio.timeout(STARTED_WITHIN):
                    await _polled(fake)
                answer = {"at": time.monotonic()}
            case _:
                answer = await crowd.phase(**told)
        print(json.dumps(answer), flush=True)


async def main() -> None:
    """Serve and act until standard input ends."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kind", choices=("officers", "talkers", "zalo"))
    options.add_argument("count", type=int)
    chosen = options.parse_args()
    platform = FakeZalo() if chosen.kind == "zalo" else FakeTelegram()
    async with platform as fake, asyncio.TaskGroup() as living:
        crowd = Crowd(fake, chosen.kind, chosen.count)
        lives = [living.create_task(person.live()) for person in crowd.people]
        print(json.dumps({"port": fake.port}), flush=True)
        await lead(crowd, fake)
        for life in lives:
            life.cancel()


if __name__ == "__main__":
    asyncio.run(main())
