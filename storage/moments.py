"""Moments as stored: UTC, sortable as text."""

from datetime import UTC, date, datetime


def stamp(moment: datetime) -> str:
    """Return a moment as it is stored."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def moment(stored: str) -> datetime:
    """Return a stored moment."""
    return datetime.fromisoformat(stored)


def day_or_none(stored: str | None) -> date | None:
    """Return a stored day, None where none is."""
    return None if stored is None else date.fromisoformat(stored)
