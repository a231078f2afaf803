"""Visits the main screens like a person and saves a picture of each: for the README, and to be looked at."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPoint, QTimer
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError, storage_error
from courseplayer.course.location import Location
from courseplayer.course.outline import CourseId, StepKind, StepOutline
from courseplayer.course.writing import Block, BlockKind, Document, Span
from courseplayer.coursefile.reader import open_course
from courseplayer.learner.store import open_learner_store
from courseplayer.learner.values import DraftKind, SaveReason
from courseplayer.system.atomic import write_file
from courseplayer.system.clock import SystemClock
from courseplayer.system.paths import Paths, standard_paths
from courseplayer.ui.examples import example_course
from courseplayer.ui.header import SearchBox
from courseplayer.ui.kit_tour import kit_pictures
from courseplayer.ui.kits.entry import KitEntry
from courseplayer.ui.main_window import MainWindow
from courseplayer.ui.navigation import Navigator, Page, Place
from courseplayer.ui.session import Session
from courseplayer.ui.settings_keeper import SettingsKeeper
from courseplayer.ui.step.quiz import QuestionCard
from courseplayer.ui.transcript.view import TranscriptPanel

_NEVER_CAME = QT_TRANSLATE_NOOP(
    "errors",
    "Not every screen came, so pictures are missing in {folder}; nothing else was changed. "
    "Try again when the computer is less busy.",
)
_LOOK_EVERY_MS = 50
_PATIENCE_MS = 30_000
_SETTLE_MS = 500
_LARGE = (1280, 720)
_SMALL = (1024, 600)

_DRAFT = Document(
    (
        Block(BlockKind.HEADING, (Span("Shorter waits at the antenatal clinic"),), 1),
        Block(
            BlockKind.PARAGRAPH,
            (
                Span("Every Tuesday women waited "),
                Span("four to five hours", is_bold=True),
                Span(
                    " to be seen. We asked twelve of them what the worst part was. Nobody said the waiting "
                    "itself: they said "
                ),
                Span("not knowing how long it would take", is_italic=True),
                Span("."),
            ),
        ),
        Block(BlockKind.HEADING, (Span("What we changed"),), 2),
        Block(BlockKind.BULLET, (Span("A numbered card on arrival, so that the order is seen by all."),)),
        Block(BlockKind.BULLET, (Span("A board that shows the number being called."),)),
        Block(BlockKind.BULLET, (Span("First visits in the morning, follow-ups after eleven."),)),
        Block(
            BlockKind.PARAGRAPH,
            (
                Span(
                    "After six weeks the longest wait was two hours, and the women told us they could "
                    "go and drink water without losing their turn."
                ),
            ),
        ),
    )
)

_Q = TypeVar("_Q", bound=QObject)
Condition = Callable[[], bool]
Script = Iterator[Condition | int]
"""What the tour waits for between two acts: a condition, or a number of ms."""


class Tour(QObject):
    """Plays a script on the real program, in a home of its own with the demo course on its shelf."""

    def __init__(
        self, application: QApplication, open_program: Callable[[Paths], QObject], folder: Path
    ) -> None:
        super().__init__(application)
        self._application = application
        self._open_program = open_program
        self._folder = folder
        self._has_seen_all = False
        self._is_missing_one = False
        self._refusal: PlainError | OSError | None = None
        self._course_id = CourseId("")
        self._left: QWidget | None = None
        self._script: Script = iter(())
        self._home = Path()
        self._waits_for: Condition | int = 0
        self._waited_ms = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def run(self) -> int:
        """Visit everything and print the path of each picture; raises PlainError when one is missing."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as refusal:
            raise storage_error(refusal, self._folder) from refusal
        with tempfile.TemporaryDirectory(prefix="courseplayer-tour-", ignore_cleanup_errors=True) as home:
            self._home = Path(home)
            paths = standard_paths(os.environ, self._home)
            paths.ensure()
            course = paths.user_courses / "demo.course"
            example = example_course("demo", paths.user_courses)
            if example != course:
                shutil.copyfile(example, course)
            self._course_id = _learn_a_little(paths, course)
            program = self._open_program(paths)
            self._script = self._visit()
            self._timer.start(_LOOK_EVERY_MS)
            self._application.exec()
            for window in self._application.topLevelWidgets():
                window.close()
            program.deleteLater()
        if self._refusal is not None:
            raise self._refusal
        if self._is_missing_one:
            raise PlainError(_NEVER_CAME, folder=self._folder)
        return 0

    def _visit(self) -> Script:
        yield from self._sized(_LARGE)
        yield self._has_learner
        yield 1_000
        self._save("shelf")
        yield from self._steps()
        yield from self._assignment("assignment")
        for button in ("export", "versions", "quote"):
            yield from self._dialog(button)
        yield from self._search("search", "listen")
        yield from self._search("search-nothing", "helicopter")
        for page in (Page.PREFERENCES, Page.SHORTCUTS, Page.ABOUT):
            self._navigator.go(Place(page))
            yield _SETTLE_MS
            self._save(page.value)
        yield from self._kits("kit")
        yield from self._video("video")
        yield from self._searched_transcript()
        yield from self._sized(_SMALL)
        self._save("video-small")
        yield from self._assignment("assignment-small")
        yield from self._changed("theme", "dark")
        yield from self._sized(_LARGE)
        yield from self._looks("dark")
        yield from self._changed("theme", "light")
        yield from self._changed("text_size_percent", 150)
        yield from self._sized(_SMALL)
        yield from self._looks("large-text")
        yield from self._kits("kit-large-text")
        yield from self._changed("text_size_percent", 100)
        yield from self._changed("language", "fr")
        yield from self._sized(_LARGE)
        yield from self._looks("french")
        self._has_seen_all = True

    def _looks(self, name: str) -> Script:
        """Show the same five screens in other looks."""
        yield from self._video(f"video-{name}")
        yield from self._step(StepKind.QUIZ, f"quiz-{name}")
        yield from self._assignment(f"assignment-{name}")
        self._navigator.go(Place.in_course(self._location(None)))
        yield _SETTLE_MS
        self._save(f"course-{name}")
        self._navigator.go(Place(Page.SHELF))
        yield 1_500
        self._save(f"shelf-{name}")

    def _steps(self) -> Script:
        self._navigator.go(Place.in_course(self._location(None)))
        yield self._is_course_open
        yield 1_500
        self._save("course")
        for kind in (StepKind.ARTICLE, StepKind.DISCUSSION, StepKind.QUIZ, StepKind.AUDIO, StepKind.REVIEW):
            yield from self._step(kind, kind.value)
        yield from self._answer_quiz()

    def _step(self, kind: StepKind, name: str) -> Script:
        self._navigator.go(Place.in_course(self._location(kind)))
        yield 1_200
        self._save(name)

    def _answer_quiz(self) -> Script:
        self._navigator.go(Place.in_course(self._location(StepKind.QUIZ)))
        yield 1_200
        _found(self._frame, QuestionCard).choose_first()
        yield _SETTLE_MS
        self._save("quiz-checked")

    def _assignment(self, name: str) -> Script:
        self._navigator.go(Place.in_course(self._location(StepKind.ASSIGNMENT)))
        yield 1_500
        self._save(name)

    def _dialog(self, name: str) -> Script:
        opener = self._frame.findChild(QPushButton, name)
        if opener is None:
            raise LookupError(f"the assignment has no button {name}")
        opener.click()
        yield self._has_dialog
        yield 1_500
        self._save(f"assignment-{name}")
        self._close_dialogs()
        yield _SETTLE_MS

    def _kits(self, name: str) -> Script:
        self._navigator.go(Place(Page.SHELF))
        yield 1_500
        yield from kit_pictures(_found(self._frame, KitEntry), self._home, self._save, name)

    def _search(self, name: str, words: str) -> Script:
        box = _found(self._frame, SearchBox)
        box.setText(words)
        box.textEdited.emit(words)
        yield 2_000
        self._save(name)

    def _searched_transcript(self) -> Script:
        transcript = _found(self._frame, TranscriptPanel)
        transcript.search_for("patients")
        yield _SETTLE_MS
        self._save("video-search")
        transcript.search_for("")

    def _video(self, name: str) -> Script:
        self._navigator.go(Place.in_course(self._location(StepKind.VIDEO, at_ms=21_000)))
        yield self._is_course_open
        yield 3_500
        self._save(name)

    def _changed(self, setting: str, value: object) -> Script:
        settings = _found(self._application, SettingsKeeper)
        before = self._frame
        size = before.width(), before.height()
        settings.change(setting, value)
        yield partial(self._is_another, before)
        yield self._has_learner
        yield self._is_course_open
        self._left = before
        yield from self._sized(size)

    def _sized(self, size: tuple[int, int]) -> Script:
        self._frame.showNormal()
        self._frame.move(0, 0)
        self._frame.resize(*size)
        yield _SETTLE_MS

    def _go_on(self) -> None:
        if not self._has_come():
            self._waited_ms += _LOOK_EVERY_MS
            if self._waited_ms < _PATIENCE_MS:
                return
            self._is_missing_one = True
        self._waited_ms = 0
        try:
            following = next(self._script, None)
        except (PlainError, OSError) as refusal:
            # Raised again by run: whatever leaves a slot is printed and forgotten.
            self._refusal = refusal
            following = None
        if following is None:
            self._is_missing_one |= not self._has_seen_all
            self._timer.stop()
            self._application.quit()
        else:
            self._waits_for = following

    def _has_come(self) -> bool:
        if isinstance(self._waits_for, int):
            return self._waited_ms >= self._waits_for
        return self._waits_for()

    @property
    def _frame(self) -> MainWindow:
        windows = [one for one in self._application.topLevelWidgets() if isinstance(one, MainWindow)]
        seen = [one for one in windows if one.isVisible() and one is not self._left]
        return seen[-1]

    @property
    def _navigator(self) -> Navigator:
        return _found(self._frame, Navigator)

    @property
    def _session(self) -> Session:
        return _found(self._frame, Session)

    def _has_dialog(self) -> bool:
        return self._application.activeModalWidget() is not None

    def _has_learner(self) -> bool:
        return self._session.learner is not None

    def _is_course_open(self) -> bool:
        return self._session.course is not None

    def _is_another(self, before: QWidget) -> bool:
        return self._frame is not before

    def _location(self, kind: StepKind | None, at_ms: int | None = None) -> Location:
        course = self._session.course
        if course is None:
            return Location(self._course_id)
        step: StepOutline | None = next((s for s in course.outline.steps() if s.kind == kind), None)
        return Location(course.outline.course.id, None if step is None else step.id, at_ms)

    def _close_dialogs(self) -> None:
        for window in self._application.topLevelWidgets():
            if window.isVisible() and window.isModal():
                window.close()

    def _save(self, name: str) -> None:
        path = self._folder / f"{name}.png"
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._picture().save(buffer, "PNG")
        write_file(path, bytes(data.data()))
        print(path, flush=True)  # noqa: T201 - the one thing this command tells

    def _picture(self) -> QPixmap:
        frame = self._frame
        if self._application.platformName() == "offscreen":
            return frame.grab()
        # A video is a window of its own: only the screen has it and the rest together.
        area = frame.geometry()
        picture = frame.screen().grabWindow(0, area.x(), area.y(), area.width(), area.height())
        self._frame_dialogs(picture, area.topLeft())
        return picture

    def _frame_dialogs(self, picture: QPixmap, origin: QPoint) -> None:
        # A virtual display has nobody who draws frames.
        painter = QPainter(picture)
        painter.setPen(QPen(self._application.palette().dark().color(), 2))
        for dialog in self._application.topLevelWidgets():
            if dialog.isVisible() and dialog.isModal():
                painter.drawRect(dialog.geometry().translated(-origin))
        painter.end()


def _found(owner: QObject, kind: type[_Q]) -> _Q:
    found = owner.findChild(kind)
    if found is None:
        raise LookupError(f"the window has no {kind.__name__}")
    return found


def _learn_a_little(paths: Paths, course: Path) -> CourseId:
    """Give the pictures a learner who has begun: a few steps done, a place, a draft. Returns the course."""
    with open_course(course) as file:
        outline = file.outline()
    store = open_learner_store(paths.learner_db, SystemClock())
    try:
        learner = store.add_learner("Almaz")
        store.choose_learner(learner.id)
        steps = tuple(outline.steps())
        for step in steps[:3]:
            store.mark_done(learner.id, outline.course.id, step.id, True)
        video = next(step for step in steps if step.kind == StepKind.VIDEO)
        store.remember_place(learner.id, Location(outline.course.id, video.id, 21_000))
        assignment = next(step for step in steps if step.kind == StepKind.ASSIGNMENT)
        kind = DraftKind.ASSIGNMENT
        store.save_draft(learner.id, outline.course.id, assignment.id, kind, _DRAFT, SaveReason.LEAVING)
    finally:
        store.close()
    return outline.course.id
