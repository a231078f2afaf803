"""The row of controls below the picture."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QToolButton, QWidget, QWidgetAction

from courseplayer.course.timestamps import format_time_code
from courseplayer.ui.components import column, icon_button, label, rename, row
from courseplayer.ui.icons import Icons
from courseplayer.ui.player.seek_bar import SeekBar
from courseplayer.ui.player.shortcuts import MediaAction
from courseplayer.ui.theme import Space
from courseplayer.ui.words import language_words, left_to_right

_NARROWEST_PX = 320
_DRAWN_SECONDS = 10
RATES = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)


class Controls(QWidget):
    """Seek bar and buttons; what they do is decided elsewhere. Never mirrored: time runs left to right."""

    action_chosen = Signal(MediaAction)
    rate_chosen = Signal(float)
    volume_chosen = Signal(int)
    """0 to 100."""
    language_chosen = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.seek_bar = SeekBar(icons.theme)
        self._play = self._button(self.tr("Play"), "play", MediaAction.PLAY_PAUSE)
        self._back = self._button("", "replay-10", MediaAction.BACK)
        self._forward = self._button("", "forward-10", MediaAction.FORWARD)
        self._time = label("", "body", wraps=False)
        self._volume = self._button(self.tr("Volume"), "volume", None)
        self._rate = QToolButton()
        self._captions = self._button(self.tr("Captions"), "captions", None)
        self._full_screen = self._button(self.tr("Full screen"), "fullscreen", MediaAction.FULL_SCREEN, "F")
        self._volume_slider = QSlider(Qt.Orientation.Horizontal)
        self._mute = QAction(self.tr("Mute"), self)
        self._captions_shown = QAction(self.tr("Show captions"), self)
        self._rates = QActionGroup(self)
        self._languages = QActionGroup(self)
        self._captions_menu = QMenu(self)
        self._position_ms = 0
        self._duration_ms = 0
        self._shows_duration = True
        self._fill_volume_menu()
        self._fill_rate_menu()
        self._fill_captions_menu()
        self._arrange()
        self.show_playing(False)
        self.show_rate(1.0)
        self.show_skip(_DRAWN_SECONDS)
        self._show_time()

    @property
    def time_words(self) -> str:
        """Position and duration as they are shown: ``0:51 / 1:23``."""
        return self._time.text()

    @property
    def rate_words(self) -> str:
        """The speed as it is shown: ``1.25×``."""
        return self._rate.text().strip("\u200e")

    def minimumSizeHint(self) -> QSize:
        """Allow less than everything: what matters less is left out then."""
        return QSize(_NARROWEST_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again: only now the words have the size that the style sheet gives them."""
        super().showEvent(event)
        self._fit()

    def show_duration(self, duration_ms: int) -> None:
        """Show how long the medium is."""
        self._duration_ms = duration_ms
        self.seek_bar.show_duration(duration_ms)
        self._fit()

    def show_position(self, position_ms: int) -> None:
        """Show where the medium is."""
        self._position_ms = position_ms
        self.seek_bar.show_position(position_ms)
        self._show_time()

    def show_playing(self, is_playing: bool) -> None:
        """Offer to pause, or to play."""
        self._play.setIcon(self._icons.icon("pause" if is_playing else "play"))
        rename(self._play, self.tr("Pause") if is_playing else self.tr("Play"), "K")

    def show_rate(self, rate: float) -> None:
        """Show the speed."""
        self._rate.setText(_rate_words(rate))
        rename(self._rate, self.tr("Speed: {rate}").format(rate=_rate_words(rate)), "+ −")
        for action in self._rates.actions():
            action.setChecked(action.data() == rate)

    def show_skip(self, seconds: int) -> None:
        """Show by how much the two skips go; only for ten seconds the icons say it themselves."""
        is_drawn = seconds == _DRAWN_SECONDS
        self._back.setIcon(self._icons.icon("replay-10" if is_drawn else "skip-back"))
        self._forward.setIcon(self._icons.icon("forward-10" if is_drawn else "skip-forward"))
        rename(self._back, self.tr("Skip back by {seconds} s").format(seconds=seconds), "J")
        rename(self._forward, self.tr("Skip forward by {seconds} s").format(seconds=seconds), "L")

    def show_volume(self, percent: int, *, is_muted: bool) -> None:
        """Show how loud it is."""
        is_silent = is_muted or percent == 0
        self._volume.setIcon(self._icons.icon("muted" if is_silent else "volume"))
        name = self.tr("Volume: off") if is_silent else self.tr("Volume: {percent} %").format(percent=percent)
        rename(self._volume, name)
        with QSignalBlocker(self._volume_slider):
            self._volume_slider.setValue(percent)
        self._mute.setChecked(is_muted)

    def show_captions(self, *, is_on: bool, languages: Sequence[str], language: str | None) -> None:
        """Show whether captions are on, and in which language they could be."""
        self._captions.setEnabled(bool(languages))
        self._captions.setChecked(is_on and bool(languages))
        self._captions_shown.setChecked(is_on)
        for action in self._languages.actions():
            self._languages.removeAction(action)
            self._captions_menu.removeAction(action)
            action.deleteLater()
        for tag in languages if len(languages) > 1 else ():
            action = QAction(language_words(tag), self._languages)
            action.setCheckable(True)
            action.setChecked(tag == language)
            action.setData(tag)
            self._captions_menu.addAction(action)

    def show_full_screen(self, is_full_screen: bool) -> None:
        """Offer to fill the screen, or to leave it."""
        self._full_screen.setIcon(self._icons.icon("leave-fullscreen" if is_full_screen else "fullscreen"))
        name = self.tr("Leave full screen") if is_full_screen else self.tr("Full screen")
        rename(self._full_screen, name, "Esc" if is_full_screen else "F")

    def _button(self, name: str, icon: str, action: MediaAction | None, keys: str = "") -> QToolButton:
        made = icon_button(name, self._icons.icon(icon), keys)
        # Not by click: after a click the arrow keys are to move in time, not from button to button.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action is not None:
            made.setProperty("action", action.value)
            made.clicked.connect(self._on_button_clicked)
        else:
            made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _fill_volume_menu(self) -> None:
        self._volume_slider.setRange(0, 100)
        self._volume_slider.setPageStep(10)
        self._volume_slider.setMinimumWidth(160)
        self._volume_slider.setAccessibleName(self.tr("Volume"))
        self._volume_slider.valueChanged.connect(self.volume_chosen)
        holder = QWidget()
        column(holder, Space.M).addWidget(self._volume_slider)
        menu = QMenu(self)
        slider_action = QWidgetAction(menu)
        slider_action.setDefaultWidget(holder)
        menu.addAction(slider_action)
        self._mute.setCheckable(True)
        self._mute.triggered.connect(self._on_mute_chosen)
        menu.addAction(self._mute)
        self._volume.setMenu(menu)

    def _fill_rate_menu(self) -> None:
        self._rate.setProperty("role", "quiet")
        self._rate.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rate.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._rate.setCursor(Qt.CursorShape.PointingHandCursor)
        menu = QMenu(self)
        for rate in RATES:
            action = menu.addAction(_rate_words(rate))
            action.setCheckable(True)
            action.setData(rate)
            self._rates.addAction(action)
        self._rates.triggered.connect(self._on_rate_chosen)
        self._rate.setMenu(menu)

    def _fill_captions_menu(self) -> None:
        self._captions.setCheckable(True)
        self._captions_shown.setCheckable(True)
        self._captions_shown.triggered.connect(self._on_captions_chosen)
        self._captions_menu.addAction(self._captions_shown)
        self._captions_menu.addSeparator()
        self._languages.triggered.connect(self._on_language_chosen)
        self._captions.setMenu(self._captions_menu)

    def _arrange(self) -> None:
        layout = column(self, 0, 0)
        layout.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        layout.addWidget(self.seek_bar)
        self._buttons = self._button_row()
        layout.addLayout(self._buttons)

    def _button_row(self) -> QHBoxLayout:
        buttons = row(spacing=Space.XS)
        for widget in (self._play, self._back, self._forward, self._time):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        for widget in (self._volume, self._rate, self._captions, self._full_screen):
            buttons.addWidget(widget)
        return buttons

    def _fit(self) -> None:
        """Leave out first the duration, then the two skips (the keys stay), until the row fits."""
        self._shows_duration = True
        for widget in (self._back, self._forward):
            widget.show()
        self._show_time()
        if self._needed_width() > self.width():
            self._shows_duration = False
            self._show_time()
        has_room = self._needed_width() <= self.width()
        for widget in (self._back, self._forward):
            widget.setVisible(has_room)

    def _needed_width(self) -> int:
        # A layout inside another still has the width from before the last change until it is laid out again.
        self._buttons.invalidate()
        return self._buttons.sizeHint().width() + 2 * Space.S

    def _show_time(self) -> None:
        words = format_time_code(self._position_ms)
        if self._shows_duration:
            words += f" / {format_time_code(self._duration_ms)}"
        if words == self._time.text():
            return
        self._time.setText(words)

    def _on_button_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.action_chosen.emit(MediaAction(sender.property("action")))

    def _on_mute_chosen(self) -> None:
        self.action_chosen.emit(MediaAction.MUTE)

    def _on_captions_chosen(self) -> None:
        self.action_chosen.emit(MediaAction.CAPTIONS)

    def _on_rate_chosen(self, action: QAction) -> None:
        self.rate_chosen.emit(float(action.data()))

    def _on_language_chosen(self, action: QAction) -> None:
        self.language_chosen.emit(str(action.data()))


def _rate_words(rate: float) -> str:
    return left_to_right(f"{QLocale().toString(rate)}×")
