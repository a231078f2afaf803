"""Words and signs can be read on every ground that they stand on (WCAG 2.2 AA), in both themes."""

import pytest

from courseplayer.ui.theme import DARK, LIGHT, Colours, Theme

_WORDS = (
    ("text", ("window", "surface", "sunken", "accent_soft", "found")),
    ("muted", ("window", "surface", "sunken", "accent_soft", "success_soft", "error_soft")),
    ("accent", ("window", "surface", "sunken", "accent_soft")),
    ("on_accent", ("accent", "accent_hover")),
    ("warning", ("warning_soft",)),
    ("error", ("error_soft", "surface", "window")),
    ("success", ("success_soft", "surface", "window", "accent_soft")),
)
_EDGES = (
    ("strong_border", ("window", "surface", "sunken")),
    ("accent", ("window", "surface", "sunken", "accent_soft")),
    ("warning", ("window", "surface")),
    ("error", ("window", "surface")),
    ("success", ("window", "surface")),
)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_the_one_of_the_standard() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(_WORDS, 4.5), (_EDGES, 3.0)], ids=["words", "edges and signs"])
def test_every_pair_of_colours_has_enough_contrast(
    colours: Colours, pairs: tuple[tuple[str, tuple[str, ...]], ...], least: float
) -> None:
    measured = {
        f"{ink} on {ground}": round(_contrast(getattr(colours, ink), getattr(colours, ground)), 2)
        for ink, grounds in pairs
        for ground in grounds
    }
    assert {pair: ratio for pair, ratio in measured.items() if ratio < least} == {}


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_the_style_sheet_has_no_gap_and_follows_the_text_size(percent: int) -> None:
    theme = Theme(LIGHT, percent)
    sheet = theme.style_sheet()
    assert "$" not in sheet
    assert f"font-size: {theme.text_px()}px" in sheet
