"""Whose courses these are: the name, the colour and the picture that a kit gives the window."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap

_WIDEST = 4
"""How many times as wide as high a logo may be: beside it stand a heading and buttons."""


@dataclass(frozen=True, slots=True)
class Brand:
    """The look of a kit as it is painted; None is as ever."""

    name: str | None = None
    accent: str | None = None
    logo: QImage | None = None

    def logo_pixmap(self, height_px: int, scale: float = 2) -> QPixmap | None:
        """Return the logo in logical pixels of this height at most; None where there is none."""
        if self.logo is None:
            return None
        high, wide = round(height_px * scale), round(height_px * scale * _WIDEST)
        kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(self.logo.scaled(wide, high, kept, smooth))
        pixmap.setDevicePixelRatio(scale)
        return pixmap


NO_BRAND = Brand()
