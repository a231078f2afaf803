"""Step 2 of a kit: for whom it is: names that are there at the start, and the language."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit

from courseplayer.ui.components import ChoiceBox
from courseplayer.ui.icons import Icons
from courseplayer.ui.kits.choices import names_in
from courseplayer.ui.kits.fields import Step
from courseplayer.ui.words import language_words

_ROWS = 5


class LearnersStep(Step):
    """Everything may be left empty here."""

    def __init__(self, icons: Icons, languages: Sequence[str]) -> None:
        super().__init__(
            self.tr("For whom?"),
            self.tr(
                "Both may be left as they are: learners can add their names and choose a language later."
            ),
        )
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        self.names.setPlaceholderText(self.tr("Almaz\nBekele"))
        self.names.setFixedHeight(round(icons.theme.text_px() * 1.6 * _ROWS))
        self.names.textChanged.connect(self.changed)
        self.add_field(
            self.tr("Names of learners, one on each line"),
            self.names,
            self.tr("They are made when the program is started from the kit for the first time."),
        )
        self.language_choice = ChoiceBox()
        self.language_choice.addItem(self.tr("As the computer"), None)
        for tag in languages:
            self.language_choice.addItem(language_words(tag), tag)
        self.language_choice.currentIndexChanged.connect(self.changed)
        self.add_field(
            self.tr("Language of the program and of the printed sheet"),
            self.language_choice,
            self.tr("Each person can choose another one."),
        )
        self.content.addStretch(1)

    @property
    def learners(self) -> tuple[str, ...]:
        """The names, each once."""
        return names_in(self.names.toPlainText())

    @property
    def language(self) -> str | None:
        """The language, None for that of the computer."""
        chosen = self.language_choice.currentData()
        return chosen if isinstance(chosen, str) else None
