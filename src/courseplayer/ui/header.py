"""The bar above every page: back, shelf, course title, search, who is learning, and the menu."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from courseplayer.ui.components import button, icon_button, on_button, rename, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.shortcuts import BACK, OUTLINE, SEARCH
from courseplayer.ui.theme import Space

_NARROW_PX = 900
_NARROWEST_TITLE_PX = 80
_WIDEST_SEARCH_PX = 380


class ElidedButton(QPushButton):
    """A button whose words are cut with an ellipsis where there is no room for all of them."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show these words as far as they fit; the whole is told on hover and to screen readers."""
        self._words = words
        rename(self, words)
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the new width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Want all of the words."""
        wanted = super().sizeHint()
        wanted.setWidth(QFontMetrics(self.font()).horizontalAdvance(self._words) + 3 * Space.L)
        return wanted

    def minimumSizeHint(self) -> QSize:
        """Allow little: what is left out is told on hover."""
        return QSize(_NARROWEST_TITLE_PX, super().minimumSizeHint().height())

    def _fit(self) -> None:
        room = max(0, self.width() - 2 * Space.L)
        short = QFontMetrics(self.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(on_button(short) if short else "")


class SearchBox(QLineEdit):
    """The one search box; Escape empties it, Down goes to the results."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give Escape and Down their meaning here."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class Header(QFrame):
    """The bar above every page; it asks, others act."""

    back_wanted = Signal()
    shelf_wanted = Signal()
    course_wanted = Signal()
    outline_toggled = Signal()
    search_edited = Signal(str)
    search_confirmed = Signal(str)
    results_wanted = Signal()
    preferences_wanted = Signal()
    shortcuts_wanted = Signal()
    about_wanted = Signal()
    file_wanted = Signal()
    kit_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self._back = icon_button(self.tr("Back"), icons.icon("back"), BACK)
        self._back.clicked.connect(self.back_wanted)
        self._shelf = button(self.tr("Courses"), "quiet", icons.spaced("home"))
        rename(self._shelf, self.tr("All courses"))
        self._shelf.clicked.connect(self.shelf_wanted)
        self._outline = icon_button(self.tr("List of steps"), icons.icon("outline"), OUTLINE)
        self._outline.setCheckable(True)
        self._outline.clicked.connect(self.outline_toggled)
        self._course = ElidedButton()
        self._course.setProperty("role", "quiet")
        self._course.clicked.connect(self.course_wanted)
        self._icons = icons
        self._search: SearchBox | None = None
        self._learner_place = row()
        self._menu_button = self._menu(icons)
        self._layout = layout = row(self, Space.S, Space.S)
        layout.addWidget(self._back)
        layout.addWidget(self._shelf)
        layout.addWidget(self._outline)
        layout.addWidget(self._course)
        layout.addStretch(1)
        layout.addLayout(self._learner_place)
        layout.addWidget(self._menu_button)
        self.show_course("")
        self.set_way_back(False)

    def add_learner_button(self, made: QWidget) -> None:
        """Take in the button that shows who is learning; it is made later than the others."""
        self._learner_place.addWidget(made)
        self.setTabOrder(self._course, made)
        self.setTabOrder(made, self._menu_button)

    @property
    def search(self) -> SearchBox:
        """The search box; made when it is first needed, as the shelf has none (measured: 5 ms)."""
        if self._search is None:
            self._search = self._search_box(self._icons)
            self._search.hide()
            self._layout.insertWidget(self._layout.indexOf(self._learner_place), self._search, 2)
            self.setTabOrder(self._course, self._search)
        return self._search

    def leave_out_kits(self) -> None:
        """Offer no kits: they were switched off."""
        self._kit_action.setVisible(False)

    def set_way_back(self, is_there: bool) -> None:
        """Say whether there is a place to go back to."""
        self._back.setEnabled(is_there)

    def show_course(self, title: str) -> None:
        """Show the title of the open course, nothing when empty; searching needs a course or a shelf."""
        self._course.show_words(title)
        self._course.setVisible(bool(title))
        if title or self._search is not None:
            self.search.setVisible(bool(title))
        self._outline.setVisible(bool(title))

    def show_outline_state(self, is_shown: bool) -> None:
        """Say whether the list of steps is shown."""
        self._outline.setChecked(is_shown)

    def show_search(self, words: str) -> None:
        """Show words in the search box as if they had been typed, without searching again."""
        # A space behind them is being typed: the next word follows.
        if self.search.text().strip() != words:
            self.search.setText(words)

    def focus_search(self) -> None:
        """Put the cursor into the search box with its words selected."""
        self.search.setFocus()
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the least important words where there is little room."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW_PX * self.fontMetrics().height() / 19
        self._shelf.setText("" if is_narrow else self.tr("Courses"))

    def _search_box(self, icons: Icons) -> SearchBox:
        search = SearchBox()
        search.setPlaceholderText(self.tr("Search this course"))
        rename(search, self.tr("Search titles, articles and transcripts"), SEARCH)
        search.setClearButtonEnabled(True)
        placeholder = search.fontMetrics().horizontalAdvance(search.placeholderText())
        search.setMinimumWidth(placeholder + 4 * icons.size_px)
        search.setMaximumWidth(icons.theme.scaled(_WIDEST_SEARCH_PX))
        search.addAction(
            icons.icon("search", icons.theme.colours.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        search.textEdited.connect(self.search_edited)
        search.returnPressed.connect(self._on_return_pressed)
        search.left_downwards.connect(self.results_wanted)
        return search

    def _on_return_pressed(self) -> None:
        self.search_confirmed.emit(self.search.text())

    def _menu(self, icons: Icons) -> QToolButton:
        made = icon_button(self.tr("Menu"), icons.icon("menu"))
        menu = QMenu(made)
        for words, icon, signal in (
            (self.tr("Open a course file…"), "folder", self.file_wanted),
            (self.tr("Make a kit…"), "download", self.kit_wanted),
            (self.tr("Preferences"), "settings", self.preferences_wanted),
            (self.tr("Keyboard shortcuts"), "keyboard", self.shortcuts_wanted),
            (self.tr("About Course Player"), "info", self.about_wanted),
        ):
            action = QAction(words, menu)
            action.setData(icon)
            action.triggered.connect(signal)
            menu.addAction(action)
            if signal is self.kit_wanted:
                self._kit_action = action
        menu.aboutToShow.connect(self._draw_menu)
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _draw_menu(self) -> None:
        """Draw the icons of the menu: nobody sees them before."""
        for action in self._menu_button.menu().actions():
            if action.icon().isNull():
                action.setIcon(self._icons.icon(action.data()))
