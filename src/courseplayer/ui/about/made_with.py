"""The parts that others made, and the licences: from a package's own bill, or from what is installed."""

import json
from importlib import metadata
from pathlib import Path

from courseplayer.system.paths import resources_folder
from courseplayer.ui.about.view import Component

_PARTS = (
    ("PySide6_Essentials", "Qt for Python", "LGPL-3.0"),
    ("av", "PyAV and FFmpeg", "BSD-3-Clause; FFmpeg with x264: GPL-2.0-or-later"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("nh3", "nh3 (ammonia)", "MIT"),
    ("markdown-it-py", "markdown-it-py", "MIT"),
    ("pillow", "Pillow", "MIT-CMU"),
    ("python-docx", "python-docx", "MIT"),
    ("odfdo", "odfdo", "Apache-2.0"),
    ("charset-normalizer", "charset-normalizer", "MIT"),
    ("PyYAML", "PyYAML", "MIT"),
    ("defusedxml", "defusedxml", "PSF-2.0"),
)


def made_with() -> tuple[Component, ...]:
    """Return the libraries in use with their versions; those that are not there are left out."""
    bills = _of_the_package("sbom.cdx.json")
    if bills:
        return tuple(part for bill in bills for part in _components(bill))
    found = []
    for distribution, name, licence in _PARTS:
        try:
            found.append(Component(name, metadata.version(distribution), licence))
        except metadata.PackageNotFoundError:
            continue
    return tuple(found)


def licence_text() -> str:
    """Return the text of the GNU General Public License that goes with the program."""
    return (resources_folder().parent / "LICENSE").read_text(encoding="utf-8")


def third_party_licences() -> str:
    """Return the licences of everything in this package, word for word; nothing when run from source."""
    return "\n".join(path.read_text(encoding="utf-8") for path in _of_the_package("licences.txt"))


def _of_the_package(name: str) -> tuple[Path, ...]:
    """Return this file of the player and, where they are installed, of the trainer's tools."""
    return tuple(sorted((resources_folder().parent / "third-party").glob(f"*/{name}")))


def _components(bill: Path) -> tuple[Component, ...]:
    listed = json.loads(bill.read_text(encoding="utf-8"))["components"]
    return tuple(Component(one["name"], one["version"], one["licenses"][0]["expression"]) for one in listed)
