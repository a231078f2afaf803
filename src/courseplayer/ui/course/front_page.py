"""The front page of a course: what it is, who made it, where to go on, and a taste of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
)

from courseplayer.course.content import GlossaryEntry
from courseplayer.course.outline import AssetId, CourseInfo, Licence, Outline, Person, StepOutline
from courseplayer.course.progress import CourseProgress
from courseplayer.ui.article.view import ArticleView
from courseplayer.ui.components import Card, PageView, button, column, label, on_button, reading_page, row
from courseplayer.ui.course.glossary import GlossaryCard
from courseplayer.ui.cover import Cover
from courseplayer.ui.empty_layout import empty_layout
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import kind_words, language_words, minutes_words

_READING_PX = 900
_PORTRAIT_PX = 72
_BESIDE_PX = 560
_COVER_SHARE, _WORDS_SHARE = 5, 6


class FrontPage(PageView):
    """Shows a course from outside."""

    step_chosen = Signal(str)
    """The id of the step to show."""
    web_link_clicked = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._width_px = icons.theme.scaled(_READING_PX)
        self._layout = reading_page(self, self.tr("About this course"), self._width_px)
        self._summary: ArticleView | None = None
        self._portraits: dict[AssetId, QLabel] = {}
        self._cover: Cover | None = None
        self._continue: QPushButton | None = None
        self._next: StepOutline | None = None
        self._glossary: GlossaryCard | None = None
        self._wanted_term = ""

    def show_course(
        self,
        outline: Outline,
        progress: CourseProgress,
        signer: tuple[str, str] | None = None,
        *,
        is_changed: bool = False,
    ) -> None:
        """Show another course; its pictures follow with :meth:`show_pictures`.

        ``signer`` are name and key of the one who signed it, None for a course that nobody signed;
        ``is_changed`` says that it is no longer what was made then.
        """
        self._empty()
        course = outline.course
        self._layout.addWidget(self._top(course))
        self._summary = ArticleView(self._icons)
        self._summary.web_link_clicked.connect(self.web_link_clicked)
        self._summary.step_link_clicked.connect(self.step_chosen)
        self._summary.show_article(course.summary_html, course.language)
        self._summary.setVisible(bool(course.summary_html))
        self._layout.addWidget(self._summary)
        if outline.previews():
            self._layout.addWidget(self._taste(outline.previews()))
        if course.people:
            self._layout.addWidget(self._people(course.people))
        self._glossary = GlossaryCard()
        self._layout.addWidget(self._glossary)
        if course.licence is not None:
            self._layout.addWidget(self._licence(course.licence, course))
        self._layout.addWidget(label(self._signer_words(signer, is_changed=is_changed), "small"))
        self._layout.addStretch(1)
        self.show_progress(outline, progress)

    def show_progress(self, outline: Outline, progress: CourseProgress) -> None:
        """Show how far the learner is and where to go on."""
        done, total = progress.done_in(outline)
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        words = self.tr("{done} of {total} steps complete").format(done=done, total=total)
        self._bar.setAccessibleName(words)
        self._done.setText(words)
        self._next = progress.continue_at(outline)
        has_begun = progress.last is not None and progress.last.step_id is not None
        if self._continue is not None and self._next is not None:
            words = self.tr("Continue at {number}") if has_begun else self.tr("Start with {number}")
            self._continue.setText(words.format(number=self._next.number))
            self._continue.setAccessibleName(f"{self._continue.text()} {self._next.title}")

    def show_pictures(self, pictures: Mapping[AssetId, QImage], cover: AssetId | None) -> None:
        """Show the cover, the educators and the pictures of the summary."""
        if self._cover is not None and cover is not None and cover in pictures:
            self._cover.show_picture(pictures[cover])
        for asset, portrait in self._portraits.items():
            if asset in pictures:
                portrait.setPixmap(self._icons.round_picture(pictures[asset], _PORTRAIT_PX))
        if self._summary is not None:
            self._summary.show_pictures(pictures)

    def show_glossary(self, entries: Sequence[GlossaryEntry]) -> None:
        """Show the words of the course and their meanings."""
        if self._glossary is not None:
            self._glossary.show_entries(entries)
            self._reveal_term()

    def show_term(self, term: str) -> None:
        """Bring a word of the course into view, as soon as it is there."""
        self._wanted_term = term
        # The page has to be shown and laid out first.
        QTimer.singleShot(0, self._reveal_term)

    def _reveal_term(self) -> None:
        place = None if self._glossary is None else self._glossary.place_of(self._wanted_term)
        area = self.findChild(QScrollArea)
        if place is None or area is None:
            return
        self._wanted_term = ""
        area.ensureWidgetVisible(place, 0, area.viewport().height() // 3)

    def _signer_words(self, signer: tuple[str, str] | None, *, is_changed: bool) -> str:
        if signer is None:
            return self.tr("This course is not signed by anyone.")
        name, key = signer
        if is_changed:
            words = self.tr(
                "{name} signed this course (key {key}), but it was changed or damaged afterwards."
            )
            return words.format(name=name, key=key)
        return self.tr("Signed by {name} (key {key})").format(name=name, key=key)

    def _empty(self) -> None:
        self._portraits = {}
        empty_layout(self._layout)

    def _top(self, course: CourseInfo) -> Card:
        words = column(None, 0, Space.S)
        words.addStretch(1)
        if course.provider:
            words.addWidget(label(course.provider, "overline"))
        words.addWidget(label(course.title, "h1"))
        words.addSpacing(Space.S)
        self._add_way_on(words)
        words.addStretch(1)
        self._cover = Cover(None, self._icons, is_round_below=True)
        return _Top(words, self._cover, self._icons.theme.scaled(_BESIDE_PX))

    def _add_way_on(self, words: QVBoxLayout) -> None:
        self._done = label("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        words.addWidget(self._done)
        words.addWidget(self._bar)
        words.addSpacing(Space.M)
        on_accent = self._icons.theme.colours.on_accent
        self._continue = button("", "primary", self._icons.spaced("play", on_accent))
        self._continue.clicked.connect(self._on_continue_clicked)
        words.addWidget(self._continue, 0, Qt.AlignmentFlag.AlignLeading)

    def _taste(self, steps: tuple[StepOutline, ...]) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("Get a taste of this course"), "h2"))
        frame.content.addWidget(
            label(self.tr("Find out what this course is like with some of its steps:"), "muted")
        )
        for step in steps:
            accent = self._icons.theme.colours.accent
            details = kind_words(step.kind)
            if step.minutes is not None:
                details += " · " + minutes_words(step.minutes)
            made = button(
                on_button(f"{step.number}  {step.title}"), "link", self._icons.spaced(step.kind.value, accent)
            )
            made.setAccessibleName(f"{step.number} {step.title}, {details}")
            made.setProperty("step_id", str(step.id))
            made.clicked.connect(self._on_step_clicked)
            line = row(None, 0, Space.S)
            line.addWidget(made)
            line.addWidget(label(details, "small", wraps=False))
            line.addStretch(1)
            frame.content.addLayout(line)
        return frame

    def _people(self, people: tuple[Person, ...]) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("Educators"), "h2"))
        for person in people:
            line = row(None, 0, Space.L)
            line.addWidget(self._portrait(person), 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(_words_about(person), 1)
            frame.content.addLayout(line)
        return frame

    def _portrait(self, person: Person) -> QLabel:
        portrait = QLabel()
        portrait.setFixedSize(_PORTRAIT_PX, _PORTRAIT_PX)
        portrait.setPixmap(self._icons.pixmap("learner", _PORTRAIT_PX, self._icons.theme.colours.muted, 2))
        portrait.setAccessibleName(self.tr("Picture of {name}").format(name=person.name))
        if person.picture is not None:
            self._portraits[person.picture] = portrait
        return portrait

    def _licence(self, licence: Licence, course: CourseInfo) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("Licence and attribution"), "h2"))
        frame.content.addWidget(label(licence.name))
        if licence.attribution:
            frame.content.addWidget(label(licence.attribution, "muted"))
        if course.language:
            words = self.tr("Language: {language}").format(language=language_words(course.language))
            frame.content.addWidget(label(words, "muted"))
        for address in (licence.url, course.source_url):
            if address:
                accent = self._icons.theme.colours.accent
                link = button(on_button(address), "link", self._icons.spaced("open", accent))
                link.setAccessibleName(address)
                link.setProperty("address", address)
                link.clicked.connect(self._on_address_clicked)
                line = row()
                line.addWidget(link)
                line.addStretch(1)
                frame.content.addLayout(line)
        return frame

    def _on_continue_clicked(self) -> None:
        if self._next is not None:
            self.step_chosen.emit(str(self._next.id))

    def _on_step_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.step_chosen.emit(str(sender.property("step_id")))

    def _on_address_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.web_link_clicked.emit(str(sender.property("address")))


class _Top(Card):
    """Title and way on, with the cover beside them, or below where there is little room."""

    def __init__(self, words: QVBoxLayout, cover: Cover, beside_px: int) -> None:
        super().__init__(0)
        self._beside_px = beside_px
        self._line = QBoxLayout(QBoxLayout.Direction.RightToLeft)
        self._line.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        self._line.setSpacing(Space.XL)
        self._line.addWidget(cover, _COVER_SHARE)
        self._line.addLayout(words, _WORDS_SHARE)
        self.content.addLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement that fits the width."""
        super().resizeEvent(event)
        is_beside = event.size().width() >= self._beside_px
        self._line.setDirection(
            QBoxLayout.Direction.RightToLeft if is_beside else QBoxLayout.Direction.BottomToTop
        )


def _words_about(person: Person) -> QVBoxLayout:
    words = column(None, 0, Space.XS)
    words.addWidget(label(person.name, "h3"))
    if person.role:
        words.addWidget(label(person.role, "muted"))
    if person.about:
        words.addWidget(label(person.about))
    words.addStretch(1)
    return words
