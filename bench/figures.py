"""From phases to figures: medians of the rounds, percentiles of all turns together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

from bench.running import Phase

TYPED, PRESSED = "typed", "pressed"
CALLS = {"sendmessage": "send", "editmessagetext": "edit", "answercallbackquery": "answer press"}


@dataclass
class Measured:
    """All phases of one bot talked to in one way, a pair a round."""

    bot: str
    way: str
    flat_out: list[Phase] = field(default_factory=list)
    paced: list[Phase] = field(default_factory=list)

    @property
    def rates(self) -> list[float]:
        """Turns a second, round by round."""
        return [phase.turns / phase.seconds for phase in self.flat_out]

    def slower_than(self, ours: "Measured") -> float:
        """Return our turns a second over these: the median over rounds, in each one after other."""
        return median(a / b for a, b in zip(ours.rates, self.rates, strict=True))


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    bot: str
    way: str
    turns_per_second: float
    ratio: float
    p50: float
    p95: float
    p99: float
    processor_per_1000: float
    peak_megabytes: float
    to_first_poll: float
    calls: str


def row(measured: Measured, ratio: float, peak: float, starts: Sequence[float]) -> Row:
    """Return the figures of one bot and way; `ratio` is our turns a second over its own."""
    latencies = [latency * 1000 for phase in measured.paced for latency in phase.latencies]
    cuts = quantiles(latencies, n=100)
    return Row(
        bot=measured.bot,
        way=measured.way,
        turns_per_second=median(measured.rates),
        ratio=ratio,
        p50=cuts[49],
        p95=cuts[94],
        p99=cuts[98],
        processor_per_1000=median(
            phase.bot_seconds / phase.turns * 1000 for phase in measured.flat_out
        ),
        peak_megabytes=peak,
        to_first_poll=median(starts),
        calls=_calls(measured.flat_out),
    )


def busiest_crowd(all_measured: Mapping[tuple[str, str], Measured]) -> float:
    """Return the largest share of one core that a fake and its people needed in a phase."""
    return max(
        phase.crowd_seconds / phase.seconds
        for measured in all_measured.values()
        for phase in measured.flat_out
    )


def _calls(phases: Sequence[Phase]) -> str:
    counts: Counter[str] = Counter()
    for phase in phases:
        counts.update(phase.calls)
    turns = sum(phase.turns for phase in phases)
    named = [f"{counts[method] / turns:.2f} {name}" for method, name in CALLS.items()]
    made = [name for name in named if not name.startswith("0.00")]
    total = sum(counts[method] for method in CALLS) / turns
    return f"{total:.2f} ({', '.join(made)})" if len(made) > 1 else made[0]
