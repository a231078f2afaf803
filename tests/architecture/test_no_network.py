"""The whole program opens its window without touching the network or loading what could."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from making import whole_session

# SQLAlchemy loads asyncio, and that ssl and socket, without using them: their use is watched instead.
_WATCHED = """
import json, sys
touched = []
def watch(event, _arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        touched.append(event)
sys.addaudithook(watch)
from PySide6.QtCore import QTimer
from courseplayer import app
from courseplayer.system.paths import standard_paths
import os
application = app.make_application()
program = app.Program(application, standard_paths(os.environ))
program.start(app.WindowRequest())
is_shown = False
def look_and_leave():
    global is_shown
    is_shown = program.window is not None and program.window.frame.isVisible()
    application.quit()
QTimer.singleShot(3_000, look_and_leave)
application.exec()
program.finish()
reaching = {"http.client", "http.server", "urllib.request", "ftplib", "smtplib", "PySide6.QtNetwork"}
print(json.dumps({"shown": is_shown, "touched": touched, "loaded": sorted(reaching & set(sys.modules))}))
"""
_WATCHED_COMMAND = """
import json, sys
touched = []
def watch(event, _arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        touched.append(event)
sys.addaudithook(watch)
from courseplayer.cli import main
code = main()
print(json.dumps({"code": code, "touched": touched}), file=sys.stderr)
"""


def test_the_window_opens_without_network(home: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _WATCHED], env={**os.environ}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == {"shown": True, "touched": [], "loaded": []}


_TRACED = ("connect", "bind", "listen", "sendto", "sendmsg", "sendmmsg")
_CALL = re.compile(r"(?:connect|bind|listen)\(")
_SENDING = re.compile(r"(?:sendto|sendmsg|sendmmsg)\(.*sa_family=AF_INET")


def _reached(trace: str) -> list[str]:
    """Return the calls that reach beyond this computer's own programs, whether or not they succeeded."""
    return [
        line
        for line in trace.splitlines()
        if _SENDING.search(line) or (_CALL.search(line) and "sa_family=AF_UNIX" not in line)
    ]


def _traced(words: list[str], trace: Path) -> subprocess.CompletedProcess[str]:
    # Only the traced calls stop the program: what else a session does runs at its own speed.
    only = ["--seccomp-bpf", "-e", f"trace={','.join(_TRACED)}"]
    return subprocess.run(
        ["strace", "-f", *only, "-o", str(trace), sys.executable, *words],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _can_trace() -> bool:
    if shutil.which("strace") is None:
        return False
    # Containers may have the program and refuse what it does.
    run = subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True, check=False)
    return run.returncode == 0


needs_strace = pytest.mark.skipif(not _can_trace(), reason="needs strace and the right to trace")


@needs_strace
def test_the_trace_would_show_a_connection_and_a_port(tmp_path: Path) -> None:
    knock = "from socket import socket; socket().connect_ex(('127.0.0.1', 9))\n"
    knock += "door = socket(); door.bind(('', 0)); door.listen()\n"
    knock += "socket(type=SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))"
    knock = knock.replace("import socket;", "import SOCK_DGRAM, socket;")
    assert _traced(["-c", knock], tmp_path / "trace").returncode == 0
    assert len(_reached((tmp_path / "trace").read_text(encoding="utf-8"))) == 4


@needs_strace
@pytest.mark.parametrize("words", [["--self-test"], ["doctor"]])
def test_no_connection_is_made_and_no_port_opened(words: list[str], tmp_path: Path) -> None:
    run = _traced(["-m", "courseplayer", *words], tmp_path / "trace")
    assert run.returncode == 0, run.stdout + run.stderr
    trace = (tmp_path / "trace").read_text(encoding="utf-8")
    assert "+++ exited with 0 +++" in trace
    assert _reached(trace) == []


@needs_strace
def test_a_whole_session_of_the_window_reaches_nothing(home: Path, demo_course: Path, tmp_path: Path) -> None:
    words = [str(Path(whole_session.__file__)), str(home), str(demo_course), str(tmp_path / "out")]
    run = _traced(words, tmp_path / "trace")
    assert run.returncode == 0, run.stderr
    done = json.loads(run.stdout.splitlines()[-1])
    assert done == ["opened", "play", "search", "write", "export", "choose", "veil", "keep", "closed"]
    assert _reached((tmp_path / "trace").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "words", [["doctor", "--json"], ["inventory", "--json"], ["logs", "--export", "x.zip"]]
)
def test_the_commands_for_it_touch_no_network(words: list[str], tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _WATCHED_COMMAND, *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stderr) == {"code": 0, "touched": []}
