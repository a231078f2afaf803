"""Makes the Windows installers from an unpacked program: ``windows_installers.py FOLDER OUT``; Linux will do.

Needs makensis (with its 64-bit stubs) and wixl. FOLDER holds ``courseplayer.exe``; it is made on Windows.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from project import ROOT, PackagingError, epoch, version

WINDOWS = ROOT / "packaging" / "windows"
PROGRAM = "courseplayer.exe"


def main() -> int:
    """Make both installers and print where they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    request = parser.parse_args()
    try:
        for path in (make_setup(request.folder, request.out), make_msi(request.folder, request.out)):
            print(path)
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
    defines = ("-D", f"VERSION={number}", "-D", "PROGRAM=.", "-D", "Win64=yes")
    # It takes sources only where it stands.
    sources = (str(WINDOWS / "courseplayer.wxs"), str(listed.absolute()))
    _run("wixl", "-a", "x64", *defines, "-o", str(made.absolute()), *sources, inside=folder)
    listed.unlink()
    return made


def _prepared(folder: Path, out: Path) -> Path:
    if not (folder / PROGRAM).is_file():
        raise PackagingError(f"There is no {PROGRAM} in {folder}: freeze the program on Windows first.")
    out.mkdir(parents=True, exist_ok=True)
    return out


def _run(*command: str, given: str | None = None, inside: Path | None = None) -> str:
    if shutil.which(command[0]) is None:
        raise PackagingError(f"{command[0]} is missing: install nsis and wixl.")
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
