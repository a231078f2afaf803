"""Says that a large course is being opened, how far that is, and lets it be stopped."""

from PySide6.QtCore import QObject, QTimer

from courseplayer.ui.components import Banner, Tone
from courseplayer.ui.session import Session

_NOTICED_AFTER_MS = 500
_CANCEL = "cancel-opening"


class OpeningNotice(QObject):
    """Between the session that opens a course and the banner of the window."""

    def __init__(self, session: Session, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._is_shown = False
        self._percent = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_NOTICED_AFTER_MS)
        self._patience.timeout.connect(self._show)
        session.opening_started.connect(self._on_started)
        session.opening_advanced.connect(self._on_advanced)
        for ended in (session.course_arrived, session.opening_failed, session.opening_cancelled):
            ended.connect(self._on_ended)
        banner.action_chosen.connect(self._on_action_chosen)
        banner.closed.connect(self._on_closed)

    def _on_started(self) -> None:
        self._percent = 0
        self._is_shown = False
        self._patience.start()

    def _on_advanced(self, done: int, total: int) -> None:
        percent = 100 * done // max(1, total)
        if percent != self._percent:
            self._percent = percent
            if self._is_shown:
                self._show()

    def _show(self) -> None:
        words = self.tr("The course is read through once, to be sure that it is whole: {percent} %")
        stop = ((_CANCEL, self.tr("Cancel")),)
        if not self._is_shown:
            self._banner.show_message(words.format(percent=self._percent), Tone.INFO, stop)
        else:
            self._banner.say(words.format(percent=self._percent), Tone.INFO)
        self._is_shown = True

    def _on_ended(self) -> None:
        self._patience.stop()
        if self._is_shown:
            self._banner.clear()
        self._is_shown = False

    def _on_closed(self) -> None:
        self._patience.stop()
        self._is_shown = False

    def _on_action_chosen(self, key: str) -> None:
        if key == _CANCEL:
            self._session.cancel_opening()
