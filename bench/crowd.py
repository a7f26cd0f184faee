"""The fake Telegram and its people in one process of their own, led by lines of JSON.

`python -m bench.crowd officers 64` prints {"port": …}; then each line on standard input is answered
by one on standard output:

{"do": "await-poll"}                                  {"at": …} when the bot has polled first
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
from tests.fakes.telegram_server import FakeTelegram

STARTED_WITHIN = 30.0
DRAINED_WITHIN = 20.0


class Crowd:
    """The people of one fake Telegram."""

    def __init__(self, fake: FakeTelegram, kind: str, count: int) -> None:
        self.tempo = Tempo()
        self.tally = Tally()
        self.people: list[Person] = []
        self._fake = fake
        for place in range(count):
            chat = fake.user(FIRST_CHAT + place)
            self.people.append(
                Talker(chat, self.tempo, self.tally)
                if kind == "talkers"
                else Officer(chat, self.tempo, self.tally, place % TASKS_SHOWN)
            )

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


async def lead(crowd: Crowd, fake: FakeTelegram) -> None:
    """Do what standard input says until it ends."""
    while line := await asyncio.to_thread(sys.stdin.readline):
        told: dict[str, Any] = json.loads(line)
        if told.pop("do") == "await-poll":
            async with asyncio.timeout(STARTED_WITHIN):
                await fake.telegram.updates.polled(1)
            answer: dict[str, Any] = {"at": time.monotonic()}
        else:
            answer = await crowd.phase(**told)
        print(json.dumps(answer), flush=True)


async def main() -> None:
    """Serve and act until standard input ends."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kind", choices=("officers", "talkers"))
    options.add_argument("count", type=int)
    chosen = options.parse_args()
    async with FakeTelegram() as fake, asyncio.TaskGroup() as living:
        crowd = Crowd(fake, chosen.kind, chosen.count)
        lives = [living.create_task(person.live()) for person in crowd.people]
        print(json.dumps({"port": fake.port}), flush=True)
        await lead(crowd, fake)
        for life in lives:
            life.cancel()


if __name__ == "__main__":
    asyncio.run(main())
