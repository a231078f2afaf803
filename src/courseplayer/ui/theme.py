"""The one visual language: colours, spacing, type scale, and the style sheet made of them."""

from dataclasses import dataclass
from enum import IntEnum
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from courseplayer.ui.style_sheet import STYLE_SHEET


class Space(IntEnum):
    """Distances in px; nothing in the window stands at any other distance."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of the window, named by what it is for; words on their ground have 4.5:1 or more."""

    window: str
    surface: str
    sunken: str
    border: str
    strong_border: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    success: str
    success_soft: str
    found: str


LIGHT = Colours(
    window="#f4f6f7",
    surface="#ffffff",
    sunken="#e9eef0",
    border="#d3dce0",
    strong_border="#708591",
    text="#14222a",
    muted="#4d5f69",
    accent="#0b726d",
    accent_hover="#085b57",
    accent_soft="#d9f0ed",
    on_accent="#ffffff",
    warning="#6b4700",
    warning_soft="#fff1d1",
    error="#8c1d18",
    error_soft="#fde7e5",
    success="#1b6b34",
    success_soft="#e0f3e6",
    found="#ffe08a",
)
DARK = Colours(
    window="#0f171c",
    surface="#18222a",
    sunken="#0b1216",
    border="#2f3f49",
    strong_border="#6b808c",
    text="#e8eff2",
    muted="#a5b6bf",
    accent="#45cbbf",
    accent_hover="#6bdad0",
    accent_soft="#15403f",
    on_accent="#04211f",
    warning="#ffd88a",
    warning_soft="#3d2f10",
    error="#ffb4ac",
    error_soft="#47201d",
    success="#8fdba6",
    success_soft="#153821",
    found="#7a5c00",
)

_ICON_PX = 20
_TYPE_SCALE_PX = {"small": 14, "body": 16, "lead": 18, "h3": 18, "h2": 22, "h1": 28}


def icon_px(text_size_percent: int) -> int:
    """Return the size of an icon beside words of a size.

    It grows half as much as they do: rows of buttons have to fit beside each other.
    """
    return round(_ICON_PX * (0.5 + text_size_percent / 200))


@dataclass(frozen=True, slots=True)
class Theme:
    """What is in force now: the colours and the text size in per cent."""

    colours: Colours
    text_size_percent: int = 100

    @property
    def is_dark(self) -> bool:
        """The window's ground is dark."""
        return self.colours.window == DARK.window

    def text_px(self, role: str = "body") -> int:
        """Return the size in px of ``small``, ``body``, ``lead``, ``h3``, ``h2`` or ``h1`` text."""
        return self.scaled(_TYPE_SCALE_PX[role])

    def scaled(self, px: int) -> int:
        """Return a width or height that grows with the text."""
        return round(px * self.text_size_percent / 100)

    def style_sheet(self) -> str:
        """Return the style sheet of the whole program in these colours and sizes."""
        gaps = {name: getattr(self.colours, name) for name in Colours.__slots__}
        gaps |= {f"{role}_px": f"{self.text_px(role)}px" for role in _TYPE_SCALE_PX}
        gaps["icon_px"] = f"{icon_px(self.text_size_percent)}px"
        gaps["arrow_px"] = f"{icon_px(self.text_size_percent) - 6}px"
        gaps["mark_px"] = f"{icon_px(self.text_size_percent) - 2}px"
        gaps["mark_radius_px"] = f"{icon_px(self.text_size_percent) // 2 + 1}px"
        gaps["line_px"] = f"{round(1.4 * self.text_px())}px"
        gaps["variant"] = "dark" if self.is_dark else "light"
        return Template(STYLE_SHEET).substitute(gaps)


def chosen_theme(theme: str, text_size_percent: int, accent: str | None = None) -> Theme:
    """Return the theme for a setting: ``light``, ``dark``, or anything else to follow the system.

    ``accent`` is a colour that somebody wishes for, ``#rrggbb``; it is made readable.
    """
    follows_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    is_dark = theme == "dark" or (theme != "light" and follows_dark)
    colours = DARK if is_dark else LIGHT
    if accent is not None:
        # Few programs belong to a kit, and the first paint waits for what is imported.
        from courseplayer.ui.accent import with_accent  # noqa: PLC0415

        colours = with_accent(colours, accent)
    return Theme(colours, text_size_percent)


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Dress the whole program; widgets that paint themselves read the palette."""
    application.setPalette(_palette(theme.colours))
    font = application.font()
    font.setPixelSize(theme.text_px())
    application.setFont(font)
    application.setStyleSheet(theme.style_sheet())


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.sunken,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.text,
        QPalette.ColorRole.ToolTipText: colours.surface,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Dark: colours.strong_border,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    faded = QColor(colours.muted)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette
