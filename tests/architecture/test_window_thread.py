"""The guard over every test of the window notices SQL on the window's thread, and only there."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from making.window_thread import noticing_sql

_ASKING = {
    "sqlite3": "import sqlite3\ndef ask():\n    sqlite3.connect(':memory:').close()\n",
    "sqlalchemy": (
        "from sqlalchemy import create_engine, text\n"
        "def ask():\n"
        "    engine = create_engine('sqlite://')\n"
        "    with engine.connect() as connection:\n"
        "        connection.execute(text('SELECT 1'))\n"
        "    engine.dispose()\n"
    ),
}


def _asking(library: str, module: str) -> Callable[[], None]:
    names: dict[str, Any] = {"__name__": module}
    exec(_ASKING[library], names)
    ask: Callable[[], None] = names["ask"]
    return ask


@pytest.mark.parametrize("library", ["sqlite3", "sqlalchemy"])
def test_the_window_asking_a_database_itself_is_noticed(library: str) -> None:
    ask = _asking(library, "courseplayer.ui.somewhere")
    with noticing_sql() as noticed:
        ask()
    assert noticed
    assert noticed[0].startswith("courseplayer.ui.somewhere:")


@pytest.mark.parametrize("library", ["sqlite3", "sqlalchemy"])
def test_a_worker_and_a_test_may_ask(library: str) -> None:
    with noticing_sql() as noticed:
        worker = threading.Thread(target=_asking(library, "courseplayer.ui.somewhere"))
        worker.start()
        worker.join()
        _asking(library, "tests.somewhere")()
    assert noticed == []
