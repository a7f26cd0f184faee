"""What the program counts of its own work, and what it says of it in the log: once a change."""

from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.measures import Measures
from channels.port import NotSent, Uncertain

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class _Clock:
    now = NINE

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def measures(clock: _Clock) -> Measures:
    return Measures(clock)


def _count(measures: Measures, name: str, **labels: str) -> float | None:
    return measures.registry.get_sample_value(name, labels)


def test_a_failing_channel_is_told_once_with_its_time(measures: Measures, clock: _Clock) -> None:
    """The first failure says since when; the next only count, and the first success ends it."""
    with capture_logs() as logs:
        measures.failed("zalo:1", NotSent("x"))
        clock.now += timedelta(minutes=5)
        measures.failed("zalo:1", Uncertain("x"))
        measures.failed("zalo:1", NotSent("x"))
        assert measures.sending["zalo:1"] == ("unreachable", NINE, False)
        measures.sent("zalo:1")
        measures.sent("zalo:1")
    assert measures.sending == {}
    assert [(each["channel"], each["state"]) for each in logs] == [
        ("zalo:1", "unreachable"),
        ("zalo:1", "running"),
    ]
    outcomes = {
        outcome: _count(measures, "baocao_sendings_total", channel="zalo:1", outcome=outcome)
        for outcome in ("not_sent", "uncertain", "sent")
    }
    assert outcomes == {"not_sent": 2, "uncertain": 1, "sent": 2}
    assert measures.sent_at == {"zalo:1": NINE + timedelta(minutes=5)}


def test_another_reason_to_stop_is_told_too(measures: Measures, clock: _Clock) -> None:
    """A quota that is used up takes the place of what failed before it; the same is told once."""
    with capture_logs() as logs:
        measures.failed("zalo:1", NotSent("x"))
        clock.now += timedelta(minutes=5)
        measures.stopped("zalo:1", "monthly quota used up")
        clock.now += timedelta(hours=1)
        measures.stopped("zalo:1", "monthly quota used up")
    told = measures.sending["zalo:1"]
    assert told == ("monthly quota used up", NINE + timedelta(minutes=5), False)
    assert [each["state"] for each in logs] == ["unreachable", "monthly quota used up"]


def test_what_is_not_written_is_told_since_the_first(measures: Measures, clock: _Clock) -> None:
    """Why and since when nothing can be stored is that of the first turn; a commit ends it."""
    measures.not_written(OSError())
    clock.now += timedelta(minutes=5)
    measures.not_written(MemoryError())
    assert measures.writing == ("OSError", NINE, False)
    assert _count(measures, "baocao_database_unavailable_total") == 2
    measures.wrote()
    assert measures.written == 1
    assert not measures.writing


def test_a_turn_that_raises_is_postponed(measures: Measures) -> None:
    """It is counted, timed and known as received all the same."""
    with pytest.raises(OSError, match="full"), measures.turn("telegram"):
        raise OSError("full")
    with measures.turn("telegram") as taken:
        taken.outcome = "parked"
    for outcome in ("postponed", "parked"):
        counted = _count(measures, "baocao_turns_total", channel="telegram", outcome=outcome)
        assert counted == 1, outcome
    assert _count(measures, "baocao_updates_received_total", channel="telegram") == 2
    assert _count(measures, "baocao_turn_seconds_count", channel="telegram") == 2
    assert measures.received_at == {"telegram": NINE}
