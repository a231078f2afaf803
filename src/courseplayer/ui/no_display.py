"""Tells in one sentence that no window can be opened, where Qt would end the program with a page of words."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

FAILED = 1
_NO_DISPLAY = (
    "No window can be opened here, because Qt found no display that it can use; nothing was changed. "
    "Log in to a desktop and start Course Player there, or see what “courseplayer doctor” says."
)


@contextmanager
def telling_of_no_display() -> Iterator[None]:
    """End the program with a sentence and exit code 1 where Qt, being made, finds no display."""
    before = qInstallMessageHandler(_on_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _on_message(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    logging.getLogger(__name__).warning("Qt: %s", words)
    if kind == QtMsgType.QtFatalMsg:
        if sys.stderr is not None:
            sys.stderr.write(f"{_NO_DISPLAY}\n")
            sys.stderr.flush()
        # Qt aborts when this returns: a core file, and the sentence lost in its own words.
        logging.shutdown()
        os._exit(FAILED)
