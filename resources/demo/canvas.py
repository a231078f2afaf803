"""A drawing surface in logical units, four times as fine inside, so that every edge comes out smooth."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FINENESS = 4
FONT_FOLDER = Path("/usr/share/fonts/truetype/dejavu")  # Debian: fonts-dejavu
FONT_FILES = {
    "regular": "DejaVuSansCondensed.ttf",
    "bold": "DejaVuSansCondensed-Bold.ttf",
    "italic": "DejaVuSerifCondensed-Italic.ttf",
}

PAPER = "#FCFDFD"
WHITE = "#FFFFFF"
INK = "#1E2B37"
SLATE = "#5B6B7A"
LINE = "#DCE5E8"
TEAL = "#0F7C78"
TEAL_DARK = "#0B4F52"
TEAL_PALE = "#BFE3DE"
MIST = "#E9F4F2"
SUN = "#F4B740"
SUN_PALE = "#FCE9BF"
CORAL = "#E2735B"
CORAL_PALE = "#F8D9D0"
LEAF = "#6FA876"
EARTH = "#D9B48F"
WOOD = "#A9764B"

Point = tuple[float, float]


@cache
def font(weight: str, pixels: int) -> ImageFont.FreeTypeFont:
    """Load a face once for every size."""
    return ImageFont.truetype(FONT_FOLDER / FONT_FILES[weight], pixels)


class Canvas:
    """Draws on one picture; :meth:`at` gives a smaller or shifted view of the same picture."""

    def __init__(self, width: int, height: int, background: str = PAPER) -> None:
        self._picture = Image.new("RGB", (width * FINENESS, height * FINENESS), background)
        self._draw = ImageDraw.Draw(self._picture)
        self._left = 0.0
        self._top = 0.0
        self._zoom = float(FINENESS)
        self.width = width
        self.height = height

    def at(self, x: float, y: float, zoom: float = 1.0) -> "Canvas":
        """Return a view whose origin is (x, y) and whose unit is ``zoom`` of ours."""
        view = object.__new__(Canvas)
        view._picture, view._draw = self._picture, self._draw
        view._left, view._top = self._left + x * self._zoom, self._top + y * self._zoom
        view._zoom = self._zoom * zoom
        view.width, view.height = self.width, self.height
        return view

    def picture(self) -> Image.Image:
        """Return the drawing at its logical size."""
        return self._picture.resize((self.width, self.height), Image.Resampling.LANCZOS)

    def box(
        self,
        place: tuple[float, float, float, float],
        fill: str | None,
        radius: float = 0,
        edge: str | None = None,
        edge_width: float = 0,
    ) -> None:
        """Draw a rectangle (x, y, width, height) with round corners."""
        x, y, width, height = place
        first, last = self._point(x, y), self._point(x + width, y + height)
        self._draw.rounded_rectangle(
            (*first, *last), self._length(radius), fill, edge, round(self._length(edge_width))
        )

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        edge: str | None = None,
        edge_width: float = 0,
    ) -> None:
        """Draw a circle around (x, y)."""
        self.oval(x, y, radius, radius, fill, edge, edge_width)

    def oval(
        self,
        x: float,
        y: float,
        half_width: float,
        half_height: float,
        fill: str | None,
        edge: str | None = None,
        edge_width: float = 0,
    ) -> None:
        """Draw an ellipse around (x, y)."""
        first = self._point(x - half_width, y - half_height)
        last = self._point(x + half_width, y + half_height)
        self._draw.ellipse((*first, *last), fill, edge, round(self._length(edge_width)))

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """Fill the area between points."""
        self._draw.polygon([self._point(*point) for point in points], fill)

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """Draw a line with round ends and joints."""
        self._draw.line([self._point(*p) for p in points], colour, round(self._length(width)), joint="curve")
        for x, y in (points[0], points[-1]):
            self.circle(x, y, width / 2, colour)

    def arc(
        self, circle: tuple[float, float, float], angles: tuple[float, float], colour: str, width: float
    ) -> None:
        """Draw a part of a circle (x, y, radius) between two angles, clockwise from three o'clock."""
        x, y, radius = circle
        outer = radius + width / 2
        first, last = self._point(x - outer, y - outer), self._point(x + outer, y + outer)
        self._draw.arc((*first, *last), angles[0], angles[1], colour, round(self._length(width)))

    def pie(self, circle: tuple[float, float, float], angles: tuple[float, float], fill: str) -> None:
        """Fill a slice of a circle (x, y, radius)."""
        x, y, radius = circle
        first, last = self._point(x - radius, y - radius), self._point(x + radius, y + radius)
        self._draw.pieslice((*first, *last), angles[0], angles[1], fill)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        colour: str = INK,
        weight: str = "regular",
        anchor: str = "la",
    ) -> None:
        """Write one line; ``anchor`` is Pillow's."""
        self._draw.text(self._point(x, y), words, colour, self._font(weight, size), anchor)

    def text_width(self, words: str, size: float, weight: str = "regular") -> float:
        """Measure one line."""
        return self._font(weight, size).getlength(words) / self._zoom

    def wrap(self, words: str, size: float, width: float, weight: str = "regular") -> list[str]:
        """Break words into lines no wider than ``width``."""
        lines: list[str] = []
        for part in words.split("\n"):
            line = ""
            for word in part.split():
                longer = f"{line} {word}".strip()
                if line and self.text_width(longer, size, weight) > width:
                    lines.append(line)
                    longer = word
                line = longer
            lines.append(line)
        return lines

    def paragraph(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        width: float,
        colour: str = INK,
        weight: str = "regular",
        anchor: str = "la",
        spacing: float = 1.3,
    ) -> float:
        """Write words in as many lines as needed; returns the y below the last one."""
        for line in self.wrap(words, size, width, weight):
            self.text(x, y, line, size, colour, weight, anchor)
            y += size * spacing
        return y

    def paste(self, picture: Image.Image, x: float, y: float, size: float) -> None:
        """Lay a square picture with transparency on the drawing."""
        edge = round(self._length(size))
        fitted = picture.resize((edge, edge), Image.Resampling.LANCZOS)
        self._picture.paste(
            fitted, (round(self._left + x * self._zoom), round(self._top + y * self._zoom)), fitted
        )

    def clipped(self, size: int, radius: float) -> Image.Image:
        """Return a square drawing ``size`` pixels wide with round corners and a transparent surrounding."""
        mask = Image.new("L", self._picture.size, 0)
        edge = (0, 0, mask.width - 1, mask.height - 1)
        ImageDraw.Draw(mask).rounded_rectangle(edge, radius * FINENESS, 255)
        cut = self._picture.convert("RGBA")
        cut.putalpha(mask)
        return cut.resize((size, size), Image.Resampling.LANCZOS)

    def _font(self, weight: str, size: float) -> ImageFont.FreeTypeFont:
        return font(weight, max(1, round(self._length(size))))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return self._left + x * self._zoom, self._top + y * self._zoom

    def _length(self, units: float) -> float:
        return units * self._zoom
