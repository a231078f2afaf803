"""Checks that a picture is one of the kinds a learner's PC can show safely, by its content."""

import struct
import zlib
from pathlib import Path

from PIL import Image

from courseplayer.authoring.drawings import (
    MOST_BYTES,
    NothingDrawnError,
    Rasterise,
    UnsafeDrawingError,
    safe_drawing,
)

LARGEST_PIXELS = 40_000_000
LARGEST_BYTES = 20_000_000

_MIMES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
_SVG_SIGNS = (b"<svg", b"<!doctype svg")
_SVG_SUFFIXES = frozenset({".svg", ".svgz"})


class UnusablePictureError(Exception):
    """This picture cannot go into a course; the text is a whole sentence with advice."""


def picture_mime(path: Path) -> str:
    """Decode a picture to the end and return its kind.

    Raises UnusablePictureError, and OSError when the file cannot be read.
    """
    if path.stat().st_size > LARGEST_BYTES:
        raise UnusablePictureError("The picture is larger than 20 MB; save a smaller copy as JPEG.")
    if is_drawing(path):
        raise UnusablePictureError("SVG drawings cannot be shown safely; export the drawing as PNG.")
    try:
        with Image.open(path, formats=tuple(_MIMES)) as picture:
            if picture.width * picture.height > LARGEST_PIXELS:
                raise _too_large(picture.width, picture.height)
            picture.load()
            return _MIMES[picture.format or ""]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as huge:
        raise UnusablePictureError("The picture has far too many pixels; save a smaller copy.") from huge
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error) as broken:
        raise UnusablePictureError(
            "This is not a whole PNG, JPEG, GIF or WebP picture; save it as PNG in a picture program."
        ) from broken


def is_drawing(path: Path) -> bool:
    """Whether this is an SVG drawing, by its content or its name. Raises OSError."""
    with path.open("rb") as stream:
        head = stream.read(1_000).lower()
    return path.suffix.lower() in _SVG_SUFFIXES or any(sign in head for sign in _SVG_SIGNS)


def drawn_picture(path: Path, rasterise: Rasterise) -> tuple[bytes, int]:
    """Return a drawing as PNG and how many parts of it were left out for safety.

    Raises UnusablePictureError, and OSError when the file cannot be read.
    """
    with path.open("rb") as stream:
        # One byte more than may be, so that a larger one is refused as such.
        data = stream.read(MOST_BYTES + 1)
    try:
        drawing, left_out = safe_drawing(data)
        return rasterise(drawing), left_out
    except UnsafeDrawingError as unsafe:
        raise UnusablePictureError(str(unsafe)) from unsafe
    except NothingDrawnError as empty:
        raise UnusablePictureError("Nothing can be drawn of this drawing; export it as PNG.") from empty


def _too_large(width: int, height: int) -> UnusablePictureError:
    return UnusablePictureError(
        f"The picture is {width}×{height} pixels, too many for a weak PC; save a copy 1600 pixels wide."
    )
