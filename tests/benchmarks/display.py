"""Where windows are shown while measuring: nowhere, and on an X server that nobody sees."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

from benchmarks.effort import Effort
from virtual_display import virtual_display


@contextmanager
def displays(effort: Effort) -> Iterator[dict[str, Mapping[str, str]]]:
    """Yield the environment for each kind of display at hand, by Qt's name of the platform."""
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with ExitStack() as stack:
        at_hand: dict[str, Mapping[str, str]] = {"offscreen": offscreen}
        if shutil.which("Xvfb") is not None:
            at_hand["xcb"] = stack.enter_context(virtual_display())
        if effort is Effort.TINY:
            at_hand = dict(list(at_hand.items())[-1:])
        yield at_hand
