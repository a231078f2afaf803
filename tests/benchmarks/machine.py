"""Describes the machine and the programs that were measured."""

import os
import platform
import shutil
import sqlite3
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("PySide6_Essentials", "SQLAlchemy", "av", "pillow")


def describe() -> dict[str, str]:
    """Return what one has to know to compare the numbers with others."""
    return {
        "when": datetime.now(UTC).isoformat(timespec="minutes"),
        "system": platform.platform(),
        "processor": f"{os.cpu_count()} x {_processor()}",
        "memory": _memory(),
        "load before": load(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in _PACKAGES},
        "mpv": _first_line("mpv", "--version"),
        "rg": _first_line("rg", "--version"),
    }


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    if known.is_file():
        for line in known.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> str:
    known = Path("/proc/meminfo")
    if not known.is_file():
        return "unknown"
    return f"{int(known.read_text(encoding='utf-8').split()[1]) / 1024 / 1024:.0f} GiB"


def load() -> str:
    """Tell how busy the machine is."""
    return f"{os.getloadavg()[0]:.2f} in the last minute" if hasattr(os, "getloadavg") else "unknown"


def _first_line(program: str, argument: str) -> str:
    if shutil.which(program) is None:
        return "not installed"
    told = subprocess.run((program, argument), capture_output=True, text=True, check=False).stdout
    return told.splitlines()[0] if told else "unknown"
