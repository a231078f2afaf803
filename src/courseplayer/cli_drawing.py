"""What commands let Qt draw, which may run where there is no display: PDF, and the drawings of a course."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from courseplayer.authoring.drawings import Rasterise


def pdf_without_display(html: str) -> bytes:
    """Return a page as PDF."""
    application = _application()
    from courseplayer.app import pdf_writer  # noqa: PLC0415 - see _application

    data = pdf_writer()(html)
    del application
    return data


@contextmanager
def drawing_without_display() -> "Iterator[Rasterise]":
    """Give what draws SVG drawings as PNG; Qt is there from the first one to the end."""
    kept: list[object] = []

    def rasterise(drawing: bytes) -> bytes:
        kept[:] = [_application()]
        from courseplayer.app import drawing_maker  # noqa: PLC0415 - see _application

        return drawing_maker()(drawing)

    try:
        yield rasterise
    finally:
        kept.clear()


def _application() -> object:
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt takes 0.3 s and half the memory; only PDF and the few courses with drawings need it.
    from courseplayer.app import make_application  # noqa: PLC0415

    return make_application()
