"""Work on the lanes: every thread is made ready before its first work, and never two at once."""

import ast
import subprocess
import sys
import threading
import time

import grimp
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


def _imported_late() -> list[str]:
    """Name the modules of both stores that functions of the window import."""
    return sorted(
        {
            str(node.module)
            for file in python_files("src/courseplayer/ui")
            for function in file.functions()
            for node in ast.walk(function)
            if isinstance(node, ast.ImportFrom)
            and str(node.module).startswith(("courseplayer.coursefile.", "courseplayer.learner."))
        }
    )


def test_whatever_the_lanes_import_late_finds_all_of_sqlalchemy_there() -> None:
    late = _imported_late()
    assert "courseplayer.learner.keeper" in late
    assert "courseplayer.coursefile.reader" in late
    code = (
        "import importlib, sys; from courseplayer.app import _import_stores; _import_stores(); "
        "print(*(name for name in sys.argv[1:] if name not in sys.modules)); before = set(sys.modules); "
        "[importlib.import_module(name) for name in sys.argv[1:]]; "
        "print([name for name in set(sys.modules) - before if name.startswith('sqlalchemy')])"
    )
    run = subprocess.run([sys.executable, "-c", code, *late], capture_output=True, text=True, check=True)
    still_to_come, of_sqlalchemy = run.stdout.splitlines()
    assert "courseplayer.coursefile.reader" in still_to_come
    assert "courseplayer.learner" not in still_to_come
    assert of_sqlalchemy == "[]"


def test_no_modules_of_ours_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("courseplayer", exclude_type_checking_imports=True, cache_dir=None)
    below_the_window = ("course", "coursefile", "learner", "system", "submissions")
    packages = [f"courseplayer.{package}" for package in below_the_window]
    imports = {
        module: graph.find_modules_directly_imported_by(module)
        for package in packages
        for module in graph.find_descendants(package)
    }
    assert len(imports) > 100
    # Whatever imports nothing that is left has no part in a circle.
    while free := [module for module, imported in imports.items() if not imported & imports.keys()]:
        for module in free:
            del imports[module]
    assert imports == {}
