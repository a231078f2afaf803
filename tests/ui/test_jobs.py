"""Work on the lanes: every thread is made ready before its first work, and never two at once."""

import ast
import subprocess
import sys
import threading
import time

from pytestqt.qtbot import QtBot

from courseplayer.ui.jobs import Jobs, Lane
from making.sources import python_files


class _Preparation:
    """Takes a while, and notices when somebody else is at it too."""

    def __init__(self) -> None:
        self.threads: list[str] = []
        self.at_once = 0
        self.most_at_once = 0

    def prepare(self) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        time.sleep(0.05)
        self.threads.append(threading.current_thread().name)
        self.at_once -= 1


def test_each_thread_is_made_ready_before_its_first_work_and_never_two_at_once(qtbot: QtBot) -> None:
    preparation = _Preparation()
    jobs = Jobs(prepare=preparation.prepare)
    ready: list[bool] = []

    def work(_job: object) -> None:
        ready.append(threading.current_thread().name in preparation.threads)
        time.sleep(0.1)

    for lane in (Lane.FILES, Lane.FILES, Lane.STORE, Lane.FILES):
        jobs.start(lane, work)
    qtbot.waitUntil(lambda: jobs.pending == 0, timeout=20_000)
    jobs.finish()
    assert ready == [True] * 4
    assert len(preparation.threads) == 3
    assert preparation.most_at_once == 1


def test_what_the_lanes_import_late_is_imported_before_their_first_work() -> None:
    late = sorted(
        {
            str(node.module)
            for file in python_files("src/courseplayer/ui")
            for function in file.functions()
            for node in ast.walk(function)
            if isinstance(node, ast.ImportFrom)
            and str(node.module).startswith(("courseplayer.coursefile.", "courseplayer.learner."))
        }
    )
    assert "courseplayer.learner.keeper" in late
    code = (
        "import sys; from courseplayer.app import _import_stores; _import_stores(); "
        "print([module for module in sys.argv[1:] if module not in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code, *late], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
