"""Finds and reads the settings of a kit and its picture."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from courseplayer.system.kit_names import KIT_NAME
from courseplayer.system.paths import program_folder

if TYPE_CHECKING:
    # Few programs belong to a kit, and the first paint waits for what is imported.
    from courseplayer.system.kit import Kit

_MOST_BYTES = 100_000
MOST_LOGO_BYTES = 1_000_000
MOST_LOGO_PIXELS = 2_000
"""In width and in height."""


def find_kit(environ: Mapping[str, str]) -> "Kit | None":
    """Return the kit that the program belongs to, None when it belongs to none; never raises.

    It lies beside the program, or in the folder around the program's own if that says so: a stray file in a
    folder of downloads must not change a program that was unpacked there.
    """
    program = program_folder(environ)
    own = read_kit(program)
    if own is not None:
        return own
    around = read_kit(program.parent)
    return around if around is not None and program.name in around.settings.players else None


def read_kit(folder: Path) -> "Kit | None":
    """Return the kit whose ``kit.toml`` lies in this folder; what cannot be used in it is a fault.

    Never raises; None where there is no such file or it cannot be read.
    """
    data = _bounded(folder / KIT_NAME, _MOST_BYTES)
    if data is None:
        return None
    from courseplayer.system.kit_rules import kit_of  # noqa: PLC0415 - most computers have no kit

    return kit_of(folder, data)


def read_logo(kit: "Kit") -> bytes | None:
    """Return the kit's picture, a PNG or JPEG of bounded size; None when there is none to be used."""
    name = kit.settings.look.logo
    return None if name is None else logo_bytes(kit.folder / name)


def logo_bytes(file: Path) -> bytes | None:
    """Return a picture that may be a logo; None for what is too large, no PNG or JPEG, or not there."""
    from courseplayer.system.pictures import picture_size  # noqa: PLC0415 - as above

    data = _bounded(file, MOST_LOGO_BYTES)
    size = None if data is None or len(data) > MOST_LOGO_BYTES else picture_size(data)
    if size is None or not all(0 < side <= MOST_LOGO_PIXELS for side in size):
        return None
    return data


def _bounded(file: Path, most_bytes: int) -> bytes | None:
    try:
        # A pipe or a device would be read for ever.
        if not file.is_file():
            return None
        with file.open("rb") as opened:
            return opened.read(most_bytes + 1)
    except OSError:
        return None
