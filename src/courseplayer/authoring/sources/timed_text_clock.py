"""The time expressions of Timed Text Markup Language in ms: clocks, frames, ticks and offsets."""

import re

from courseplayer.authoring.sources.timed_words import clock_ms

_CLOCK = re.compile(r"(\d{1,9}):(\d{2}):(\d{2})(?:(\.\d{1,9})|:(\d{1,4})(?:\.\d+)?)?", re.ASCII)
_OFFSET = re.compile(r"(\d{1,15}(?:\.\d{1,9})?)(h|m|s|ms|f|t)?", re.ASCII)
_MS = {"h": 3_600_000.0, "m": 60_000.0, "s": 1000.0, "ms": 1.0}
_USUAL_FRAMES = 30.0


class TimedTextClock:
    """Reads times by the rates that the root element names.

    Without a rate for ticks a tick is a frame where a rate for frames is named, else a second (TTML 1,
    6.2.10).
    """

    def __init__(self, frame_rate: str | None, multiplier: str | None, tick_rate: str | None) -> None:
        # The drafts wrote 1000:1001, the standard writes 1000 1001.
        numerator, _, denominator = (multiplier or "1 1").replace(":", " ").partition(" ")
        named = _positive(frame_rate)
        frames = (named or _USUAL_FRAMES) * (_positive(numerator) or 1.0) / (_positive(denominator) or 1.0)
        self._frame_ms = 1000.0 / frames
        self._tick_ms = 1000.0 / (_positive(tick_rate) or (frames if named else 1.0))

    def ms(self, text: str | None) -> int | None:
        """Read a time expression; None where there is none or it cannot be read.

        Also read, since programs write them: ``00:01.5`` and ``00:00:01,5``, and a plain number of seconds.
        """
        text = (text or "").strip()
        clock = _CLOCK.fullmatch(text)
        if clock is not None:
            hours, minutes, seconds, fraction, frames = clock.groups()
            whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
            return round((whole + float(fraction or 0)) * 1000 + int(frames or 0) * self._frame_ms)
        offset = _OFFSET.fullmatch(text)
        if offset is None:
            return clock_ms(text)
        unit_ms = {**_MS, "f": self._frame_ms, "t": self._tick_ms}[offset[2] or "s"]
        return round(float(offset[1]) * unit_ms)


def _positive(text: str | None) -> float | None:
    match = re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", (text or "").strip(), re.ASCII)
    return (float(match[0]) if match else 0.0) or None
