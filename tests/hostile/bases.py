"""The sound courses that hostile files are made from."""

import io
from dataclasses import replace
from pathlib import Path

from PIL import Image

from courseplayer.course.outline import AssetId
from courseplayer.coursefile.keys import SecretKey
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.coursefile.signature import Signer
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from making.plans import ARTICLE_STEP, a_course_plan, asset_of

FULL, SMALL, SIGNED = "full", "small", "signed"
KEY = SecretKey(b"hostile!", bytes(range(32)))
PNG, JPEG, GIF, WEBP = (AssetId(number) for number in range(11, 15))
_FORMATS = {PNG: "PNG", JPEG: "JPEG", GIF: "GIF", WEBP: "WEBP"}


def write_bases(folder: Path) -> dict[str, Path]:
    """Write a course with media and pictures, one of texts, and a signed one."""
    folder.mkdir(parents=True, exist_ok=True)
    small = replace(
        a_course_plan(),
        contents=tuple(replace(content, media=()) for content in a_course_plan().contents),
        assets=(a_course_plan().assets[0], a_course_plan().assets[-1]),
    )
    plans = {FULL: (_with_pictures(a_course_plan()), None), SMALL: (small, None)}
    signed = {SIGNED: (small, Signer(KEY, "Clinic College"))}
    return {
        name: write_course(plan, folder / f"{name}.course", SilentTask(), signer).path
        for name, (plan, signer) in {**plans, **signed}.items()
    }


def picture_bytes(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    """Return a picture as a file."""
    held = io.BytesIO()
    Image.new("RGB", size, (30, 120, 90)).save(held, kind)
    return held.getvalue()


def _with_pictures(plan: CoursePlan) -> CoursePlan:
    shown = "".join(f'<p><img src="asset:{asset}" alt="A picture"></p>' for asset in _FORMATS)
    assets = tuple(
        asset_of(asset, picture_bytes(kind), f"image/{kind.lower()}") for asset, kind in _FORMATS.items()
    )
    contents = tuple(
        replace(content, article_html=content.article_html + shown)
        if content.outline.id == ARTICLE_STEP
        else content
        for content in plan.contents
    )
    return replace(plan, contents=contents, assets=plan.assets + assets)
