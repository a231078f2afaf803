"""The size meter: what the kit needs beside what is free, in words and as a bar."""

from PySide6.QtWidgets import QProgressBar, QWidget

from courseplayer.ui.components import Notice, Tone, column, label
from courseplayer.ui.icons import Icons
from courseplayer.ui.kits.kit_words import file_system_words
from courseplayer.ui.theme import Space
from courseplayer.ui.words import size_words

_FULL = 1_000


class SizeMeter(QWidget):
    """Says in words what the bar shows; what does not fit is told in a sentence."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._words = label("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _FULL)
        self._notice = Notice(icons)
        self._notice.hide()
        layout = column(self, 0, Space.XS)
        layout.addWidget(self._notice)
        layout.addWidget(self._words)
        layout.addWidget(self._bar)
        self.show_nothing("")

    @property
    def words(self) -> str:
        """What is said about the size."""
        return self._words.text()

    @property
    def problem(self) -> str:
        """Why it does not fit, empty where it does."""
        return "" if self._notice.isHidden() else self._notice.sentence

    def show_nothing(self, words: str) -> None:
        """Say what is to be chosen before anything can be measured."""
        self._notice.hide()
        self._bar.setVisible(False)
        self._words.setText(words)

    def show_need(self, needed_bytes: int) -> None:
        """Say what a kit needs while nobody knows where it is made."""
        self.show_nothing(self.tr("Needs about {size}").format(size=size_words(needed_bytes)))

    def show_measure(
        self, needed_bytes: int, there_bytes: int, free_bytes: int | None, file_system: str | None
    ) -> None:
        """Show what a kit needs beside what is free."""
        self._notice.hide()
        need = size_words(needed_bytes)
        kind = file_system_words(file_system)
        where = self.tr(" ({kind})").format(kind=kind) if kind else ""
        if free_bytes is None:
            self.show_need(needed_bytes)
            return
        words = self.tr("Needs {size}, {free} free{where}").format(
            size=need, free=size_words(free_bytes), where=where
        )
        if there_bytes > 0:
            words += " · " + self.tr("{size} of it may be there already").format(size=size_words(there_bytes))
        self._words.setText(words)
        wanted = max(0, needed_bytes - there_bytes)
        self._bar.setVisible(True)
        self._bar.setValue(min(_FULL, _FULL * wanted // max(1, free_bytes)))
        self._bar.setAccessibleName(words)

    def forget_problem(self) -> None:
        """Say no more why it does not fit: it is said elsewhere."""
        self._notice.hide()

    def show_problem(self, sentence: str) -> None:
        """Say why it does not fit, or why it cannot be measured."""
        self._notice.say(sentence, Tone.ERROR)
