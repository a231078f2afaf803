"""The player's panel: picture and controls beside the transcript, or above it where that fits better."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QVBoxLayout, QWidget

from courseplayer.ui.components import Banner, Tone, column, label
from courseplayer.ui.icons import Icons
from courseplayer.ui.player.controls import Controls
from courseplayer.ui.player.picture import Picture
from courseplayer.ui.player.preview import SeekPreview
from courseplayer.ui.player.shortcuts import MediaAction, action_of
from courseplayer.ui.theme import Space
from courseplayer.ui.transcript.view import TranscriptPanel

RETRY = "retry"
_SIDE_BY_SIDE_PX = 860
_SIDE_BY_SIDE_WHEN_LOW_PX = 620
_LOW_PX = 620
_NARROWEST_PX = 360
_PICTURE_SHARE = 0.6
_LEAST_PICTURE_SHARE, _MOST_PICTURE_SHARE = 0.5, 0.66


class MediaPanel(QWidget):
    """Shows what the presenter tells it; tells what was clicked and typed."""

    action_chosen = Signal(MediaAction)
    retry_chosen = Signal()

    def __init__(self, icons: Icons, *, follows: bool = True) -> None:
        super().__init__()
        self._text_scale = icons.theme.text_size_percent / 100
        self.picture = Picture(icons)
        self.controls = Controls(icons)
        self.transcript = TranscriptPanel(icons, follows=follows)
        self.banner = Banner(icons, self.tr("Close this message"))
        self._no_transcript = label(self.tr("There is no transcript."), "muted")
        self._preview = SeekPreview(self)
        self._player = _PlayerFrame(self.picture, self.controls, self.banner, self._no_transcript)
        self._full_screen = _FullScreen(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(Space.XS)
        self._splitter.addWidget(self._player)
        self._reading = _margins(self.transcript)
        self._splitter.addWidget(self._reading)
        column(self, 0, 0).addWidget(self._splitter)
        self._sizes_are_mine = True
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self.banner.action_chosen.connect(self._on_banner_action_chosen)
        self.controls.action_chosen.connect(self.action_chosen)
        self.picture.clicked.connect(self._on_picture_clicked)
        self.picture.double_clicked.connect(self._on_picture_double_clicked)
        self._full_screen.action_chosen.connect(self.action_chosen)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def is_full_screen(self) -> bool:
        """Picture and controls fill the screen."""
        return self._player.parentWidget() is self._full_screen

    @property
    def is_side_by_side(self) -> bool:
        """The transcript stands beside the picture."""
        return self._splitter.orientation() is Qt.Orientation.Horizontal

    @property
    def preview(self) -> SeekPreview:
        """The window over the seek bar."""
        return self._preview

    def sizeHint(self) -> QSize:
        """Ask for a comfortable size."""
        return QSize(960, 480)

    def heightForWidth(self, width: int) -> int:
        """Return the height at which picture and controls leave no gap."""
        if self.is_side_by_side and not self._reading.isHidden():
            room = width - self._reading.minimumSizeHint().width()
            width = min(room, round(width * _MOST_PICTURE_SHARE))
        return width * 9 // 16 + self.controls.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        """Allow little: the transcript goes below when it gets narrow."""
        return QSize(_NARROWEST_PX, super().minimumSizeHint().height())

    def show_transcript_side(self, has_transcript: bool) -> None:
        """Give the whole panel to the picture when there is nothing to read."""
        self._reading.setVisible(has_transcript)
        self._no_transcript.setVisible(not has_transcript)

    def show_problem(self, sentence: str, *, can_retry: bool) -> None:
        """Say what is wrong, above the controls."""
        actions = ((RETRY, self.tr("Try again")),) if can_retry else ()
        self.banner.show_message(sentence, Tone.ERROR, actions)

    def show_preview(self, position_ms: int, words: str, image: QImage | None) -> None:
        """Show what lies at a time of the seek bar."""
        bar = self.controls.seek_bar
        self._preview.show_at(bar.mapToGlobal(QPoint(bar.x_of(position_ms), 0)), position_ms, words, image)

    def hide_preview(self) -> None:
        """Take the preview away."""
        self._preview.hide()

    def show_full_screen(self, is_full_screen: bool) -> None:
        """Move picture and controls to a window that fills the screen, or back."""
        if is_full_screen == self.is_full_screen:
            return
        self.hide_preview()
        self.controls.show_full_screen(is_full_screen)
        if is_full_screen:
            self._full_screen.take(self._player, self.window())
            return
        self._player.fills_screen = False
        self._splitter.insertWidget(0, self._player)
        self._player.show()
        self._full_screen.hide()
        self._share_room()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means to the player; False when it means nothing."""
        action = action_of(event)
        is_needless = action is MediaAction.LEAVE_FULL_SCREEN and not self.is_full_screen
        if action is None or is_needless:
            return False
        self.action_chosen.emit(action)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that nothing inside wanted."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the transcript where it fits."""
        super().resizeEvent(event)
        self._choose_orientation()

    def _choose_orientation(self) -> None:
        width = self.width() / self._text_scale
        is_wide = width >= _SIDE_BY_SIDE_PX
        is_low = self.height() < _LOW_PX and width >= _SIDE_BY_SIDE_WHEN_LOW_PX
        orientation = Qt.Orientation.Horizontal if is_wide or is_low else Qt.Orientation.Vertical
        if orientation is not self._splitter.orientation():
            self._splitter.setOrientation(orientation)
            self._sizes_are_mine = True
        if self._sizes_are_mine:
            self._share_room()

    def _share_room(self) -> None:
        if self.is_side_by_side:
            whole = self.width()
            fitting = (self.height() - self.controls.sizeHint().height()) * 16 // 9
            first = round(min(max(fitting, whole * _LEAST_PICTURE_SHARE), whole * _MOST_PICTURE_SHARE))
        else:
            whole = self.height()
            wanted = self.width() * 9 // 16 + self.controls.sizeHint().height()
            first = min(wanted, round(whole * _PICTURE_SHARE))
        self._splitter.setSizes([first, whole - first])

    def _on_splitter_moved(self, _at: int, _index: int) -> None:
        self._sizes_are_mine = False

    def _on_banner_action_chosen(self, _key: str) -> None:
        self.retry_chosen.emit()

    def _on_picture_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.action_chosen.emit(MediaAction.PLAY_PAUSE)

    def _on_picture_double_clicked(self) -> None:
        # Its first click has paused or played already.
        self.action_chosen.emit(MediaAction.PLAY_PAUSE)
        self.action_chosen.emit(MediaAction.FULL_SCREEN)


class _PlayerFrame(QFrame):
    """Picture, message and controls; the picture is never higher than 16:9."""

    def __init__(self, picture: Picture, controls: Controls, banner: Banner, hint: QLabel) -> None:
        super().__init__()
        self._picture = picture
        self.fills_screen = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(picture, 1)
        for widget in (controls, banner, hint):
            self._layout.addWidget(widget)
        self._layout.addStretch(0)
        self.setObjectName("page")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep black bars away from the picture's head and foot where there is room."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Limit the picture's height, except in full screen."""
        most = 16_777_215 if self.fills_screen else max(self._picture.minimumHeight(), self.width() * 9 // 16)
        self._picture.setMaximumHeight(most)


class _FullScreen(QWidget):
    """The window that picture and controls move to."""

    action_chosen = Signal(MediaAction)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.setObjectName("page")
        self._layout = column(self, 0, 0)

    def take(self, player: _PlayerFrame, window: QWidget) -> None:
        """Show the player on the whole screen where the window is."""
        player.fills_screen = True
        self.setWindowTitle(window.windowTitle())
        self.setGeometry(window.screen().geometry())
        self._layout.addWidget(player)
        player.fit()
        self.showFullScreen()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the player's keys here too."""
        action = action_of(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            self.action_chosen.emit(action)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window by the system's means leaves full screen."""
        event.ignore()
        self.action_chosen.emit(MediaAction.LEAVE_FULL_SCREEN)


def _margins(inside: QWidget) -> QWidget:
    holder = QFrame()
    holder.setProperty("role", "side")
    column(holder, Space.M, 0).addWidget(inside)
    return holder
