"""Draws the cover, the portraits and the diagrams of the articles."""

from dataclasses import replace
from math import cos, radians, sin
from pathlib import Path

from PIL import Image

from demo.canvas import (
    CORAL,
    CORAL_PALE,
    EARTH,
    INK,
    LEAF,
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
from demo.floor_plan import draw_floor_plan
from demo.people import CROWD, SPEAKERS, draw_bust, draw_figure, portrait
from demo.scenes import draw_bubble, draw_clinic, draw_face, draw_heart
from demo.slides import PART_COLOURS, draw_quarter, draw_turning_arrow

STAGES = (
    ("Gate", "7:00", "Waits outside\nin the queue", 0),
    ("Desk", "8:00", "Gives her name,\ngets a card", 1),
    ("Bench", "8:05", "Waits. Nobody says\nhow long", -1),
    ("Nurse", "9:30", "Is examined and\nlistened to", 1),
    ("Pharmacy", "9:40", "Waits again for\nthe medicine", -1),
    ("Home", "10:20", "Is not sure how\nto give it", 0),
)
QUESTIONS = (
    ("Plan", "What will we change?", "What do we expect?"),
    ("Do", "Try it on a small scale.", "Write down what happens."),
    ("Study", "Was it as we expected?", "What do patients say?"),
    ("Act", "Keep it, change it or drop it.", "Plan the next test."),
)
CIRCLES = (
    ("People with a disability", TEAL_PALE),
    ("Young people", SUN_PALE),
    ("People who speak another language", CORAL_PALE),
    ("Older people who live alone", TEAL_PALE),
    ("People who cannot read", SUN_PALE),
    ("People who live far away", CORAL_PALE),
)
MEETINGS = (
    ("Listen", "Staff and patients tell\ntheir experiences,\neach in their own group"),
    ("Meet", "Both groups come\ntogether and choose\nwhat matters most"),
    ("Design", "Small mixed teams\nwork out ideas and\ntest them"),
    ("Celebrate", "Everybody meets again,\nsees what changed and\nsays thank you"),
)


def write_pictures(course_folder: Path) -> None:
    """Write every picture of the course."""
    pictures = {
        "pictures/cover.png": draw_cover(),
        "week-01-why-listen/pictures/journey-map.png": draw_journey_map(),
        "week-01-why-listen/pictures/seldom-heard.png": draw_seldom_heard(),
        "week-02-improving-together/pictures/co-design.png": draw_co_design(),
        "week-02-improving-together/pictures/pdsa-cycle.png": draw_pdsa_cycle(),
        "week-02-improving-together/pictures/waiting-room.png": draw_floor_plan(),
    }
    pictures |= {f"pictures/{name}.png": portrait(name, 240) for name in SPEAKERS}
    for name, picture in pictures.items():
        path = course_folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        few_colours = picture.quantize(
            256, Image.Quantize.FASTOCTREE if picture.mode == "RGBA" else None, dither=Image.Dither.NONE
        )
        few_colours.save(path, optimize=True)


def draw_cover() -> Image.Image:
    """Draw the picture of the course's card: a nurse and two patients who talk before their clinic."""
    canvas = Canvas(1200, 675, "#DDF0EE")
    canvas.oval(300, 760, 760, 330, "#CFE3C4")
    canvas.oval(1080, 800, 560, 330, "#BBD7B2")
    canvas.polygon([(909, 550), (988, 550), (1024, 675), (872, 675)], EARTH)
    draw_clinic(canvas.at(690, 40, 1.72))
    draw_bubble(canvas, (150, 52, 250, 124), TEAL, 300)
    for row, width in enumerate((170, 130)):
        canvas.box((190, 88 + row * 30, width, 13), TEAL_PALE, 6)
    draw_bubble(canvas, (452, 88, 186, 112), SUN, 520)
    draw_heart(canvas.at(545, 143, 2.7), WHITE)
    draw_bust(canvas.at(-8, 312, 1.9), replace(CROWD[3], clothes="#5C7FA3"))
    draw_bust(canvas.at(392, 312, 1.9), SPEAKERS["rose"].look)
    draw_bust(canvas.at(176, 238, 2.25), SPEAKERS["hana"].look)
    return canvas.picture()


def draw_journey_map() -> Image.Image:
    """Draw what Ada does and feels at each stage of her morning."""
    canvas = Canvas(1000, 470, WHITE)
    canvas.text(40, 24, "Ada’s journey", 32, TEAL_DARK, "bold")
    canvas.text(40, 70, "What happens, and how it feels", 19, SLATE)
    gap = 156
    canvas.line([(104, 180), (104 + 5 * gap, 180)], TEAL_PALE, 10)
    heights = {1: 308, 0: 348, -1: 388}
    curve = [(104.0 + index * gap, float(heights[stage[3]])) for index, stage in enumerate(STAGES)]
    canvas.box((28, 276, 944, 148), MIST, 18)
    canvas.line(curve, TEAL, 4)
    for index, (place, time, words, mood) in enumerate(STAGES):
        x = 104 + index * gap
        canvas.circle(x, 180, 17, TEAL)
        canvas.text(x, 180, str(index + 1), 18, WHITE, "bold", "mm")
        canvas.text(x, 146, place, 21, INK, "bold", "mm")
        canvas.text(x, 121, time, 17, TEAL, "bold", "mm")
        canvas.paragraph(x, 208, words, 16, 150, INK, anchor="ma", spacing=1.35)
        draw_face(canvas, x, curve[index][1], 22, mood, {1: LEAF, 0: SUN, -1: CORAL}[mood])
    canvas.text(
        40,
        436,
        "An invented patient. Draw the map of your own clinic with patients, not only for them.",
        16,
        SLATE,
    )
    return canvas.picture()


def draw_seldom_heard() -> Image.Image:
    """Draw six groups of people around the clinic's table who are easily left out."""
    canvas = Canvas(900, 600, WHITE)
    middle = (450.0, 300.0)
    canvas.oval(*middle, 322, 212, None, LINE, 4)
    for index, (words, colour) in enumerate(CIRCLES):
        angle = radians(index * 60 - 90)
        x, y = middle[0] + 322 * cos(angle), middle[1] + 204 * sin(angle)
        canvas.circle(x, y, 88, colour, WHITE, 6)
        lines = canvas.wrap(words, 20, 140, "bold")
        canvas.paragraph(x, y - (len(lines) - 1) * 13, words, 20, 140, TEAL_DARK, "bold", "mm", 1.3)
    canvas.box((285, 206, 330, 188), TEAL_DARK, 24)
    for index, x in enumerate((370, 450, 530)):
        draw_figure(canvas, x, 310, 90, (CROWD[0], CROWD[2], CROWD[1])[index])
    canvas.box((320, 298, 260, 14), EARTH, 7)
    canvas.text(450, 340, "Our meeting", 25, WHITE, "bold", "mm")
    canvas.text(450, 370, "Who is not at the table?", 19, TEAL_PALE, anchor="mm")
    return canvas.picture()


def draw_pdsa_cycle() -> Image.Image:
    """Draw the wheel of plan, do, study and act with its questions."""
    canvas = Canvas(1000, 520, WHITE)
    circle = (500.0, 260.0, 172.0)
    places = ((700, 96, "la"), (700, 330, "la"), (300, 330, "ra"), (300, 96, "ra"))
    for index, (name, first, second) in enumerate(QUESTIONS):
        draw_quarter(canvas, circle, index, name, True)
        x, y, anchor = places[index]
        canvas.text(x, y, name, 27, TEAL_DARK, "bold", anchor)
        width = 44
        canvas.box((x if anchor == "la" else x - width, y + 38, width, 5), PART_COLOURS[index], 2.5)
        canvas.text(x, y + 56, first, 19, INK, anchor=anchor)
        canvas.text(x, y + 83, second, 19, INK, anchor=anchor)
    canvas.circle(500, 260, 66, WHITE)
    draw_turning_arrow(canvas.at(500, 260, 1.4), 0, 0)
    canvas.text(500, 486, "Turn the wheel again and again. Each turn is small.", 18, SLATE, anchor="mm")
    return canvas.picture()


def draw_co_design() -> Image.Image:
    """Draw the four meetings of co-design."""
    canvas = Canvas(1000, 356, WHITE)
    for index, (name, words) in enumerate(MEETINGS):
        x = 24 + index * 242
        colour = PART_COLOURS[index]
        canvas.box((x, 24, 226, 308), MIST, 20)
        canvas.box((x, 24, 226, 10), colour, 5)
        _draw_meeting(canvas.at(x + 113, 174), index)
        canvas.circle(x + 36, 66, 19, colour)
        canvas.text(x + 36, 66, str(index + 1), 20, INK if index == 1 else WHITE, "bold", "mm")
        canvas.text(x + 113, 218, name, 24, TEAL_DARK, "bold", "mm")
        canvas.paragraph(x + 113, 246, words, 17, 210, INK, anchor="ma", spacing=1.4)
    return canvas.picture()


def _draw_meeting(canvas: Canvas, index: int) -> None:
    staff, patient = SPEAKERS["hana"].look, SPEAKERS["rose"].look
    if index == 0:
        draw_figure(canvas, -44, 14, 86, staff)
        draw_figure(canvas, 52, 14, 86, patient)
        canvas.box((2, -78, 4, 92), TEAL_PALE, 2)
    elif index == 1:
        for x, look in ((-66, staff), (-22, patient), (22, CROWD[1]), (66, CROWD[3])):
            draw_figure(canvas, x, 14, 72, look)
    elif index == 2:
        draw_figure(canvas, -32, 6, 82, CROWD[2])
        draw_figure(canvas, 32, 6, 82, CROWD[1])
        canvas.box((-70, -6, 140, 20), EARTH, 8)
        canvas.box((-20, -14, 40, 10), WHITE, 2)
    else:
        for x, look in ((-52, staff), (0, CROWD[0]), (52, CROWD[3])):
            draw_figure(canvas, x, 14, 78, look)
        for x, y, colour in ((-78, -74, CORAL), (-26, -96, SUN), (28, -98, LEAF), (80, -72, TEAL)):
            draw_heart(canvas.at(x, y, 0.9), colour)
