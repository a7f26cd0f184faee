"""What the program counts and times of its own work, for those who look after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib.metadata import version
from time import perf_counter

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info

from bot.clock import Clock
from channels.port import UNREACHABLE, Condition, NotSent, Uncertain

VERSION = version("baocao")
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
log = structlog.get_logger(__name__)


@dataclass
class Taken:
    """How a turn ended: done, duplicate, parked, or postponed."""

    outcome: str = "postponed"


class Measures:
    """Counts in a registry of its own, and what was last heard, sent and found failing."""

    def __init__(self, clock: Clock) -> None:
        self.registry = CollectorRegistry()
        self.received_at: dict[str, datetime] = {}
        self.sent_at: dict[str, datetime] = {}
        self.sending: dict[str, Condition] = {}
        """Channels on which sending fails now."""
        self.writing: Condition | None = None
        """Since when no turn could be written, and why; None while they are."""
        self.written = 0
        """How often a transaction was committed."""
        self._clock = clock
        counter = partial(Counter, registry=self.registry)
        gauge = partial(Gauge, registry=self.registry)
        self._received = counter("baocao_updates_received", "Updates taken in.", ["channel"])
        self._turns = counter("baocao_turns", "Turns by how they ended.", ["channel", "outcome"])
        self._seconds = Histogram(
            "baocao_turn_seconds",
            "How long turns took.",
            ["channel"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._sendings = counter(
            "baocao_sendings", "Tries to send by what came of them.", ["channel", "outcome"]
        )
        self._unwritten = counter(
            "baocao_database_unavailable", "Writes the database did not take."
        )
        self.queued = gauge("baocao_outbox_queued", "Deliveries waiting.", ["channel"])
        self.oldest = gauge(
            "baocao_outbox_oldest_seconds", "Age of the oldest waiting.", ["channel"]
        )
        self.running = gauge(
            "baocao_channel_running", "Whether receiving and sending work.", ["channel"]
        )
        self.writable = gauge("baocao_database_writable", "Whether the database can be written.")
        self.last_look = gauge(
            "baocao_last_look_timestamp_seconds", "When due reminders were last looked for."
        )
        Info("baocao_build", "The program.", registry=self.registry).info({"version": VERSION})

    @contextmanager
    def turn(self, channel: str) -> Iterator[Taken]:
        """Measure one turn, which says how it ended; one that raises is postponed."""
        self.received_at[channel] = self._clock()
        self._received.labels(channel).inc()
        taken, began = Taken(), perf_counter()
        try:
            yield taken
        finally:
            self._turns.labels(channel, taken.outcome).inc()
            self._seconds.labels(channel).observe(perf_counter() - began)

    def wrote(self) -> None:
        """A transaction was committed."""
        self.written += 1
        self.writing = None

    def not_written(self, why: BaseException) -> None:
        """The database did not take a transaction."""
        self._unwritten.inc()
        self.writing = self.writing or Condition(type(why).__name__, self._clock())

    def sent(self, channel: str) -> None:
        """A delivery went out."""
        self.sent_at[channel] = self._clock()
        if self.sending.pop(channel, None) is not None:
            log.info("sending", channel=channel, state="running")
        self._sendings.labels(channel, "sent").inc()

    def not_sent(self, channel: str, outcome: str) -> None:
        """A delivery was not sent, for a reason that says nothing of the channel."""
        self._sendings.labels(channel, outcome).inc()

    def failed(self, channel: str, why: BaseException) -> None:
        """Sending failed and is tried again; only the first failure is told of in the log."""
        uncertain = isinstance(why, Uncertain)
        self.not_sent(channel, "uncertain" if uncertain else "not_sent")
        if channel not in self.sending:
            reached = why.trouble if isinstance(why, NotSent) else type(why).__name__
            self.stopped(channel, UNREACHABLE if uncertain else reached)

    def stopped(self, channel: str, why: str) -> None:
        """Nothing goes out on a channel, as from now; each reason is told of once in the log."""
        known = self.sending.get(channel)
        if known is None or known.trouble != why:
            self.sending[channel] = Condition(why, self._clock())
            log.warning("sending", channel=channel, state=why)
