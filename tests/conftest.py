"""What every test runs under: no display, no network, a home of its own and no unexpected warning."""

import gc
import logging
import os
import socket
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

ROOT = Path(__file__).resolve().parents[1]
_TESTS_PER_FULL_COLLECTION = 100
_finished_tests = count(1)

hypothesis.settings.register_profile("courseplayer", deadline=None, print_blob=True)
hypothesis.settings.load_profile("courseplayer")


def pytest_configure(config: pytest.Config) -> None:
    """Declare our markers and pin the cyclic collector to this thread, as the program does."""
    config.addinivalue_line("markers", "expects_warnings: the test makes the program log a warning or worse")
    config.addinivalue_line("markers", "artefact: the test runs what `make package` made")
    # A collection on a worker thread destroys Qt objects there, which corrupts Qt.
    gc.disable()
    from PySide6.QtCore import qInstallMessageHandler

    # WORKAROUND PySide6 6.11: pytest-qt takes its own handler away after each test. If that leaves none, a
    # message that one of Qt's sound threads sends just then calls a null pointer (1 run in 70 crashed).
    qInstallMessageHandler(_say)


def pytest_unconfigure() -> None:
    """Give Qt's messages back to Qt."""
    from PySide6.QtCore import qInstallMessageHandler

    qInstallMessageHandler(None)


def _say(_kind: object, _context: object, message: str) -> None:
    sys.stderr.write(f"{message}\n")


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Collect between tests, where the interpreter would have done it in the midst of one."""
    gc.collect(2 if next(_finished_tests) % _TESTS_PER_FULL_COLLECTION == 0 else 1)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder below which the program keeps everything during this test."""
    folder = tmp_path / "courseplayer-home"
    monkeypatch.setenv("COURSEPLAYER_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_unexpected_warning(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    yield
    logged = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    if logged and request.node.get_closest_marker("expects_warnings") is None:
        pytest.fail("logged although not expected: " + "; ".join(record.getMessage() for record in logged))


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _refuse_to_connect)
        patch.setattr(socket.socket, "connect_ex", _refuse_to_connect)
        patch.setattr(socket, "getaddrinfo", _refuse_to_look_up)
        yield


def _refuse_to_connect(connection: socket.socket, address: object) -> None:
    raise AssertionError(f"a test opened a network connection to {address}")


def _refuse_to_look_up(host: object, *_rest: object, **_options: object) -> None:
    raise AssertionError(f"a test asked the network for {host}")


@pytest.fixture(scope="session")
def demo_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demo course, built once from its sources; open it, never write to it."""
    from courseplayer.authoring.build import build_course
    from courseplayer.system.cancellation import SilentTask

    path = tmp_path_factory.mktemp("demo") / "demo.course"
    build_course(ROOT / "resources" / "demo-course", path, SilentTask())
    return path
