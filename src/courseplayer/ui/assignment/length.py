"""Says how long the text is and how that stands against the brief."""

from PySide6.QtWidgets import QLabel, QWidget

from courseplayer.course.assignment import AssignmentBrief, LengthVerdict, judge_length
from courseplayer.ui.components import label, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space


class LengthLabel(QWidget):
    """Words with an icon; the verdict is in the words, the colour only repeats it."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._picture = QLabel()
        self._words = label("", "small")
        line = row(self, 0, Space.XS)
        line.addWidget(self._picture)
        line.addWidget(self._words, 1)

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    def show_length(self, words: int, brief: AssignmentBrief) -> None:
        """Say how many words there are, and how many there should be."""
        verdict = judge_length(words, brief)
        parts = [self.tr("%n word(s)", "", words), self._limits(brief), self._verdict(verdict, words, brief)]
        self._words.setText(" · ".join(part for part in parts if part))
        colours = self._icons.theme.colours
        icons = {
            LengthVerdict.SHORT: ("assignment", colours.muted),
            LengthVerdict.FITS: ("check", colours.success),
            LengthVerdict.LONG: ("warning", colours.warning),
        }
        has_limits = brief.min_words is not None or brief.max_words is not None
        icon, colour = icons.get(verdict, ("assignment", colours.muted)) if has_limits else ("", "")
        self._picture.setVisible(bool(icon))
        if icon:
            size = self._icons.theme.text_px("small")
            self._picture.setPixmap(self._icons.pixmap(icon, size, colour, 2))

    def _limits(self, brief: AssignmentBrief) -> str:
        least, most = brief.min_words, brief.max_words
        if least is not None and most is not None:
            return self.tr("aim for {least}–{most}").format(least=least, most=most)
        if least is not None:
            return self.tr("aim for at least {least}").format(least=least)
        if most is not None:
            return self.tr("aim for at most {most}").format(most=most)
        return ""

    def _verdict(self, verdict: LengthVerdict, words: int, brief: AssignmentBrief) -> str:
        if verdict is LengthVerdict.SHORT and brief.min_words is not None:
            return self.tr("%n more to go", "", brief.min_words - words)
        if verdict is LengthVerdict.LONG and brief.max_words is not None:
            return self.tr("%n too many", "", words - brief.max_words)
        has_limits = brief.min_words is not None or brief.max_words is not None
        return self.tr("good length") if verdict is LengthVerdict.FITS and has_limits else ""
