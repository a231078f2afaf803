"""An accent colour that somebody wishes for, made fit to be read on every ground of a theme (WCAG 2.2 AA)."""

import colorsys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from courseplayer.ui.theme import Colours

LEAST_CONTRAST = 4.5
_STEPS = 100
_WHITE, _BLACK = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
_SOFT_SHARES = (0.20, 0.16, 0.12, 0.08, 0.05, 0.0)
_HOVER_SHARE = 0.2

_Rgb = tuple[float, float, float]


def with_accent(colours: "Colours", wish: str) -> "Colours":
    """Return the colours with an accent in the hue of ``wish`` (``#rrggbb``), as near as can be read."""
    is_dark = _luminance(_rgb(colours.window)) < _luminance(_rgb(colours.text))
    grounds = [_rgb(ground) for ground in (colours.window, colours.surface, colours.sunken)]
    surface = _rgb(colours.surface)
    inks = [_rgb(ink) for ink in (colours.text, colours.muted, colours.success)]
    for accent in _towards_readable(_rgb(wish), is_dark):
        if any(_contrast(accent, ground) < LEAST_CONTRAST for ground in grounds):
            continue
        for share in _SOFT_SHARES:
            soft = _mixed(surface, accent, share)
            if all(_contrast(ink, soft) >= LEAST_CONTRAST for ink in (accent, *inks)):
                return replace(
                    colours,
                    accent=_hex(accent),
                    accent_hover=_hex(_mixed(accent, _WHITE if is_dark else _BLACK, _HOVER_SHARE)),
                    accent_soft=_hex(soft),
                    on_accent=_hex(_BLACK if is_dark else _WHITE),
                )
    return colours


def _towards_readable(wish: _Rgb, is_dark: bool) -> Iterator[_Rgb]:
    """Yield the wish and then, in its hue, ever lighter colours (darker ones for light grounds)."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*wish)
    end = 1.0 if is_dark else 0.0
    for step in range(_STEPS + 1):
        yield colorsys.hls_to_rgb(hue, lightness + (end - lightness) * step / _STEPS, saturation)


def _contrast(one: _Rgb, other: _Rgb) -> float:
    # Of the colours as they are painted, which have 256 steps.
    lighter, darker = sorted((_luminance(_painted(one)), _luminance(_painted(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: _Rgb) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(ground: _Rgb, other: _Rgb, share: float) -> _Rgb:
    red, green, blue = (one + (two - one) * share for one, two in zip(ground, other, strict=True))
    return red, green, blue


def _painted(colour: _Rgb) -> _Rgb:
    return _rgb(_hex(colour))


def _rgb(text: str) -> _Rgb:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(colour: _Rgb) -> str:
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in colour)
