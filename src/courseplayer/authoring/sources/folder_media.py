"""The video or sound of a step, and its transcripts, as they lie beside the step's file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from courseplayer.authoring.findings import FileFindings
from courseplayer.authoring.media_check import MediumFacts, UnplayableMediumError
from courseplayer.authoring.sources.fields import Fields
from courseplayer.authoring.sources.folder_files import UnusableReferenceError
from courseplayer.authoring.sources.folder_workshop import Workshop
from courseplayer.authoring.sources.languages import language_in_name
from courseplayer.authoring.sources.names import composed
from courseplayer.authoring.sources.subtitles import SUFFIXES, read_transcript_file
from courseplayer.course.content import Medium
from courseplayer.course.errors import BadInputError, storage_error
from courseplayer.course.transcript import UNKNOWN_LANGUAGE, Transcript, with_ends
from courseplayer.coursefile.plan import PlannedAsset

VIDEO_SUFFIXES = (
    ".mp4", ".m4v", ".webm", ".mov", ".mkv", ".avi", ".ogv", ".mpg", ".mpeg", ".wmv", ".flv", ".ts", ".3gp",
)  # fmt: skip
AUDIO_SUFFIXES = (".mp3", ".m4a", ".ogg", ".oga", ".opus", ".aac", ".flac", ".wav", ".wma")
PLAYLIST_SUFFIXES = (".m3u8", ".m3u", ".pls", ".asx", ".mpd")
MEDIA_SUFFIXES = (*VIDEO_SUFFIXES, *AUDIO_SUFFIXES, *PLAYLIST_SUFFIXES)


def named_medium(workshop: Workshop, step: Path, fields: Fields, found: FileFindings) -> Path | None:
    """Find the step's medium: named in its settings, else beside it with the same name."""
    for key in ("video", "audio"):
        reference = fields.text(key)
        if reference is not None:
            try:
                return workshop.files.find(reference, step.parent)
            except UnusableReferenceError as wrong:
                found.error(fields.line_of(key), f"The {key} is missing: {wrong}")
                return None
    beside = media_beside(workshop, step)
    for path in beside[1:]:
        message = f"{beside[0].name} is played in this step, so this file is left out."
        workshop.about(path).warning(None, message)
    return beside[0] if beside else None


def media_beside(workshop: Workshop, step: Path) -> list[Path]:
    """Return the media with the same name as the step, the best to play first."""
    stem = composed(step.stem).casefold()
    same = [p for p in workshop.files.entries(step.parent) if composed(p.stem).casefold() == stem]
    media = [path for path in same if path.suffix.lower() in MEDIA_SUFFIXES]
    return sorted(media, key=lambda path: MEDIA_SUFFIXES.index(path.suffix.lower()))


@dataclass(slots=True)
class MediaReader:
    """Lists the media of one course that play; ``check`` raises as check_medium does."""

    workshop: Workshop
    check: Callable[[Path], MediumFacts]
    known: dict[Path, Medium | None]

    def medium(self, path: Path, found: FileFindings, line: int | None) -> Medium | None:
        """List a medium; None when it will not play, which is reported."""
        if path not in self.known:
            self.known[path] = self._checked(path, found, line)
        return self.known[path]

    def _checked(self, path: Path, found: FileFindings, line: int | None) -> Medium | None:
        name = self.workshop.files.name(path)
        self.workshop.files.use(path)
        try:
            facts = self.check(path)
            asset = self.workshop.assets.add_file(path, name, facts.mime)
        except UnplayableMediumError as unplayable:
            found.error(line, f"{name} cannot be played. {unplayable}")
            return None
        except OSError as refusal:
            raise storage_error(refusal, path) from refusal
        for warning in facts.warnings:
            self.workshop.about(path).warning(None, warning)
        return _medium(facts, asset)


def _medium(facts: MediumFacts, asset: PlannedAsset) -> Medium:
    return Medium(
        asset=asset.id,
        kind=facts.kind,
        mime=facts.mime,
        size_bytes=asset.size_bytes,
        duration_ms=facts.duration_ms,
        video_codec=facts.video_codec,
        audio_codec=facts.audio_codec,
        width=facts.width,
        height=facts.height,
    )


def transcripts_of(
    workshop: Workshop, step: Path, medium_path: Path | None, medium: Medium | None, language: str | None
) -> tuple[Transcript, ...]:
    """Read the subtitle files with the name of the step or of its medium, one for each language."""
    paths = _subtitles_beside(workshop, step)
    if medium_path is not None:
        paths += [path for path in _subtitles_beside(workshop, medium_path) if path not in paths]
    transcripts: dict[str, Transcript] = {}
    for path in paths:
        transcript = _transcript(workshop, path, medium, language)
        if transcript is not None and transcript.language in transcripts:
            message = (
                f"There is already a transcript in {transcript.language} for this step; this one is left out."
            )
            workshop.about(path).warning(None, message)
        elif transcript is not None:
            transcripts[transcript.language] = transcript
    return tuple(transcripts.values())


def _subtitles_beside(workshop: Workshop, path: Path) -> list[Path]:
    stem = composed(path.stem).casefold() + "."
    return [
        entry
        for entry in workshop.files.entries(path.parent)
        if entry.suffix.lower() in SUFFIXES and composed(entry.name).casefold().startswith(stem)
    ]


def _transcript(
    workshop: Workshop, path: Path, medium: Medium | None, course_language: str | None
) -> Transcript | None:
    found = workshop.about(path)
    workshop.files.use(path)
    named = language_in_name(path.name)
    try:
        reading = read_transcript_file(path, named)
    except BadInputError as unreadable:
        found.error(None, str(unreadable))
        return None
    found.adopt(reading.problems)
    transcript = reading.transcript
    if transcript.language == UNKNOWN_LANGUAGE and course_language is not None:
        found.info(None, f"The course's language, {course_language}, is assumed for this transcript.")
        transcript = replace(transcript, language=course_language)
    return closed(transcript, medium, found)


def closed(transcript: Transcript, medium: Medium | None, found: FileFindings) -> Transcript:
    """End open cues with the next one or the medium, and report cues that come after its end."""
    duration_ms = None if medium is None else medium.duration_ms
    if duration_ms is not None:
        late = sum(cue.start_ms >= duration_ms for cue in transcript.cues)
        if late:
            cues = "1 cue begins" if late == 1 else f"{late} cues begin"
            message = f"{cues} after the end of the medium; does the transcript belong to it?"
            found.warning(None, message)
    return replace(transcript, cues=with_ends(transcript.cues, duration_ms))
