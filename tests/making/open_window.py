"""The real window with the demo course, driven over every page and dialog like by a person."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from courseplayer.app import Program, WindowRequest
from courseplayer.app_window import Window
from courseplayer.course.location import Location
from courseplayer.course.outline import StepKind, StepOutline
from courseplayer.kits.plan import Target
from courseplayer.system.paths import Paths
from courseplayer.ui.assignment.view import AssignmentPage
from courseplayer.ui.learners.view import LearnerButton
from courseplayer.ui.navigation import Page, Place
from courseplayer.ui.player.presenter import MediaPresenter
from courseplayer.ui.step.quiz import QuestionCard
from courseplayer.ui.writing.editor import RichEditor
from courseplayer.ui.writing.toolbar import EditorToolBar

_LONG_MS = 20_000


class OpenWindow:
    """A running program whose window shows a course."""

    def __init__(self, application: QApplication, paths: Paths, course: Path, qtbot: QtBot) -> None:
        self._application = application
        self._paths = paths
        self._qtbot = qtbot
        self.program = Program(application, paths)
        self.program.start(WindowRequest(course))
        self._qtbot.waitUntil(self._is_furnished, timeout=_LONG_MS)

    @property
    def window(self) -> Window:
        window = self.program.window
        assert window is not None
        return window

    def close(self) -> None:
        """End the program as closing its window does."""
        self.program.finish()
        self.program.deleteLater()
        for window in self._application.topLevelWidgets():
            window.close()
            window.deleteLater()

    def resize(self, width: int, height: int) -> None:
        frame = self.window.frame
        frame.showNormal()
        frame.resize(width, height)

    def step(self, kind: StepKind) -> StepOutline:
        course = self.window.session.course
        assert course is not None
        return next(step for step in course.outline.steps() if step.kind == kind)

    def go_to(self, kind: StepKind, at_ms: int | None = None) -> None:
        course = self.window.session.course
        assert course is not None
        location = Location(course.outline.course.id, self.step(kind).id, at_ms)
        self.window.navigator.go(Place.in_course(location))
        self.settle()

    def go(self, page: Page) -> None:
        self.window.navigator.go(Place(page))
        self.settle()

    def settle(self) -> None:
        """Wait until no job runs any more, and what it brought is shown and has started no other."""
        for _again in range(2):
            self._qtbot.waitUntil(lambda: self.program.jobs.pending == 0, timeout=_LONG_MS)
            self._qtbot.wait(1)

    def everywhere(self) -> Iterator[str]:
        """Go over every page and dialog, in each of its states; yields the name of what is shown."""
        self.settle()
        yield "course"
        self.go(Page.SHELF)
        yield "shelf"
        yield from self._steps()
        yield from self._assignment()
        yield from self._search()
        for page in (Page.PREFERENCES, Page.SHORTCUTS, Page.ABOUT):
            self.go(page)
            yield page.value
        yield from self._learners()
        yield from self._kits()

    def _steps(self) -> Iterator[str]:
        for kind in StepKind:
            self.go_to(kind, 21_000 if kind is StepKind.VIDEO else None)
            yield kind.value
            if kind is StepKind.VIDEO:
                yield from self._video()
            if kind is StepKind.QUIZ:
                yield from self._quiz()
            if kind is StepKind.ARTICLE:
                self.window.step.completion_toggled.emit()
                self.settle()
                yield "completed"

    def _video(self) -> Iterator[str]:
        player = self.window.frame.findChild(MediaPresenter)
        assert player is not None
        self._qtbot.waitUntil(lambda: player.position_ms > 20_000, timeout=_LONG_MS)
        player.panel.transcript.search_for("patients")
        self.settle()
        yield "transcript-search"
        player.panel.transcript.search_for("xyzxyz")
        self.settle()
        yield "transcript-search-nothing"
        player.panel.transcript.search_for("")

    def _quiz(self) -> Iterator[str]:
        for card in self.window.frame.findChildren(QuestionCard):
            card.choose_first()
        self.settle()
        yield "quiz-answered"

    def _assignment(self) -> Iterator[str]:
        self.go_to(StepKind.ASSIGNMENT)
        page = self.window.frame.findChild(AssignmentPage)
        assert page is not None
        editor = page.findChild(RichEditor)
        assert editor is not None
        self._qtbot.waitUntil(lambda: not editor.isReadOnly(), timeout=_LONG_MS)
        editor.insertPlainText("We asked twelve patients.")
        yield "assignment-unsaved"
        for name, wanted in (
            ("export", page.export_wanted),
            ("versions", page.versions_wanted),
            ("quote", page.quote_wanted),
        ):
            wanted.emit()
            yield from self._dialog(name)
        toolbar = page.findChild(EditorToolBar)
        assert toolbar is not None
        toolbar.link_wanted.emit()
        yield from self._dialog("link")
        page.show_text()
        self.settle()
        yield "assignment-saved"

    def _search(self) -> Iterator[str]:
        for words in ("patients", "xyzxyz"):
            self.window.search_presenter.confirm(words)
            self._qtbot.waitUntil(lambda: self.window.frame.page is self.window.search, timeout=_LONG_MS)
            self.settle()
            yield f"search-{words}"

    def _learners(self) -> Iterator[str]:
        button = self.window.frame.findChild(LearnerButton)
        assert button is not None
        for name, wanted in (
            ("learner-new", button.new_name_wanted),
            ("learner-rename", button.rename_wanted),
            ("pin-new", button.pin_wanted),
        ):
            wanted.emit()
            yield from self._dialog(name)

    def _kits(self) -> Iterator[str]:
        self.go(Page.SHELF)
        self.window.kits.open()
        dialog = self.window.kits.dialog
        assert dialog is not None
        dialog.courses.tick(dialog.courses.offered[0])
        dialog.look.accent_edit.setText("yellow")
        for index in range(dialog.tabs.count()):
            dialog.tabs.setCurrentIndex(index)
            self.settle()
            yield f"kit-{index + 1}"
        dialog.form.choose(Target.COURSES)
        dialog.place.edit.setText(str(self._paths.data / "STICK"))
        self.settle()
        yield "kit-measured"
        dialog.make.click()
        self._qtbot.wait(1)
        yield "kit-making"
        self._qtbot.waitUntil(lambda: bool(dialog.results.lines), timeout=_LONG_MS)
        self.settle()
        yield "kit-made"
        dialog.results.another_wanted.emit()
        self._qtbot.waitUntil(lambda: bool(dialog.results.banner.sentence), timeout=_LONG_MS)
        yield "kit-refused"
        dialog.close()
        self.settle()

    def _dialog(self, name: str) -> Iterator[str]:
        self._qtbot.waitUntil(lambda: self.dialog() is not None, timeout=_LONG_MS)
        if name == "export":
            self._qtbot.waitUntil(self._has_preview, timeout=_LONG_MS)
        self.settle()
        yield name
        dialog = self.dialog()
        assert dialog is not None
        dialog.close()
        self.settle()

    def dialog(self) -> QWidget | None:
        """The dialog that is open now."""
        shown = (one for one in self._application.topLevelWidgets() if isinstance(one, QDialog))
        return next((one for one in shown if one.isVisible()), None)

    def _has_preview(self) -> bool:
        dialog = self.dialog()
        preview = None if dialog is None else dialog.findChild(QPlainTextEdit)
        return preview is not None and bool(preview.toPlainText())

    def _is_furnished(self) -> bool:
        window = self.program.window
        return window is not None and window.session.course is not None and window.session.learner is not None
