"""How this process asks the system for memory."""

import ctypes
import sys
from typing import Final

_M_MMAP_THRESHOLD: Final = -3
_M_ARENA_MAX: Final = -8
"""``malloc.h`` of the GNU C library."""
_LARGE_BYTES: Final = 512 * 1024
"""Frames are larger; the pieces of a course, read many times a second, are smaller and stay in the pool."""


def keep_memory_together() -> bool:
    """Let all threads share one pool of memory; call it before there are threads. False where it cannot be.

    The GNU library gives each thread a pool of its own and keeps what was freed in it. A player has a dozen
    threads for each medium: after eight hours of videos that was a tenth more memory (``make soak``).

    Large pieces keep out of the pool: by itself the library puts them into it once it has seen some come and
    go, and the small ones between them then keep the rest from being given back.
    """
    is_one_pool = _asked("mallopt", _M_ARENA_MAX, 1)
    return _asked("mallopt", _M_MMAP_THRESHOLD, _LARGE_BYTES) and is_one_pool


def give_back_memory() -> bool:
    """Return to the system what was freed between things still in use; takes some 10 ms.

    Without it the GNU library gives back only what was freed at the very end of its pool.
    """
    return _asked("malloc_trim", 0)


def _asked(name: str, *numbers: int) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        return bool(getattr(ctypes.CDLL(None), name)(*numbers))
    except (OSError, AttributeError):
        return False
