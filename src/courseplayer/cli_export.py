"""The command ``export``: writes what a learner wrote to a file and keeps a record, as the window does."""

import os
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from courseplayer.cli_destinations import refuse_own_files
from courseplayer.cli_drawing import pdf_without_display
from courseplayer.cli_pin import typed_pin
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.course.outline import CourseId, StepOutline
from courseplayer.coursefile.library import find_courses
from courseplayer.coursefile.reader import CourseFile, open_course
from courseplayer.coursefile.snapshot import CourseSummary
from courseplayer.learner.learners import is_same_name
from courseplayer.learner.store import LearnerStore, open_learner_store
from courseplayer.learner.values import Draft, DraftKind, Learner, LearnerId, SaveReason
from courseplayer.submissions.content import AttachedFile, SubmissionContent
from courseplayer.submissions.export import export
from courseplayer.submissions.formats import ExportFormat
from courseplayer.system.clock import SystemClock
from courseplayer.system.paths import Keeping, Paths
from courseplayer.system.policy_places import this_machine

# An assignment may have notes beside it; a note leaves only where nothing else was written.
_KINDS = (DraftKind.ASSIGNMENT, DraftKind.ANSWER, DraftKind.REVIEW, DraftKind.NOTE)

_NOBODY = QT_TRANSLATE_NOOP(
    "errors",
    "Nobody has learned here yet, so there is nothing to export. "
    "Log in as the person who learned, or set COURSEPLAYER_HOME to the folder of their work.",
)
_NO_SUCH_LEARNER = QT_TRANSLATE_NOOP(
    "errors", "Nobody called {name} learns on this computer, only: {names}. Give one of these names."
)
_WHICH_LEARNER = QT_TRANSLATE_NOOP(
    "errors", "Several people learn on this computer: {names}. Say whose text to export with --learner."
)
_NO_SUCH_COURSE = QT_TRANSLATE_NOOP(
    "errors", "There is no course {course} on this computer. Give the path of its .course file with --course."
)
_NO_SUCH_STEP = QT_TRANSLATE_NOOP(
    "errors", "The course “{course}” has no step {step}. Give a number such as 6.1."
)
_NOTHING_WRITTEN = QT_TRANSLATE_NOOP(
    "errors", "{name} has written nothing in step {step}, so there is nothing to export."
)
_NOWHERE_WRITTEN = QT_TRANSLATE_NOOP(
    "errors",
    "{name} has written nothing in step {step} of the courses that were found here, so there is nothing to "
    "export. For a course that lies elsewhere, give the path of its .course file with --course.",
)
_WHICH_COURSE = QT_TRANSLATE_NOOP(
    "errors", "{name} has written in step {step} of several courses: {courses}. Say which with --course."
)


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export; ``learner`` and ``course`` (a path or an id) are None where only one fits."""

    learner: str | None
    step_number: str
    course: str | None
    format: ExportFormat
    destination: Path
    with_name: bool
    pin_file: Path | None


def export_draft(request: ExportRequest) -> int:
    """Write the file, record it as a submission and print its path; raises PlainError."""
    paths = this_machine(os.environ).paths
    if not paths.learner_db.is_file():
        raise BadInputError(_NOBODY)
    is_portable = paths.keeping is Keeping.STICK
    with closing(open_learner_store(paths.learner_db, SystemClock(), is_portable=is_portable)) as store:
        learner = _learner(store, request.learner)
        if learner.has_pin:
            store.pins.unlock(learner.id, typed_pin(learner, request.pin_file))
        with open_course(_course_path(store, learner, request, paths)) as course:
            refuse_own_files(request.destination, paths.data, course.path)
            _export(store, learner, course, request)
    print(request.destination)
    return 0


def _export(store: LearnerStore, learner: Learner, course: CourseFile, request: ExportRequest) -> None:
    info = course.outline().course
    step = course.outline().step_numbered(request.step_number)
    if step is None:
        raise BadInputError(_NO_SUCH_STEP, course=info.title, step=request.step_number)
    written = _draft(store, learner.id, info.id, step)
    if written is None:
        raise BadInputError(_NOTHING_WRITTEN, name=learner.name, step=step.number)
    draft = store.save_draft(learner.id, info.id, step.id, written.kind, written.document, SaveReason.EXPORT)
    content = _content(store, learner, course, step, draft, shows_name=request.with_name)
    file = export(content, request.format, request.destination, pdf_without_display)
    store.record_submission(
        draft.id, draft.revision_id, request.format, file.path.absolute(), file.sha256, file.size_bytes
    )


def _content(
    store: LearnerStore,
    learner: Learner,
    course: CourseFile,
    step: StepOutline,
    draft: Draft,
    *,
    shows_name: bool,
) -> SubmissionContent:
    info = course.outline().course
    brief = course.step(step.id).brief
    return SubmissionContent(
        learner_name=learner.name,
        learner_uuid=learner.uuid,
        course_id=info.id,
        course_title=info.title,
        step_id=step.id,
        step_number=step.number,
        step_title=step.title,
        document=draft.document,
        attempt=store.next_attempt(draft.id),
        written_at=draft.saved_at.astimezone(),
        attachments=tuple(
            AttachedFile(attached.file_name, store.attachment_bytes(attached.id))
            for attached in store.attachments(draft.id)
        ),
        review_questions=brief.review_questions if brief else (),
        shows_name=shows_name,
        language=info.language,
    )


def _learner(store: LearnerStore, name: str | None) -> Learner:
    everyone = store.learners()
    names = _listed(learner.name for learner in everyone)
    if not everyone:
        raise BadInputError(_NOBODY)
    if name is None and len(everyone) > 1:
        raise BadInputError(_WHICH_LEARNER, names=names)
    for learner in everyone:
        if name is None or is_same_name(learner.name, name):
            return learner
    raise BadInputError(_NO_SUCH_LEARNER, name=name, names=names)


def _course_path(store: LearnerStore, learner: Learner, request: ExportRequest, paths: Paths) -> Path:
    if request.course is not None and _is_file(Path(request.course)):
        return Path(request.course)
    found = tuple(course for course in find_courses(paths.course_folders()) if course.problem is None)
    if request.course is not None:
        for course in found:
            if course.course_id == request.course:
                return course.path
        raise BadInputError(_NO_SUCH_COURSE, course=request.course)
    fitting = {course.course_id: course for course in found if _has_written(store, learner, course, request)}
    if not fitting:
        raise BadInputError(_NOWHERE_WRITTEN, name=learner.name, step=request.step_number)
    if len(fitting) > 1:
        raise BadInputError(
            _WHICH_COURSE, name=learner.name, step=request.step_number, courses=_listed(fitting)
        )
    return next(iter(fitting.values())).path


def _has_written(
    store: LearnerStore, learner: Learner, course: CourseSummary, request: ExportRequest
) -> bool:
    steps = dict(zip(course.step_numbers, course.step_ids, strict=True))
    step_id = steps.get(request.step_number)
    return step_id is not None and any(
        store.draft(learner.id, course.course_id, step_id, kind) is not None for kind in _KINDS
    )


def _draft(
    store: LearnerStore, learner_id: LearnerId, course_id: CourseId, step: StepOutline
) -> Draft | None:
    drafts = (store.draft(learner_id, course_id, step.id, kind) for kind in _KINDS)
    return next((draft for draft in drafts if draft is not None and not draft.document.is_empty()), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # an id too long for any file's name
        return False


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
