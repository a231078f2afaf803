"""Narration scripts: slides and spoken lines in two languages, read from the TOML files in ``scripts``."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCRIPT_FOLDER = Path(__file__).parent / "scripts"


@dataclass(frozen=True, slots=True)
class Line:
    """One cue: who speaks, the words in English and French, and how many points stand on the slide."""

    who: str
    en: str
    fr: str
    shows: int


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; ``scene`` names an illustration, on a quote slide the portrait."""

    layout: str
    heading: str
    subheading: str
    scene: str
    points: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """One video or sound; ``file`` is its path inside the course folder."""

    file: str
    kicker: str
    slides: tuple[Slide, ...]


def read_scripts() -> dict[str, Script]:
    """Read every narration script by its name."""
    return {
        p.stem: _script(tomllib.loads(p.read_text("utf-8"))) for p in sorted(SCRIPT_FOLDER.glob("*.toml"))
    }


def _script(value: dict[str, Any]) -> Script:
    return Script(value["file"], value["kicker"], tuple(_slide(slide) for slide in value["slide"]))


def _slide(value: dict[str, Any]) -> Slide:
    shows = 0
    lines: list[Line] = []
    for line in value["line"]:
        shows = line.get("shows", shows)
        lines.append(Line(line["who"], line["en"], line["fr"], shows))
    return Slide(
        value["layout"],
        value["heading"],
        value.get("subheading", ""),
        value.get("scene", ""),
        tuple(value.get("points", ())),
        tuple(lines),
    )
