"""A big database: years of a million reports of 34 provinces, asked as any chat asks.

    python -m bench.big             # about four minutes the first time
    python -m bench.big --quick     # 100,000 reports, a few digests, under a minute
    python -m bench.big --write     # puts the figures into docs/performance.md

Turns are taken by the code of the program on a copy of the file, with every commit on the disk.
"""

import argparse
import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from typing import NamedTuple

from bench.filled import FULL, QUICK, Amounts, filled
from bench.mailing import Mailed, mail
from bench.page import put_table
from bench.process import peak_megabytes
from bench.talking import Took, talk_much

WHERE = Path("var")
HEADINGS = (
    *("what", "how often", "median ms", "99 % ms", "most ms"),
    *("processor ms", "its 99 % ms", "to be held"),
)


class Lengths(NamedTuple):
    """How much is measured: the database, starts, rounds of all questions, digests a second."""

    amounts: Amounts
    starts: int
    rounds: int
    per_second: float


LONG = Lengths(FULL, starts=5, rounds=100, per_second=25)
SHORT = Lengths(QUICK, starts=2, rounds=5, per_second=500)


def main() -> None:
    """Measure all parts, print the table, write it into the page if asked."""
    options = argparse.ArgumentParser(prog="python -m bench.big", description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    lengths = SHORT if chosen.quick else LONG
    load = os.getloadavg()[0]
    WHERE.mkdir(exist_ok=True)
    original, _ = filled(WHERE, lengths.amounts)
    with _copy(original) as path:
        starts = [_start(path) for _ in range(lengths.starts)]
        took = asyncio.run(talk_much(path, lengths.rounds))
        memory = peak_megabytes(os.getpid())
    with _copy(original) as path:
        mailed = asyncio.run(mail(path, lengths.amounts.people, lengths.per_second))
    rows = [_start_row(starts), *map(_row, took, took.values())]
    notes = _notes(original, lengths, starts, mailed, memory, load)
    print("\n".join(put_table("big", HEADINGS, rows, notes, write=chosen.write)))


@contextmanager
def _copy(original: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=WHERE) as directory:
        yield Path(shutil.copyfile(original, Path(directory) / "big.db"))


def _start(path: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.starting", str(path)], stdout=subprocess.PIPE, check=True
    )
    parts: dict[str, float] = json.loads(done.stdout)
    return parts


def _start_row(starts: Sequence[dict[str, float]]) -> Sequence[str]:
    whole = [sum(parts.values()) * 1000 for parts in starts]
    return ("start", *_spread(whole), "", "", "2,000")


def _row(name: str, took: Sequence[Took]) -> Sequence[str]:
    _, median, last, _ = _spread([each.processor * 1000 for each in took])
    held = "20 (99 %)" if len(took) > 1 else ""  # the memory is warmed once, asked by nobody
    return (name, *_spread([each.wall * 1000 for each in took]), median, last, held)


def _spread(times: Iterable[float]) -> tuple[str, str, str, str]:
    ordered = sorted(times)
    last = ordered[ceil(len(ordered) * 0.99) - 1]
    figures = (statistics.median(ordered), last, ordered[-1])
    return (str(len(ordered)), *(f"{each:,.1f}" for each in figures))  # type: ignore[return-value]


def _notes(
    path: Path,
    lengths: Lengths,
    starts: Sequence[dict[str, float]],
    mailed: Mailed,
    memory: float,
    load: float,
) -> Iterator[str]:
    reports, size = lengths.amounts.reports, path.stat().st_size
    yield (
        f"{reports:,} reports, as many rows in the inbox and in the outbox, "
        f"{lengths.amounts.figures:,} figures, {lengths.amounts.evidence:,} rows of evidence: "
        f"a file of {size / 1e6:,.0f} MB, {size / reports:.0f} bytes a report with all of these."
    )
    parts = {part: statistics.median(each[part] for each in starts) for part in starts[0]}
    yield (
        "A start in ms: " + ", ".join(f"{p} {took * 1000:,.0f}" for p, took in parts.items()) + "."
    )
    yield f"Peak memory while asked: {memory:.0f} MB."
    yield (
        f"{lengths.amounts.people:,} people: what is due and queued in {mailed.looking:.2f} s "
        f"(to be held: 5); {mailed.digests:,} digests and {mailed.briefs:,} briefs sent at "
        f"{lengths.per_second:g} a second in "
        f"{mailed.sending:.0f} s, with {mailed.refused} times 429: none lost, none twice."
    )
    yield f"{os.cpu_count()} cores, before it began already under a load of {load:.1f}."


if __name__ == "__main__":
    main()
