"""Makes the unpacked program: its parts, PyInstaller's folder, and what has to be done to that."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6

from contents import is_tool
from elf import is_elf, without_run_path
from icu_data import FUNCTIONS_THAT_READ_THE_REST, trimmed_library
from project import HERE, PLAYER, ROOT, STAGE, TOOLS, PackagingError, epoch

_PARTS = STAGE / "parts"
_EXAMPLES = ("demo", "codecs")
_INTERNAL = "_internal"
_ICU_FUNCTION = re.compile(rb"\0((?:u[a-z]*|UCNV)_\w+)_\d\d(?=\0)")

# Only what linkers and debuggers read is taken, and only from files that no tool has rearranged: libraries of
# FFmpeg in wheels are patched, and stripped ones show no picture without saying so (measured).
_STRIPPED = (
    "libpython3*",
    "libsqlite3*",
    "libcrypto*",
    "python3*/lib-dynload/*.so",
    "charset_normalizer/**/*.so",
    "cryptography/**/*.so",
    "lxml/**/*.so",
    "nh3/**/*.so",
    "sqlalchemy/**/*.so",
    "yaml/**/*.so",
)


def freeze() -> None:
    """Make the folders of player and tools anew."""
    shutil.rmtree(STAGE, ignore_errors=True)
    _make_examples()
    _make_translations()
    _run_pyinstaller()
    _split()
    if sys.platform.startswith("linux"):
        _strip()
        _trim_icu()
        _forget_build_machine()


def _make_examples() -> None:
    resources = _PARTS / "resources"
    resources.mkdir(parents=True)
    for name in _EXAMPLES:
        source = ROOT / "resources" / f"{name}-course"
        _run((sys.executable, "-m", "courseplayer", "build", source, "-o", resources / f"{name}.course"))


def _make_translations() -> None:
    folder = _PARTS / "resources" / "translations"
    folder.mkdir(parents=True)
    # Beside Qt itself: where its small starter lies differs between an environment and a plain Python.
    lrelease = shutil.which("lrelease", path=Path(PySide6.__file__).parent)
    if lrelease is None:
        raise PackagingError("lrelease of PySide6 is missing: install the packages of constraints.txt.")
    for source in sorted((ROOT / "resources" / "translations").glob("*.ts")):
        _run((lrelease, "-silent", source, "-qm", folder / f"{source.stem}.qm"))


def _run_pyinstaller() -> None:
    places = ("--distpath", STAGE / "dist", "--workpath", STAGE / "work")
    spec = HERE / "courseplayer.spec"
    _run((sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN", *places, spec))


def _run(command: tuple[str | Path, ...]) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": str(epoch()),
        "COURSEPLAYER_PARTS": str(_PARTS),
        "COURSEPLAYER_HOME": str(STAGE / "home"),
        "PYINSTALLER_CONFIG_DIR": str(STAGE / "pyinstaller"),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
    }
    words = [str(word) for word in command]
    if subprocess.run(words, cwd=ROOT, env=environment, check=False).returncode != 0:
        raise PackagingError(f"This did not work; its message is above: {' '.join(words[:4])} …")


def _split() -> None:
    """Move what only trainers need to a folder of its own, laid out in the same way."""
    (STAGE / "dist" / "courseplayer").rename(PLAYER)
    inside = PLAYER / _INTERNAL
    for path in sorted(path for path in inside.rglob("*") if path.is_file()):
        place = path.relative_to(inside)
        if is_tool(place.as_posix()):
            (TOOLS / _INTERNAL / place).parent.mkdir(parents=True, exist_ok=True)
            path.rename(TOOLS / _INTERNAL / place)
    for folder in sorted((path for path in inside.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    bill = Path("courseplayer", "third-party", "tools")
    (TOOLS / _INTERNAL / bill).parent.mkdir(parents=True)
    (PLAYER / _INTERNAL / bill).rename(TOOLS / _INTERNAL / bill)


def _strip() -> None:
    found = [path for pattern in _STRIPPED for path in (PLAYER / _INTERNAL).glob(pattern) if path.is_file()]
    _run(("strip", "--strip-unneeded", *sorted(found)))


def _trim_icu() -> None:
    """Take out what Qt has no function to read; PackagingError when Qt has learned to read more."""
    for library in PLAYER.rglob("libQt6*.so*"):
        called = {found.decode() for found in _ICU_FUNCTION.findall(library.read_bytes())}
        unknown = [name for name in sorted(called) if not name.startswith(FUNCTIONS_THAT_READ_THE_REST)]
        if unknown:
            raise PackagingError(f"{library.name} calls {', '.join(unknown)} of ICU: see icu_data.py.")
    for library in PLAYER.rglob("libicudata.so.*"):
        library.write_bytes(trimmed_library(library.read_bytes()))


def _forget_build_machine() -> None:
    for path in (*PLAYER.rglob("*.so*"), *TOOLS.rglob("*.so*")):
        if is_elf(path):
            before = path.read_bytes()
            after = without_run_path(before)
            if after != before:
                path.write_bytes(after)
