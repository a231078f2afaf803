"""How this process asks the system for memory."""

import ctypes
import sys
from typing import Final

_M_ARENA_MAX: Final = -8
"""``malloc.h`` of the GNU C library."""


def keep_memory_together() -> bool:
    """Let all threads share one pool of memory; call it before there are threads. False where it cannot be.

    The GNU library gives each thread a pool of its own and keeps what was freed in it. A player has a dozen
    threads for each medium: after eight hours of videos that was a tenth more memory (``make soak``).
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        return bool(ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1))
    except (OSError, AttributeError):
        return False
