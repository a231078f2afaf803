"""PDF for commands, which may run where there is no display."""

import os
import sys


def pdf_without_display(html: str) -> bytes:
    """Return a page as PDF."""
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt takes 0.3 s and half the memory, and only PDF needs it.
    from courseplayer.app import make_application, pdf_writer  # noqa: PLC0415

    application = make_application()
    data = pdf_writer()(html)
    del application
    return data
