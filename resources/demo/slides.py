"""Lays out one slide of a video, 854 x 480, with the person who speaks at its foot."""

from collections.abc import Callable
from math import cos, radians, sin

from PIL import Image

from demo.canvas import (
    CORAL,
    INK,
    LEAF,
    LINE,
    MIST,
    PAPER,
    SLATE,
    SUN,
    TEAL,
    TEAL_DARK,
    TEAL_PALE,
    WHITE,
    Canvas,
)
from demo.people import SPEAKERS, portrait
from demo.scenes import scene_panel
from demo.script import Slide

WIDTH, HEIGHT = 854, 480
FOOT_Y = 418
METER_BOX = (258, FOOT_Y + 14, 44, 34)
PART_COLOURS = (TEAL, SUN, CORAL, LEAF)


def draw_slide(slide: Slide, kicker: str, shows: int, who: str) -> Image.Image:
    """Draw a slide with its first ``shows`` points and the speaker ``who``."""
    canvas = Canvas(WIDTH, HEIGHT)
    if slide.layout != "cover":
        canvas.text(48, 34, kicker.upper(), 13, TEAL, "bold")
    if slide.layout not in {"cover", "quote"}:
        room = WIDTH - 96 if slide.layout in {"timeline", "share"} else 462
        size = min(37.0, 37 * room / canvas.text_width(slide.heading, 37, "bold"))
        canvas.text(48, 57, slide.heading, size, TEAL_DARK, "bold")
        canvas.box((48, 110, 56, 5), SUN, 2.5)
    LAYOUTS[slide.layout](canvas, slide, kicker, shows)
    _draw_foot(canvas, who)
    return canvas.picture()


def _draw_cover(canvas: Canvas, slide: Slide, kicker: str, _shows: int) -> None:
    canvas.box((0, 0, WIDTH, FOOT_Y), TEAL_DARK)
    canvas.oval(690, 210, 300, 300, "#0D5B5D")
    canvas.text(48, 96, kicker.upper(), 15, SUN, "bold")
    size = 46 if len(slide.heading) < 24 else 41
    y = canvas.paragraph(48, 130, slide.heading, size, 440, WHITE, "bold", spacing=1.2)
    canvas.box((48, y + 12, 72, 6), SUN, 3)
    canvas.paragraph(48, y + 36, slide.subheading, 23, 420, TEAL_PALE)
    canvas.paste(scene_panel(slide.scene, MIST), 516, 58, 302)


def _draw_points(canvas: Canvas, slide: Slide, _kicker: str, shows: int) -> None:
    canvas.paste(scene_panel(slide.scene), 532, 66, 284)
    y = 150.0
    gap = 74 if len(slide.points) < 4 else 62
    for index, point in enumerate(slide.points[:shows]):
        is_newest = index == shows - 1
        canvas.circle(67, y + 16, 19, TEAL if is_newest else TEAL_PALE)
        canvas.text(67, y + 16, str(index + 1), 18, WHITE if is_newest else TEAL_DARK, "bold", "mm")
        below = canvas.paragraph(102, y, point, 26, 412, INK, spacing=1.22)
        y = max(y + gap, below + 26)


def _draw_timeline(canvas: Canvas, slide: Slide, _kicker: str, shows: int) -> None:
    first_x, gap, y = 96.0, 165.0, 236.0
    canvas.line([(first_x, y), (first_x + 4 * gap, y)], LINE, 8)
    if shows:
        canvas.line([(first_x, y), (first_x + (shows - 1) * gap, y)], TEAL, 8)
    for index, point in enumerate(slide.points):
        time, words = point.split("|")
        x = first_x + index * gap
        is_shown = index < shows
        is_newest = index == shows - 1
        canvas.circle(x, y, 19 if is_newest else 14, TEAL if is_shown else LINE)
        canvas.circle(x, y, 9 if is_newest else 6, SUN if is_newest else WHITE)
        if is_shown:
            canvas.text(x, y - 54, time, 30, TEAL_DARK, "bold", "mm")
            canvas.paragraph(x, y + 34, words, 20, 136, INK, anchor="ma", spacing=1.25)


def _draw_share(canvas: Canvas, slide: Slide, _kicker: str, shows: int) -> None:
    for index, point in enumerate(slide.points[:shows]):
        number, words = point.split("|")
        colour = (TEAL, CORAL)[index]
        x = 48 + index * 400
        canvas.text(x, 138, number, 84, colour, "bold")
        canvas.text(x + canvas.text_width(number, 84, "bold") + 16, 190, words, 23, INK)
    unit = 758 / 20
    for part in range(20):
        is_care = part == 15 and shows > 1
        place = (48 + part * unit, 288, unit - 6, 62)
        canvas.box(place, CORAL if is_care else TEAL_PALE, 7)
    canvas.text(48, 364, "Each block is ten minutes. Pale blocks are waiting.", 17, SLATE)


def _draw_quote(canvas: Canvas, slide: Slide, _kicker: str, _shows: int) -> None:
    canvas.box((48, 70, 758, 316), MIST, 30)
    canvas.paste(portrait(slide.scene), 86, 122, 206)
    canvas.text(334, 76, "“", 130, SUN, "bold")
    lines = canvas.wrap(slide.heading, 33, 420, "italic")
    y = 252 - len(lines) * 22
    y = canvas.paragraph(336, y, slide.heading, 33, 420, TEAL_DARK, "italic", spacing=1.32)
    speaker = SPEAKERS[slide.scene]
    canvas.text(336, y + 12, f"{speaker.name}, {speaker.role.lower()}", 19, SLATE)


def _draw_cycle(canvas: Canvas, slide: Slide, _kicker: str, shows: int) -> None:
    x, y, radius = 636.0, 228.0, 118.0
    for index, point in enumerate(slide.points):
        draw_quarter(canvas, (x, y, radius), index, point.split("|")[0], index < shows)
    canvas.circle(x, y, 46, PAPER)
    draw_turning_arrow(canvas, x, y)
    row = 142.0
    for index, point in enumerate(slide.points[:shows]):
        name, words = point.split("|")
        canvas.box((48, row, 6, 50), PART_COLOURS[index], 3)
        canvas.text(68, row - 2, name, 22, TEAL_DARK, "bold")
        canvas.text(160, row, words.split("\n")[0], 19, INK)
        canvas.text(160, row + 26, words.split("\n")[1], 19, INK)
        row += 66


def draw_quarter(
    canvas: Canvas, circle: tuple[float, float, float], index: int, name: str, is_shown: bool
) -> None:
    """Draw one quarter of the wheel, clockwise from the top right, with its name."""
    x, y, radius = circle
    start = -90 + index * 90
    middle = radians(start + 45)
    nudge = radius * 0.045
    moved = (x + nudge * cos(middle), y + nudge * sin(middle), radius)
    canvas.pie(moved, (start, start + 90), PART_COLOURS[index] if is_shown else LINE)
    place = (x + radius * 0.7 * cos(middle), y + radius * 0.7 * sin(middle))
    colour = INK if index == 1 else WHITE
    canvas.text(*place, name, radius * 0.165, colour if is_shown else SLATE, "bold", "mm")


def draw_turning_arrow(canvas: Canvas, x: float, y: float) -> None:
    """Draw the arrow that says: and again."""
    canvas.arc((x, y, 22), (-60, 210), TEAL_DARK, 6)
    canvas.polygon([(x + 5, y - 30), (x + 6, y - 8), (x - 10, y - 22)], TEAL_DARK)


def _draw_foot(canvas: Canvas, who: str) -> None:
    speaker = SPEAKERS[who]
    canvas.box((0, FOOT_Y, WIDTH, HEIGHT - FOOT_Y), WHITE)
    canvas.box((0, FOOT_Y, WIDTH, 1.5), LINE)
    canvas.paste(portrait(who), 46, FOOT_Y + 9, 44)
    canvas.text(104, FOOT_Y + 12, speaker.name, 17, INK, "bold")
    canvas.text(104, FOOT_Y + 34, speaker.role, 14, SLATE)
    canvas.box((636, FOOT_Y + 22, 23, 16), TEAL, 5)
    canvas.polygon([(641, FOOT_Y + 37), (650, FOOT_Y + 37), (642, FOOT_Y + 44)], TEAL)
    canvas.text(668, FOOT_Y + 21, "Listening to Patients", 14.5, TEAL_DARK, "bold")


LAYOUTS: dict[str, Callable[[Canvas, Slide, str, int], None]] = {
    "cover": _draw_cover,
    "cycle": _draw_cycle,
    "points": _draw_points,
    "quote": _draw_quote,
    "share": _draw_share,
    "timeline": _draw_timeline,
}
