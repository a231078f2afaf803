"""The sheet of paper: toolbar, banner, text field and how far saving has come."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from courseplayer.ui.components import Banner, Tone, column, label, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.moments import moment_words
from courseplayer.ui.theme import Space
from courseplayer.ui.writing.editor import RichEditor
from courseplayer.ui.writing.toolbar import EditorToolBar

RETRY = "retry"
SAVE_COPY = "save-copy"
RELOAD = "reload"
_MINUTE_MS = 60_000


class SavedLabel(QWidget):
    """Says in words, with an icon, whether the text is safe."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._picture = QLabel()
        self._words = label("", "small", wraps=False)
        line = row(self, 0, Space.XS)
        line.addWidget(self._picture)
        line.addWidget(self._words)
        self._saved_at: datetime | None = None
        self._minutes = QTimer(self)
        self._minutes.setInterval(_MINUTE_MS)
        self._minutes.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._minutes.timeout.connect(self._on_minute)
        self.show_nothing()

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    def show_nothing(self) -> None:
        """Say nothing: there is no text yet."""
        self._say("", "")

    def show_saved(self, at: datetime) -> None:
        """Say when the store took the text."""
        self._say(self._saved_words(at), "check")
        self._saved_at = at
        self._minutes.start()

    def show_unsaved(self) -> None:
        """Say that something is written and not saved."""
        self._say(self.tr("Not saved yet"), "clock")

    def show_saving(self) -> None:
        """Say that the store has been asked."""
        self._say(self.tr("Saving…"), "clock")

    def show_failed(self) -> None:
        """Say that the store refused."""
        self._say(self.tr("Not saved"), "warning")

    def _saved_words(self, at: datetime) -> str:
        return self.tr("Saved {time}").format(time=moment_words(at))

    def _on_minute(self) -> None:
        # After midnight “14:02” alone would be a time of today, perhaps yet to come.
        if self._saved_at is not None and self.words != self._saved_words(self._saved_at):
            self.show_saved(self._saved_at)

    def _say(self, words: str, icon: str) -> None:
        self._saved_at = None
        self._minutes.stop()
        self._words.setText(words)
        self._words.setAccessibleName(words)
        if icon:
            colours = self._icons.theme.colours
            size = self._icons.theme.text_px("small")
            colour = colours.error if icon == "warning" else colours.muted
            self._picture.setPixmap(self._icons.pixmap(icon, size, colour, 2))
        self._picture.setVisible(bool(icon))


class WritingSheet(QWidget):
    """What every place for writing is made of; the footer has room for more."""

    def __init__(self, icons: Icons, placeholder: str, *, is_reduced: bool = False) -> None:
        super().__init__()
        self.editor = RichEditor(icons.theme)
        self.editor.show_hint(placeholder)
        self.toolbar = EditorToolBar(self.editor, icons, is_reduced=is_reduced)
        self.banner = Banner(icons, self.tr("Close this message"))
        self.saved = SavedLabel(icons)
        layout = column(self, 0, Space.S)
        layout.addWidget(self.toolbar)
        layout.addWidget(self.banner)
        layout.addWidget(self.editor, 1)
        self.footer: QHBoxLayout = row(None, 0, Space.M)
        layout.addLayout(self.footer)

    def show_failure(self, sentence: str) -> None:
        """Say that the text could not be saved and offer both ways out."""
        actions = ((RETRY, self.tr("Try again")), (SAVE_COPY, self.tr("Save a copy…")))
        self.banner.show_message(sentence, Tone.ERROR, actions)

    def show_unreadable(self, sentence: str) -> None:
        """Say that the earlier text could not be read; nothing can be written over it meanwhile."""
        self.banner.show_message(sentence, Tone.ERROR, ((RELOAD, self.tr("Try again")),))

    def set_waiting(self, is_waiting: bool) -> None:
        """Refuse keys while the text is being read."""
        self.editor.setReadOnly(is_waiting)
        self.toolbar.setEnabled(not is_waiting)
