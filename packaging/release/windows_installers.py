"""Makes what Windows is given of an unpacked program: ``windows_installers.py FOLDER OUT``; Linux will do.

A setup program, an MSI, a .zip for sticks, and their checksums. Needs makensis (with its 64-bit stubs), wixl
and msibuild. FOLDER holds ``courseplayer.exe``; it is made on Windows.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from inspection import files_below
from project import ROOT, PackagingError, epoch, version
from sums import write_sums

WINDOWS = ROOT / "packaging" / "windows"
PROGRAM = "courseplayer.exe"

# A deferred action of the system's own account: only so may it open the program for writing, without being
# refused itself. Its exit code is checked. wixl 0.101 leaves out, without a word, an action that starts a
# program inside the MSI.
_RUN_A_BINARY, _DEFERRED, _AS_SYSTEM = 0x2, 0x400, 0x800
_REFUSE_WHILE_RUNNING = (
    "INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('RefuseWhileRunning', "
    f"{_RUN_A_BINARY | _DEFERRED | _AS_SYSTEM}, 'Running', '[INSTALLDIR]{PROGRAM}')"
)


def main() -> int:
    """Make all of it and print where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    request = parser.parse_args()
    try:
        made = [make(request.folder, request.out) for make in (make_setup, make_msi, make_archive)]
        write_sums(made, request.out)
    except PackagingError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def make_setup(folder: Path, out: Path, number: str | None = None, *, is_quick: bool = False) -> Path:
    """Make setup.exe with makensis; warnings are errors. ``number`` and ``is_quick`` are for checks."""
    number = number or version()
    made = _prepared(folder, out) / f"courseplayer-{number}-setup.exe"
    words = {"VERSION": number, "PROGRAM": str(folder.absolute()), "OUT": str(made.absolute())}
    defines = [f"-D{name}={value}" for name, value in words.items()] + ["-DQUICK"] * is_quick
    _run("makensis", "-V2", "-WX", *defines, str(WINDOWS / "courseplayer.nsi"))
    return made


def make_msi(folder: Path, out: Path, number: str | None = None) -> Path:
    """Make the MSI with wixl, every file of the folder in it; ``number`` as above."""
    number = number or version()
    made = _prepared(folder, out) / f"courseplayer-{number}.msi"
    places = "\n".join(
        sorted(f"./{path.relative_to(folder).as_posix()}" for path in folder.rglob("*") if path.is_file())
    )
    heat = ("wixl-heat", "-p", "./", "--component-group", "Program", "--directory-ref", "INSTALLDIR",
            "--var", "var.PROGRAM", "--win64")  # fmt: skip
    fragment = _run(*heat, given=places)
    listed = made.with_suffix(".files.wxs")
    listed.write_text(fragment, encoding="utf-8")
    running = made.with_suffix(".running.exe")
    _run("makensis", "-V2", "-WX", f"-DOUT={running.absolute()}", str(WINDOWS / "running.nsi"))
    # It takes sources only relative to where it stands.
    words = {"VERSION": number, "PROGRAM": ".", "RUNNING": os.path.relpath(running, folder), "Win64": "yes"}
    defines = [word for name, value in words.items() for word in ("-D", f"{name}={value}")]
    sources = (str(WINDOWS / "courseplayer.wxs"), str(listed.absolute()))
    _run("wixl", "-a", "x64", *defines, "-o", str(made.absolute()), *sources, inside=folder)
    _run("msibuild", str(made.absolute()), "-q", _REFUSE_WHILE_RUNNING)
    listed.unlink()
    running.unlink()
    return made


def make_archive(folder: Path, out: Path, number: str | None = None) -> Path:
    """Make the .zip that kits take and that runs where it is unpacked; ``number`` as above."""
    top = f"courseplayer-{number or version()}-windows-x86_64"
    made = _prepared(folder, out) / f"{top}.zip"
    moment = time.gmtime(epoch())[:6]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in files_below(folder):
            entry = zipfile.ZipInfo(f"{top}/{path.relative_to(folder).as_posix()}", moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())
    return made


def _prepared(folder: Path, out: Path) -> Path:
    if not (folder / PROGRAM).is_file():
        raise PackagingError(f"There is no {PROGRAM} in {folder}: freeze the program on Windows first.")
    out.mkdir(parents=True, exist_ok=True)
    return out


def _run(*command: str, given: str | None = None, inside: Path | None = None) -> str:
    if shutil.which(command[0]) is None:
        raise PackagingError(f"{command[0]} is missing: install nsis, wixl and msitools.")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
    done = subprocess.run(
        command,
        input=given,
        env=environment,
        cwd=inside,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise PackagingError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
