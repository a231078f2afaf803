"""Flat illustrations for slides, pictures and the cover, each in a square of 300 units."""

from collections.abc import Callable
from functools import cache

from PIL import Image

from demo.canvas import (
    CORAL,
    CORAL_PALE,
    EARTH,
    INK,
    LEAF,
    MIST,
    SLATE,
    SUN,
    SUN_PALE,
    TEAL,
    TEAL_DARK,
    TEAL_PALE,
    WHITE,
    WOOD,
    Canvas,
)
from demo.people import CROWD, SPEAKERS, draw_figure


def draw_clinic(pen: Canvas) -> None:
    """Draw a small clinic with a heart over its door, a tree and a path."""
    pen.circle(246, 62, 26, SUN)
    pen.oval(150, 292, 190, 62, "#CFE3C4")
    pen.polygon([(128, 300), (172, 300), (160, 246), (140, 246)], EARTH)
    draw_tree(pen, 46, 250, 1.0)
    pen.box((78, 142, 168, 106), WHITE)
    pen.box((78, 230, 168, 18), TEAL_PALE)
    pen.polygon([(62, 146), (262, 146), (232, 96), (92, 96)], TEAL)
    pen.box((60, 140, 204, 10), TEAL_DARK, 4)
    pen.box((132, 182, 36, 66), TEAL_DARK, 3)
    pen.circle(161, 217, 2.6, SUN)
    for x in (92, 190):
        pen.box((x, 176, 32 if x == 92 else 40, 34), "#BFDDE8", 3, TEAL_DARK, 3)
    pen.circle(150, 120, 19, WHITE)
    draw_heart(pen.at(150, 121, 1.0), CORAL)


def draw_heart(pen: Canvas, colour: str) -> None:
    """Draw a heart of about 22 units around the origin."""
    pen.circle(-5.4, -4, 6.4, colour)
    pen.circle(5.4, -4, 6.4, colour)
    pen.polygon([(-11.2, -0.8), (11.2, -0.8), (0, 12.5)], colour)


def draw_tree(pen: Canvas, x: float, y: float, zoom: float) -> None:
    """Draw a round tree that stands on (x, y)."""
    view = pen.at(x, y, zoom)
    view.box((-5, -60, 10, 62), WOOD, 4)
    view.circle(0, -84, 34, LEAF)
    view.circle(-20, -66, 24, LEAF)
    view.circle(21, -68, 23, "#7FB585")


def draw_clock(pen: Canvas, x: float, y: float, radius: float) -> None:
    """Draw a wall clock that shows twenty past ten."""
    pen.circle(x, y, radius, TEAL_DARK)
    pen.circle(x, y, radius * 0.86, WHITE)
    pen.line([(x, y), (x + radius * 0.48, y + radius * 0.28)], INK, radius * 0.1)
    pen.line([(x, y), (x - radius * 0.3, y - radius * 0.28)], INK, radius * 0.12)
    pen.circle(x, y, radius * 0.1, CORAL)


def draw_bench(pen: Canvas) -> None:
    """Draw patients on a waiting bench under a clock."""
    pen.box((22, 206, 256, 4), TEAL_PALE)
    draw_clock(pen, 150, 66, 34)
    for index, look in enumerate((CROWD[0], CROWD[3], CROWD[2])):
        draw_figure(pen, 76 + index * 74, 232, 112, look)
    pen.box((24, 216, 252, 16), WOOD, 6)
    pen.box((24, 238, 252, 14), "#96663F", 6)
    for x in (44, 244):
        pen.box((x, 250, 12, 34), "#7C5332", 4)


def draw_talk(pen: Canvas) -> None:
    """Draw a nurse and a patient, each with a speech bubble."""
    draw_bubble(pen, (26, 36, 132, 76), TEAL, 70)
    for row, width in enumerate((92, 72)):
        pen.box((46, 58 + row * 18, width, 8), TEAL_PALE, 4)
    draw_bubble(pen, (156, 66, 118, 66), SUN, 232)
    draw_heart(pen.at(215, 100, 1.5), WHITE)
    draw_figure(pen, 78, 304, 148, SPEAKERS["hana"].look)
    draw_figure(pen, 222, 304, 142, SPEAKERS["rose"].look)


def draw_bubble(pen: Canvas, place: tuple[float, float, float, float], fill: str, tail_x: float) -> None:
    """Draw a speech bubble whose tail hangs at ``tail_x``."""
    _, y, _, height = place
    pen.box(place, fill, 20)
    pen.polygon(
        [(tail_x - 14, y + height - 2), (tail_x + 14, y + height - 2), (tail_x, y + height + 20)], fill
    )


def draw_feedback_box(pen: Canvas) -> None:
    """Draw a feedback box with a sheet going in and three faces to choose from."""
    pen.polygon([(118, 52), (190, 42), (200, 128), (126, 134)], WHITE)
    for row in range(3):
        pen.line([(132, 74 + row * 16), (182 - row * 8, 68 + row * 16)], TEAL_PALE, 5)
    pen.box((64, 112, 172, 108), TEAL, 12)
    pen.box((64, 112, 172, 26), TEAL_DARK, 10)
    pen.box((106, 120, 92, 9), INK, 4)
    draw_heart(pen.at(150, 176, 1.9), WHITE)
    for x, mood, colour in ((84, 1, LEAF), (150, 0, SUN), (216, -1, CORAL)):
        draw_face(pen, x, 258, 26, mood, colour)


def draw_face(pen: Canvas, x: float, y: float, radius: float, mood: int, colour: str) -> None:
    """Draw a round face that is glad (1), neither (0) or sad (-1)."""
    view = pen.at(x, y, radius / 26)
    view.circle(0, 0, 26, colour)
    view.circle(-9, -6, 3.2, INK)
    view.circle(9, -6, 3.2, INK)
    if mood == 0:
        view.line([(-9, 10), (9, 10)], INK, 3.2)
    elif mood > 0:
        view.arc((0, 3, 12), (25, 155), INK, 3.2)
    else:
        view.arc((0, 19, 12), (205, 335), INK, 3.2)


def draw_path(pen: Canvas) -> None:
    """Draw a patient's way with four stops, from the gate to the pharmacy."""
    way = [(40.0, 268.0), (196.0, 268.0)]
    pen.line(way, EARTH, 20)
    pen.arc((196, 222, 46), (-90, 90), EARTH, 20)
    pen.line([(196, 176), (104, 176)], EARTH, 20)
    pen.arc((104, 130, 46), (90, 270), EARTH, 20)
    pen.line([(104, 84), (252, 84)], EARTH, 20)
    for x, y, colour, sign in (
        (56, 268, TEAL, "1"),
        (242, 226, SUN, "2"),
        (120, 176, CORAL, "3"),
        (240, 84, TEAL, "4"),
    ):
        pen.polygon([(x - 15, y - 32), (x + 15, y - 32), (x, y)], colour)
        pen.circle(x, y - 40, 22, colour)
        pen.circle(x, y - 40, 15, WHITE)
        pen.text(x, y - 40, sign, 19, INK, "bold", "mm")


def draw_circle_talk(pen: Canvas) -> None:
    """Draw six people around a table."""
    places = ((150, 142, 3), (70, 168, 0), (230, 168, 1))
    for x, y, index in places:
        draw_figure(pen, x, y + 26, 104, CROWD[index])
    pen.oval(150, 214, 128, 48, "#96663F")
    pen.oval(150, 206, 128, 48, WOOD)
    pen.polygon([(120, 196), (160, 188), (170, 208), (130, 217)], WHITE)
    pen.polygon([(180, 196), (212, 200), (206, 216), (174, 211)], SUN_PALE)
    draw_figure(pen, 96, 304, 106, SPEAKERS["hana"].look)
    draw_figure(pen, 204, 304, 106, CROWD[4])


def draw_village(pen: Canvas) -> None:
    """Draw a health worker on the way to a house on a hill."""
    pen.circle(66, 66, 28, SUN)
    pen.oval(210, 290, 200, 130, "#CFE3C4")
    pen.oval(60, 310, 190, 90, "#BBD7B2")
    pen.box((168, 118, 88, 62), "#E8CFA9", 6)
    pen.polygon([(150, 124), (274, 124), (212, 60)], "#B98A55")
    pen.box((200, 136, 24, 44), "#7C5332", 4)
    draw_tree(pen, 276, 196, 0.6)
    pen.line([(96, 290), (150, 236), (206, 190)], EARTH, 14)
    draw_figure(pen, 76, 276, 120, SPEAKERS["hana"].look)
    pen.box((92, 224, 40, 30), WHITE, 6, TEAL_DARK, 3)
    draw_heart(pen.at(112, 239, 0.8), CORAL)


def draw_notebook(pen: Canvas) -> None:
    """Draw an open notebook and a pencil."""
    pen.box((44, 66, 214, 176), TEAL_DARK, 12)
    pen.box((52, 60, 100, 172), WHITE, 6)
    pen.box((150, 60, 100, 172), "#F6FAFA", 6)
    pen.box((149, 60, 3, 172), TEAL_PALE)
    for row in range(6):
        pen.box((66, 84 + row * 22, 72 - (row % 3) * 14, 6), TEAL_PALE, 3)
    for row in range(3):
        pen.box((166, 86 + row * 40, 16, 16), None, 4, TEAL, 3)
        pen.box((192, 91 + row * 40, 44 - row * 8, 6), SUN, 3)
    pen.line([(169, 94), (174, 99), (184, 86)], CORAL, 4)
    pen.line([(226, 258), (276, 168)], SUN, 15)
    pen.polygon([(219, 254), (233, 262), (217, 278)], EARTH)
    pen.polygon([(218, 268), (223, 271), (216, 279)], INK)


def draw_cards(pen: Canvas) -> None:
    """Draw numbered queue cards, each with its own shape and colour."""
    for x, y, colour, number in (
        (38, 56, TEAL, "7"),
        (150, 44, SUN, "8"),
        (62, 166, CORAL, "9"),
        (172, 158, LEAF, "10"),
    ):
        pen.box((x + 4, y + 6, 92, 104), "#D5E2E2", 14)
        pen.box((x, y, 92, 104), WHITE, 14, colour, 6)
        pen.text(x + 46, y + 44, number, 48, INK, "bold", "mm")
        pen.box((x + 20, y + 78, 52, 10), colour, 5)


def draw_sign(pen: Canvas) -> None:
    """Draw a notice on a wall: a medicine bottle, and enough for everybody."""
    pen.box((72, 34, 164, 220), "#D5E2E2", 8)
    pen.box((66, 28, 164, 220), WHITE, 8)
    pen.circle(148, 42, 6, CORAL)
    pen.box((120, 72, 56, 22), TEAL_DARK, 6)
    pen.box((112, 90, 72, 92), LEAF, 12)
    pen.box((112, 114, 72, 42), WHITE)
    draw_heart(pen.at(148, 134, 1.2), CORAL)
    pen.line([(118, 212), (138, 230), (180, 198)], TEAL, 11)


def draw_safe_words(pen: Canvas) -> None:
    """Draw a speech bubble kept under a lock."""
    draw_bubble(pen, (48, 44, 204, 132), TEAL, 96)
    for row, width in enumerate((140, 110, 128)):
        pen.box((80, 76 + row * 26, width, 10), TEAL_PALE, 5)
    pen.arc((204, 182, 27), (180, 360), SLATE, 12)
    pen.box((160, 182, 88, 78), SUN, 12)
    pen.circle(204, 212, 10, INK)
    pen.box((200, 214, 8, 24), INK, 4)


def draw_writing(pen: Canvas) -> None:
    """Draw a sheet that is written, read and answered."""
    pen.box((56, 48, 150, 204), "#D5E2E2", 10)
    pen.box((50, 42, 150, 204), WHITE, 10)
    pen.box((70, 64, 88, 12), TEAL, 6)
    for row in range(7):
        pen.box((70, 92 + row * 18, 110 - (row % 3) * 20, 6), TEAL_PALE, 3)
    draw_bubble(pen, (152, 112, 116, 72), SUN, 182)
    draw_heart(pen.at(210, 148, 1.5), WHITE)
    draw_face(pen, 228, 240, 28, 1, CORAL_PALE)


def draw_seed(pen: Canvas) -> None:
    """Draw three plants, each larger than the one before: small tests grow."""
    pen.box((24, 232, 252, 10), WOOD, 5)
    for x, height in ((72, 34), (148, 78), (228, 128)):
        pen.polygon([(x - 26, 232), (x + 26, 232), (x + 20, 268), (x - 20, 268)], CORAL)
        pen.box((x - 30, 224, 60, 12), "#C75E48", 5)
        pen.line([(x, 226), (x, 226 - height)], LEAF, 6)
        size = height / 128
        for step in range(1, 2 + round(size * 2)):
            y = 230 - height * step / (1 + round(size * 2))
            pen.oval(x - 16, y, 16, 8, LEAF)
            pen.oval(x + 16, y - 6, 16, 8, "#7FB585")
    pen.circle(228, 82, 18, SUN)
    pen.circle(228, 82, 8, MIST)


SCENES: dict[str, Callable[[Canvas], None]] = {
    "bench": draw_bench,
    "cards": draw_cards,
    "circle": draw_circle_talk,
    "clinic": draw_clinic,
    "feedback-box": draw_feedback_box,
    "notebook": draw_notebook,
    "path": draw_path,
    "safe-words": draw_safe_words,
    "seed": draw_seed,
    "sign": draw_sign,
    "talk": draw_talk,
    "village": draw_village,
    "writing": draw_writing,
}


@cache
def scene_panel(name: str, ground: str = MIST, size: int = 900) -> Image.Image:
    """Draw a scene on a tinted panel with round corners."""
    canvas = Canvas(300, 300, ground)
    SCENES[name](canvas)
    return canvas.clipped(size, radius=26)
