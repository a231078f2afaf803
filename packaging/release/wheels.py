"""Which pinned wheels each system gets, and whether the index has them: `make wheels-check` runs it."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement

from project import ROOT

CONSTRAINTS = ROOT / "constraints.txt"
PYTHONS = ("3.11", "3.12", "3.13")


@dataclass(frozen=True, slots=True)
class System:
    """A system as the markers of packages and the names of wheels know it."""

    name: str
    wheel: str
    sys_platform: str
    os_name: str
    platform_system: str
    platform_machine: str


# Intel Macs are not among them: cryptography has no wheel for them since 49.
WINDOWS = System("Windows 10, 64 bit", "win_amd64", "win32", "nt", "Windows", "AMD64")
MACOS = System("macOS 14, Apple silicon", "macosx_14_0_arm64", "darwin", "posix", "Darwin", "arm64")
SYSTEMS = (WINDOWS, MACOS)


def main() -> int:
    """Ask the index for each system and each Python; nothing is installed."""
    outcomes = [_is_resolved(system, python) for system in SYSTEMS for python in PYTHONS]
    return int(not all(outcomes))


def pinned(system: System, python: str) -> tuple[str, ...]:
    """Return the pins that count on this system, as pip takes them and without the markers.

    pip itself would judge the markers by the system that it runs on.
    """
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    requirements = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return tuple(f"{one.name}{one.specifier}" for one in requirements if is_for(one, system, python))


def is_for(requirement: Requirement, system: System, python: str) -> bool:
    """Tell whether the requirement's marker holds on this system, no extra being asked for."""
    environment = {
        **{name: str(value) for name, value in default_environment().items()},
        "sys_platform": system.sys_platform,
        "os_name": system.os_name,
        "platform_system": system.platform_system,
        "platform_machine": system.platform_machine,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "extra": "",
    }
    return requirement.marker is None or requirement.marker.evaluate(environment)


def pip_words(system: System, python: str) -> tuple[str, ...]:
    """Return what makes pip choose wheels for another system, and nothing but wheels."""
    return ("--no-deps", "--only-binary=:all:", "--implementation=cp",
            f"--platform={system.wheel}", f"--python-version={python}")  # fmt: skip


def pip(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the pip of this Python."""
    command = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *map(str, words))
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def _is_resolved(system: System, python: str) -> bool:
    wanted = pinned(system, python)
    target = ROOT / "build" / "wheels"
    asked = pip("install", "--dry-run", "--quiet", f"--target={target}", *pip_words(system, python), *wanted)
    if asked.returncode != 0:
        lines = [line for line in asked.stderr.splitlines() if line.startswith("ERROR")]
        print(f"FAILED  {system.name}, Python {python}: {lines[-1] if lines else asked.stderr}", flush=True)
        return False
    print(f"ok      {system.name}, Python {python}: {len(wanted)} wheels ({system.wheel})", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
