"""Names, places and the moment of a release, which every artefact repeats."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
STAGE = ROOT / "build" / "package"
PLAYER = STAGE / "player"
"""The unpacked player: `courseplayer` and `_internal`."""
TOOLS = STAGE / "tools"
"""What the trainer's tools add, at the same places."""
ARTEFACTS = ROOT / "dist"


class PackagingError(Exception):
    """The packages cannot be made; the words say why and what to do."""


def version() -> str:
    """Return the program's version."""
    text = (ROOT / "src" / "courseplayer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise PackagingError("src/courseplayer/__init__.py tells no version.")
    return found[1]


def epoch() -> int:
    """Return the one moment that goes into every artefact: SOURCE_DATE_EPOCH, else that of the commit."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return int(os.environ["SOURCE_DATE_EPOCH"])
    told = subprocess.run(
        ("git", "log", "-1", "--format=%ct"), cwd=ROOT, capture_output=True, text=True, check=False
    )
    if told.returncode != 0:
        raise PackagingError("This is no git checkout: set SOURCE_DATE_EPOCH to the moment of the release.")
    return int(told.stdout)
