"""What is different in a program that PyInstaller froze: its environment, and how it is started once more."""

import sys
from collections.abc import MutableMapping
from pathlib import Path

_LIBRARIES = "LD_LIBRARY_PATH"
_LIBRARIES_BEFORE = "LD_LIBRARY_PATH_ORIG"
_QT_PLACES = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
_STARTER = "_PYI_"
_THIS_PROCESS = Path("/proc/self/exe")


def leave_environment_as_found(environ: MutableMapping[str, str]) -> None:
    """Take out what the starter put in, so that a browser opened later loads its own libraries.

    The running program has what it needs by now: the system's loader read its variable at the start, and
    PySide6 tells Qt itself where the plugins lie. A child that is this program again starts afresh.
    """
    if not getattr(sys, "frozen", False):
        return
    before = environ.pop(_LIBRARIES_BEFORE, None)
    environ.pop(_LIBRARIES, None)
    if before is not None:
        environ[_LIBRARIES] = before
    for name in [name for name in environ if name in _QT_PLACES or name.startswith(_STARTER)]:
        del environ[name]


def words_that_start_again(running: Path = _THIS_PROCESS) -> tuple[str, ...]:
    """Return the words that start this very program.

    On a FAT stick the system's loader runs it, since its own file has no right to be started there.
    """
    if not getattr(sys, "frozen", False):
        return (sys.executable, "-m", "courseplayer")
    try:
        program = running.readlink()
    except OSError:
        return (sys.executable,)
    return (str(program), sys.executable) if program.name.startswith("ld-") else (sys.executable,)
