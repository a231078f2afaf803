"""The dialog in which kits are made: five steps, then progress, then what was made."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QTabWidget, QWidget

from courseplayer.ui.components import Banner, Tone, button, column, label, resize_to_fit, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.kits.choices import KitChoices
from courseplayer.ui.kits.courses_step import CoursesStep
from courseplayer.ui.kits.fields import Step
from courseplayer.ui.kits.form_step import FormStep
from courseplayer.ui.kits.learners_step import LearnersStep
from courseplayer.ui.kits.look_step import LookStep
from courseplayer.ui.kits.making_panel import MakingPanel
from courseplayer.ui.kits.meter import SizeMeter
from courseplayer.ui.kits.place_step import PlaceStep
from courseplayer.ui.kits.results_panel import ResultsPanel
from courseplayer.ui.theme import Space

_SIZE = (900, 620)


class KitDialog(QDialog):
    """Takes choices and shows what becomes of them; it makes nothing itself."""

    changed = Signal()
    """Another choice was made."""
    make_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, icons: Icons, languages: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._is_busy = False
        self.setWindowTitle(self.tr("Make a kit"))
        resize_to_fit(self, *(icons.theme.scaled(px) for px in _SIZE))
        self.courses = CoursesStep(icons)
        self.learners = LearnersStep(icons, languages)
        self.look = LookStep(icons)
        self.form = FormStep(icons)
        self.place = PlaceStep(icons)
        self.meter = SizeMeter(icons)
        self.banner = Banner(icons, self.tr("Close this message"))
        self.making = MakingPanel()
        self.making.stop_wanted.connect(self.stop_wanted)
        self.results = ResultsPanel(icons)
        self.results.choices_wanted.connect(self.show_choices)
        self.results.close_wanted.connect(self.reject)
        self._stack = QStackedWidget()
        self._choosing = self._choosing_page(icons)
        for page in (self._choosing, self.making, self.results):
            self._stack.addWidget(page)
        layout = column(self, Space.L, Space.S)
        layout.addWidget(label(self.tr("Make a kit"), "h2"))
        layout.addWidget(self._stack, 1)
        self._on_tab_changed()

    @property
    def choices(self) -> KitChoices:
        """The choices as they stand."""
        return KitChoices(
            courses=self.courses.chosen,
            learners=self.learners.learners,
            language=self.learners.language,
            policy=self.look.policy,
            name=self.look.name,
            accent=self.look.accent,
            logo=self.look.logo,
            target=self.form.target,
            portable=self.form.portable.isChecked(),
            place=self.place.place,
        )

    @property
    def is_busy(self) -> bool:
        """A kit is being made."""
        return self._is_busy

    def show_missing(self, words: str) -> None:
        """Say what is to be chosen before a kit can be made; empty when nothing is."""
        self._missing.setText(words)
        self._missing.setVisible(bool(words))
        self.make.setEnabled(not words)
        self.make.setAccessibleDescription(words)

    def show_choices(self) -> None:
        """Show the five steps."""
        self._is_busy = False
        self._stack.setCurrentWidget(self._choosing)

    def show_making(self) -> None:
        """Show how far it is, instead of the choices."""
        self._is_busy = True
        self.banner.clear()
        self.results.banner.clear()
        self._stack.setCurrentWidget(self.making)

    def show_results(self) -> None:
        """Show what was made."""
        self._is_busy = False
        self._stack.setCurrentWidget(self.results)

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong; the choices stay."""
        self.show_choices()
        # The meter may have said it already; on a small screen twice is one time too often.
        self.meter.forget_problem()
        self.banner.show_message(sentence, Tone.ERROR)

    def show_note(self, sentence: str) -> None:
        """Say what happened."""
        self.show_choices()
        self.banner.show_message(sentence, Tone.INFO)

    def reject(self) -> None:
        """Escape stops what is being made; the dialog closes only when nothing is."""
        if self._is_busy:
            self.stop_wanted.emit()
        else:
            super().reject()

    def _choosing_page(self, icons: Icons) -> QWidget:
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Five steps"))
        self.tabs.tabBar().setUsesScrollButtons(True)
        steps: tuple[tuple[Step, str], ...] = (
            (self.courses, self.tr("1 Courses")),
            (self.learners, self.tr("2 Learners")),
            (self.look, self.tr("3 Look")),
            (self.form, self.tr("4 Kind")),
            (self.place, self.tr("5 Place")),
        )
        for step, name in steps:
            self.tabs.addTab(step, name)
            step.changed.connect(self._on_changed)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        made = QWidget()
        layout = column(made, 0, Space.S)
        layout.addWidget(self.banner)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.meter)
        self._missing = label("", "small")
        layout.addWidget(self._missing)
        layout.addLayout(self._buttons(icons))
        return made

    def _buttons(self, icons: Icons) -> QHBoxLayout:
        close = button(self.tr("Close"), "quiet")
        close.clicked.connect(self.reject)
        self._next = button(self.tr("Next step"), "", icons.spaced("forward"))
        self._next.setDefault(True)
        self._next.clicked.connect(self._on_next_clicked)
        self.make = button(
            self.tr("Make the kit"), "primary", icons.spaced("save", icons.theme.colours.on_accent)
        )
        self.make.clicked.connect(self.make_wanted)
        line = row()
        line.addWidget(close)
        line.addStretch(1)
        line.addWidget(self._next)
        line.addWidget(self.make)
        return line

    def _on_changed(self) -> None:
        # What was said of the choices before is not true of these.
        self.banner.clear()
        self.place.show_target(self.form.target)
        self.changed.emit()

    def _on_tab_changed(self) -> None:
        index = self.tabs.currentIndex()
        self._next.setEnabled(index < self.tabs.count() - 1)

    def _on_next_clicked(self) -> None:
        self.tabs.setCurrentIndex(self.tabs.currentIndex() + 1)
