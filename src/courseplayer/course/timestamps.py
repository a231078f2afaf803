"""Time codes as people read and write them: ``0:51``, ``12:05``, ``1:02:03``."""

import re

_TIME_CODE = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?", re.ASCII)

MS_PER_SECOND = 1_000
MS_PER_MINUTE = 60 * MS_PER_SECOND
MS_PER_HOUR = 60 * MS_PER_MINUTE


def format_time_code(position_ms: int) -> str:
    """Write a position in ms as ``M:SS``, or ``H:MM:SS`` from one hour on; parts of a second are cut."""
    seconds = max(0, position_ms) // MS_PER_SECOND
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def parse_time_code(text: str) -> int:
    """Read ``M:SS``, ``H:MM:SS``, either with a fraction, as ms; raises ValueError for anything else.

    Without hours the minutes may pass 59, as FutureLearn writes them (``75:10``).
    """
    match = _TIME_CODE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a time code: {text!r}")
    hours, minutes, seconds, fraction = match.groups()
    if int(seconds) > 59 or (hours is not None and int(minutes) > 59):
        raise ValueError(f"not a time code: {text!r}")
    return (
        int(hours or 0) * MS_PER_HOUR
        + int(minutes) * MS_PER_MINUTE
        + int(seconds) * MS_PER_SECOND
        + int((fraction or "0").ljust(3, "0"))
    )
