"""The seek bar: what has been played, a tick for each cue, and what lies under the pointer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from courseplayer.course.timestamps import format_time_code
from courseplayer.ui.theme import Theme

_HEIGHT_PX = 32
_GROOVE_PX = 6
_HANDLE_PX = 16
_TICKS_APART_PX = 4
_TICK_PX = 12


class SeekBar(QSlider):
    """A slider in ms that always runs from left to right, as players do in every script.

    It changes its value only when told to: a click or drag asks for a place with ``sought``.
    """

    sought = Signal(int)
    hovered = Signal(int)
    """The pointer is at this time (ms)."""
    hover_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._colours = theme.colours
        self._ticks_ms: Sequence[int] = ()
        self._ticks_shape: tuple[Sequence[int], QSize, int] | None = None
        self._ticks: list[QLineF] = []
        self._hover_x: float | None = None
        self.setMouseTracking(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setRange(0, 0)
        self.setAccessibleName(self.tr("Position"))

    def sizeHint(self) -> QSize:
        """Ask for a target that a finger can hit."""
        return QSize(200, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Keep the height."""
        return QSize(80, _HEIGHT_PX)

    def show_duration(self, duration_ms: int) -> None:
        """Set how long the medium is."""
        self.setRange(0, max(0, duration_ms))
        self._tell_value()

    def show_position(self, position_ms: int) -> None:
        """Move the handle."""
        seconds_before = self.value() // 1_000
        self.setValue(position_ms)
        if self.value() // 1_000 != seconds_before:
            self._tell_value()

    def show_ticks(self, starts_ms: Sequence[int]) -> None:
        """Mark where cues begin."""
        self._ticks_ms = starts_ms
        self.update()

    def ticks_x(self) -> list[float]:
        """Return where ticks are painted; those too close to the one before are left out."""
        drawn: list[float] = []
        for start_ms in self._ticks_ms:
            x = self._x_of(start_ms)
            if 0 < start_ms < self.maximum() and (not drawn or x - drawn[-1] >= _TICKS_APART_PX):
                drawn.append(x)
        return drawn

    def _tick_lines(self) -> list[QLineF]:
        """Return the ticks; they are reckoned once for a size, and painted many times a second."""
        shape = (self._ticks_ms, self.size(), self.maximum())
        if self._ticks_shape != shape:
            top = (self.height() - _TICK_PX) / 2
            self._ticks_shape = shape
            self._ticks = [QLineF(x, top, x, top + _TICK_PX) for x in self.ticks_x()]
        return self._ticks

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint groove, played part, ticks, the place under the pointer and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left, right = self.height() / 2, self._x_of(0), self._x_of(self.maximum())
        here = self._x_of(self.value()) if self.maximum() else left
        top = middle - _GROOVE_PX / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.border))
        painter.drawRoundedRect(QRectF(left, top, right - left, _GROOVE_PX), 3, 3)
        if self._hover_x is not None and self._hover_x > here:
            painter.setBrush(QColor(self._colours.strong_border))
            painter.drawRoundedRect(QRectF(left, top, self._hover_x - left, _GROOVE_PX), 3, 3)
        painter.setBrush(QColor(self._colours.accent))
        painter.drawRoundedRect(QRectF(left, top, here - left, _GROOVE_PX), 3, 3)
        painter.setPen(QPen(QColor(self._colours.strong_border), 1))
        painter.drawLines(self._tick_lines())
        self._paint_handle(painter, QPointF(here, middle))
        painter.end()

    def _paint_handle(self, painter: QPainter, middle: QPointF) -> None:
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._colours.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, _HANDLE_PX / 2 + 3, _HANDLE_PX / 2 + 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.accent if self.isEnabled() else self._colours.strong_border))
        painter.drawEllipse(middle, _HANDLE_PX / 2, _HANDLE_PX / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the place that was clicked."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.sought.emit(self._ms_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what lies under the pointer; ask for it while dragging."""
        self._hover_x = min(max(event.position().x(), self._x_of(0)), self._x_of(self.maximum()))
        self.hovered.emit(self._ms_at(event.position().x()))
        if self.isSliderDown():
            self.sought.emit(self._ms_at(event.position().x()))
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the drag."""
        self.setSliderDown(False)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        super().leaveEvent(event)
        self._hover_x = None
        self.hover_left.emit()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the player, which has them all in one table."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def x_of(self, position_ms: int) -> int:
        """Return where a time lies, in this widget."""
        return round(self._x_of(position_ms))

    def _x_of(self, position_ms: int) -> float:
        room = self.width() - _HANDLE_PX - 4
        return _HANDLE_PX / 2 + 2 + (room * position_ms / self.maximum() if self.maximum() else 0)

    def _ms_at(self, x: float) -> int:
        room = max(1, self.width() - _HANDLE_PX - 4)
        part = min(max((x - _HANDLE_PX / 2 - 2) / room, 0), 1)
        return round(part * self.maximum())

    def _tell_value(self) -> None:
        self.setAccessibleDescription(
            self.tr("{position} of {duration}").format(
                position=format_time_code(self.value()), duration=format_time_code(self.maximum())
            )
        )
