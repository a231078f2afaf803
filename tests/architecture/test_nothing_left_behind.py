"""A portable kit leaves nothing on the computer: every file that is made or changed lies on the stick."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from courseplayer.system.kit import KitSettings
from making.stick import PROGRAM, Stick, make_stick

_CALLS = (
    "open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,"
    "unlink,unlinkat,rmdir,truncate,mknod,mknodat,bind,utimensat"
)
# A call during which another thread was heard ends on a line of its own: it counts, whatever came of it.
_CALL = re.compile(
    r"^\d+ +(?P<name>\w+)\((?P<arguments>.*?)(?:\) += (?P<result>\S+).*| <unfinished \.\.\.>)$"
)
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_OPENS = {"open", "openat", "openat2", "creat"}
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE|O_APPEND")
# No files: what the system itself shows as such.
_SYSTEM = ("/dev/null", "/dev/tty", "/dev/urandom", "/dev/dri", "/proc/")


def _can_trace() -> bool:
    if shutil.which("strace") is None:
        return False
    # Containers may have the program and refuse what it does.
    run = subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True, check=False)
    return run.returncode == 0


pytestmark = pytest.mark.skipif(not _can_trace(), reason="needs strace and the right to trace")


def _used(stick: Stick, course: Path, trace: Path) -> None:
    tracing = ("strace", "-f", "-s", "4096", "-e", f"trace={_CALLS}", "-o", str(trace))
    run = stick.run("-m", "making.stick_child", str(course), before=tracing)
    assert "used to the end" in run.stdout, run.stdout + run.stderr
    assert run.returncode == 0, run.stderr


def _touched(trace: Path, work: Path) -> set[Path]:
    """Return every path that was made, changed or taken away, also if only for a moment."""
    touched = set()
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        call = _CALL.match(line)
        if call is None or call["result"] == "-1":
            continue
        arguments = call["arguments"]
        if call["name"] in _OPENS - {"creat"} and not _WRITES.search(arguments):
            continue
        # A name that begins with @ is no file: it vanishes with its process.
        paths = [path for path in _PATH.findall(arguments) if not path.startswith("@")]
        touched |= {Path(os.path.normpath(work / path)) for path in paths if not path.startswith(_SYSTEM)}
    return touched


def test_a_portable_kit_leaves_nothing_on_the_computer(demo_course: Path, tmp_path: Path) -> None:
    stick = make_stick(tmp_path, None, demo_course)
    _used(stick, stick.folder / "courses" / demo_course.name, tmp_path / "trace")
    touched = _touched(tmp_path / "trace", stick.work)
    on_stick = {path for path in touched if path.is_relative_to(stick.folder)}
    assert stick.data / "learner.db" in on_stick
    assert touched - on_stick == set()
    assert stick.left_on_computer() == []


def test_the_trace_would_show_what_is_left(demo_course: Path, tmp_path: Path) -> None:
    """The same learner with a kit that is not portable: the store, and what Qt's dialogs remember."""
    stick = make_stick(tmp_path, KitSettings(players=(PROGRAM,)), demo_course)
    _used(stick, stick.folder / "courses" / demo_course.name, tmp_path / "trace")
    touched = _touched(tmp_path / "trace", stick.work)
    assert stick.home / ".local" / "share" / "courseplayer" / "learner.db" in touched
    assert ".config/QtProject.conf" in stick.left_on_computer()
    assert not stick.data.exists()
