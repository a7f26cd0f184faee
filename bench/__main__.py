"""`make bench`: measure all bots turn about, print the table, write it into the page if asked."""

import argparse
import os
import time
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from rich.progress import Progress

from bench.contenders import contenders
from bench.figures import PRESSED, TYPED, Measured, Row, busiest_crowd, row
from bench.page import show, write
from bench.running import PEOPLE, Running, running

WHERE = Path("var")
OURS = "baocao"
RATE = 50.0


class Lengths(NamedTuple):
    """How much is measured: starts of each bot, rounds, seconds of their phases."""

    starts: int
    rounds: int
    flat_out: float
    paced: float


FULL = Lengths(starts=3, rounds=9, flat_out=1.5, paced=1.5)
QUICK = Lengths(starts=1, rounds=2, flat_out=1, paced=1)
WARM_UP = 1.0
All = dict[tuple[str, str], Measured]


def main() -> None:
    """Start everything, let the bots take turns, print what was measured."""
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--quick", action="store_true", help="two short rounds, under a minute")
    options.add_argument("--write", action="store_true", help="write docs/performance.md")
    chosen = options.parse_args()
    lengths = QUICK if chosen.quick else FULL
    began, load = time.monotonic(), os.getloadavg()[0]
    WHERE.mkdir(exist_ok=True)
    rows, measured = measure(lengths)
    notes = [
        *_aims(rows),
        f"{lengths.rounds} rounds; in each every bot has {lengths.flat_out:g} s flat out and "
        f"{lengths.paced:g} s at {RATE:g} turns/s, one after the other; {PEOPLE} chats; "
        f"{os.cpu_count()} cores, before it began already under a load of {load:.1f}; "
        f"{time.monotonic() - began:.0f} s in all.",
        f"A fake platform and its people never needed more than {busiest_crowd(measured):.0%} of "
        "one core.",
    ]
    show(rows, notes)
    if chosen.write:
        write(rows, notes)


def measure(lengths: Lengths) -> tuple[list[Row], All]:
    """Measure all bots; all live at once, but only one is talked to at a time."""
    measured = {
        (bot.name, way): Measured(bot.name, way) for way in (TYPED, PRESSED) for bot in contenders()
    }
    measured = {key: each for key, each in measured.items() if _speaks(*key)}
    starts = _starts(lengths.starts - 1)
    with ExitStack() as stack, Progress(transient=True) as progress:
        bar = progress.add_task("measuring", total=lengths.rounds * len(measured))
        bots = {bot.name: stack.enter_context(running(bot, WHERE)) for bot in contenders()}
        for name, bot in bots.items():
            starts[name].append(bot.to_first_poll)
            bot.phase(WARM_UP)
        for _ in range(lengths.rounds):
            for (name, way), each in measured.items():
                _round(bots[name], each, lengths, pressing=way == PRESSED)
                progress.advance(bar)
        rows = [
            row(
                each, each.slower_than(measured[OURS, way]), bots[name].peak_megabytes, starts[name]
            )
            for (name, way), each in measured.items()
        ]
    return rows, measured


def _round(bot: Running, measured: Measured, lengths: Lengths, *, pressing: bool) -> None:
    measured.flat_out.append(bot.phase(lengths.flat_out, pressing=pressing))
    measured.paced.append(bot.phase(lengths.paced, rate=RATE, pressing=pressing))


def _starts(count: int) -> dict[str, list[float]]:
    """Start and stop every bot so often, turn about, and return the seconds to the first poll."""
    found: dict[str, list[float]] = {bot.name: [] for bot in contenders()}
    for _ in range(count):
        for contender in contenders():
            with running(contender, WHERE) as bot:
                found[contender.name].append(bot.to_first_poll)
    return found


def _speaks(bot: str, way: str) -> bool:
    """An echo has no buttons, nor has Zalo."""
    return way == TYPED or not (bot.startswith("echo") or "Zalo" in bot)


def _aims(rows: list[Row]) -> list[str]:
    typed = {row.bot: row.ratio for row in rows if row.way == TYPED}
    echo = min(ratio for bot, ratio in typed.items() if bot.startswith("echo"))
    return [
        f"Typed, every turn of ours durable: {typed['echo']:.2f} × the echo bot by default, "
        f"{echo:.2f} × the faster echo bot (aim: at least 0.80), "
        f"{typed['ConversationHandler']:.2f} × the ConversationHandler bot (aim: above 1)."
    ]


if __name__ == "__main__":
    main()
