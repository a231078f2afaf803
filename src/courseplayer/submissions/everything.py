"""One zip file with everything that is kept about a learner: to be read by people, and by programs."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from courseplayer import __version__
from courseplayer.course.outline import CourseId
from courseplayer.course.progress import CourseProgress
from courseplayer.learner.store import LearnerStore
from courseplayer.learner.values import Draft, Holdings, Learner, Submission
from courseplayer.submissions.content import AttachedFile, SubmissionContent
from courseplayer.submissions.course_names import CourseNames
from courseplayer.submissions.html import html_text
from courseplayer.submissions.markdown import markdown_text
from courseplayer.system.atomic import write_file
from courseplayer.system.cancellation import Task
from courseplayer.system.file_names import numbered_file_name, portable_file_name

FORMAT = "courseplayer-everything"
VERSION = 1
JSON_NAME, INDEX_NAME = "everything.json", "index.html"
_PLAIN_FILE = 0o100644 << 16
_FIRST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


Names = Mapping[CourseId, CourseNames]


@dataclass(slots=True)
class _Sink:
    """Takes what the zip writes, to be handed on piece by piece; it cannot be gone back in."""

    pieces: list[bytes] = field(default_factory=list)
    size: int = 0

    def write(self, data: bytes) -> int:
        self.pieces.append(bytes(data))
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """There is nothing to close."""

    def taken(self) -> bytes:
        taken, self.pieces = b"".join(self.pieces), []
        return taken


def write_everything(path: Path, learner: Learner, names: Names, task: Task, store: LearnerStore) -> int:
    """Write the zip whole or not at all; returns its size. Raises PlainError, and Cancelled between files."""
    sink = _Sink()
    write_file(
        path, _zipped(sink, _entries(store, learner, names, store.now()), task, 1 + _count(store, learner))
    )
    return sink.size


def _zipped(
    sink: _Sink, entries: Iterable[tuple[str, bytes, datetime | None]], task: Task, total: int
) -> Iterator[bytes]:
    done = 0
    with ZipFile(sink, "w", ZIP_DEFLATED) as archive:
        for name, data, moment in entries:
            date = _FIRST_ZIP_DATE if moment is None or moment.year < 1980 else moment.timetuple()[:6]
            info = ZipInfo(name, date)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = _PLAIN_FILE
            archive.writestr(info, data)
            done += 1
            task.advance(min(done, total), total)
            yield sink.taken()
    yield sink.taken()


def _count(store: LearnerStore, learner: Learner) -> int:
    drafts = store.drafts(learner.id)
    versions = sum(len(store.revisions(draft.id)) for draft in drafts)
    return 2 * len(drafts) + versions + sum(len(store.attachments(draft.id)) for draft in drafts) + 1


def _entries(
    store: LearnerStore, learner: Learner, names: Names, now: datetime
) -> Iterator[tuple[str, bytes, datetime | None]]:
    texts: list[dict[str, Any]] = []
    taken: set[str] = set()
    for draft in store.drafts(learner.id):
        known = names.get(draft.course_id, CourseNames(draft.course_id))
        step = known.steps.get(draft.step_id, draft.step_id)
        name = numbered_file_name(portable_file_name(f"{known.title} {step} {draft.kind.value}"), taken)
        taken.add(name)
        told = _told(draft, known.title, step, name)
        texts.append(told)
        content = _content(draft, learner, known.title, step, store)
        yield f"texts/{name}.html", html_text(content).encode(), draft.saved_at
        yield f"texts/{name}.md", markdown_text(content).encode(), draft.saved_at
        yield from _versions(store, draft, name, told)
        for file in store.attachments(draft.id):
            entry = f"files/{name}/{file.id} {file.file_name}"
            told["files"].append({"file": entry, "bytes": file.size_bytes, "sha256": file.sha256})
            yield entry, store.attachment_bytes(file.id), None
        told["exports"] = [
            _export(one) for one in store.submissions(learner.id, draft.course_id, draft.step_id)
        ]
    held = store.holdings(learner.id)
    progress = {course: store.progress(learner.id, course) for course in store.courses(learner.id)}
    whole = _whole(learner, held, texts, progress, now)
    yield JSON_NAME, json.dumps(whole, ensure_ascii=False, indent=2).encode(), now
    yield INDEX_NAME, _index(learner, texts, progress, names).encode(), now


def _versions(
    store: LearnerStore, draft: Draft, name: str, told: dict[str, Any]
) -> Iterator[tuple[str, bytes, datetime]]:
    for revision in store.revisions(draft.id):
        document = store.revision_document(revision.id)
        entry = f"versions/{name}/{revision.saved_at:%Y-%m-%d %H.%M.%S} {revision.id}.txt"
        told["versions"].append(
            {
                "file": entry,
                "saved": revision.saved_at.isoformat(),
                "words": revision.words,
                "reason": revision.reason.value,
                "document": json.loads(document.to_json()),
            }
        )
        yield entry, document.plain_text().encode(), revision.saved_at


def _told(draft: Draft, course: str, step: str, name: str) -> dict[str, Any]:
    return {
        "course": draft.course_id,
        "course_title": course,
        "step": draft.step_id,
        "step_number": step,
        "kind": draft.kind.value,
        "words": draft.words,
        "saved": draft.saved_at.isoformat(),
        "html": f"texts/{name}.html",
        "markdown": f"texts/{name}.md",
        "versions": [],
        "files": [],
        "exports": [],
    }


def _content(
    draft: Draft, learner: Learner, course: str, step: str, store: LearnerStore
) -> SubmissionContent:
    return SubmissionContent(
        learner_name=learner.name,
        learner_uuid=learner.uuid,
        course_id=draft.course_id,
        course_title=course,
        step_id=draft.step_id,
        step_number=step,
        step_title=draft.kind.value,
        document=draft.document,
        attempt=1,
        written_at=draft.saved_at,
        attachments=tuple(
            AttachedFile(one.file_name, left_bytes=one.size_bytes) for one in store.attachments(draft.id)
        ),
    )


def _export(submission: Submission) -> dict[str, Any]:
    return {
        "attempt": submission.attempt,
        "format": submission.format,
        "path": submission.path,
        "exported": submission.exported_at.isoformat(),
        "bytes": submission.size_bytes,
        "sha256": submission.sha256,
    }


def _whole(
    learner: Learner,
    held: Holdings,
    texts: list[dict[str, Any]],
    progress: Mapping[CourseId, CourseProgress],
    now: datetime,
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": f"Course Player {__version__}",
        "made": now.isoformat(),
        "learner": {"name": learner.name, "id": learner.uuid, "since": held.since.isoformat()},
        "texts": texts,
        "progress": {course: _progress(one) for course, one in progress.items()},
    }


def _progress(progress: CourseProgress) -> dict[str, Any]:
    last = progress.last
    return {
        "done": sorted(progress.done),
        "last": None if last is None else {"step": last.step_id, "at_ms": last.at_ms},
        "positions_ms": dict(progress.positions_ms),
    }


def _index(
    learner: Learner,
    texts: list[dict[str, Any]],
    progress: Mapping[CourseId, CourseProgress],
    names: Names,
) -> str:
    lines = [
        "<!DOCTYPE html>",
        f'<html><head><meta charset="utf-8"><title>{escape(learner.name)}</title></head><body>',
        f"<h1>{escape(learner.name)}</h1>",
        f"<p>Everything that Course Player kept about {escape(learner.name)}; "
        f'<a href="{JSON_NAME}">{JSON_NAME}</a> has the same for programs.</p>',
        "<h2>Texts</h2>",
        "<ul>",
    ]
    for text in texts:
        words = f"{text['course_title']} {text['step_number']}: {text['kind']}, {text['words']} words"
        others = [("versions", "file"), ("files", "file")]
        links = [text[kind][index][key] for kind, key in others for index in range(len(text[kind]))]
        below = "".join(f'<li><a href="{escape(one)}">{escape(one)}</a></li>' for one in links)
        lines.append(f'<li><a href="{escape(text["html"])}">{escape(words)}</a><ul>{below}</ul></li>')
    lines += ["</ul>", "<h2>Progress</h2>", "<ul>"]
    for course, one in progress.items():
        known = names.get(course, CourseNames(course))
        done = ", ".join(sorted(known.steps.get(step, step) for step in one.done)) or "–"
        lines.append(f"<li>{escape(known.title)}: steps done: {escape(done)}</li>")
    return "\n".join([*lines, "</ul>", "</body></html>", ""])
