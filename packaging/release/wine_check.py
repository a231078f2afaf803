"""Builds the program for Windows under Wine and tries its installers there: ``wine_check.py [--reuse]``.

A smoke test and never a release: Python is put together from parts, nothing is signed, Wine is no Windows.
It prints a table and ends with 1 when something is not as promised. ``--reuse`` takes the last program.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from inspection import files_below
from project import ROOT, PackagingError, epoch, version
from windows_installers import PROGRAM, make_archive, make_msi, make_setup
from windows_python import prepare_python
from wine import Wine, imported_names, windows_path

sys.path.insert(0, str(ROOT / "packaging" / "setup"))
from refusal import Refusal
from virtual_display import virtual_display

_FOLDER = ROOT / "build" / "wine"
_SOURCE, _PYTHON, _MADE = _FOLDER / "source", _FOLDER / "python", _FOLDER / "made"
_STICK = _FOLDER / "stick"
_FROZEN = _SOURCE / "build" / "package" / "player"
_OLDER = "0.0.1"
_UNINSTALLER = "uninstall.exe"
_GONE_SINCE = Path("_internal", "gone-since.txt")
_KEY = r"HKLM\Software\CoursePlayer"
_LISTED = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\CoursePlayer"
_WRITTEN = b"what a learner wrote"
_TOO_OLD, _RUNNING = 10, 11
_PATIENCE_SECONDS = 120
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Installers:
    """The same program as setup.exe, MSI and .zip, and an older one of each that installs."""

    setup: Path
    msi: Path
    older_setup: Path
    older_msi: Path
    archive: Path


class Machine:
    """The Windows that is tried, and the installers tried on it."""

    def __init__(self, wine: Wine, installers: Installers) -> None:
        self.wine = wine
        self.installers = installers
        self.folder = wine.drive / "Program Files" / "Course Player"
        homes = [one for one in (wine.drive / "users").iterdir() if one.name != "Public"]
        self.learner = homes[0] / "AppData" / "Local" / "courseplayer" / "learner.db"

    def setup(self, setup: Path, *words: str) -> int:
        """Run a setup program silently and return its exit code, which Wine may give for nothing done."""
        return self.wine.run(windows_path(setup), "/S", *words).returncode

    def msi(self, what: str, msi: Path, *words: str) -> int:
        """Let Windows' own installer do it silently."""
        return self.wine.run("msiexec", what, windows_path(msi), *words, "/qn", "/norestart").returncode


def main() -> int:
    """Build when needed, then try; what stands in the way is told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reuse", action="store_true")
    request = parser.parse_args()
    try:
        with virtual_display() as display:
            return _check(Wine(_FOLDER / "windows", display["DISPLAY"]), is_reused=request.reuse)
    except (PackagingError, Refusal, FileNotFoundError) as refusal:
        print(refusal, file=sys.stderr)
        return 1


def _check(wine: Wine, *, is_reused: bool) -> int:
    print(wine.prepare(), flush=True)
    wine.pretend("win10")
    if not (is_reused and (_FROZEN / PROGRAM).exists()):
        _build(wine)
    files = files_below(_FROZEN)
    size = sum(path.stat().st_size for path in files)
    print(f"player for Windows, unpacked: {size / 1e6:.1f} MB in {len(files)} files", flush=True)
    machine = Machine(wine, _installers())
    # An earlier check may have ended half way.
    shutil.rmtree(machine.folder, ignore_errors=True)
    return int(not all([_is_as_promised(machine, name, step) for name, step in _STEPS]))


def _build(wine: Wine) -> None:
    prepare_python(_PYTHON)
    qt = _PYTHON / "Lib" / "site-packages" / "PySide6" / "Qt6Core.dll"
    told = subprocess.run(
        ("x86_64-w64-mingw32-objdump", "-p", qt), capture_output=True, text=True, check=True
    )
    wine.add_empty_library("icuuc.dll", imported_names(told.stdout, "icuuc.dll"))
    shutil.rmtree(_SOURCE, ignore_errors=True)
    tracked = subprocess.run(("git", "ls-files", "-z"), cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, os.fsdecode(tracked).split("\0")):
        if (ROOT / name).is_file():
            (_SOURCE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, _SOURCE / name)
    command = _SOURCE / "packaging" / "release" / "package.py"
    # The program is not installed there, and packing uses its writers of archives.
    sources = ";".join(map(windows_path, (command.parent, _SOURCE / "src")))
    variables = {"SOURCE_DATE_EPOCH": str(epoch()), "PYTHONPATH": sources}
    wine.must(windows_path(_PYTHON / "python.exe"), windows_path(command), "freeze", variables=variables)


def _installers() -> Installers:
    """Pack the program, and a stand-in that is older and has one file that went since."""
    older = _FOLDER / "older"
    shutil.rmtree(older, ignore_errors=True)
    shutil.rmtree(_MADE, ignore_errors=True)
    (older / _GONE_SINCE).parent.mkdir(parents=True)
    (older / _GONE_SINCE).write_bytes(b"an older version had this\n")
    shutil.copyfile(_FROZEN / PROGRAM, older / PROGRAM)
    return Installers(
        make_setup(_FROZEN, _MADE, is_quick=True), make_msi(_FROZEN, _MADE),
        make_setup(older, _MADE, _OLDER, is_quick=True), make_msi(older, _MADE, _OLDER),
        make_archive(_FROZEN, _MADE),
    )  # fmt: skip


def _is_as_promised(machine: Machine, name: str, step: Callable[[Machine], str]) -> bool:
    try:
        told = step(machine)
    except PackagingError as failure:
        print(f"FAILED  {name}: {failure}", flush=True)
        return False
    print(f"ok      {name}: {told}", flush=True)
    return True


def _refuse_an_old_windows(machine: Machine) -> str:
    machine.wine.pretend("win7")
    try:
        _expect(machine.setup(machine.installers.setup), _TOO_OLD)
    finally:
        machine.wine.pretend("win10")
    if (machine.folder / PROGRAM).exists():
        raise PackagingError("something was installed on a Windows that is too old")
    return f"exit code {_TOO_OLD} on Windows 7, nothing installed"


def _install_older_setup(machine: Machine) -> str:
    _expect(machine.setup(machine.installers.older_setup), 0)
    return _installed(machine, _OLDER)


def _upgrade_by_setup(machine: Machine) -> str:
    _expect(machine.setup(machine.installers.setup), 0)
    told = _installed(machine, version())
    if machine.wine.registered(_LISTED, "DisplayVersion") != version():
        raise PackagingError("the list of installed programs has another version")
    return told


def _write_as_learner(machine: Machine) -> str:
    machine.learner.parent.mkdir(parents=True, exist_ok=True)
    machine.learner.write_bytes(_WRITTEN)
    return str(machine.learner.relative_to(machine.wine.drive))


def _self_test(machine: Machine) -> str:
    # Wine draws by the processor: on a busy machine the window's first frame may miss its fifteen seconds.
    for attempt in range(1, _ATTEMPTS + 1):
        done = machine.wine.run(windows_path(machine.folder / PROGRAM), "--self-test")
        told = [line for line in done.stdout.splitlines() if line.startswith(("ok  ", "FAILED"))]
        if done.returncode == 0:
            return f"exit code 0, {len(told)} checks, at attempt {attempt}"
    failed = "; ".join(line for line in told if line.startswith("FAILED")) or done.stdout[-500:]
    raise PackagingError(f"ended with {done.returncode}, {len(told)} checks: {failed}")


def _refuse_while_running(machine: Machine) -> str:
    with _running(machine):
        _expect(machine.setup(machine.installers.older_setup), _RUNNING)
        _expect(_uninstall(machine), _RUNNING)
    return f"exit code {_RUNNING} from setup and from uninstall, nothing changed"


def _refuse_msi_while_running(machine: Machine) -> str:
    with _running(machine):
        repaired = machine.msi("/i", machine.installers.msi, "REINSTALL=ALL", "REINSTALLMODE=vomus")
        codes = repaired, machine.msi("/x", machine.installers.msi)
        if 0 in codes:
            raise PackagingError(f"it did not refuse: {codes}")
        _installed(machine, version())
    return f"exit codes {codes[0]} and {codes[1]} from repair and removal (1603 on Windows), nothing changed"


@contextmanager
def _running(machine: Machine) -> Iterator[None]:
    """Let the program run meanwhile, and look that nothing of it was changed."""
    before = _state(machine)
    machine.learner.unlink(missing_ok=True)
    running = machine.wine.start(windows_path(machine.folder / PROGRAM))
    try:
        # Wine's list of tasks is empty; the store is made when the window is up.
        _wait_until(machine.learner.exists, "the program did not start")
        yield
    finally:
        machine.wine.run("taskkill", "/IM", PROGRAM, "/F")
        running.communicate(timeout=_PATIENCE_SECONDS)
    if _state(machine) != before:
        raise PackagingError("something was changed although it refused")


def _state(machine: Machine) -> dict[Path, int]:
    return {path: path.stat().st_size for path in files_below(machine.folder)}


def _uninstall_by_setup(machine: Machine) -> str:
    _expect(_uninstall(machine), 0)
    # Where it lies it cannot take itself away.
    (machine.folder / _UNINSTALLER).unlink(missing_ok=True)
    return _nothing_but_the_learners(machine)


def _start_from_a_stick(machine: Machine) -> str:
    """Make a stick of the .zip with the program for Linux, and start what is on it."""
    course = _FROZEN / "_internal" / "courseplayer" / "resources" / "demo.course"
    shutil.rmtree(_STICK, ignore_errors=True)
    words = ("kit", "folder", course, "-o", _STICK, "--player", machine.installers.archive)
    made = subprocess.run(
        (sys.executable, "-m", "courseplayer", *words), capture_output=True, encoding="utf-8", check=False
    )
    if made.returncode != 0:
        raise PackagingError(f"no stick was made: {made.stderr}")
    done = machine.wine.run(windows_path(_STICK / "windows" / PROGRAM), "inventory")
    if done.returncode != 0 or course.name not in done.stdout:
        raise PackagingError(f"it ended with {done.returncode}: {done.stdout[-500:]}{done.stderr[-500:]}")
    return "the program on it finds the course beside it"


def _install_older_msi(machine: Machine) -> str:
    _expect(machine.msi("/i", machine.installers.older_msi), 0)
    return _installed(machine, _OLDER)


def _upgrade_by_msi(machine: Machine) -> str:
    _expect(machine.msi("/i", machine.installers.msi), 0)
    return _installed(machine, version())


def _refuse_the_older_msi(machine: Machine) -> str:
    code = machine.msi("/i", machine.installers.older_msi)
    if code == 0:
        raise PackagingError("an older MSI was installed over a newer one")
    return f"exit code {code}; {_installed(machine, version())}"


def _uninstall_by_msi(machine: Machine) -> str:
    _expect(machine.msi("/x", machine.installers.msi), 0)
    return _nothing_but_the_learners(machine)


def _installed(machine: Machine, number: str) -> str:
    """Look at what is there, since an exit code of Wine may mean that nothing was done."""
    is_older = (machine.folder / _GONE_SINCE).exists()
    found = machine.wine.registered(_KEY, "Version")
    if found != number or is_older != (number == _OLDER) or not (machine.folder / PROGRAM).exists():
        raise PackagingError(
            f"{found} is registered, not {number}; a file of the older one is there: {is_older}"
        )
    return f"{found} in {machine.folder.name}"


def _nothing_but_the_learners(machine: Machine) -> str:
    _wait_until(lambda: not (machine.folder / PROGRAM).exists(), "the program is still there")
    left = files_below(machine.folder) if machine.folder.exists() else ()
    if left or machine.wine.registered(_KEY, "Version") is not None:
        raise PackagingError(f"something was left: {', '.join(one.name for one in left) or 'the registry'}")
    if machine.learner.read_bytes() != _WRITTEN:
        raise PackagingError("what the learner wrote is gone")
    return "nothing left but what the learner wrote"


def _uninstall(machine: Machine) -> int:
    """Run the uninstaller where it lies: else it goes on in a copy, and its exit code says nothing.

    It wants the folder last and without quotes, which only a batch file leaves alone.
    """
    place = f"C:\\Program Files\\{machine.folder.name}"
    batch = machine.wine.drive / "uninstall.bat"
    lines = (f'"{place}\\{_UNINSTALLER}" /S _?={place}', "exit %errorlevel%", "")
    batch.write_text("\r\n".join(lines), encoding="ascii")
    return machine.wine.run("cmd", "/c", "C:\\uninstall.bat").returncode


def _expect(code: int, wanted: int) -> None:
    if code != wanted:
        raise PackagingError(f"ended with {code}, not {wanted}")


def _wait_until(holds: Callable[[], bool], otherwise: str) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > deadline:
            raise PackagingError(otherwise)
        time.sleep(0.5)


_STEPS: tuple[tuple[str, Callable[[Machine], str]], ...] = (
    ("refuse a Windows that is too old", _refuse_an_old_windows),
    ("setup.exe /S of an older version", _install_older_setup),
    ("upgrade with setup.exe /S", _upgrade_by_setup),
    ("self-test", _self_test),
    ("refuse while it runs", _refuse_while_running),
    ("write as a learner", _write_as_learner),
    ("uninstall.exe /S", _uninstall_by_setup),
    ("msiexec /i /qn of an older version", _install_older_msi),
    ("upgrade with msiexec /i /qn", _upgrade_by_msi),
    ("self-test after msiexec", _self_test),
    ("refuse the older MSI", _refuse_the_older_msi),
    # Wine undoes nothing: after this it would take an older version for an upgrade.
    ("refuse while it runs, by msiexec", _refuse_msi_while_running),
    ("write as a learner again", _write_as_learner),
    ("msiexec /x /qn", _uninstall_by_msi),
    ("start from a stick", _start_from_a_stick),
)

if __name__ == "__main__":
    sys.exit(main())
