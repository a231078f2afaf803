"""The parts of the program that others made, read from what is installed, and the program's own licence."""

from importlib import metadata

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
    """Return the libraries in use with their installed versions; those not installed are left out."""
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
