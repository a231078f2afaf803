"""Makes course folders from plain texts for tests."""

from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from courseplayer.authoring.reading import SourceReading
from courseplayer.authoring.source import read_source
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.system.cancellation import SilentTask

COURSE_TOML = """\
id = "listening"
title = "Listening in the clinic"
provider = "Hill Clinic"
language = "en"
"""

VTT = """\
WEBVTT

00:00.200 --> 00:01.000
<v Amina>We begin with a question.

00:01.200 --> 00:01.900
And then we wait.
"""


def make_folder(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below ``root``; a course.toml is added when none is given."""
    for name, content in {"course.toml": COURSE_TOML, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def make_picture(path: Path, kind: str = "PNG", size: tuple[int, int] = (40, 30)) -> Path:
    """Write a picture of one colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, (20, 120, 90)).save(path, kind)
    return path


def step_text(title: str, body: str = "Some words to read.", **settings: str) -> str:
    """Write a step's file with these settings."""
    lines = "".join(f"{key}: {value}\n" for key, value in settings.items())
    return f"---\ntitle: {title}\n{lines}---\n{body}\n"


def read_folder(root: Path, files: Mapping[str, str | bytes]) -> SourceReading:
    """Make a course folder and read it."""
    return read_source(make_folder(root, files), SilentTask())


def plan_of(root: Path, files: Mapping[str, str | bytes]) -> CoursePlan:
    """Make a course folder that has no error, and return what is to be built from it."""
    reading = read_folder(root, files)
    assert reading.errors() == (), reading.errors()
    assert reading.plan is not None
    return reading.plan
