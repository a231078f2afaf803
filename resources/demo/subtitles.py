"""Writes the WebVTT files of a narration, one for each language."""

from pathlib import Path

from demo.people import SPEAKERS
from demo.speech import Narration

NOTES = {
    "en": "English subtitles; the times come from the speech itself.",
    "fr": "Sous-titres français ; les temps viennent de la voix elle-même.",
}


def write_subtitles(narration: Narration, medium: Path) -> None:
    """Write ``NAME.en.vtt`` and ``NAME.fr.vtt`` beside a medium."""
    for language, note in NOTES.items():
        cues = [f"WEBVTT\nLanguage: {language}\n\nNOTE {note}\n"]
        for spoken in narration.lines:
            words = spoken.line.en if language == "en" else spoken.line.fr
            times = f"{_stamp(spoken.start_ms)} --> {_stamp(spoken.end_ms)}"
            cues.append(f"{times}\n<v {SPEAKERS[spoken.line.who].name}>{words}\n")
        medium.with_suffix(f".{language}.vtt").write_text("\n".join(cues), "utf-8", newline="\n")


def _stamp(position_ms: int) -> str:
    seconds, rest_ms = divmod(position_ms, 1000)
    return f"{seconds // 60:02}:{seconds % 60:02}.{rest_ms:03}"
