"""Turns one step's file into its content: article, medium, transcripts, quiz, brief, downloads and links."""

from dataclasses import dataclass, replace
from difflib import get_close_matches
from fractions import Fraction
from math import ceil

from courseplayer.authoring.sources.folder_downloads import downloads_of, links_of
from courseplayer.authoring.sources.folder_links import ArticleReferences, StepAddresses
from courseplayer.authoring.sources.folder_media import MediaReader, transcripts_of
from courseplayer.authoring.sources.folder_steps import StepSource
from courseplayer.authoring.sources.folder_workshop import Workshop, read_licence
from courseplayer.authoring.sources.markdown import Article, MarkdownReader
from courseplayer.authoring.sources.quiz import read_quiz
from courseplayer.course.assignment import AssignmentBrief
from courseplayer.course.content import Medium, MediumKind, QuizQuestion, StepContent
from courseplayer.course.outline import StepKind, StepOutline
from courseplayer.course.timestamps import MS_PER_MINUTE
from courseplayer.course.transcript import Transcript

WORDS_PER_MINUTE = 180

_KEYS = (
    "title", "kind", "id", "activity", "minutes", "preview", "video", "audio", "downloads", "links",
    "licence",
)  # fmt: skip
_BRIEF_KEYS = ("min_words", "max_words", "guidance", "review_questions")
_KINDS_WITH_BRIEF = (StepKind.ASSIGNMENT, StepKind.REVIEW)


@dataclass(slots=True)
class ContentReader:
    """Reads the steps of one course in order; ``last_brief`` is that of the nearest assignment before."""

    workshop: Workshop
    addresses: StepAddresses
    media: MediaReader
    language: str | None
    last_brief: AssignmentBrief | None = None

    def content(self, step: StepSource) -> StepContent:
        """Read one step; whatever cannot be used is reported and left out."""
        medium = self._medium(step)
        transcripts = transcripts_of(self.workshop, step.path, step.medium, medium, self.language)
        kind = self._kind(step, medium)
        _check_medium_is_there(step, kind, medium, transcripts)
        article, questions = self._words(step, kind)
        brief = self._brief(step, kind)
        step.fields.report_unknown(_KEYS + (_BRIEF_KEYS if kind in _KINDS_WITH_BRIEF else ()))
        minutes = step.fields.whole_number("minutes")
        outline = StepOutline(
            id=step.id,
            number=step.number,
            kind=kind,
            title=step.title,
            minutes=minutes or minutes_for(_reading_text(article, questions), medium),
            is_preview=step.fields.yes_no("preview"),
        )
        content = StepContent(
            outline=outline,
            article_html=article.html,
            article_text=article.text,
            media=() if medium is None else (medium,),
            transcripts=transcripts,
            questions=questions,
            brief=brief,
            downloads=downloads_of(self.workshop, step),
            links=links_of(step),
            licence=read_licence(step.fields, step.found),
        )
        _check_is_not_empty(step, content)
        return content

    def _medium(self, step: StepSource) -> Medium | None:
        if step.medium is None:
            return None
        key = next((key for key in ("video", "audio") if key in step.fields), None)
        line = None if key is None else step.fields.line_of(key)
        return self.media.medium(step.medium, step.found, line)

    def _kind(self, step: StepSource, medium: Medium | None) -> StepKind:
        text = step.fields.text("kind")
        known = [kind.value for kind in StepKind]
        if text is not None and text.casefold() in known:
            return StepKind(text.casefold())
        usual = StepKind.ARTICLE if medium is None else StepKind(medium.kind.value)
        if medium is None and step.medium is not None:
            usual = StepKind.VIDEO
        if text is not None:
            near = get_close_matches(text.casefold(), known, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"known are {', '.join(known)}."
            message = f'The kind "{text}" is not known and "{usual}" is assumed; {hint}'
            step.found.warning(step.fields.line_of("kind"), message)
        return usual

    def _words(self, step: StepSource, kind: StepKind) -> tuple[Article, tuple[QuizQuestion, ...]]:
        references = ArticleReferences(self.workshop, self.addresses, step.path.parent, step.found)
        reader = MarkdownReader(references, step.found)
        if kind is not StepKind.QUIZ:
            return reader.article(step.markdown), ()
        quiz = read_quiz(step.markdown, reader, step.found)
        return quiz.article, quiz.questions

    def _brief(self, step: StepSource, kind: StepKind) -> AssignmentBrief | None:
        if kind is StepKind.ASSIGNMENT:
            self.last_brief = _read_brief(step)
            return self.last_brief
        if kind is StepKind.REVIEW:
            own = _read_brief(step)
            if self.last_brief is None:
                message = "There is no assignment before this review, so it has only its own questions."
                step.found.warning(step.fields.line_of("kind"), message)
                return own
            questions = own.review_questions or self.last_brief.review_questions
            return replace(self.last_brief, review_questions=questions)
        return None


def minutes_for(text: str, medium: Medium | None) -> int:
    """Estimate how long a step takes: its medium, and its words at reading speed; rounded up."""
    listening_ms = 0 if medium is None else medium.duration_ms or 0
    minutes = Fraction(listening_ms, MS_PER_MINUTE) + Fraction(len(text.split()), WORDS_PER_MINUTE)
    return max(1, ceil(minutes))


def _reading_text(article: Article, questions: tuple[QuizQuestion, ...]) -> str:
    asked = (f"{q.text} {' '.join(choice.text for choice in q.choices)}" for q in questions)
    return " ".join((article.text, *asked))


def _check_medium_is_there(
    step: StepSource, kind: StepKind, medium: Medium | None, transcripts: tuple[Transcript, ...]
) -> None:
    """A video step may lack its video only when there are words to read instead."""
    is_named = step.medium is not None or "video" in step.fields or "audio" in step.fields
    line = step.fields.line_of("kind")
    if medium is not None and kind.value != medium.kind.value and kind.value in list(MediumKind):
        step.found.warning(line, f"The step is called {kind}, but its medium is {medium.kind}.")
    if kind.value not in list(MediumKind) or is_named:
        return
    if transcripts:
        step.found.warning(line, f"The {kind} itself is missing; learners can only read its transcript.")
    else:
        name = f"{step.path.stem}.{'mp4' if kind is StepKind.VIDEO else 'mp3'}"
        message = f"The {kind} is missing; put it beside this file under the same name, such as {name}."
        step.found.error(line, message)


def _check_is_not_empty(step: StepSource, content: StepContent) -> None:
    """A medium that is missing or broken is told elsewhere."""
    if step.medium is not None or content.outline.kind.value in list(MediumKind):
        return
    parts = (content.transcripts, content.questions, content.downloads, content.links)
    asked = () if content.brief is None else content.brief.guidance + content.brief.review_questions
    if not any(parts) and not asked and not content.article_html.strip():
        step.found.warning(None, "The step has no words; learners see only its title.")


def _read_brief(step: StepSource) -> AssignmentBrief:
    fields = step.fields
    least, most = fields.whole_number("min_words"), fields.whole_number("max_words")
    if least is not None and most is not None and least > most:
        message = f"min_words ({least}) is more than max_words ({most}); both are left out."
        step.found.warning(fields.line_of("max_words"), message)
        least = most = None
    return AssignmentBrief(fields.texts("guidance"), fields.texts("review_questions"), least, most)
