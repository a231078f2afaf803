"""Makes courses of any size for measuring."""

import io
import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from courseplayer.authoring.stills import pictures_at
from courseplayer.course.content import Medium, MediumKind, StepContent, Still
from courseplayer.course.outline import (
    Activity,
    AssetId,
    CourseId,
    CourseInfo,
    Outline,
    StepId,
    StepKind,
    StepOutline,
    Week,
)
from courseplayer.course.transcript import Cue, Transcript
from courseplayer.coursefile.plan import CoursePlan, PlannedAsset
from courseplayer.coursefile.schema import CHUNK_BYTES

_STEPS_PER_WEEK = 10
_COVER_SIZE = (608, 342)


def course_plan(
    name: str,
    contents: Sequence[StepContent],
    assets: Sequence[PlannedAsset] = (),
    cover: AssetId | None = None,
) -> CoursePlan:
    """Return a course of these steps, ten to a week."""
    outlines = [content.outline for content in contents]
    weeks = tuple(
        Week(
            number,
            f"Week {number}",
            (Activity("All steps", tuple(outlines[start : start + _STEPS_PER_WEEK])),),
        )
        for number, start in enumerate(range(0, len(outlines), _STEPS_PER_WEEK), 1)
    )
    info = CourseInfo(CourseId(name), f"Course {name}", "Hill Clinic", "en", cover=cover)
    return CoursePlan(Outline(info, weeks), tuple(contents), tuple(assets))


def step_outline(index: int, kind: StepKind = StepKind.ARTICLE) -> StepOutline:
    """Return the outline of the step at this index from 0."""
    week, position = divmod(index, _STEPS_PER_WEEK)
    return StepOutline(
        StepId(f"{index:016x}"), f"{week + 1}.{position + 1}", kind, f"Step number {index + 1}", 5
    )


def article_steps(count: int) -> list[StepContent]:
    """Return short articles."""
    html = "<p>Listen first, then ask one question.</p>" * 10
    text = "Listen first, then ask one question.\n" * 10
    return [StepContent(step_outline(index), html, text) for index in range(count)]


def shelf_course(index: int) -> CoursePlan:
    """Return a small course with a cover and thirty steps."""
    picture = Image.effect_noise(_COVER_SIZE, 40).convert("RGB")
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=70)
    cover = bytes_asset(AssetId(1), "image/jpeg", written.getvalue())
    return course_plan(f"shelf-{index}", article_steps(30), (cover,), AssetId(1))


def film_course(path: Path, cues: Sequence[Cue]) -> CoursePlan:
    """Return a course of one step: this film, these cues and a still at each."""
    film = file_asset(AssetId(1), path)
    assets = [film]
    stills = []
    with path.open("rb") as stream:
        for number, (at_ms, jpeg) in enumerate(pictures_at(stream, [cue.start_ms for cue in cues]), 2):
            assets.append(bytes_asset(AssetId(number), "image/jpeg", jpeg))
            stills.append(Still(at_ms, AssetId(number)))
    medium = Medium(
        AssetId(1), MediumKind.VIDEO, film.mime, film.size_bytes, None, "h264", "aac", stills=tuple(stills)
    )
    outline = step_outline(0, StepKind.VIDEO)
    step = StepContent(outline, media=(medium,), transcripts=(Transcript("en", tuple(cues)),))
    return course_plan("film", (step,), assets)


def file_asset(asset_id: AssetId, path: Path, mime: str = "video/mp4") -> PlannedAsset:
    """Return a file to be stored."""
    return PlannedAsset(asset_id, path.name, mime, path.stat().st_size, partial(_opened, path))


def _opened(path: Path) -> BinaryIO:
    return path.open("rb")


def bytes_asset(asset_id: AssetId, mime: str, data: bytes) -> PlannedAsset:
    """Return bytes to be stored."""
    return PlannedAsset(asset_id, f"asset {asset_id}", mime, len(data), partial(io.BytesIO, data))


def noise_asset(asset_id: AssetId, size_bytes: int) -> PlannedAsset:
    """Return bytes that cannot be compressed nor stored once for several assets."""
    return PlannedAsset(
        asset_id, f"noise {asset_id}", "video/mp4", size_bytes, partial(_noise, asset_id, size_bytes)
    )


def _noise(seed: int, size_bytes: int) -> BinaryIO:
    return _Noise(seed, size_bytes)


class _Noise(io.BytesIO):
    """Gives noise of any length without keeping it: one block with another number in front each time."""

    def __init__(self, seed: int, size_bytes: int) -> None:
        super().__init__()
        self._seed = seed
        self._left_bytes = size_bytes
        self._block = random.Random(seed).randbytes(CHUNK_BYTES)

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes."""
        length = min(self._left_bytes, CHUNK_BYTES if size is None or size < 0 else size)
        number = self._left_bytes.to_bytes(8, "big")
        self._left_bytes -= length
        return (number + self._block[8:])[:length]
