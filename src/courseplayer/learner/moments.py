"""Moments as learner.db keeps them: whole milliseconds since 1970, UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(moment: datetime) -> int:
    """Return a moment as it is stored."""
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(stored_ms: int) -> datetime:
    """Return a stored moment in UTC."""
    return _EPOCH + stored_ms * _MILLISECOND
