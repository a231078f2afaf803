"""The assignment page: the brief beside the text, or one at a time where there is little room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QTabBar

from courseplayer.ui.assignment.attachments_view import AttachmentsPanel
from courseplayer.ui.assignment.brief import BriefPanel
from courseplayer.ui.assignment.length import LengthLabel
from courseplayer.ui.components import PageView, button, column, row, scrolling
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.writing.sheet import WritingSheet

_LEAST_LINES = 4
_NARROW_PX = 900
_BRIEF_SHARE, _TEXT_SHARE = 2, 3
_BRIEF_TAB, _TEXT_TAB = 0, 1


class AssignmentPage(PageView):
    """Frames brief and text; all words of the learner are in the sheet."""

    attach_wanted = Signal()
    quote_wanted = Signal()
    versions_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._narrow_px = icons.theme.scaled(_NARROW_PX)
        self._is_narrow = False
        self.brief = BriefPanel(icons)
        self.sheet = WritingSheet(
            icons,
            self.tr(
                "Begin anywhere. What you write is saved on this computer by itself, and only you see it."
            ),
        )
        self.length = LengthLabel(icons)
        self.attachments = AttachmentsPanel(icons)
        self._tabs = QTabBar()
        self._tabs.addTab(self.tr("Brief"))
        self._tabs.addTab(self.tr("Your text"))
        self._tabs.setCurrentIndex(_TEXT_TAB)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._text = self._writing()
        self._splitter.addWidget(self.brief)
        # On a small screen a message and the text need more height than there is.
        self._text_area = scrolling(self._text)
        self._splitter.addWidget(self._text_area)
        self._splitter.setStretchFactor(0, _BRIEF_SHARE)
        self._splitter.setStretchFactor(1, _TEXT_SHARE)
        self._splitter.setHandleWidth(1)
        layout = column(self, 0, 0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._splitter, 1)
        self.first_focus = self.sheet.editor
        self._arrange()

    def set_waiting(self, is_waiting: bool) -> None:
        """Offer what belongs to a text only while there is one."""
        for made in self._actions:
            made.setEnabled(not is_waiting)

    def show_text(self) -> None:
        """Bring the text to the front where brief and text share the room."""
        self._tabs.setCurrentIndex(_TEXT_TAB)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put brief and text side by side only where both have room."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < self._narrow_px
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._arrange()

    def _writing(self) -> QFrame:
        ground = QFrame()
        ground.setProperty("role", "side")
        layout = column(ground, Space.L, Space.S)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        layout.addWidget(self.sheet, 1)
        self.sheet.editor.setMinimumHeight(self._icons.theme.text_px() * _LEAST_LINES * 3 // 2)
        self.sheet.footer.addWidget(self.length, 1)
        self.sheet.footer.addWidget(self.sheet.saved)
        layout.addWidget(self.attachments)
        bar = row(None, 0, Space.XS)
        attach = button(self.tr("Attach…"), "quiet", self._icons.spaced("attach"))
        attach.setToolTip(self.tr("Put a file beside your text"))
        attach.clicked.connect(self.attach_wanted)
        quote = button(self.tr("Quote…"), "quiet", self._icons.spaced("quote"))
        quote.setToolTip(self.tr("Insert words from a video or audio of this course"))
        quote.setObjectName("quote")
        quote.clicked.connect(self.quote_wanted)
        versions = button(self.tr("Versions"), "quiet", self._icons.spaced("history"))
        versions.setToolTip(self.tr("Look at earlier states of your text"))
        versions.setObjectName("versions")
        versions.clicked.connect(self.versions_wanted)
        on_accent = self._icons.theme.colours.on_accent
        export = button(self.tr("Export…"), "primary", self._icons.spaced("upload", on_accent))
        export.setObjectName("export")
        export.setToolTip(self.tr("Make a file for uploading or handing over"))
        export.setObjectName("export")
        export.clicked.connect(self.export_wanted)
        self._actions = (attach, quote, versions, export)
        for made in self._actions[:-1]:
            bar.addWidget(made)
        bar.addStretch(1)
        bar.addWidget(export)
        layout.addLayout(bar)
        return ground

    def _arrange(self) -> None:
        self._tabs.setVisible(self._is_narrow)
        shown = self._tabs.currentIndex()
        self.brief.setVisible(not self._is_narrow or shown == _BRIEF_TAB)
        self._text_area.setVisible(not self._is_narrow or shown == _TEXT_TAB)
        self._text_area.setMinimumWidth(self._text.minimumSizeHint().width())

    def _on_tab_changed(self, _index: int) -> None:
        self._arrange()
