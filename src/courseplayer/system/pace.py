"""How fast long work goes and how long it will take yet."""

import time
from collections import deque
from collections.abc import Callable

_WINDOW_SECONDS = 10.0
_FEWEST_SECONDS = 1.0


class Pace:
    """Takes how much is done now and then; tells the speed of the last ten seconds and what is left."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._seen: deque[tuple[float, int]] = deque([(now(), 0)])
        self._left = 0

    def note(self, done: int, total: int) -> None:
        """Take how much of all is done, as Task.advance is told it; less than before begins anew."""
        now = self._now()
        if done < self._seen[-1][1]:
            self._seen.clear()
        elif now == self._seen[-1][0]:
            self._seen.pop()
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[1][0] >= _WINDOW_SECONDS:
            self._seen.popleft()
        self._left = max(0, total - done)

    @property
    def per_second(self) -> float:
        """Units (bytes) per second, 0 while nothing can be told."""
        (began, before), (now, done) = self._seen[0], self._seen[-1]
        return (done - before) / (now - began) if now > began else 0.0

    @property
    def seconds_left(self) -> int | None:
        """Whole seconds until the work is done at this speed; None in the first second or at a standstill."""
        speed = self.per_second
        if self._seen[-1][0] - self._seen[0][0] < _FEWEST_SECONDS or speed <= 0:
            return None
        return round(self._left / speed)
