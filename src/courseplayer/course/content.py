"""What a step holds: article, media, transcripts, quiz, downloads and links."""

from dataclasses import dataclass
from enum import StrEnum

from courseplayer.course.assignment import AssignmentBrief
from courseplayer.course.outline import AssetId, Licence, StepOutline
from courseplayer.course.transcript import Transcript


class MediumKind(StrEnum):
    """Whether a medium has a picture."""

    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Still:
    """A small JPEG of the picture at ``at_ms``, shown while the decoder catches up."""

    at_ms: int
    asset: AssetId


@dataclass(frozen=True, slots=True)
class Medium:
    """A video or audio of a step.

    Codecs are FFmpeg's names (``h264``, ``aac``), None where there is no such track; stills are in order.
    """

    asset: AssetId
    kind: MediumKind
    mime: str
    size_bytes: int
    duration_ms: int | None
    video_codec: str | None = None
    audio_codec: str | None = None
    width: int | None = None
    height: int | None = None
    stills: tuple[Still, ...] = ()

    @property
    def codec(self) -> str | None:
        """The codec that decides whether it plays: the picture's, else the sound's."""
        return self.video_codec or self.audio_codec


@dataclass(frozen=True, slots=True)
class Download:
    """A file that the learner may save from the course."""

    asset: AssetId
    title: str
    file_name: str
    mime: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class WebLink:
    """An address for further reading; opened only after it has been shown to the learner."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class QuizChoice:
    """One answer to a practice question and why it is right or wrong."""

    text: str
    is_right: bool
    why: str | None = None


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A practice question, never scored."""

    text: str
    choices: tuple[QuizChoice, ...]
    why: str | None = None

    @property
    def allows_several(self) -> bool:
        """More than one choice is right."""
        return sum(choice.is_right for choice in self.choices) > 1


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term of the course in plain words."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class StepContent:
    """One whole step.

    ``article_html`` is sanitised; its pictures are ``asset:ID``, its links to steps ``step:STEP_ID``.
    ``article_text`` is the same without tags. The prompt of a discussion and the brief of an assignment
    are their articles.
    """

    outline: StepOutline
    article_html: str = ""
    article_text: str = ""
    media: tuple[Medium, ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    questions: tuple[QuizQuestion, ...] = ()
    brief: AssignmentBrief | None = None
    downloads: tuple[Download, ...] = ()
    links: tuple[WebLink, ...] = ()
    licence: Licence | None = None
