"""The preferences page: how the program looks, speaks and plays, and where it keeps things."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from courseplayer.system.settings import SYSTEM, Settings
from courseplayer.ui.components import Card, ChoiceBox, PageView, button, label, reading_page
from courseplayer.ui.icons import Icons
from courseplayer.ui.theme import Space
from courseplayer.ui.words import isolated, language_words, left_to_right

TEXT_SIZES_PERCENT = (80, 90, 100, 110, 125, 150, 175, 200)
SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)
SKIPS_SECONDS = (5, 10, 15, 30)
VEIL_MINUTES = (0, 2, 5, 10, 15, 30, 60)
_READING_PX = 760
_NAMES_PX = 220
_SAMPLE_LANGUAGES = ("en", "fr", "es", "pt", "ar", "am", "sw")


@dataclass(frozen=True, slots=True)
class Locks:
    """The names of settings that cannot be changed here, and who locked them, None where nobody is named."""

    names: frozenset[str] = frozenset()
    who: str | None = None


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """One folder or file the program uses, in words."""

    words: str
    path: Path


class PreferencesPage(PageView):
    """Shows the settings; every change takes effect and is kept at once."""

    setting_chosen = Signal(str, object)
    """The name of a field of Settings and its new value."""
    folder_wanted = Signal(object)
    """The path of a folder the person wants to see."""

    backups_wanted = Signal()
    holdings_wanted = Signal()
    """Everything that is kept about the learner."""

    def __init__(
        self,
        icons: Icons,
        settings: Settings,
        languages: Sequence[str],
        places: Sequence[KeptPlace],
        locks: Locks = Locks(),
    ) -> None:
        super().__init__()
        self._settings = settings
        self._locks = locks
        self._icons = icons
        layout = reading_page(self, self.tr("Preferences"), icons.theme.scaled(_READING_PX))
        layout.addWidget(label(self.tr("Preferences"), "h1"))
        layout.addWidget(self._looks(languages))
        layout.addWidget(self._playing())
        layout.addWidget(self._sharing())
        layout.addWidget(self._kept(places))
        self.first_focus = self.findChild(QComboBox) or self
        layout.addStretch(1)

    def show_change(self, _before: Settings, now: Settings) -> None:
        """Show what was chosen elsewhere, as the speed in the player."""
        for choice in self.findChildren(QComboBox):
            with QSignalBlocker(choice):
                _choose(choice, getattr(now, choice.objectName()))
        for switch in self.findChildren(QCheckBox):
            with QSignalBlocker(switch):
                switch.setChecked(getattr(now, switch.objectName()))

    def focus_choice(self, name: str) -> None:
        """Put the keyboard focus on the control with this object name, if there is one."""
        found = self.findChild(QWidget, name)
        if found is not None:
            found.setFocus()

    def _looks(self, languages: Sequence[str]) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("Looks"), "h2"))
        grid = _grid(frame.content)
        themes = (
            (self.tr("As the computer"), SYSTEM),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
        )
        self._choice("theme", self.tr("Theme"), grid, themes, self._settings.theme)
        percents = sorted({*TEXT_SIZES_PERCENT, self._settings.text_size_percent})
        sizes = tuple((left_to_right(f"{size}\u00a0%"), size) for size in percents)
        self._choice("text_size_percent", self.tr("Text size"), grid, sizes, self._settings.text_size_percent)
        spoken = ((self.tr("As the computer"), SYSTEM), *((language_words(tag), tag) for tag in languages))
        self._choice("language", self.tr("Language"), grid, spoken, self._settings.language)
        return frame

    def _playing(self) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("Playing"), "h2"))
        grid = _grid(frame.content)
        speeds = tuple((left_to_right(f"{self.locale().toString(speed)}\u00a0×"), speed) for speed in SPEEDS)
        self._choice("playback_rate", self.tr("Speed"), grid, speeds, self._settings.playback_rate)
        skips = tuple((self.tr("%n second(s)", "", seconds), seconds) for seconds in SKIPS_SECONDS)
        self._choice(
            "skip_seconds", self.tr("Skip forward and back by"), grid, skips, self._settings.skip_seconds
        )
        spoken = (
            (self.tr("As the course"), None),
            *((language_words(tag), tag) for tag in _SAMPLE_LANGUAGES),
        )
        self._choice(
            "transcript_language",
            self.tr("Transcript language"),
            grid,
            spoken,
            self._settings.transcript_language,
        )
        captions = self.tr("Show captions on the picture")
        self._switch("captions_on", captions, frame.content, self._settings.captions_on)
        follow = self.tr("Let the transcript follow the video")
        self._switch("follow_transcript", follow, frame.content, self._settings.follow_transcript)
        return frame

    def _sharing(self) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("On a shared computer"), "h2"))
        grid = _grid(frame.content)
        minutes = sorted({*VEIL_MINUTES, self._settings.idle_veil_minutes})
        choices = tuple((self._veil_words(one), one) for one in minutes)
        self._choice(
            "idle_veil_minutes",
            self.tr("Ask who is there after"),
            grid,
            choices,
            self._settings.idle_veil_minutes,
        )
        kept = button(self.tr("What is kept about me…"), "", self._icons.spaced("learner"))
        kept.setToolTip(self.tr("See, export or delete everything that is kept about you"))
        kept.clicked.connect(self.holdings_wanted)
        frame.content.addWidget(kept, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _veil_words(self, minutes: int) -> str:
        return self.tr("%n minute(s)", "", minutes) if minutes else self.tr("Never")

    def _kept(self, places: Sequence[KeptPlace]) -> Card:
        frame = Card()
        frame.content.addWidget(label(self.tr("Where things are kept"), "h2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for index, place in enumerate(places):
            path = label(str(place.path), "small")
            path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            show = button(self.tr("Show"), "", self._icons.spaced("folder"))
            show.setAccessibleName(self.tr("Show the folder: {what}").format(what=place.words))
            show.setProperty("path", str(place.path))
            show.clicked.connect(self._on_show_clicked)
            named = label(place.words)
            named.setFixedWidth(self._icons.theme.scaled(_NAMES_PX))
            grid.addWidget(named, index, 0)
            grid.addWidget(path, index, 1)
            grid.addWidget(show, index, 2)
        frame.content.addLayout(grid)
        backups = button(self.tr("Backups…"), "", self._icons.spaced("history"))
        backups.setToolTip(self.tr("Copies made every half hour of work, and the way back to one"))
        backups.clicked.connect(self.backups_wanted)
        frame.content.addWidget(backups, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _choice(
        self, name: str, words: str, grid: QGridLayout, choices: Sequence[tuple[str, object]], chosen: object
    ) -> None:
        made = ChoiceBox()
        made.setObjectName(name)
        made.setAccessibleName(words)
        for text, value in choices:
            made.addItem(text, value)
        _choose(made, chosen)
        made.currentIndexChanged.connect(self._on_index_changed)
        named = label(words)
        named.setFixedWidth(self._icons.theme.scaled(_NAMES_PX))
        named.setBuddy(made)
        index = grid.rowCount()
        grid.addWidget(named, index, 0)
        grid.addWidget(made, index, 1)
        if name in self._locks.names:
            grid.addWidget(self._locked(made), index + 1, 1)

    def _locked(self, control: QWidget) -> QLabel:
        """Disable a control; returns the label that says why, for a disabled one is passed over by Tab."""
        who = self._locks.who or self.tr("the person who looks after this computer")
        words = self.tr("Set by {who}; it cannot be changed here.").format(who=isolated(who))
        control.setEnabled(False)
        control.setAccessibleDescription(words)
        reason = label(words, "small")
        reason.setObjectName(f"{control.objectName()}_lock")
        return reason

    def _switch(self, name: str, words: str, layout: QVBoxLayout, is_on: bool) -> None:
        made = QCheckBox(words)
        made.setObjectName(name)
        made.setChecked(is_on)
        made.toggled.connect(self._on_toggled)
        layout.addWidget(made)

    def _on_index_changed(self) -> None:
        sender = self.sender()
        if isinstance(sender, QComboBox):
            self.setting_chosen.emit(sender.objectName(), sender.currentData())

    def _on_toggled(self, is_on: bool) -> None:
        sender = self.sender()
        if sender is not None:
            self.setting_chosen.emit(sender.objectName(), is_on)

    def _on_show_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.folder_wanted.emit(Path(sender.property("path")))


def _choose(box: QComboBox, value: object) -> None:
    """Choose a value, added where it is none of those offered."""
    values = [box.itemData(index) for index in range(box.count())]
    if value not in values:
        box.addItem(str(value), value)
        values.append(value)
    box.setCurrentIndex(values.index(value))


def _grid(layout: QVBoxLayout) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.XL)
    grid.setVerticalSpacing(Space.M)
    grid.setColumnStretch(1, 1)
    layout.addLayout(grid)
    return grid
