"""Lets the tools of Debian and of the desktops look at the packages; a missing tool is told, not hidden."""

import shutil
import subprocess
import sys
from pathlib import Path

from project import ARTEFACTS, HERE, PLAYER

_DESKTOP_FILE = HERE / "linux" / "courseplayer.desktop"


def main() -> int:
    """Run each tool; 1 when one complains or cannot be run."""
    packages = sorted(ARTEFACTS.glob("*.deb"))
    if not packages or not PLAYER.exists():
        print("There are no packages: make package makes them.", file=sys.stderr)
        return 1
    commands: list[tuple[str | Path, ...]] = [
        ("lintian", "--allow-root", "--fail-on", "error,warning", *packages),
        ("desktop-file-validate", "--warn-kde", _DESKTOP_FILE),
        (
            "xmllint",
            "--noout",
            *sorted((HERE / "linux").glob("*.xml")),
            *sorted((HERE / "linux").glob("*.svg")),
        ),
        ("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", HERE / "linux" / "courseplayer.1"),
    ]
    return int(not all([_is_content(command) for command in commands]))


def _is_content(command: tuple[str | Path, ...]) -> bool:
    name = str(command[0])
    if shutil.which(name) is None:
        print(f"FAILED  {name}: not installed here")
        return False
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    said = (done.stderr if name == "man" else done.stdout + done.stderr).strip()
    is_content = done.returncode == 0 and not said
    print(f"{'ok     ' if is_content else 'FAILED '} {name}{': ' + said if said else ''}")
    return is_content


if __name__ == "__main__":
    sys.exit(main())
