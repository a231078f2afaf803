"""Threads share one pool of memory where the system's library can do that."""

import platform
import subprocess
import sys

import pytest

_MAPPED = """
import sys, threading
from courseplayer.system.memory import keep_memory_together
if sys.argv[1] == "together":
    assert keep_memory_together()
def work():
    for _again in range(200):
        bytearray(100_000)
threads = [threading.Thread(target=work) for _ in range(12)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
# An arena of the GNU library is a mapping of 64 MB, of which nearly all is not readable yet.
maps = [line.split() for line in open("/proc/self/maps")]
spans = [map(lambda end: int(end, 16), one[0].split("-")) for one in maps if one[1] == "---p"]
print(sum(1 for low, high in spans if 60_000_000 < high - low < 70_000_000))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another library keeps memory in another way")
def test_many_threads_have_one_pool() -> None:
    together, apart = (
        int(
            subprocess.run(
                [sys.executable, "-c", _MAPPED, how], capture_output=True, text=True, check=True
            ).stdout
        )
        for how in ("together", "apart")
    )
    assert together == 0
    assert apart > 0


_FREED = """
import ctypes
from benchmarks.memory import resident_mb
from courseplayer.system.memory import give_back_memory
malloc, free = ctypes.CDLL(None).malloc, ctypes.CDLL(None).free
malloc.argtypes, malloc.restype, free.argtypes = [ctypes.c_size_t], ctypes.c_void_p, [ctypes.c_void_p]
pieces = [malloc(60_000) for _ in range(1_000)]
for piece in pieces:
    ctypes.memset(piece, 1, 60_000)
for piece in pieces[:-1]:
    free(piece)
before = resident_mb()
give_back_memory()
print(before - resident_mb())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another library keeps memory in another way")
def test_what_was_freed_in_the_midst_is_given_back() -> None:
    code = f"import sys; sys.path[:0] = {sys.path!r}\n" + _FREED
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(run.stdout) > 40


def test_elsewhere_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    from courseplayer.system import memory

    monkeypatch.setattr(sys, "platform", "win32")
    assert not memory.keep_memory_together()
    assert not memory.give_back_memory()
