"""A display that nobody sees, for machines without one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from refusal import Refusal

SCREEN = "1280x800x24"
_PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def has_display(python: Path) -> bool:
    """A window could open here: the system has a desktop, and on Linux Qt can reach it."""
    if not sys.platform.startswith("linux"):
        return True
    if not names_display():
        return False
    # Only Qt itself knows whether it may connect (a stale DISPLAY, a foreign cookie): it aborts if not.
    probe = subprocess.run((str(python), "-c", _PROBE), capture_output=True, check=False)
    return probe.returncode == 0


def names_display() -> bool:
    """The session names a display, usable or not."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def virtual_display() -> Iterator[dict[str, str]]:
    """Start an X server on a free number and yield the environment for programs on it."""
    read_end, write_end = os.pipe()
    # By itself the server begins anew when its last program ends, and refuses one that comes just then.
    server = subprocess.Popen(
        ("Xvfb", "-displayfd", str(write_end), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"),
        pass_fds=(write_end,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end, encoding="ascii") as answer:
            number = answer.readline().strip()
        if not number:
            raise Refusal("The virtual display did not start; try `Xvfb :99` to see why.")
        environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        environment.pop("WAYLAND_DISPLAY", None)
        environment.pop("XAUTHORITY", None)
        yield environment
    finally:
        server.terminate()
        server.wait()
