"""Which of several transcripts to show."""

from collections.abc import Sequence

from courseplayer.course.transcript import Transcript


def chosen_transcript(transcripts: Sequence[Transcript], language: str | None) -> Transcript | None:
    """Return the transcript in a language, else one in another form of it (pt for pt-BR), else the first."""
    if language is not None:
        exact = (each for each in transcripts if each.language == language)
        root = language.split("-")[0]
        related = (each for each in transcripts if each.language.split("-")[0] == root)
        found = next(exact, None) or next(related, None)
        if found is not None:
            return found
    return transcripts[0] if transcripts else None
