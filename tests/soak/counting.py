"""What a long day may use up: memory, file handles, threads and Qt objects of this process."""

import contextlib
import gc
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from benchmarks.memory import resident_mb
from courseplayer.system.memory import give_back_memory

_ITSELF = Path("/proc/self")
_WAKING = "eventfd"


@dataclass(frozen=True, slots=True)
class Sample:
    """One look at the process; 0 stands for what this system does not tell."""

    simulated_minutes: int
    memory_mb: float
    handles: int
    threads: int
    objects: int
    wrappers: int


def sample(simulated_minutes: int) -> Sample:
    """Look at the process after what its own timer does many times in ten minutes: collect, and give back."""
    gc.collect()
    give_back_memory()
    return Sample(
        simulated_minutes,
        resident_mb(),
        handles(),
        threads(),
        qt_objects(),
        len(Shiboken.getAllValidWrappers()),
    )


def handles() -> int:
    """Return how many files, pipes and sockets the process has open.

    Without those by which threads wake each other: a worker gets one with its first work for Qt, and the
    threads are counted themselves.
    """
    return sum(_WAKING not in one for one in open_files())


def open_files() -> tuple[str, ...]:
    """Return what the handles lead to."""
    found = []
    for number in os.listdir(_ITSELF / "fd") if (_ITSELF / "fd").is_dir() else ():  # noqa: PTH208
        with contextlib.suppress(OSError):
            found.append(str((_ITSELF / "fd" / number).readlink()))
    return tuple(sorted(found))


def threads() -> int:
    """Return how many threads the system knows of, also those that Python did not start."""
    return sum(1 for _ in (_ITSELF / "task").iterdir()) if (_ITSELF / "task").is_dir() else 0


def qt_objects() -> int:
    """Return how many objects of Qt belong to the application and its windows."""
    return sum(kinds_of_objects().values())


def kinds_of_objects() -> dict[str, int]:
    """Return how many objects of each class there are, to find out which are not let go of.

    Without gestures: Qt lets go of those of widgets that are gone in its own time.
    """
    application = QApplication.instance()
    roots: list[QObject] = [] if application is None else [application, *QApplication.topLevelWidgets()]
    every = {_address(one): one for root in roots for one in (root, *root.findChildren(QObject))}
    names = (f"{type(one).__name__}/{one.metaObject().className()}" for one in every.values())
    return dict(Counter(name for name in names if "Gesture" not in name))


def _address(one: QObject) -> int:
    return int(Shiboken.getCppPointer(one)[0])
