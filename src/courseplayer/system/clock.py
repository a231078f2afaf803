"""The time, handed in so that tests can choose it."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; a clock that was set back (an empty CMOS battery) must not lose anyone's work."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """See Clock.now."""
        return datetime.now(UTC)
