"""Measures our package beside Kiwix's and Anki's in bare Debians: ``compared.py FOLDER [--document FILE]``.

Needs root, debootstrap, Xvfb and xdotool. What counts is what a bare Debian 12 has to fetch and hold before a
window opens, and the time from the start of the process to that window, each program in turn.
"""

import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bare_debian import BareSystem, bare_system, copied
from project import ARTEFACTS, ROOT, PackagingError
from wheels import pip

sys.path.insert(0, str(ROOT / "packaging" / "setup"))
from virtual_display import virtual_display

_RELEASE = "bookworm"
_ROUNDS = 5
_PATIENCE_SECONDS = 120
_ANKI = "/opt/anki"
# What Anki's Qt asks of the system, beyond what a bare Debian has: found by starting it until it started.
_ANKI_NEEDS = (
    "python3", "libegl1", "libgl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon-x11-0",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libnss3", "libxcomposite1",
    "libxdamage1", "libxrandr2", "libxtst6", "libxkbfile1", "libasound2",
)  # fmt: skip
_GETS = re.compile(r"^'https?:[^']+' \S+ (\d+)", re.MULTILINE)
_VERSION = re.compile(r"^Version: (\S+)", re.MULTILINE)
# Chromium inside the other two takes no root without this; all three run as root in the bare system.
_AS_ROOT = {"QTWEBENGINE_DISABLE_SANDBOX": "1", "QT_QPA_PLATFORM": "xcb", "LIBGL_ALWAYS_SOFTWARE": "1"}


@dataclass(frozen=True, slots=True)
class Size:
    """What a bare system fetches and holds."""

    fetched: int
    unpacked: int
    files: int
    packages: int
    version: str


@dataclass(frozen=True, slots=True)
class Program:
    """One of those compared: how it gets in, and how it starts."""

    name: str
    install: Callable[[BareSystem], Size]
    words: tuple[str, ...]
    variables: Mapping[str, str]


def main() -> int:
    """Measure and print the table; with ``--document`` also write it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--document", type=Path)
    request = parser.parse_args()
    try:
        for tool in ("debootstrap", "Xvfb", "xdotool"):
            if shutil.which(tool) is None or os.geteuid() != 0:
                raise PackagingError(f"Comparing needs root and {tool}; nothing was measured.")
        table = _measured(bare_system(request.folder, _RELEASE))
    except PackagingError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    print(table)
    if request.document:
        _write_into(request.document, table)
    return 0


def _measured(bare: Path) -> str:
    with ExitStack() as stack:
        display = stack.enter_context(virtual_display())
        systems = {one.name: stack.enter_context(_with_shared_memory(bare)) for one in _PROGRAMS}
        sizes = {}
        for one in _PROGRAMS:
            systems[one.name].must("apt-get", "update", "-q")
            sizes[one.name] = one.install(systems[one.name])
            print(f"{one.name}: {sizes[one.name]}", flush=True)
        times: dict[str, list[float]] = {one.name: [] for one in _PROGRAMS}
        for turn in range(_ROUNDS + 1):
            for one in _PROGRAMS:
                opened = _launch(systems[one.name], one, display)
                print(f"turn {turn}, {one.name}: {opened:.2f} s", flush=True)
                # The first start of each makes its folders and fills the cache of the disk.
                if turn:
                    times[one.name].append(opened)
    return _table(sizes, times)


@contextmanager
def _with_shared_memory(bare: Path) -> Iterator[BareSystem]:
    """Yield a copy with what Chromium needs; the display is reached through its abstract socket."""
    with copied(bare) as system:
        shared = system.root / "dev" / "shm"
        shared.mkdir(parents=True, exist_ok=True)
        subprocess.run(("mount", "-t", "tmpfs", "tmpfs", str(shared)), check=True)
        try:
            yield system
        finally:
            subprocess.run(("umount", "-l", str(shared)), check=False)


def _install_ours(system: BareSystem) -> Size:
    package = next(ARTEFACTS.glob("courseplayer_*.deb"), None)
    if package is None:
        raise PackagingError("There is no package of ours: make package makes it.")
    shutil.copyfile(package, system.root / "tmp" / package.name)
    name = package.name.split("_")[1]
    return _install(system, f"/tmp/{package.name}", own=package.stat().st_size, version=name)  # noqa: S108


def _install_kiwix(system: BareSystem) -> Size:
    version = _VERSION.search(system.must("apt-cache", "show", "kiwix"))
    return _install(system, "kiwix", version=version[1] if version else "?")


def _install_anki(system: BareSystem) -> Size:
    """Install Anki from the wheels that its makers publish: Debian 12 has no package of it."""
    with tempfile.TemporaryDirectory() as wheels:
        done = pip("download", "--quiet", "-d", wheels, "aqt[qt]")
        if done.returncode != 0:
            raise PackagingError(f"Anki could not be had:\n{done.stderr}")
        fetched = list(Path(wheels).iterdir())
        weight = sum(one.stat().st_size for one in fetched)
        version = next(one.name.split("-")[1] for one in fetched if one.name.startswith("aqt-"))
        needs = _install(system, *_ANKI_NEEDS)
        before = _held(system)
        target = f"--target={system.root}{_ANKI}"
        # Every wheel that it needs was fetched: nothing is looked for.
        words = ("--quiet", "--no-index", "--no-deps", "--no-compile", target, *map(str, fetched))
        if pip("install", *words).returncode != 0:
            raise PackagingError("Anki could not be installed from its wheels.")
    after = _held(system)
    return Size(
        needs.fetched + weight,
        needs.unpacked + after[0] - before[0],
        needs.files + after[1] - before[1],
        needs.packages,
        version,
    )


def _install(system: BareSystem, *packages: str, own: int = 0, version: str = "") -> Size:
    """Let apt install these, and weigh what came; ``own`` are bytes that did not come through apt."""
    asked = ("apt-get", "install", "-y", "-q", "--no-install-recommends")
    uris = system.must(*asked, "--print-uris", *packages)
    fetched = [int(size) for size in _GETS.findall(uris)]
    before = _held(system)
    system.must(*asked, *packages)
    after = _held(system)
    return Size(sum(fetched) + own, after[0] - before[0], after[1] - before[1], len(fetched), version)


def _held(system: BareSystem) -> tuple[int, int]:
    """Return bytes and files of the system, without what apt and dpkg keep for themselves.

    A file with several names counts once: the drivers of Mesa are one library with twenty.
    """
    apart = ("var/cache", "var/lib/apt", "var/lib/dpkg", "var/log", "tmp", "proc", "sys", "dev", "root")
    seen: set[int] = set()
    size = 0
    for folder, folders, names in os.walk(system.root):
        here = Path(folder)
        below = here.relative_to(system.root).as_posix()
        folders[:] = [one for one in folders if f"{below}/{one}".removeprefix("./") not in apart]
        for name in names:
            about = (here / name).lstat()
            size += 0 if about.st_ino in seen else about.st_size
            seen.add(about.st_ino)
    return size, len(seen)


def _launch(system: BareSystem, program: Program, display: Mapping[str, str]) -> float:
    variables = {**_AS_ROOT, "DISPLAY": display["DISPLAY"], **program.variables}
    started = time.perf_counter()
    process = system.start(*program.words, variables=variables)
    try:
        while not _has_window(display):
            if time.perf_counter() - started > _PATIENCE_SECONDS or process.poll() is not None:
                raise PackagingError(f"{program.name} showed no window.")
            time.sleep(0.005)
        opened = time.perf_counter() - started
        print(f"{program.name} shows: {_titles(display)}", flush=True)
        time.sleep(3)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)
    while _has_window(display):
        time.sleep(0.1)
    return opened


def _titles(display: Mapping[str, str]) -> str:
    """Return what the windows are called, so that whoever reads sees that it is the window that was meant."""
    search = ("xdotool", "search", "--onlyvisible", "--name", ".", "getwindowname", "%@")
    return subprocess.run(
        search, env=dict(display), capture_output=True, text=True, check=False
    ).stdout.strip()


def _has_window(display: Mapping[str, str]) -> bool:
    search = ("xdotool", "search", "--onlyvisible", "--name", ".")
    found = subprocess.run(search, env=dict(display), capture_output=True, text=True, check=False)
    return bool(found.stdout.split())


def _table(sizes: Mapping[str, Size], times: Mapping[str, list[float]]) -> str:
    lines = [
        "| | to fetch | unpacked | files | Debian packages | start → window: median (least to most) |",
        "|---|---|---|---|---|---|",
    ]
    for name, size in sizes.items():
        taken = times[name]
        lines.append(
            f"| {name} {size.version} | {size.fetched / 1e6:.0f} MB | {size.unpacked / 1e6:.0f} MB "
            f"| {size.files} | {size.packages} "
            f"| {statistics.median(taken):.2f} s ({min(taken):.2f} to {max(taken):.2f}) |"
        )
    when = datetime.now(UTC).strftime("%Y-%m-%d")
    load = os.getloadavg()[1] / (os.cpu_count() or 1)
    told = f"Measured {when}, {_ROUNDS} starts each in turn; load {load:.1f} per core of {os.cpu_count()}."
    return "\n".join([*lines, "", told])


def _write_into(document: Path, table: str) -> None:
    start, end = "<!-- measured: packaging/release/compared.py -->", "<!-- end -->"
    before, found, rest = document.read_text(encoding="utf-8").partition(start)
    if not found:
        raise PackagingError(f"{document} has no place for the table.")
    _old, _end, after = rest.partition(end)
    document.write_text(f"{before}{start}\n{table}\n{end}{after}", encoding="utf-8")


_PROGRAMS = (
    Program("Course Player", _install_ours, ("courseplayer",), {}),
    Program("Kiwix", _install_kiwix, ("kiwix-desktop",), {}),
    Program(
        "Anki", _install_anki, ("python3", "-c", "import aqt; aqt.run()", "-l", "en", "-p", "Learner"),
        {"PYTHONPATH": _ANKI},
    ),
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
