"""Writes the WebVTT files of a narration, one for each language."""

from pathlib import Path

from demo.people import SPEAKERS
from demo.speech import Narration

LANGUAGES = ("en", "fr")


def write_subtitles(narration: Narration, medium: Path) -> None:
    """Write ``NAME.en.vtt`` and ``NAME.fr.vtt`` beside a medium."""
    for language in LANGUAGES:
        cues = [f"WEBVTT\nLanguage: {language}\n"]
        for spoken in narration.lines:
            words = spoken.line.en if language == "en" else spoken.line.fr
            times = f"{_stamp(spoken.start_ms)} --> {_stamp(spoken.end_ms)}"
            cues.append(f"{times}\n<v {SPEAKERS[spoken.line.who].name}>{words}\n")
        medium.with_suffix(f".{language}.vtt").write_text("\n".join(cues), "utf-8", newline="\n")


def _stamp(position_ms: int) -> str:
    seconds, rest_ms = divmod(position_ms, 1000)
    return f"{seconds // 60:02}:{seconds % 60:02}.{rest_ms:03}"
