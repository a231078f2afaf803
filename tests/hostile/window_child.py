"""The real window, going over every page of a course, or (``--control``) a browser without any guard."""

import os
import sys
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path[:1] = [str(Path(__file__).resolve().parents[1])]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit, QTextBrowser  # noqa: E402

from courseplayer.app import Program, WindowRequest, make_application  # noqa: E402
from courseplayer.app_window import Window  # noqa: E402
from courseplayer.course.location import Location  # noqa: E402
from courseplayer.course.outline import StepId  # noqa: E402
from courseplayer.system.paths import standard_paths  # noqa: E402
from courseplayer.ui.navigation import Page, Place  # noqa: E402
from hostile.payloads import PAYLOADS  # noqa: E402

_PATIENCE_S = 60.0


def main(course: Path, home: Path) -> None:
    """Show the shelf, the front page, every step and what a search finds; tell how many steps were shown."""
    application = make_application()
    program = Program(application, standard_paths(os.environ, home))
    program.start(WindowRequest(course))
    _wait(application, lambda: program.window is not None and program.window.session.learner is not None)
    window = program.window
    assert window is not None
    _wait(application, lambda: window.session.course is not None)
    _settle(application, program)
    shown = _show_steps(application, program, window)
    _search(application, program, window)
    for page in (Page.SHELF, Page.ABOUT):
        window.navigator.go(Place(page))
        _settle(application, program)
    print(f"shown {shown}")
    window.frame.close()
    program.finish()


def control() -> None:
    """Show the same payloads as Qt's own browser does, to see that the trace would tell."""
    application = make_application()
    for payload in PAYLOADS:
        browser = QTextBrowser()
        browser.setHtml(payload)
        browser.resize(400, 300)
        browser.show()
        browser.grab()
        browser.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        application.processEvents()
    print(f"shown {len(PAYLOADS)}")


def _show_steps(application: QApplication, program: Program, window: Window) -> int:
    course = window.session.course
    assert course is not None
    shown = 0
    for step in course.outline.steps():
        window.navigator.go(Place.in_course(Location(course.outline.course.id, step.id)))
        _wait(application, partial(_is_at, window, step.id))
        _settle(application, program)
        window.frame.grab()
        shown += 1
    return shown


def _is_at(window: Window, step_id: StepId) -> bool:
    last = window.session.progress.last
    return last is not None and last.step_id == step_id


def _search(application: QApplication, program: Program, window: Window) -> None:
    box = next(box for box in window.frame.findChildren(QLineEdit) if box.isVisible())
    for words in ("canary", "img src", "x"):
        box.setText(words)
        box.textEdited.emit(words)
        box.returnPressed.emit()
        _pause(application, 0.4)
        _settle(application, program)
        window.frame.grab()


def _wait(application: QApplication, is_so: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + _PATIENCE_S
    while not is_so():
        if time.monotonic() > ends_at:
            raise TimeoutError("the window did not come to what was asked of it")
        application.processEvents()
        time.sleep(0.002)


def _settle(application: QApplication, program: Program) -> None:
    for _again in range(3):
        _wait(application, lambda: program.jobs.pending == 0)
        # Outside of exec() nobody deletes what was to be deleted later.
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        application.processEvents()


def _pause(application: QApplication, seconds: float) -> None:
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        application.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    try:
        if sys.argv[1] == "--control":
            control()
        else:
            main(Path(sys.argv[1]), Path(sys.argv[2]))
        code = 0
    except Exception:  # noqa: BLE001 - jobs that still wait would keep the process
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
