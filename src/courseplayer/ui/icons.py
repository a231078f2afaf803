"""The program's line icons, drawn in the theme's colours at any size."""

from functools import lru_cache
from math import ceil
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPainterPath, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from courseplayer.ui.theme import Theme, icon_px

_MIRRORED = {"back", "forward", "previous", "next", "outline", "undo", "redo", "bullets"}
"""Point along the line of reading. Signs of players and clocks run from left to right everywhere."""
_ROOM_BESIDE_PX = 8
_WINDOW_ICON_SIZES_PX = (16, 32, 64, 128)


class Icons:
    """Gives icons by name from ``resources/icons``; made anew when the theme changes."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self.theme = theme
        self.size_px = icon_px(theme.text_size_percent)
        self._scales = sorted({1, *(ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())})
        self._icons: dict[tuple[str, str | None, int], QIcon] = {}
        self._pixmaps: dict[tuple[str, int, str | None, float], QPixmap] = {}
        # The style sheet names its few pictures as icon:NAME.
        QDir.setSearchPaths("icon", [str(folder)])

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """Return an icon in the text colour, or in ``colour`` (``#rrggbb``); faded when disabled."""
        return self._made(name, colour, 0)

    def spaced(self, name: str, colour: str | None = None) -> QIcon:
        """Return an icon with room beside it, for a button that has words too."""
        return self._made(name, colour, _ROOM_BESIDE_PX)

    def window_icon(self) -> QIcon:
        """Return the sign of the program in the sizes of title bars, task bars and window switchers."""
        icon = QIcon()
        for size_px in _WINDOW_ICON_SIZES_PX:
            icon.addPixmap(self.pixmap("video", size_px, self.theme.colours.accent))
        return icon

    def _made(self, name: str, colour: str | None, room_px: int) -> QIcon:
        key = (name, colour, room_px)
        if key not in self._icons:
            # Drawn once: play and pause change places while the player waits for its first frame.
            self._icons[key] = self._drawn_for_screens(*key)
        return self._icons[key]

    def _drawn_for_screens(self, name: str, colour: str | None, room_px: int) -> QIcon:
        icon = QIcon()
        faded = self.theme.colours.strong_border
        for scale in self._scales:
            icon.addPixmap(self._drawn(name, colour, room_px, scale))
            icon.addPixmap(self._drawn(name, faded, room_px, scale), QIcon.Mode.Disabled)
        return icon

    def _drawn(self, name: str, colour: str | None, room_px: int, scale: int) -> QPixmap:
        # A style sheet cannot set the distance between a button's icon and its words.
        pixmap = QPixmap(QSize(self.size_px + room_px, self.size_px) * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.drawPixmap(room_px // 2 * scale, 0, self.pixmap(name, self.size_px * scale, colour))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def pixmap(self, name: str, size_px: int, colour: str | None = None, scale: float = 1) -> QPixmap:
        """Return one picture of an icon, ``size_px`` wide in logical pixels."""
        key = (name, size_px, colour, scale)
        if key not in self._pixmaps:
            # Drawn once: of each that is shown, Qt keeps a copy for the next time.
            self._pixmaps[key] = self._drawn_pixmap(*key)
        return QPixmap(self._pixmaps[key])

    def _drawn_pixmap(self, name: str, size_px: int, colour: str | None, scale: float) -> QPixmap:
        colours = self.theme.colours
        svg = _svg(self._folder / f"{name}.svg", colour or colours.text, colours.surface)
        pixmap = QPixmap(QSize(size_px, size_px) * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(pixmap.rect()))
        painter.end()
        if name in _MIRRORED and QGuiApplication.isRightToLeft():
            pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def round_picture(self, picture: QImage, size_px: int, scale: float = 2) -> QPixmap:
        """Return a picture cut to a circle, ``size_px`` wide in logical pixels."""
        side = round(size_px * scale)
        fitted = picture.scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addEllipse(QRectF(pixmap.rect()))
        painter.setClipPath(shape)
        painter.drawImage((side - fitted.width()) // 2, (side - fitted.height()) // 2, fitted)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap


@lru_cache(maxsize=256)
def _svg(file: Path, colour: str, ground: str) -> bytes:
    text = file.read_text(encoding="utf-8")
    return text.replace("currentColor", colour).replace("currentGround", ground).encode()
