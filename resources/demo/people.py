"""The people of the course: how they look, and the three who speak with their voices."""

from dataclasses import dataclass
from functools import cache

from PIL import Image

from demo.canvas import CORAL, INK, SUN, SUN_PALE, TEAL, TEAL_DARK, TEAL_PALE, WHITE, Canvas


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and hair of a drawn person; ``hair`` is short, bun, scarf or grey."""

    skin: str
    clothes: str
    hair: str = "short"
    hair_colour: str = "#2A211E"
    ground: str = TEAL_PALE
    has_glasses: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """An invented educator: name, role, looks, and an espeak-ng voice with its pitch and words per minute."""

    name: str
    role: str
    look: Look
    voice: str
    pitch: int
    speed: int


SPEAKERS = {
    "hana": Speaker(
        "Hana Mekonnen", "Nurse educator", Look("#7A4B2E", TEAL, "bun", ground=SUN_PALE), "en-gb+f2", 45, 140
    ),
    "samuel": Speaker(
        "Samuel Okoro",
        "Health officer",
        Look("#5A3723", WHITE, "short", ground=TEAL_PALE, has_glasses=True),
        "en-gb-x-rp",
        42,
        145,
    ),
    "rose": Speaker(
        "Rose Achieng",
        "Patient partner",
        Look("#8A5836", SUN, "scarf", CORAL, ground="#E4DDF0"),
        "en-gb+f5",
        38,
        138,
    ),
}

CROWD = (
    Look("#6B4226", CORAL, "scarf", SUN),
    Look("#4E2F1E", "#5C7FA3", "short"),
    Look("#8A5836", SUN, "bun"),
    Look("#70452A", TEAL, "grey", "#B9B4AE"),
    Look("#5A3723", "#8D79B0", "scarf", TEAL_DARK),
)


@cache
def portrait(name: str, size: int = 400) -> Image.Image:
    """Draw the round portrait of a speaker."""
    look = SPEAKERS[name].look
    canvas = Canvas(200, 200, look.ground)
    draw_bust(canvas, look)
    return canvas.clipped(size, radius=100)


def draw_bust(canvas: Canvas, look: Look) -> None:
    """Draw head and shoulders into a square of 200 units."""
    if look.hair == "bun":
        canvas.circle(100, 34, 21, look.hair_colour)
    if look.hair == "scarf":
        canvas.oval(100, 104, 55, 62, look.hair_colour)
    canvas.box((34, 150, 132, 120), look.clothes, 46)
    canvas.box((84, 122, 32, 42), look.skin, 14)
    canvas.polygon([(78, 150), (122, 150), (100, 180)], look.skin)
    _draw_collar(canvas, look)
    if look.hair != "scarf":
        canvas.circle(59, 96, 9, look.skin)
        canvas.circle(141, 96, 9, look.skin)
    canvas.oval(100, 92, 41, 49, look.skin)
    _draw_hair(canvas, look)
    _draw_face(canvas, look)


def _draw_collar(canvas: Canvas, look: Look) -> None:
    if look.clothes == WHITE:
        canvas.polygon([(84, 148), (72, 156), (94, 186), (100, 178)], "#D6E4E8")
        canvas.polygon([(116, 148), (128, 156), (106, 186), (100, 178)], "#D6E4E8")


def _draw_hair(canvas: Canvas, look: Look) -> None:
    if look.hair == "scarf":
        canvas.pie((100, 80, 47), (180, 360), look.hair_colour)
        canvas.oval(100, 77, 40, 8, look.hair_colour)
        canvas.arc((100, 92, 44), (218, 322), _lighter(look.hair_colour), 3.5)
        return
    canvas.pie((100, 78, 43), (184, 356), look.hair_colour)
    canvas.oval(100, 56, 38, 20, look.hair_colour)
    if look.hair == "bun":
        canvas.oval(66, 74, 10, 18, look.hair_colour)
        canvas.oval(134, 74, 10, 18, look.hair_colour)


def _draw_face(canvas: Canvas, look: Look) -> None:
    for x in (83, 117):
        canvas.oval(x, 98, 4.4, 5.2, INK)
        canvas.circle(x + 1.5, 96, 1.4, WHITE)
        canvas.arc((x, 96, 11), (225, 315), look.hair_colour if look.hair != "scarf" else INK, 3)
    canvas.arc((100, 104, 8), (50, 130), _darker(look.skin), 3)
    canvas.arc((100, 108, 18), (35, 145), WHITE, 5)
    if look.has_glasses:
        for x in (83, 117):
            canvas.circle(x, 98, 14, None, INK, 2.6)
        canvas.line([(96, 96), (104, 96)], INK, 2.6)


def draw_figure(canvas: Canvas, x: float, y: float, height: float, look: Look) -> None:
    """Draw a person from the waist up without a face; (x, y) is the middle of the lower edge."""
    pen = canvas.at(x, y, height / 100)
    if look.hair == "bun":
        pen.circle(0, -97, 8, look.hair_colour)
    if look.hair == "scarf":
        pen.oval(0, -72, 24, 26, look.hair_colour)
    pen.box((-30, -56, 60, 56), look.clothes, 22)
    pen.box((-30, -28, 60, 28), look.clothes, 2)
    pen.box((-8, -62, 16, 16), look.skin, 6)
    pen.oval(0, -74, 18, 21, look.skin)
    if look.hair == "scarf":
        pen.pie((0, -78, 20), (180, 360), look.hair_colour)
    else:
        pen.pie((0, -79, 19), (180, 360), look.hair_colour)
        pen.oval(0, -85, 18, 10, look.hair_colour)


def _lighter(colour: str) -> str:
    return _mixed(colour, 255)


def _darker(colour: str) -> str:
    return _mixed(colour, 0)


def _mixed(colour: str, with_level: int) -> str:
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part * 0.7 + with_level * 0.3):02X}" for part in parts)
