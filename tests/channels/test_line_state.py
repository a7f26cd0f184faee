"""How receiving stands: told once on each change, with the time since when."""

from datetime import UTC, datetime, timedelta

from structlog.testing import capture_logs

from channels.line_state import LineState

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_each_change_is_told_once() -> None:
    """What goes on as it was is not told again, nor does it begin anew."""
    now = NINE
    line = LineState("zalo:1", lambda: now)
    with capture_logs() as logs:
        line.turn("unreachable")
        now += timedelta(minutes=5)
        line.turn("unreachable")
        assert (line.condition.trouble, line.condition.since) == ("unreachable", NINE)
        line.turn("token refused", by_hand=True)
        line.turn(None)
        line.turn(None)
    assert [(each["channel"], each["state"], each["log_level"]) for each in logs] == [
        ("zalo:1", "unreachable", "warning"),
        ("zalo:1", "token refused", "error"),
        ("zalo:1", "running", "info"),
    ]
    assert line.condition == (None, NINE + timedelta(minutes=5), False)


def test_only_a_person_can_mend_what_is_by_hand() -> None:
    """Administrators are told of that, and of nothing that passes by itself."""
    line = LineState("zalo:1", lambda: NINE)
    assert line.condition.trouble == "starting"
    line.turn("unreachable")
    assert line.condition.by_hand is False
    line.turn("token refused", by_hand=True)
    assert line.condition.by_hand is True
