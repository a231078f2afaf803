"""Uses the program as a learner does for a minute: dialogs, a video, a text, a search."""

import sys
from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QApplication, QWidget

from courseplayer import app
from courseplayer.app_window import Window
from courseplayer.cli import main
from courseplayer.course.location import Location
from courseplayer.course.outline import Outline, StepKind
from courseplayer.ui.file_dialogs import ask_for_files, ask_where_to_save
from courseplayer.ui.navigation import Place
from courseplayer.ui.writing.editor import RichEditor

_LOOK_MS = 50


class UsedProgram(app.Program):
    """Plays a script, which yields while it has to wait for something."""

    def start(self, request: app.WindowRequest) -> None:
        """Open the window and begin with the script."""
        super().start(request)
        self._script = self._use()
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._go_on)
        self._looking.start(_LOOK_MS)

    def _go_on(self) -> None:
        try:
            next(self._script)
        except StopIteration:
            self._looking.stop()
            sys.stdout.write("used to the end\n")
            if self.frame is not None:
                self.frame.close()

    def _use(self) -> Iterator[None]:
        while self.window is None or self.window.session.course is None:
            yield
        window, outline = self.window, self.window.session.course.outline
        while window.frame.page is not window.course:
            yield
        self._open_dialogs(window.frame)
        _show(StepKind.VIDEO, window, outline)
        while not any(_has_picture(one) for one in window.frame.findChildren(QVideoWidget)):
            yield
        _show(StepKind.ASSIGNMENT, window, outline)
        while not (editors := [one for one in window.frame.findChildren(RichEditor) if one.isVisible()]):
            yield
        editors[0].insertPlainText("Shorter waits for our patients")
        yield
        while any(one.has_unsaved for one in window.writing.autosaves):
            yield
        window.search_presenter.edit("patients")
        while not window.search_presenter.hits:
            yield

    def _open_dialogs(self, owner: QWidget) -> None:
        closing = QTimer(self)
        closing.timeout.connect(_close_dialog)
        closing.start(_LOOK_MS)
        ask_where_to_save(owner, "Save", "text.txt")
        ask_for_files(owner, "Open")
        closing.stop()


def _show(kind: StepKind, window: Window, outline: Outline) -> None:
    step = next(step for step in outline.steps() if step.kind == kind)
    window.navigator.go(Place.in_course(Location(outline.course.id, step.id)))


def _has_picture(widget: QVideoWidget) -> bool:
    return widget.videoSink().videoFrame().isValid()


def _close_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


app.Program = UsedProgram  # type: ignore[misc]
sys.exit(main())
