"""The player mpv as a measure: how fast it seeks exactly, and what it needs while it plays."""

import json
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

MISSING = "mpv is not installed, so nothing was compared with it; `make bench` as root installs it"
_QUIET = ("--no-config", "--ao=null", "--hwdec=no", "--really-quiet", "--no-terminal")
_SECONDS_TO_START = 20.0


def is_at_hand() -> bool:
    """It is installed, and this system has the sockets that it is driven by."""
    return shutil.which("mpv") is not None and hasattr(socket, "AF_UNIX")


class Mpv:
    """A running mpv with one file, driven through its socket; made by :func:`mpv_with`."""

    def __init__(self, connection: socket.socket, answers: BinaryIO) -> None:
        self._connection = connection
        self._answers = answers

    def seek(self, ms: int) -> float:
        """Go exactly there and return how long it took (ms) until the frame was decoded."""
        since = time.perf_counter()
        self._send("seek", ms / 1_000, "absolute+exact")
        self.wait_for("playback-restart")
        return (time.perf_counter() - since) * 1_000

    def set_playing(self, *, is_playing: bool) -> None:
        """Run or stand still."""
        self._send("set_property", "pause", not is_playing)

    def wait_for(self, event: str) -> None:
        """Read on until it tells of this event."""
        for line in self._answers:
            if json.loads(line).get("event") == event:
                return
        raise ConnectionError("mpv has ended")

    def open(self, path: Path) -> None:
        """Load the file, paused."""
        self._send("loadfile", str(path))
        self.wait_for("playback-restart")

    def _send(self, *words: Any) -> None:  # noqa: ANN401 - numbers, words and flags
        self._connection.sendall(json.dumps({"command": words}).encode() + b"\n")


@contextmanager
def mpv_with(path: Path) -> Iterator[Mpv]:
    """Run mpv without a picture or a sound, with this file, paused."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        address = str(Path(folder) / "mpv")
        command = ("mpv", "--idle", "--pause", "--keep-open=yes", "--vo=null", *_QUIET)
        process = subprocess.Popen((*command, f"--input-ipc-server={address}"), stdin=subprocess.DEVNULL)
        try:
            with _connected(address) as connection, connection.makefile("rb") as answers:
                mpv = Mpv(connection, answers)
                mpv.open(path)
                yield mpv
        finally:
            process.terminate()
            process.wait()


@contextmanager
def mpv_playing(path: Path, environment: Mapping[str, str], size: str) -> Iterator[int]:
    """Let mpv play a file in a window of this size and yield the number of its process."""
    command = ("mpv", *_QUIET, "--loop=inf", "--vo=gpu,x11", f"--geometry={size}", str(path))
    process = subprocess.Popen(command, env=dict(environment), stdin=subprocess.DEVNULL)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def _connected(address: str) -> socket.socket:
    ends_at = time.monotonic() + _SECONDS_TO_START
    while True:
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.connect(address)
        except OSError:
            connection.close()
            if time.monotonic() > ends_at:
                raise
            time.sleep(0.02)
        else:
            return connection
