"""Reads the look that a kit wishes for, before the first paint: only programs of a kit have one."""

from typing import TYPE_CHECKING

from courseplayer.system.kit_file import read_logo
from courseplayer.ui.brand import NO_BRAND, Brand

if TYPE_CHECKING:
    # Few programs belong to a kit, and the first paint waits for what is imported.
    from courseplayer.system.kit import Kit


def brand_of(kit: "Kit | None") -> Brand:
    """Return the look that a kit wishes for; a picture that cannot be used is left out."""
    if kit is None:
        return NO_BRAND
    # Few programs belong to a kit, and the first paint waits for what is imported.
    from courseplayer.ui.picture_files import decode_picture  # noqa: PLC0415

    look = kit.settings.look
    data = read_logo(kit)
    return Brand(look.name, look.accent, None if data is None else decode_picture(data))
