"""The libraries and tools that the operating system has to bring, and how to get the missing ones."""

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from refusal import Refusal

APT_LISTS = Path("/var/lib/apt/lists")
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends")
REFRESH = ("apt-get", "update")


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """One library or tool.

    ``debian`` are its names in Debian's releases, the newest first; ``file`` is what other systems must
    have: the library that the loader finds, or a program on the path.
    """

    debian: tuple[str, ...]
    file: str


# Found on a bare Debian by installing one at a time until video really played (libxrandr2: without it
# everything imports and no frame ever comes). A font comes with libfontconfig1.
LIBRARIES = (
    SystemPackage(("libglib2.0-0t64", "libglib2.0-0"), "libglib-2.0.so.0"),
    SystemPackage(("libegl1",), "libEGL.so.1"),
    SystemPackage(("libgl1",), "libGL.so.1"),
    SystemPackage(("libxkbcommon0",), "libxkbcommon.so.0"),
    SystemPackage(("libdbus-1-3",), "libdbus-1.so.3"),
    SystemPackage(("libfontconfig1",), "libfontconfig.so.1"),
    SystemPackage(("libpulse0",), "libpulse.so.0"),
    SystemPackage(("libgssapi-krb5-2",), "libgssapi_krb5.so.2"),
    SystemPackage(("libxrandr2",), "libXrandr.so.2"),
    SystemPackage(("libxkbcommon-x11-0",), "libxkbcommon-x11.so.0"),
    SystemPackage(("libxcb-cursor0",), "libxcb-cursor.so.0"),
    SystemPackage(("libxcb-icccm4",), "libxcb-icccm.so.4"),
    SystemPackage(("libxcb-keysyms1",), "libxcb-keysyms.so.1"),
    SystemPackage(("libxcb-shape0",), "libxcb-shape.so.0"),
)
VIRTUAL_DISPLAY = SystemPackage(("xvfb",), "Xvfb")
SYSTEM_CALLS = SystemPackage(("strace",), "strace")
"""For the tests that cut the power and let the disk refuse."""
COMPARED = (SystemPackage(("mpv",), "mpv"), SystemPackage(("ripgrep",), "rg"))
"""What the benchmarks measure the program against."""


def ensure(wanted: Sequence[SystemPackage]) -> None:
    """Install what is missing when that is allowed, else raise Refusal with the one command to type."""
    if not sys.platform.startswith("linux"):
        return
    if shutil.which("dpkg-query") and shutil.which("apt-get"):
        _ensure_on_debian(wanted)
    else:
        _ensure_elsewhere(wanted)


def _ensure_on_debian(wanted: Sequence[SystemPackage]) -> None:
    missing = missing_on_debian(wanted, installed_of(_names(wanted)))
    if not missing:
        return
    if os.geteuid() == 0:
        install(missing)
        return
    raise Refusal(
        "This computer lacks system packages that Course Player needs. Type this, then run make again:\n  "
        + command_to_type(candidates(missing, apt_offers), lists_are_empty())
    )


def _ensure_elsewhere(wanted: Sequence[SystemPackage]) -> None:
    missing = [package.file for package in wanted if not is_loadable(package.file)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("Python's venv and ensurepip modules")
    if missing:
        raise Refusal(
            "This computer lacks system files that Course Player needs. "
            f"Install them with its package manager, then run make again:\n  {', '.join(missing)}"
        )


def _names(packages: Sequence[SystemPackage]) -> list[str]:
    return [name for package in packages for name in package.debian]


def python_packages() -> tuple[SystemPackage, ...]:
    """Return what makes a virtual environment possible: Debian splits it off from its Python."""
    if importlib.util.find_spec("ensurepip") is not None:
        return ()
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return (SystemPackage((f"{version}-venv",), version),)


def packaging_packages() -> tuple[SystemPackage, ...]:
    """Return what freezing the program needs; Debian splits the library off from its Python."""
    binutils = SystemPackage(("binutils",), "strip")
    if sys.base_prefix != "/usr":
        return (binutils,)
    library = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
    return binutils, SystemPackage((f"{library}t64", library), f"{library}.so.1.0")


def installed_of(names: Sequence[str]) -> set[str]:
    """Return which Debian packages are completely installed."""
    shown = "${Package} ${db:Status-Status}\n"
    answer = _run_quietly(("dpkg-query", "--show", f"--showformat={shown}", *names))
    return {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}


def missing_on_debian(wanted: Sequence[SystemPackage], installed: set[str]) -> list[SystemPackage]:
    """Return the packages of which no name is installed."""
    return [package for package in wanted if not installed.intersection(package.debian)]


def candidates(packages: Sequence[SystemPackage], is_offered: Callable[[str], bool]) -> list[str]:
    """Choose the name that this release offers, else the oldest one, which newer releases provide."""
    return [_candidate(package.debian, is_offered) for package in packages]


def _candidate(names: tuple[str, ...], is_offered: Callable[[str], bool]) -> str:
    *newer, oldest = names
    return next((name for name in newer if is_offered(name)), oldest)


def install(packages: Sequence[SystemPackage]) -> None:
    """Install with apt as root; its lists are read anew only when they are empty or too old to serve."""
    if lists_are_empty():
        _apt(REFRESH)
    names = candidates(packages, apt_offers)
    print("Installing system packages:", *names, flush=True)
    if not _apt((*INSTALL, *names)):
        _apt(REFRESH)
        if not _apt((*INSTALL, *candidates(packages, apt_offers))):
            raise Refusal("apt could not install the system packages; its message is above. Run make again.")
    importlib.invalidate_caches()


def command_to_type(names: Sequence[str], with_refresh: bool) -> str:
    """Write the exact line that installs the packages for a person who may become root."""
    steps = (REFRESH, (*INSTALL, *names)) if with_refresh else ((*INSTALL, *names),)
    if shutil.which("sudo"):
        return " && ".join("sudo " + shlex.join(step) for step in steps)
    return "su -c " + shlex.quote(" && ".join(shlex.join(step) for step in steps))


def lists_are_empty() -> bool:
    """Apt has never read what its sources offer, as on a freshly installed machine."""
    return not any(APT_LISTS.glob("*_Packages*"))


def is_loadable(file: str) -> bool:
    """The loader finds this library, or the path this program."""
    if ".so" not in file:
        return shutil.which(file) is not None
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def apt_offers(name: str) -> bool:
    """Apt's lists hold a package of this name that could be installed."""
    answer = _run_quietly(("apt-cache", "policy", name))
    return "Candidate:" in answer and "Candidate: (none)" not in answer


def _run_quietly(command: Sequence[str]) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
    return done.stdout


def _apt(command: Sequence[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = (command[0], "--quiet=2", "-o", "Dpkg::Use-Pty=0", *command[1:])
    return subprocess.run(quiet, check=False, env=environment).returncode == 0
