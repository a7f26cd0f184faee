"""Moments as stored: UTC, sortable as text."""

from datetime import UTC, datetime


def stamp(moment: datetime) -> str:
    """Return a moment as it is stored."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def moment(stored: str) -> datetime:
    """Return a stored moment."""
    return datetime.fromisoformat(stored)
