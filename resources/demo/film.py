"""Turns a spoken script into the pictures of its video: slides that fade, a meter that moves."""

import math
from array import array
from collections.abc import Iterator
from functools import cache

from PIL import Image, ImageDraw

from demo.canvas import FINENESS, TEAL, TEAL_PALE, WHITE
from demo.encode import FRAMES_PER_SECOND, SAMPLES_PER_FRAME
from demo.script import Script
from demo.slides import METER_BOX, draw_slide
from demo.speech import Narration

FADE_FRAMES = 6
LEAD_FRAMES = 3
METER_STEPS = 8
METER_SHAPE = (0.55, 1.0, 0.75, 0.9, 0.5)


def film_frames(script: Script, narration: Narration) -> Iterator[Image.Image]:
    """Yield one picture for each 1/15 s of the narration."""
    pictures = [
        draw_slide(script.slides[spoken.slide], script.kicker, spoken.line.shows, spoken.line.who)
        for spoken in narration.lines
    ]
    starts = [max(0, s.start_ms * FRAMES_PER_SECOND // 1000 - LEAD_FRAMES) for s in narration.lines]
    starts[0] = 0
    shown = 0
    for frame in range(math.ceil(len(narration.samples) / SAMPLES_PER_FRAME)):
        while shown + 1 < len(starts) and frame >= starts[shown + 1]:
            shown += 1
        faded = (frame - starts[shown] + 1) / FADE_FRAMES
        picture = pictures[shown]
        if shown and faded < 1:
            picture = Image.blend(pictures[shown - 1], picture, faded * faded * (3 - 2 * faded))
        yield _with_meter(picture, narration.samples, frame)


def _with_meter(picture: Image.Image, samples: "array[int]", frame: int) -> Image.Image:
    part = samples[frame * SAMPLES_PER_FRAME : (frame + 1) * SAMPLES_PER_FRAME : 4]
    effective = math.sqrt(sum(value * value for value in part) / max(1, len(part)))
    level = min(METER_STEPS, round(effective / 4200 * METER_STEPS))
    finished = picture.copy()
    finished.paste(_meter(level, frame % len(METER_SHAPE) if level else 0), METER_BOX[:2])
    return finished


@cache
def _meter(level: int, turn: int) -> Image.Image:
    """Draw five bars, as high as the voice is loud."""
    width, height = METER_BOX[2] * FINENESS, METER_BOX[3] * FINENESS
    picture = Image.new("RGB", (width, height), WHITE)
    draw = ImageDraw.Draw(picture)
    for bar in range(5):
        share = METER_SHAPE[(bar + turn) % 5] * level / METER_STEPS
        half = max(0.09, share / 2) * height * 0.9
        left = (bar * 9 + 1) * FINENESS
        place = (left, height / 2 - half, left + 5 * FINENESS, height / 2 + half)
        draw.rounded_rectangle(place, 2.5 * FINENESS, TEAL if level else TEAL_PALE)
    return picture.resize(METER_BOX[2:], Image.Resampling.LANCZOS)
