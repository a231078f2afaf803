"""Makes the packages twice, from two copies of the project at different places, and compares every byte."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from project import ROOT, PackagingError, epoch

_PLACES = ("one", "another place, with a longer name")


def main() -> int:
    """Print what was compared; 1 when anything differs."""
    try:
        with tempfile.TemporaryDirectory(prefix="courseplayer-twice-") as folder:
            first, second = (_made(Path(folder) / name) for name in _PLACES)
            return _compared(first, second)
    except PackagingError as refusal:
        print(refusal, file=sys.stderr)
        return 1


def _made(place: Path) -> Path:
    tracked = subprocess.run(("git", "ls-files", "-z"), cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, os.fsdecode(tracked).split("\0")):
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, place / name)
    command = [sys.executable, "-P", str(place / "packaging" / "release" / "package.py"), "--quick"]
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONPATH": str(place / "packaging/release"),
    }
    if subprocess.run(command, cwd=place, env=environment, check=False).returncode != 0:
        raise PackagingError(f"The packages could not be made in {place}.")
    return place


def _compared(first: Path, second: Path) -> int:
    contents = [_files(first), _files(second)]
    differing = [
        str(name)
        for name in sorted(contents[0].keys() | contents[1].keys())
        if not _is_same(contents[0].get(name), contents[1].get(name))
    ]
    if differing:
        print(f"{len(differing)} files differ: {', '.join(differing[:20])}", file=sys.stderr)
        return 1
    print(f"{len(contents[0])} files are byte for byte the same")
    return 0


def _files(place: Path) -> dict[Path, Path]:
    folders = (place / "dist", place / "build" / "package" / "player", place / "build" / "package" / "tools")
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(place): path for path in found}


def _is_same(one: Path | None, other: Path | None) -> bool:
    return one is not None and other is not None and one.read_bytes() == other.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
