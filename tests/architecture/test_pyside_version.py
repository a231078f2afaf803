"""Guards upgrades of PySide6: 6.12.0 loses references on CPython 3.11 until the program aborts."""

import subprocess
import sys

import PySide6

# Run apart: if references are lost, the process that measures it may not survive. The pools keep it alive
# long enough to tell.
_MEASURE = """
import sys
pool = ([None] * 100_000, [True] * 100_000, [False] * 100_000)
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Signal
application = QCoreApplication([])
class Source(QObject):
    happened = Signal()
    counted = Signal(int)
def listen(*values):
    pass
source, loop = Source(), QEventLoop()
source.happened.connect(listen)
source.counted.connect(listen)
def act():
    source.happened.emit()
    source.counted.emit(1)
    loop.quit()
    source.blockSignals(False)
    source.setObjectName("x")
def counts():
    return [sys.getrefcount(value) for value in (None, True, False)]
act()
before = counts()
for _ in range(1_000):
    act()
print(max(abs(a - b) for a, b in zip(counts(), before)), flush=True)
import os
os._exit(0)
"""


def test_a_thousand_signals_lose_no_reference() -> None:
    run = subprocess.run([sys.executable, "-c", _MEASURE], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 100


def test_the_release_that_aborts_is_not_installed() -> None:
    assert PySide6.__version__ != "6.12.0"
