"""Words and signs can be read on every ground that they stand on (WCAG 2.2 AA), in both themes."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from courseplayer.ui.accent import with_accent
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
    assert _too_faint(colours, pairs, least) == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@given(wish=st.from_regex("#[0-9a-fA-F]{6}", fullmatch=True))
@example(wish="#ffff00")
@example(wish="#000000")
@example(wish="#ffffff")
@example(wish="#ff0000")
@example(wish="#1A5FB4")
def test_an_accent_that_somebody_wishes_for_can_be_read(colours: Colours, wish: str) -> None:
    made = with_accent(colours, wish)
    assert _too_faint(made, _WORDS, 4.5) == {}
    assert _too_faint(made, _EDGES, 3.0) == {}
    names = ("accent", "accent_hover", "accent_soft", "on_accent")
    assert replace(made, **{name: getattr(colours, name) for name in names}) == colours


@pytest.mark.parametrize(("colours", "wish"), [(LIGHT, "#1a5fb4"), (DARK, "#8ab4f8")], ids=["light", "dark"])
def test_an_accent_that_can_be_read_is_taken_as_it_is(colours: Colours, wish: str) -> None:
    assert with_accent(colours, wish).accent == wish


def test_an_accent_keeps_its_hue() -> None:
    red, green, blue = (int(with_accent(LIGHT, "#ffcc00").accent[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue == 0


def test_a_theme_with_an_accent_still_knows_whether_it_is_dark() -> None:
    assert Theme(with_accent(DARK, "#8ab4f8")).is_dark
    assert not Theme(with_accent(LIGHT, "#1a5fb4")).is_dark


def _too_faint(
    colours: Colours, pairs: tuple[tuple[str, tuple[str, ...]], ...], least: float
) -> dict[str, float]:
    measured = {
        f"{ink} on {ground}": round(_contrast(getattr(colours, ink), getattr(colours, ground)), 2)
        for ink, grounds in pairs
        for ground in grounds
    }
    return {pair: ratio for pair, ratio in measured.items() if ratio < least}


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_the_style_sheet_has_no_gap_and_follows_the_text_size(percent: int) -> None:
    theme = Theme(LIGHT, percent)
    sheet = theme.style_sheet()
    assert "$" not in sheet
    assert f"font-size: {theme.text_px()}px" in sheet
