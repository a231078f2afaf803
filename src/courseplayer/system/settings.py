"""What the person chose: read without ever failing, written whole."""

import dataclasses
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from courseplayer.course.errors import storage_error
from courseplayer.system.atomic import write_file

Theme = Literal["system", "light", "dark"]
SYSTEM: Final = "system"
TEXT_SIZES_PERCENT = (80, 200)
PLAYBACK_RATES = (0.5, 2.0)
SKIP_SECONDS = (1, 60)
IDLE_VEIL_MINUTES = (0, 240)
MAX_OPENED_COURSES = 20
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice and its default; ``window_geometry`` is opaque base64 text.

    ``opened_courses`` are the paths of files opened by hand, newest first. ``idle_veil_minutes`` 0
    means never.
    """

    theme: Theme = "system"
    text_size_percent: int = 100
    language: str = SYSTEM
    playback_rate: float = 1.0
    volume_percent: int = 100
    captions_on: bool = False
    transcript_language: str | None = None
    follow_transcript: bool = True
    skip_seconds: int = 10
    idle_veil_minutes: int = 10
    window_geometry: str | None = None
    opened_courses: tuple[str, ...] = ()

    def with_opened(self, course: Path) -> "Settings":
        """Return the settings with a course put first among those opened by hand."""
        others = (path for path in self.opened_courses if path != str(course))
        return dataclasses.replace(self, opened_courses=(str(course), *others)[:MAX_OPENED_COURSES])


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings in force; ``set_aside`` is where a file that could not be understood lies now."""

    settings: Settings
    set_aside: Path | None = None


def load(path: Path, first: Settings = Settings()) -> LoadedSettings:
    """Read the settings; whatever is missing, broken or out of range is its default. Never raises.

    ``first`` are those of somebody who has never chosen anything.
    """
    try:
        text = path.read_bytes()
    except OSError:
        return LoadedSettings(first)
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError):
        stored = None
    if not isinstance(stored, dict):
        return LoadedSettings(Settings(), _set_aside(path))
    sound = {name: _READERS[name](stored[name]) for name in _READERS.keys() & stored.keys()}
    return LoadedSettings(Settings(**{name: value for name, value in sound.items() if value is not _REFUSED}))


def save(path: Path, settings: Settings) -> None:
    """Write the settings; raises PlainError when the place cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    text = json.dumps(dataclasses.asdict(settings), indent=2, ensure_ascii=True)
    write_file(path, text.encode("ascii") + b"\n")


def _set_aside(path: Path) -> Path | None:
    aside = path.with_suffix(".broken.json")
    try:
        path.replace(aside)
    except OSError:
        return None
    return aside


_REFUSED = object()
_Reader = Callable[[object], Any]


def _one_of(*allowed: str) -> _Reader:
    return lambda value: value if value in allowed else _REFUSED


def _whole(limits: tuple[int, int]) -> _Reader:
    def read(value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, int):
            return _REFUSED
        return value if limits[0] <= value <= limits[1] else _REFUSED

    return read


def _rate(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _REFUSED
    return float(value) if PLAYBACK_RATES[0] <= value <= PLAYBACK_RATES[1] else _REFUSED


def _switch(value: object) -> object:
    return value if isinstance(value, bool) else _REFUSED


def _language(value: object) -> object:
    return value if isinstance(value, str) and LANGUAGE_TAG.fullmatch(value) else _REFUSED


def _language_or_none(value: object) -> object:
    return None if value is None else _language(value)


def _text_or_none(value: object) -> object:
    return value if value is None or isinstance(value, str) else _REFUSED


def _paths(value: object) -> object:
    if not isinstance(value, list):
        return _REFUSED
    return tuple(path for path in value if isinstance(path, str) and path)[:MAX_OPENED_COURSES]


_READERS: dict[str, _Reader] = {
    "theme": _one_of("system", "light", "dark"),
    "text_size_percent": _whole(TEXT_SIZES_PERCENT),
    "language": _language,
    "playback_rate": _rate,
    "volume_percent": _whole((0, 100)),
    "captions_on": _switch,
    "transcript_language": _language_or_none,
    "follow_transcript": _switch,
    "skip_seconds": _whole(SKIP_SECONDS),
    "idle_veil_minutes": _whole(IDLE_VEIL_MINUTES),
    "window_geometry": _text_or_none,
    "opened_courses": _paths,
}
