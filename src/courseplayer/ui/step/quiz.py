"""Practice questions: choose, check, see why, try again; never scored, never kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

from courseplayer.course.content import QuizChoice, QuizQuestion
from courseplayer.ui.components import Card, Notice, Tone, button, column, label, row, set_tone
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space

_LEAST_TARGET_PX = 32


class _ChoiceRow(QFrame):
    """One choice, and after checking whether it is right and why; a click anywhere chooses it."""

    def __init__(self, choice: QuizChoice, chooser: QAbstractButton, icons: Icons) -> None:
        super().__init__()
        self.choice = choice
        self.chooser = chooser
        self._icons = icons
        chooser.setAccessibleName(choice.text)
        chooser.setMinimumHeight(icons.theme.scaled(_LEAST_TARGET_PX))
        # No buddy: it would take an & in the words for a key.
        self._words = label(choice.text)
        self._mark = QLabel()
        self._verdict = label("", "small")
        self._verdict.hide()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = row(self, Space.XS, Space.S)
        line.addWidget(chooser, 0, Qt.AlignmentFlag.AlignTop)
        words = column(None, Space.XS, Space.XS)
        words.addWidget(self._words)
        words.addWidget(self._verdict)
        line.addLayout(words, 1)
        line.addWidget(self._mark)

    @property
    def words(self) -> QLabel:
        """The words of the choice."""
        return self._words

    @property
    def verdict(self) -> str:
        """What is said of the choice, empty until the answer was checked."""
        return "" if self._verdict.isHidden() else self._verdict.text()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose by a click on the words as well: the circle alone is a small target."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chooser.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chooser.click()

    def show_verdict(self) -> None:
        """Say whether the choice is right; why is said of every choice, taken or not."""
        colours = self._icons.theme.colours
        is_right = self.choice.is_right
        verdict = self.tr("Right.") if is_right else self.tr("Not right.")
        if not is_right and not self.chooser.isChecked():
            verdict = self.tr("Rightly not chosen.")
        if is_right and not self.chooser.isChecked():
            verdict = self.tr("This is right too, but was not chosen.")
        self._verdict.setText(f"{verdict} {self.choice.why or ''}".strip())
        self._verdict.show()
        icon = "done" if is_right else "close"
        colour = colours.success if is_right else colours.error
        if is_right or self.chooser.isChecked():
            self._mark.setPixmap(self._icons.pixmap(icon, self._icons.size_px, colour, 2))
            set_tone(self, Tone.SUCCESS if is_right else Tone.ERROR)
        self.unsetCursor()
        self.chooser.setEnabled(False)
        self.chooser.setAccessibleDescription(self._verdict.text())

    def clear_verdict(self) -> None:
        """Make the choice open again."""
        self._verdict.hide()
        self._mark.clear()
        set_tone(self, None)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.chooser.setEnabled(True)
        self.chooser.setAccessibleDescription("")


class QuestionCard(Card):
    """One practice question."""

    def __init__(self, number: int, total: int, question: QuizQuestion, icons: Icons) -> None:
        super().__init__()
        self._question = question
        self._icons = icons
        words = self.tr("Question {number} of {total}").format(number=number, total=total)
        self.content.addWidget(label(words, "overline"))
        self.content.addWidget(label(question.text, "h3"))
        if question.allows_several:
            self.content.addWidget(label(self.tr("More than one answer is right."), "muted"))
        self._group = QButtonGroup(self)
        self._rows = [self._choice_row(choice) for choice in question.choices]
        for made in self._rows:
            self.content.addWidget(made)
        self._outcome = Notice(icons)
        self._outcome.hide()
        self.content.addWidget(self._outcome)
        self.content.addLayout(self._buttons())

    def choose_first(self) -> None:
        """Choose the first answer and check it, as a person would by two clicks."""
        self._rows[0].chooser.click()
        self._check.click()

    def is_checked(self) -> bool:
        """The learner has checked the answer and sees why."""
        return self._again.isVisibleTo(self)

    def buttons(self) -> tuple[QPushButton, QPushButton]:
        """Return the buttons that check the answer and that try again."""
        return self._check, self._again

    def choice_labels(self) -> list[QLabel]:
        """Return the words of the choices."""
        return [made.words for made in self._rows]

    def verdicts(self) -> list[str]:
        """Return what is said of each choice, empty until the answer was checked."""
        return [made.verdict for made in self._rows]

    def _choice_row(self, choice: QuizChoice) -> _ChoiceRow:
        chooser: QAbstractButton = QCheckBox() if self._question.allows_several else QRadioButton()
        if not self._question.allows_several:
            # In a group Tab stops at one button only, which is right for these and wrong for the others.
            self._group.addButton(chooser)
        chooser.toggled.connect(self._on_toggled)
        return _ChoiceRow(choice, chooser, self._icons)

    def _buttons(self) -> QHBoxLayout:
        buttons = row()
        self._check = button(self.tr("Check my answer"), "primary")
        self._check.setEnabled(False)
        self._check.clicked.connect(self._on_check_clicked)
        self._again = button(self.tr("Try again"), "", self._icons.spaced("retry"))
        self._again.hide()
        self._again.clicked.connect(self._on_again_clicked)
        buttons.addWidget(self._check)
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        return buttons

    def _on_toggled(self) -> None:
        self._check.setEnabled(any(made.chooser.isChecked() for made in self._rows))

    def _on_check_clicked(self) -> None:
        is_right = all(made.chooser.isChecked() == made.choice.is_right for made in self._rows)
        for made in self._rows:
            made.show_verdict()
        verdict = (
            self.tr("Yes, that is right.") if is_right else self.tr("Not quite. Read why, then try again.")
        )
        words = f"{verdict} {self._question.why or ''}".strip()
        self._outcome.say(words, Tone.SUCCESS if is_right else Tone.INFO)
        self._check.hide()
        self._again.show()
        self._again.setFocus()

    def _on_again_clicked(self) -> None:
        self._group.setExclusive(False)
        for made in self._rows:
            made.clear_verdict()
            made.chooser.setChecked(False)
        self._group.setExclusive(True)
        self._outcome.hide()
        self._again.hide()
        self._check.show()
        self._check.setEnabled(False)
        self._rows[0].chooser.setFocus()


class QuizPanel(QWidget):
    """All questions of a step, one below the other."""

    def __init__(self, questions: Sequence[QuizQuestion], icons: Icons) -> None:
        super().__init__()
        layout = column(self, 0, Space.L)
        layout.addWidget(
            label(self.tr("This is practice. Nothing is scored or kept; try as often as you like."), "muted")
        )
        self.cards = [
            QuestionCard(index, len(questions), question, icons)
            for index, question in enumerate(questions, start=1)
        ]
        for made in self.cards:
            layout.addWidget(made)
