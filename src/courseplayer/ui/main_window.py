"""The window: header, a place for messages, and the page that is shown."""

import base64
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QStackedWidget, QWidget
from shiboken6 import Shiboken

from courseplayer.ui.components import Banner, PageView, column
from courseplayer.ui.header import Header
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space

_FIRST_SIZE = (1180, 720)


class MainWindow(QMainWindow):
    """Frames the pages; it knows none of them."""

    painted = Signal()
    """The window has been seen for the first time."""
    file_dropped = Signal(object)
    """The path of a file that was dropped on any page."""
    closing = Signal()
    """The person closes the window: save what there is to save."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._has_painted = False
        self._may_close: Callable[[], bool] | None = None
        self.setWindowTitle(self.tr("Course Player"))
        self.setWindowIcon(icons.window_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        # On a small screen the menu would lie beyond its edge; some room is for the frame.
        room = self.screen().availableSize() - QSize(Space.S, Space.XXL)
        self.resize(QSize(*_FIRST_SIZE).boundedTo(room))
        self.header = Header(icons)
        self.banner = Banner(icons, self.tr("Close this message"))
        self._pages = QStackedWidget()
        self._covered: QWidget | None = None
        centre = QWidget()
        centre.setObjectName("page")
        layout = column(centre, 0, 0)
        layout.addWidget(self.header)
        self._banner_frame = QFrame()
        self._banners = column(self._banner_frame, 0)
        self._banners.setContentsMargins(Space.L, Space.S, Space.L, 0)
        self._banners.addWidget(self.banner)
        layout.addWidget(self._banner_frame)
        layout.addWidget(self._pages, 1)
        self._layers = QStackedWidget()
        self._layers.addWidget(centre)
        self.setCentralWidget(self._layers)

    def show_brand(self, name: str) -> None:
        """Say in the title whose courses these are."""
        program = self.tr("Course Player")
        self.setWindowTitle(f"{name} – {program}")

    def show_page(self, page: QWidget) -> None:
        """Show a page, and take it in if it is new here."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def add_banner(self, banner: Banner) -> None:
        """Take in a banner of its own for messages that no other may push away."""
        self._banners.addWidget(banner)

    def focus_page(self) -> None:
        """Put the keyboard where the page wants it."""
        page = self._pages.currentWidget()
        if isinstance(page, PageView):
            page.take_focus()

    def ask_before_closing(self, may_close: Callable[[], bool] | None) -> None:
        """Let somebody say each time whether the window may be closed now."""
        self._may_close = may_close

    @property
    def page(self) -> QWidget | None:
        """The page shown now."""
        return self._pages.currentWidget()

    @property
    def is_covered(self) -> bool:
        """Something else is shown instead of everything that was in the window."""
        return self._layers.count() > 1

    def cover(self, veil: QWidget) -> None:
        """Show a veil instead of everything in the window: the keyboard and screen readers find nothing else.

        Not over it: a video is a window of its own, above all that is drawn.
        """
        if self.is_covered:
            return
        self._covered = self.focusWidget()
        for action in self.actions():
            action.setEnabled(False)
        self.setAcceptDrops(False)
        self._layers.setCurrentIndex(self._layers.addWidget(veil))

    def uncover(self) -> None:
        """Show everything as it was, with the keyboard where it was."""
        veil = self._layers.widget(1)
        if veil is None:
            return
        self._layers.setCurrentIndex(0)
        self._layers.removeWidget(veil)
        veil.hide()
        for action in self.actions():
            action.setEnabled(True)
        self.setAcceptDrops(True)
        if self._covered is not None and Shiboken.isValid(self._covered) and self._covered.isVisible():
            self._covered.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_page()
        self._covered = None

    def add_shortcut(self, keys: str, action: QAction) -> None:
        """Let an action be started by keys from everywhere in the window."""
        action.setShortcut(QKeySequence(keys))
        self.addAction(action)

    def geometry_text(self) -> str:
        """Return place and size of the window, to be given to :meth:`restore_geometry_text`."""
        return base64.b64encode(self.saveGeometry().data()).decode("ascii")

    def restore_geometry_text(self, text: str | None) -> None:
        """Put the window where it was; nothing happens when the text is not what it should be."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore"))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint, once what is inside has been painted too."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only; a text that is being written takes its own."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the first file that was dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.file_dropped.emit(Path(files[0]))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes before it goes, unless there is something to be told first."""
        if self._may_close is not None and not self._may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
