"""A clock that tests set."""

from datetime import UTC, datetime, timedelta


class SetClock:
    """Stands still until it is moved, forwards or backwards."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """See Clock.now."""
        return self._now

    def move(self, *, seconds: float = 0, days: float = 0) -> None:
        """Move the clock; negative values set it back."""
        self._now += timedelta(days=days, seconds=seconds)
