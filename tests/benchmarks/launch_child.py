"""Opens a window and tells when it was painted: ours, or an empty one with a text browser.

Run as ``launch_child.py ours|empty``, BENCH_STARTED_NS and BENCH_SETTLED_MS given; imports what it measures.
"""

import os
import sys
import time

sys.path.pop(0)
if sys.argv[1] == "ours":
    # Before this file imports Qt for itself.
    import benchmarks.as_the_command  # noqa: F401
    import courseplayer.cli  # noqa: F401

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

from benchmarks.memory import resident_mb

_PAINTED = QEvent.Type(QEvent.registerEventType())


class PaintWatch(QObject):
    """Tells of a window's first paint: everything in it is painted before the next event is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.painted_ns: int | None = None
        self.used_ms = 0.0

    def see(self, event: QEvent) -> None:
        """Look at an event of the window."""
        if event.type() == QEvent.Type.Paint and self.painted_ns is None:
            self.painted_ns = 0
            QCoreApplication.postEvent(self, QEvent(_PAINTED), Qt.EventPriority.HighEventPriority.value)

    def event(self, event: QEvent) -> bool:
        """Note the time when the painting is over."""
        if event.type() == _PAINTED:
            self.painted_ns, self.used_ms = time.monotonic_ns(), time.process_time() * 1_000
            QTimer.singleShot(int(os.environ["BENCH_SETTLED_MS"]), self.tell)
            return True
        return super().event(event)

    def tell(self) -> None:
        """Print time and processor time to the paint (ms), memory (MB) and cards on the shelf; then end."""
        painted_ms = ((self.painted_ns or 0) - int(os.environ["BENCH_STARTED_NS"])) / 1e6
        cards = sum(
            type(widget).__name__ == "CourseCard" and widget.isVisible()
            for widget in QApplication.allWidgets()
        )
        if os.environ.get("BENCH_PICTURE"):
            for window in QApplication.topLevelWidgets():
                window.grab().save(os.environ["BENCH_PICTURE"])
        print(f"{painted_ms} {self.used_ms} {resident_mb()} {cards}", flush=True)
        # Ending well is not what is measured.
        os._exit(0)


def open_empty(watch: PaintWatch) -> None:
    """Run an empty window with a text browser."""

    class Window(QMainWindow):
        def event(self, event: QEvent) -> bool:
            watch.see(event)
            return super().event(event)

    application = QApplication(sys.argv[:1])
    window = Window()
    # As large as ours, which leaves room for its frame on a small screen.
    room = window.screen().availableSize() - QSize(8, 32)
    window.resize(QSize(1180, 720).boundedTo(room))
    window.setCentralWidget(QTextBrowser())
    window.show()
    application.exec()


def open_ours(watch: PaintWatch) -> None:
    """Run the whole program as its command does."""
    from courseplayer.ui import main_window

    class Window(main_window.MainWindow):
        def event(self, event: QEvent) -> bool:
            watch.see(event)
            return super().event(event)

    main_window.MainWindow = Window  # type: ignore[misc]
    from courseplayer import cli

    cli.main()


if __name__ == "__main__":
    which = sys.argv.pop(1)
    {"ours": open_ours, "empty": open_empty}[which](PaintWatch())
