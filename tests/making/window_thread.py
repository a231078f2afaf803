"""Notices SQL that the program issues on the window's thread, where it must never wait for a disk."""

import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

_WINDOW = ("courseplayer.ui", "courseplayer.app")


@contextmanager
def noticing_sql() -> Iterator[list[str]]:
    """Give a list that fills with where the program's window asked a database on the main thread.

    A test may look into a store itself: only calls that came through the window's rooms count.
    """
    noticed: list[str] = []

    def note(what: str) -> None:
        if threading.current_thread() is threading.main_thread():
            caller = _window_frame(sys._getframe(1))
            if caller is not None:
                noticed.append(f"{caller}: {what}")

    def before_execute(*arguments: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own list of arguments
        note(" ".join(str(arguments[2]).split()))

    connect = sqlite3.connect

    def noted_connect(*arguments: Any, **options: Any) -> sqlite3.Connection:  # noqa: ANN401 - passed on
        note("sqlite3.connect")
        connection: sqlite3.Connection = connect(*arguments, **options)
        return connection

    event.listen(Engine, "before_cursor_execute", before_execute)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sqlite3, "connect", noted_connect)
            yield noticed
    finally:
        event.remove(Engine, "before_cursor_execute", before_execute)


def _window_frame(frame: FrameType | None) -> str | None:
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        if module.startswith(_WINDOW):
            return f"{module}:{frame.f_lineno}"
        frame = frame.f_back
    return None
