"""Draws the floor plan of a waiting room with five changes that cost little."""

from PIL import Image

from demo.canvas import (
    CORAL,
    EARTH,
    INK,
    LINE,
    MIST,
    SLATE,
    SUN,
    SUN_PALE,
    TEAL,
    TEAL_DARK,
    TEAL_PALE,
    WHITE,
    Canvas,
)

CHANGES = (
    "A notice at the gate: open from 8:00",
    "Numbered cards, so that people can sit",
    "A board with the waiting time",
    "The sickest people seen first",
    "A quiet corner to speak in private",
)
ROOMS = (
    ((40, 40, 330, 400), MIST, "Waiting room"),
    ((382, 40, 208, 126), SUN_PALE, "Nurse"),
    ((382, 178, 208, 126), TEAL_PALE, "Pharmacy"),
    ((382, 316, 208, 124), "#ECE7F4", "Quiet corner"),
)
MARKS = ((62, 466), (112, 372), (208, 64), (404, 64), (404, 340))


def draw_floor_plan() -> Image.Image:
    """Draw four rooms, their furniture and a number at every change."""
    canvas = Canvas(1000, 520, WHITE)
    canvas.box((30, 30, 570, 420), TEAL_DARK, 14)
    for place, colour, name in ROOMS:
        canvas.box(place, colour, 6)
        canvas.text(place[0] + place[2] / 2, place[1] + place[3] - 22, name, 18, TEAL_DARK, "bold", "mm")
    for x, y, width, height in ((96, 436, 70, 18), (362, 90, 26, 48), (362, 228, 26, 48), (362, 364, 26, 48)):
        canvas.box((x, y, width, height), WHITE)
    _draw_furniture(canvas)
    for index, (x, y) in enumerate(MARKS):
        _draw_mark(canvas, x, y, index)
    canvas.text(640, 44, "Five small changes", 27, TEAL_DARK, "bold")
    for index, words in enumerate(CHANGES):
        _draw_mark(canvas, 658, 112 + index * 66, index)
        canvas.paragraph(690, 102 + index * 66, words, 18, 290, INK, spacing=1.3)
    canvas.box((640, 440, 320, 2), LINE)
    canvas.text(640, 454, "An example. Your rooms will differ.", 16, SLATE)
    return canvas.picture()


def _draw_furniture(canvas: Canvas) -> None:
    for y in (142, 212, 282):
        canvas.box((128, y, 200, 26), EARTH, 8)
        for seat in range(4):
            if (y, seat) not in {(142, 3), (282, 0)}:
                canvas.circle(
                    154 + seat * 49, y + 13, 15, (TEAL, CORAL, SUN, "#5C7FA3")[(seat + y // 70) % 4]
                )
    canvas.box((52, 344, 26, 60), "#96663F", 5)
    canvas.box((178, 40, 110, 12), TEAL, 3)
    canvas.box((450, 86, 90, 34), WHITE, 8, TEAL_DARK, 2)
    canvas.circle(430, 103, 13, TEAL)
    canvas.box((440, 212, 100, 22), "#96663F", 5)
    canvas.circle(490, 196, 13, SUN)
    for x, colour in ((462, TEAL), (520, CORAL)):
        canvas.circle(x, 366, 15, colour)


def _draw_mark(canvas: Canvas, x: float, y: float, index: int) -> None:
    canvas.circle(x, y, 19, CORAL, WHITE, 3)
    canvas.text(x, y, str(index + 1), 19, WHITE, "bold", "mm")
