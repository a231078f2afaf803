"""The transcript panel: its text, the search in it, the choice of language, and following the player."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from courseplayer.course.transcript import Transcript
from courseplayer.ui.components import ChoiceBox, button, column, icon_button, label, rename, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.shortcuts import SEARCH_TRANSCRIPT
from courseplayer.ui.theme import Space
from courseplayer.ui.transcript.following import Following
from courseplayer.ui.transcript.search import Match, find_matches
from courseplayer.ui.transcript.text import TranscriptText
from courseplayer.ui.words import language_words

_LANGUAGE_CHARACTERS = 9


class TranscriptPanel(QWidget):
    """Shows one transcript; the player's position decides what is highlighted, never a click here.

    Without a player, as where the recording is not in the course, there is nothing to follow or to play.
    """

    cue_activated = Signal(int)
    language_chosen = Signal(str)
    quote_requested = Signal(int, int)
    """The first and last cue to quote in the assignment."""

    def __init__(self, icons: Icons, *, follows: bool = True, has_player: bool = True) -> None:
        super().__init__()
        self._matches: tuple[Match, ...] = ()
        self._chosen_match = -1
        self._transcript: Transcript | None = None
        self._menu_cue = 0
        self._has_player = has_player
        self._text = TranscriptText(icons.theme, has_player=has_player)
        self._follow = button(
            self.tr("Follow along"), "primary", icons.spaced("follow", icons.theme.colours.on_accent)
        )
        self._follow.setParent(self._text)
        self._follow.hide()
        self._following = Following(self._text, self._follow, follows=follows, has_player=has_player)
        self._language = ChoiceBox()
        self._language.setAccessibleName(self.tr("Language of the transcript"))
        self._language.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._language.setMinimumContentsLength(_LANGUAGE_CHARACTERS)
        self._language.activated.connect(self._on_language_activated)
        self._copy = icon_button(self.tr("Copy with time code"), icons.icon("copy"), "Ctrl+C")
        self._copy.clicked.connect(self._on_copy_clicked)
        self._quote = icon_button(self.tr("Quote in my assignment"), icons.icon("quote"))
        self._quote.clicked.connect(self._on_quote_clicked)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search in the transcript"))
        rename(self._search, self.tr("Search in the transcript"), SEARCH_TRANSCRIPT)
        QShortcut(QKeySequence(SEARCH_TRANSCRIPT), self).activated.connect(self.focus_search)
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_words_typed)
        self._search.installEventFilter(self)
        self._count = label("", "small", wraps=False)
        self._previous = icon_button(self.tr("Previous match"), icons.icon("up"), "Shift+Enter")
        self._previous.clicked.connect(self.show_previous_match)
        self._next = icon_button(self.tr("Next match"), icons.icon("down"), "Enter")
        self._next.clicked.connect(self.show_next_match)
        self._menu = self._make_menu()
        self._text.cue_activated.connect(self.cue_activated)
        self._text.menu_requested.connect(self._on_menu_requested)
        self._arrange()
        self._show_count()

    @property
    def text(self) -> TranscriptText:
        """The text with the cues."""
        return self._text

    @property
    def search_line(self) -> QLineEdit:
        """Where words to search for are typed."""
        return self._search

    @property
    def count_words(self) -> str:
        """What is said about the search: ``3 of 12``."""
        return self._count.text()

    @property
    def follow_button(self) -> QPushButton:
        """The button that resumes following."""
        return self._follow

    @property
    def shown_language(self) -> str:
        """The language of the transcript, empty while there is none."""
        return "" if self._transcript is None else self._transcript.language

    @property
    def is_following(self) -> bool:
        """The text scrolls along with the player."""
        return self._following.is_following

    @property
    def is_follow_offered(self) -> bool:
        """The button that resumes following is there."""
        return not self._follow.isHidden()

    def set_follows(self, follows: bool) -> None:
        """Scroll along with the player, or only when asked to."""
        self._following.set_follows(follows)

    def show_transcript(self, transcript: Transcript, languages: tuple[str, ...]) -> None:
        """Show a transcript; ``languages`` are those it could be shown in."""
        self._transcript = transcript
        self._text.show_transcript(transcript)
        self._language.clear()
        for tag in languages:
            self._language.addItem(language_words(tag), tag)
        self._language.setCurrentIndex(max(0, self._language.findData(transcript.language)))
        self._language.setVisible(len(languages) > 1)
        self._following.begin()
        self._search.clear()
        self._find("")

    def mark_cue(self, index: int) -> None:
        """Highlight the cue being spoken, and scroll to it unless the learner looks elsewhere."""
        self._text.mark_cue(index)
        self._following.go_to(index)

    def go_to_cue(self, index: int) -> None:
        """Highlight a cue and bring it into sight, wherever the learner looks; -1 takes the mark away."""
        self._text.put_cursor(max(0, index))
        self._following.begin()
        self.mark_cue(index)

    def focus_search(self) -> None:
        """Put the cursor into the search line."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def search_for(self, words: str) -> None:
        """Search as if the words had been typed."""
        self._search.setText(words)

    def show_next_match(self) -> None:
        """Go to the next match, after the last to the first."""
        self._choose_match(self._chosen_match + 1)

    def show_previous_match(self) -> None:
        """Go to the match before, from the first to the last."""
        self._choose_match(self._chosen_match - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Shift+Enter in the search line go through the matches, Escape empties it."""
        if watched is self._search and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                    self.show_previous_match()
                else:
                    self.show_next_match()
                return True
            if event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current cue in sight when lines break elsewhere."""
        super().resizeEvent(event)
        self._following.go_to(self._text.current_cue)

    def _arrange(self) -> None:
        head = row(spacing=Space.XS)
        head.addWidget(label(self.tr("Transcript"), "h3", wraps=False), 1)
        head.addSpacing(Space.S)
        for widget in (self._language, self._copy, self._quote):
            head.addWidget(widget)
        layout = column(self, 0, Space.S)
        layout.addLayout(head)
        layout.addLayout(self._search_row())
        layout.addWidget(self._text, 1)

    def _search_row(self) -> QHBoxLayout:
        search = row(spacing=Space.XS)
        search.addWidget(self._search, 1)
        for widget in (self._count, self._previous, self._next):
            search.addWidget(widget)
        return search

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        if self._has_player:
            menu.addAction(self.tr("Play from here")).triggered.connect(self._on_play_here_chosen)
        menu.addAction(self.tr("Copy with time code")).triggered.connect(self._on_copy_here_chosen)
        menu.addAction(self.tr("Quote in my assignment")).triggered.connect(self._on_quote_here_chosen)
        return menu

    def _find(self, words: str) -> None:
        self._matches = () if self._transcript is None else find_matches(self._transcript, words)
        self._chosen_match = -1
        if self._matches:
            here = max(0, self._text.current_cue)
            after = (index for index, match in enumerate(self._matches) if match.cue >= here)
            self._choose_match(next(after, 0))
        else:
            self._text.show_matches(self._matches, -1)
            self._show_count()

    def _choose_match(self, index: int) -> None:
        if not self._matches:
            return
        self._chosen_match = index % len(self._matches)
        self._text.show_matches(self._matches, self._chosen_match)
        self._following.pause()
        self._text.reveal(self._matches[self._chosen_match].cue)
        self._show_count()

    def _show_count(self) -> None:
        is_searching = bool(self._search.text().strip())
        for widget in (self._count, self._previous, self._next):
            widget.setVisible(is_searching)
        for arrow in (self._previous, self._next):
            arrow.setEnabled(bool(self._matches))
        if not self._matches:
            self._count.setText(self.tr("Not found") if is_searching else "")
            return
        self._count.setText(
            self.tr("{number} of {count}").format(number=self._chosen_match + 1, count=len(self._matches))
        )

    def _chosen_or_menu_cues(self) -> tuple[int, int]:
        """Return the selected cues when the menu was opened inside them, else the cue it was opened on."""
        chosen = self._text.chosen_cues() if self._text.textCursor().hasSelection() else None
        if chosen is not None and chosen[0] <= self._menu_cue <= chosen[1]:
            return chosen
        return self._menu_cue, self._menu_cue

    def _on_words_typed(self, words: str) -> None:
        self._find(words)

    def _on_language_activated(self, index: int) -> None:
        self.language_chosen.emit(str(self._language.itemData(index)))

    def _on_copy_clicked(self) -> None:
        self._text.copy_with_time_codes()

    def _on_quote_clicked(self) -> None:
        chosen = self._text.chosen_cues()
        if chosen is not None:
            self.quote_requested.emit(*chosen)

    def _on_menu_requested(self, at: QPoint, cue: int) -> None:
        self._menu_cue = cue
        self._menu.popup(at)

    def _on_play_here_chosen(self) -> None:
        self.cue_activated.emit(self._menu_cue)

    def _on_copy_here_chosen(self) -> None:
        cues = self._chosen_or_menu_cues()
        self._text.copy_cues(*cues)

    def _on_quote_here_chosen(self) -> None:
        self.quote_requested.emit(*self._chosen_or_menu_cues())
