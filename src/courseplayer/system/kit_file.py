"""Finds and reads the settings of a kit, and writes them."""

import os
from collections.abc import Mapping
from pathlib import Path

from courseplayer.system.kit import Kit, KitSettings


def find_kit(environ: Mapping[str, str] = os.environ) -> Kit | None:
    """Return the kit that the program belongs to, None when it belongs to none; never raises."""
    raise NotImplementedError


def read_kit(folder: Path) -> Kit | None:
    """Return the kit whose ``kit.toml`` lies in this folder; what cannot be used in it is a fault."""
    raise NotImplementedError


def read_logo(kit: Kit) -> bytes | None:
    """Return the kit's picture, a PNG or JPEG of bounded size; None when there is none to be used."""
    raise NotImplementedError


def kit_text(settings: KitSettings) -> str:
    """Return the settings as TOML; raises ValueError for a value that read_kit would not take."""
    raise NotImplementedError
