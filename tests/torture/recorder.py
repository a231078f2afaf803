"""Runs a journey under strace and plays back what it did to the disk, system call by system call."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from torture.disk import Cut, Disk, Written

TESTS = Path(__file__).resolve().parents[1]
_DO = """
import sys
sys.path.insert(0, sys.argv[1])
from torture.journeys import main
sys.exit(main(*sys.argv[2:]))
"""
CALLS = (
    "openat,open,creat,write,pwrite64,ftruncate,truncate,fsync,fdatasync,"
    "rename,renameat,renameat2,unlink,unlinkat,lseek,close"
)
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|0x[0-9a-f]+)(.*)$")
_UNFINISHED = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def journey_command(name: str, folder: Path, rounds: int) -> list[str]:
    """Return the command that does a journey in a folder."""
    return [sys.executable, "-B", "-c", _DO, str(TESTS), name, str(folder), str(rounds)]


def acknowledged_in(output: bytes) -> int:
    """Return what a journey has promised last."""
    lines = [line for line in output.split(b"\n")[:-1] if line.startswith(b"ACK ")]
    return int(lines[-1].split()[1]) if lines else 0


def record(name: str, folder: Path, log: Path, rounds: int) -> None:
    """Do a journey in a folder that was prepared, and log its system calls."""
    strace = ["strace", "-f", "-xx", "-s", "100000000", "-e", f"trace={CALLS}", "-o", str(log)]
    subprocess.run([*strace, *journey_command(name, folder, rounds)], check=True, stdout=subprocess.DEVNULL)


class Playback:
    """Plays a log of system calls onto a disk; ``acknowledged`` is what the journey has promised by then."""

    def __init__(self, log: Path, folder: Path, files: dict[str, bytes]) -> None:
        self.disk = Disk(files)
        self.acknowledged = 0
        self._log = log
        self._root = str(folder)
        self._open: dict[int, str] = {}
        self._offsets: dict[int, int] = {}

    def steps(self) -> Iterator[str]:
        """Yield the name of each call that changed or synced something, after it was played."""
        for line in _whole_lines(self._log):
            found = _CALL.match(line)
            if found is None or int(found[3], 0) < 0:
                continue
            name, arguments, result = found[1], found[2], int(found[3], 0)
            texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(arguments)]
            if self._play(name, arguments, texts, result):
                yield name

    def _play(self, name: str, arguments: str, texts: list[bytes], result: int) -> bool:
        if name in {"openat", "open", "creat"}:
            return self._play_open(arguments, texts[0].decode(), result)
        if name.startswith("rename") and len(texts) == 2:
            self.disk.rename(texts[0].decode(), texts[1].decode())
            return self._is_ours(texts[1].decode())
        if name.startswith("unlink"):
            self.disk.unlink(texts[0].decode())
            return self._is_ours(texts[0].decode())
        descriptor = int(arguments.split(",", maxsplit=1)[0]) if arguments[:1].isdigit() else -1
        return self._play_on_open(name, descriptor, arguments, texts, result)

    def _play_open(self, arguments: str, path: str, descriptor: int) -> bool:
        self._open.pop(descriptor, None)
        if not self._is_ours(path):
            return False
        self._open[descriptor] = path
        self._offsets[descriptor] = 0
        if "O_CREAT" in arguments:
            self.disk.create(path)
        if "O_TRUNC" in arguments:
            self.disk.change(path, Cut(0))
        return "O_CREAT" in arguments or "O_TRUNC" in arguments

    def _play_on_open(
        self, name: str, descriptor: int, arguments: str, texts: list[bytes], result: int
    ) -> bool:
        if name == "write" and descriptor == 1 and texts and texts[0].startswith(b"ACK "):
            self.acknowledged = int(texts[0].split()[1])
            return True
        if name == "close":
            self._open.pop(descriptor, None)
            return False
        path = self._open.get(descriptor)
        if path is None:
            return False
        if name in {"write", "pwrite64"}:
            positioned = name == "pwrite64"
            offset = int(arguments.rsplit(",", 1)[1]) if positioned else self._offsets[descriptor]
            if not positioned:
                self._offsets[descriptor] += result
            self.disk.change(path, Written(offset, texts[0][:result] if texts else b""))
        elif name == "lseek":
            self._offsets[descriptor] = result
            return False
        elif name == "ftruncate":
            self.disk.change(path, Cut(int(arguments.split(",")[1])))
        else:
            self.disk.sync(path)
        return True

    def _is_ours(self, path: str) -> bool:
        return path == self._root or path.startswith(self._root + "/")


def _whole_lines(log: Path) -> Iterator[str]:
    begun: dict[str, str] = {}
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            text = line.rstrip("\n")
            if unfinished := _UNFINISHED.match(text):
                begun[unfinished[1]] = f"{unfinished[1]} {unfinished[2]}"
            elif resumed := _RESUMED.match(text):
                yield begun.pop(resumed[1], "") + resumed[2]
            else:
                yield text
