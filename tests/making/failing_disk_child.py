"""The program on a disk that fails while somebody writes, in a process of its own; tells what was seen."""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from courseplayer.app import Program, WindowRequest, make_application
from courseplayer.app_window import Window
from courseplayer.course.location import Location
from courseplayer.course.outline import StepKind
from courseplayer.system.paths import standard_paths
from courseplayer.ui.navigation import Place
from courseplayer.ui.writing.autosave import SaveState
from courseplayer.ui.writing.desk import WritingDesk
from courseplayer.ui.writing.editor import RichEditor
from courseplayer.ui.writing.sheet import WritingSheet

_PATIENCE_S = 60


class Person:
    """Somebody who writes an assignment."""

    def __init__(self, home: Path, course: Path) -> None:
        self.home = home
        self.data = home / "data"
        self.program = Program(make_application(), standard_paths(os.environ, home))
        self.program.start(WindowRequest(course))
        self.until(lambda: self.program.window is not None)
        self.until(lambda: self.window.session.course is not None)

    @property
    def window(self) -> Window:
        """The window."""
        assert self.program.window is not None
        return self.program.window

    @property
    def sheet(self) -> WritingSheet:
        """The sheet of the assignment."""
        return next(one for one in self.window.frame.findChildren(WritingSheet) if one.isVisible())

    @property
    def editor(self) -> RichEditor:
        """Where one writes."""
        return self.sheet.editor

    @property
    def state(self) -> SaveState:
        """How far saving has come."""
        desk = next(one for one in self.window.frame.findChildren(WritingDesk) if one.place is not None)
        return desk.autosave.state

    def until(self, is_so: Callable[[], bool]) -> None:
        """Run the program until something is so."""
        ends_at = time.monotonic() + _PATIENCE_S
        while not is_so():
            if time.monotonic() > ends_at:
                raise TimeoutError(f"it never came to that; {self.seen()}")
            QTest.qWait(20)

    def go_to_assignment(self) -> None:
        """Open the step to be written."""
        course = self.window.session.course
        assert course is not None
        steps = course.outline.steps()
        step = next(one for one in steps if one.kind is StepKind.ASSIGNMENT)
        self.window.navigator.go(Place.in_course(Location(course.outline.course.id, step.id)))
        self.until(lambda: any(one.isVisible() for one in self.window.frame.findChildren(WritingSheet)))

    def write(self, words: str) -> None:
        """Write, and let the program save."""
        self.until(lambda: not self.editor.isReadOnly())
        self.editor.insertPlainText(words)

    def click(self, words: str) -> None:
        """Click on a button of the sheet's banner."""
        buttons = self.sheet.banner.findChildren(QAbstractButton)
        made = next(one for one in buttons if one.text() == words and one.isVisible())
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)

    def copies(self) -> list[str]:
        """Return what lies in the second place."""
        found = []
        # The program may remove a copy, and then their folder, while this looks.
        with suppress(FileNotFoundError):
            for one in sorted((self.home / "rescued").iterdir()):
                if one.suffix == ".html":
                    found.append(one.read_text("utf-8"))
        return found

    def seen(self) -> dict[str, object]:
        """Return what the person sees, and what lies in the second place."""
        buttons = self.sheet.banner.findChildren(QAbstractButton)
        return {
            "sentence": self.sheet.banner.sentence,
            "buttons": [one.text() for one in buttons if one.isVisible() and one.text()],
            "saved": self.sheet.saved.words,
            "text": self.editor.toPlainText(),
            "is_read_only": self.editor.isReadOnly(),
            "copies": self.copies(),
        }


def _fails_and_recovers(
    person: Person, fail: Callable[[], None], recover: Callable[[], None]
) -> list[object]:
    person.go_to_assignment()
    person.write("We asked.")
    person.until(lambda: person.state is SaveState.CLEAN)
    fail()
    person.write(" Twelve patients.")
    person.until(lambda: person.state is SaveState.FAILED and bool(person.copies()))
    person.until(lambda: "copy" in person.sheet.banner.sentence)
    failed = person.seen()
    recover()
    person.click("Try again")
    person.until(lambda: person.state is SaveState.CLEAN and not person.copies())
    return [failed, person.seen()]


def full(person: Person) -> list[object]:
    """Let the disk of the store fill up, and make room again."""
    filler = person.data / "filler"

    def fill() -> None:
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                return

    return _fails_and_recovers(person, fill, filler.unlink)


def quota(person: Person) -> list[object]:
    """Let no file grow beyond a bound, and take the bound away."""
    bound = (20_000, resource.RLIM_INFINITY)
    free = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)

    def fail() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, bound)

    def recover() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, free)

    return _fails_and_recovers(person, fail, recover)


def pulled(person: Person) -> list[object]:
    """Take the folder of the store away, and bring it back."""
    away = person.home / "pulled"

    def pull() -> None:
        person.data.rename(away)

    def plug_in() -> None:
        away.rename(person.data)

    return _fails_and_recovers(person, pull, plug_in)


def read_only(person: Person) -> list[object]:
    """Begin where nothing may be written, until it may."""
    person.go_to_assignment()
    person.until(lambda: bool(person.sheet.banner.sentence))
    refused = person.seen()
    os.system(f"mount -o remount,bind,rw '{person.data}'")
    person.click("Try again")
    person.write("We asked.")
    person.until(lambda: person.state is SaveState.CLEAN)
    return [refused, person.seen()]


if __name__ == "__main__":
    scenario, home, course = sys.argv[1:]
    somebody = Person(Path(home), Path(course))
    told = globals()[scenario](somebody)
    somebody.window.frame.close()
    sys.stdout.write(f"TOLD {json.dumps(told)}\n")
