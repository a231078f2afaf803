"""The button that always shows who is learning, and the dialog that adds a name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QToolButton, QWidget

from courseplayer.ui.components import button, column, label, on_button, rename, row, show_icon
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space

if TYPE_CHECKING:
    from courseplayer.learner.values import Learner, LearnerId

_LONGEST_NAME_SHOWN = 18


class LearnerButton(QToolButton):
    """Shows who is learning; its menu switches with one click."""

    learner_chosen = Signal(int)
    """The id of the learner to switch to."""
    new_name_wanted = Signal()
    rename_wanted = Signal()
    pin_wanted = Signal()
    """Set a PIN, or change the one there is."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.setProperty("role", "")
        show_icon(self, icons.spaced("learner", icons.theme.colours.accent))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(self.tr("Who is learning?"))
        self._menu = QMenu(self)
        self._choices = QActionGroup(self)
        self._choices.triggered.connect(self._on_triggered)
        self.setMenu(self._menu)

    def show_learners(self, learners: "Sequence[Learner]", present: "LearnerId | None") -> None:
        """Show everybody who learns on this computer and who is learning now."""
        self._menu.clear()
        for old in self._choices.actions():
            self._choices.removeAction(old)
            old.deleteLater()
        for learner in learners:
            action = QAction(on_button(learner.name), self._choices)
            if learner.has_pin and learner.id != present:
                action.setText(self.tr("{name} (locked)").format(name=on_button(learner.name)))
                action.setIcon(self._icons.icon("lock"))
            action.setCheckable(True)
            action.setChecked(learner.id == present)
            action.setData(int(learner.id))
            self._menu.addAction(action)
            if learner.id == present:
                self._show_name(learner.name)
        self._menu.addSeparator()
        add = self._menu.addAction(self._icons.icon("add"), self.tr("Add a learner…"))
        add.triggered.connect(self.new_name_wanted)
        if present is not None:
            change = self._menu.addAction(self._icons.icon("assignment"), self.tr("Change this name…"))
            change.triggered.connect(self.rename_wanted)
            has_pin = any(learner.has_pin for learner in learners if learner.id == present)
            words = self.tr("Change or remove the PIN…") if has_pin else self.tr("Set a PIN…")
            self._menu.addAction(self._icons.icon("lock"), words).triggered.connect(self.pin_wanted)
        else:
            self.setText(self.tr("Who is learning?"))
            rename(self, self.tr("Who is learning?"))

    def _show_name(self, name: str) -> None:
        short = name if len(name) <= _LONGEST_NAME_SHOWN else name[: _LONGEST_NAME_SHOWN - 1] + "…"
        self.setText(on_button(short))
        rename(self, self.tr("Learning now: {name}. Switch learner").format(name=name))

    def _on_triggered(self, action: QAction) -> None:
        self.learner_chosen.emit(action.data())


class NameDialog(QDialog):
    """Asks for a name: at the first start, for a new learner, or to change one."""

    name_given = Signal(str)

    def __init__(self, icons: Icons, heading: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setMinimumWidth(420)
        layout = column(self, Space.XL, Space.M)
        layout.addWidget(label(heading, "h2"))
        layout.addWidget(
            label(
                self.tr(
                    "Your name keeps your place, notes and assignment apart from those of others who use "
                    "this computer. A PIN can be set later. Only what you export leaves this computer."
                ),
                "muted",
            )
        )
        self._name = QLineEdit(name)
        self._name.setMaxLength(60)
        self._name.setAccessibleName(self.tr("Name"))
        self._name.setPlaceholderText(self.tr("For example: Almaz"))
        layout.addWidget(self._name)
        self._problem = label("", "muted")
        self._problem.hide()
        layout.addWidget(self._problem)
        buttons = row()
        buttons.addStretch(1)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._save = button(
            self.tr("Save the name"), "primary", icons.spaced("check", icons.theme.colours.on_accent)
        )
        self._save.setDefault(True)
        self._save.clicked.connect(self._on_save_clicked)
        self._name.textChanged.connect(self._on_text_changed)
        buttons.addWidget(cancel)
        buttons.addWidget(self._save)
        layout.addLayout(buttons)
        self._on_text_changed(name)

    @property
    def problem_words(self) -> str:
        """Why the name cannot be used, empty when nothing is wrong with it."""
        return "" if self._problem.isHidden() else self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Say why this name cannot be used; the dialog stays open."""
        self._problem.setText(sentence)
        self._problem.show()

    def _on_text_changed(self, text: str) -> None:
        self._problem.hide()
        self._save.setEnabled(bool(text.strip()))

    def _on_save_clicked(self) -> None:
        self.name_given.emit(self._name.text().strip())
