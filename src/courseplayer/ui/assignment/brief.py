"""What is asked for: what the assignment means here, the brief, guidance and the reviewers' questions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from courseplayer.course.content import StepContent
from courseplayer.ui.article.view import ArticleView
from courseplayer.ui.components import Card, column, label, row, scrolling
from courseplayer.ui.empty_layout import empty_layout
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space


class BriefPanel(QWidget):
    """Scrolls beside the editor."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        inside = QWidget()
        layout = column(inside, Space.L, Space.L)
        self.article = ArticleView(icons)
        self._guidance = Card()
        self._questions = Card()
        for part in (self._meaning(), self.article, self._guidance, self._questions):
            layout.addWidget(part)
        layout.addStretch(1)
        self._scroll = scrolling(inside, self.tr("Brief"))
        column(self).addWidget(self._scroll)

    def show_brief(self, content: StepContent, language: str | None) -> None:
        """Show the brief of a step from its beginning."""
        self.article.setVisible(bool(content.article_html))
        self.article.show_article(content.article_html, language)
        guidance = content.brief.guidance if content.brief is not None else ()
        questions = content.brief.review_questions if content.brief is not None else ()
        self._fill(self._guidance, self.tr("Guidance"), "", guidance, is_numbered=False)
        self._fill(
            self._questions,
            self.tr("What your reviewers will be asked"),
            self.tr("Read these before you write: they show what matters."),
            questions,
            is_numbered=True,
        )
        self._scroll.verticalScrollBar().setValue(0)

    def _meaning(self) -> Card:
        card = Card()
        card.content.addWidget(label(self.tr("What this assignment means"), "h3"))
        lines = (
            ("assignment", self.tr("It is voluntary. You can finish the course without it.")),
            ("discussion", self.tr("Your fellow learners read it and write you their comments.")),
            ("info", self.tr("It is not marked, and there is no pass or fail.")),
            ("learner", self.tr("Nothing leaves this computer until you export it.")),
        )
        for icon, words in lines:
            card.content.addLayout(self._line(self._picture(icon), words))
        return card

    def _picture(self, icon: str) -> QLabel:
        made = QLabel()
        colour = self._icons.theme.colours.accent
        made.setPixmap(self._icons.pixmap(icon, self._icons.theme.text_px("lead"), colour, 2))
        return made

    def _line(self, mark: QLabel, words: str) -> QHBoxLayout:
        line = row(None, 0, Space.S)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(words), 1)
        return line

    def _fill(self, card: Card, heading: str, hint: str, lines: Sequence[str], *, is_numbered: bool) -> None:
        empty_layout(card.content)
        card.setVisible(bool(lines))
        card.content.addWidget(label(heading, "h3"))
        if hint:
            card.content.addWidget(label(hint, "muted"))
        for number, words in enumerate(lines, start=1):
            line = QWidget()
            shape = row(line, 0, Space.S)
            mark = label(f"{number}." if is_numbered else "•", "muted", wraps=False)
            shape.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            shape.addWidget(label(words), 1)
            card.content.addWidget(line)
