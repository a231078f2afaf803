"""The time, handed in so that tests can choose it."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class Clock(Protocol):
    """Tells the time; a clock that was set back (an empty CMOS battery) must not lose anyone's work."""

    def now(self) -> "datetime":
        """Return the present moment in UTC."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> "datetime":
        """See Clock.now."""
        from datetime import UTC, datetime  # noqa: PLC0415 - not needed for the first paint

        return datetime.now(UTC)
