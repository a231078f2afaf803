"""No view or presenter may ask a database on the window's thread."""

from collections.abc import Iterator

import pytest

from making.window_thread import noticing_sql


@pytest.fixture(autouse=True)
def _no_sql_on_the_windows_thread() -> Iterator[None]:
    with noticing_sql() as noticed:
        yield
    assert noticed == []
