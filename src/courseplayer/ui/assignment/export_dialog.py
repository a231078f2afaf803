"""The one dialog through which a text leaves the program."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QRadioButton,
    QTabWidget,
    QWidget,
)

from courseplayer.learner.values import Submission
from courseplayer.submissions.formats import ExportFormat
from courseplayer.submissions.preview import ExportPreview
from courseplayer.ui.assignment.export_words import format_words, state_words
from courseplayer.ui.assignment.leaving import LeavingPanel
from courseplayer.ui.components import (
    Banner,
    Card,
    Tone,
    button,
    column,
    label,
    resize_to_fit,
    row,
    scrolling,
)
from courseplayer.ui.empty_layout import empty_layout
from courseplayer.ui.empty_state import EmptyState
from courseplayer.ui.icons import Icons
from courseplayer.ui.moments import full_moment_words
from courseplayer.ui.theme import Space

SHOW_FOLDER = "folder"
_SIZE = (960, 580)
_SHOW_PROGRESS_AFTER_MS = 300
_FORMATS_SHARE, _LEAVING_SHARE = 4, 5


class ExportDialog(QDialog):
    """Formats, a preview of what leaves, and what was exported before."""

    options_changed = Signal()
    save_wanted = Signal()
    cancel_wanted = Signal()
    """Stop what is being carried out."""
    copy_wanted = Signal()
    version_wanted = Signal(int)
    """The id of the revision that an earlier export holds."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._is_busy = False
        self._submissions: Sequence[Submission] = ()
        self.setWindowTitle(self.tr("Export for upload"))
        resize_to_fit(self, *(icons.theme.scaled(px) for px in _SIZE))
        layout = column(self, Space.L, Space.S)
        layout.addWidget(label(self.tr("Export for upload"), "h2"))
        self._length = label("", "muted")
        layout.addWidget(self._length)
        self.banner = Banner(icons, self.tr("Close this message"))
        layout.addWidget(self.banner)
        self.leaving = LeavingPanel(icons)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Export for upload"))
        self.tabs.addTab(self._choosing(), self.tr("New export"))
        earlier = QWidget()
        self._earlier = column(earlier, Space.S, Space.S)
        self.tabs.addTab(scrolling(earlier), self.tr("Exported versions"))
        self.tabs.currentChanged.connect(self._fill_earlier)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._progress_row())
        layout.addLayout(self._buttons())

    @property
    def format(self) -> ExportFormat:
        """The chosen format."""
        chosen = self._formats.checkedButton()
        return ExportFormat(chosen.property("format")) if chosen is not None else ExportFormat.DOCX

    @property
    def shows_name(self) -> bool:
        """The learner's name may leave."""
        return self.name.isChecked()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the formats the width of their longest name, which is known once the style is."""
        super().showEvent(event)
        bar = self._choices_area.verticalScrollBar()
        self._choices_area.setMinimumWidth(self._choices.minimumSizeHint().width() + bar.sizeHint().width())

    def choose_format(self, export_format: ExportFormat) -> None:
        """Choose a format as a click does."""
        for made in self._formats.buttons():
            if made.property("format") == export_format.value:
                made.click()

    def show_length(self, sentence: str) -> None:
        """Say how the text stands against the brief."""
        self._length.setText(sentence)
        self._length.setVisible(bool(sentence))

    def show_submissions(self, submissions: Sequence[Submission]) -> None:
        """List what was exported before, newest first."""
        self._submissions = submissions
        self.tabs.setTabText(1, self.tr("Exported versions ({count})").format(count=len(submissions)))
        self._fill_earlier()

    def _fill_earlier(self) -> None:
        # A long list costs time and memory at every opening, and few look at it.
        if self.tabs.currentIndex() != 1:
            return
        empty_layout(self._earlier)
        if not self._submissions:
            nothing = EmptyState(self._icons, "upload")
            nothing.say(self.tr("Nothing has been exported yet."))
            self._earlier.addWidget(nothing)
        for submission in self._submissions:
            self._earlier.addWidget(self._row(submission))
        self._earlier.addStretch(1)

    def show_preview(self, shown: ExportPreview) -> None:
        """Show what would leave."""
        self.leaving.show_preview(shown)

    def set_busy(self, is_busy: bool) -> None:
        """Take no second order while the first is being carried out."""
        self._is_busy = is_busy
        for made in (self.save, self.copy, self.tabs, self._close):
            made.setEnabled(not is_busy)
        self.progress.setRange(0, 0)
        if is_busy:
            self.banner.clear()
            self._patience.start()
            return
        had_focus = self.cancel.hasFocus()
        self._patience.stop()
        self._working.hide()
        if had_focus:
            self.save.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """Show how much of the file is made."""
        self.progress.setRange(0, 100)
        self.progress.setValue(100 * done // total if total else 0)

    def reject(self) -> None:
        """Escape stops what is being carried out; the dialog closes only when nothing is."""
        if self._is_busy:
            self.cancel_wanted.emit()
        else:
            super().reject()

    def show_note(self, sentence: str) -> None:
        """Say what happened."""
        self.banner.show_message(sentence, Tone.INFO)

    def show_success(self, sentence: str, *, has_folder: bool) -> None:
        """Say that it worked."""
        actions = ((SHOW_FOLDER, self.tr("Show in folder")),) if has_folder else ()
        self.banner.show_message(sentence, Tone.SUCCESS, actions)

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong; the choices stay."""
        self.banner.show_message(sentence, Tone.ERROR)

    def _choosing(self) -> QWidget:
        self._choices = QWidget()
        inside = column(self._choices, 0, Space.XS)
        self._formats = QButtonGroup(self)
        for export_format in ExportFormat:
            inside.addWidget(self._format_button(export_format))
            below = row()
            below.addSpacing(Space.XXL + Space.XS)
            below.addWidget(label(format_words(export_format)[1], "small"), 1)
            inside.addLayout(below)
            inside.addSpacing(Space.XS)
        self._formats.buttons()[0].setChecked(True)
        self._formats.buttonClicked.connect(self._on_option_clicked)
        self.name = QCheckBox(self.tr("Show my name"))
        self.name.setChecked(True)
        self.name.clicked.connect(self._on_option_clicked)
        inside.addSpacing(Space.S)
        inside.addWidget(self.name)
        inside.addStretch(1)
        made = QWidget()
        line = row(made, 0, Space.L)
        line.setContentsMargins(0, Space.S, 0, 0)
        self._choices_area = scrolling(self._choices)
        line.addWidget(self._choices_area, _FORMATS_SHARE)
        line.addWidget(scrolling(self.leaving), _LEAVING_SHARE)
        return made

    def _format_button(self, export_format: ExportFormat) -> QRadioButton:
        name, hint = format_words(export_format)
        made = QRadioButton(name)
        made.setAccessibleDescription(hint)
        made.setProperty("format", export_format.value)
        self._formats.addButton(made)
        return made

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.copy = button(self.tr("Copy as plain text"), "", self._icons.spaced("copy"))
        self.copy.setToolTip(self.tr("For a box on a web page into which you paste your text"))
        self.copy.clicked.connect(self.copy_wanted)
        self._close = close = button(self.tr("Close"), "quiet")
        close.clicked.connect(self.reject)
        on_accent = self._icons.theme.colours.on_accent
        self.save = button(self.tr("Save file…"), "primary", self._icons.spaced("save", on_accent))
        self.save.setDefault(True)
        self.save.clicked.connect(self.save_wanted)
        line.addWidget(close)
        line.addStretch(1)
        line.addWidget(self.copy)
        line.addWidget(self.save)
        return line

    def _progress_row(self) -> QWidget:
        self._working = QWidget()
        line = row(self._working, 0, Space.M)
        words = self.tr("Making the file…")
        line.addWidget(label(words, "small", wraps=False))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(words)
        line.addWidget(self.progress, 1)
        self.cancel = button(self.tr("Stop"))
        self.cancel.clicked.connect(self.cancel_wanted)
        line.addWidget(self.cancel)
        self._working.hide()
        # Most files are made before anybody could read that they are being made.
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SHOW_PROGRESS_AFTER_MS)
        self._patience.timeout.connect(self._working.show)
        return self._working

    def _row(self, submission: Submission) -> Card:
        card = Card(Space.M)
        line = row()
        name, _hint = format_words(submission.format)
        attempt = self.tr("attempt {number}").format(number=submission.attempt)
        details = f"{full_moment_words(submission.exported_at)} · {attempt} · {state_words(submission.state)}"
        words = column(None, 0, Space.XS)
        words.addWidget(label(name, "h3"))
        words.addWidget(label(details, "small"))
        if submission.path:
            place = label(submission.path, "small")
            place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(place)
        line.addLayout(words, 1)
        view = button(self.tr("View this version"), "link")
        view.setProperty("revision", int(submission.revision_id))
        view.clicked.connect(self._on_view_clicked)
        line.addWidget(view)
        card.content.addLayout(line)
        return card

    def _on_view_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.version_wanted.emit(int(sender.property("revision")))

    def _on_option_clicked(self) -> None:
        self.options_changed.emit()
