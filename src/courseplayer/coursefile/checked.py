"""Remembers which course files were compared with their manifest, so that each is read through only once."""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from courseplayer.course.errors import PlainError
from courseplayer.coursefile.reader import CourseFile
from courseplayer.system.atomic import write_file
from courseplayer.system.cancellation import Task

_MOST_BYTES = 1_000_000
_MOST_FILES = 1_000
Identity = list[int | str]
"""What changes when a file is written to: size, times of content and entry (ns), inode; and the manifest."""


class CheckedCourses:
    """The course files whose texts were found as built, in one small file; a broken one counts as empty.

    Only files in ``folders`` are remembered, the computer's own. A stick goes from hand to hand, and whoever
    changes a course on it can also give it its old size and time back.
    """

    def __init__(self, memory: Path, folders: Sequence[Path]) -> None:
        self._memory = memory
        self._folders = tuple(folders)

    def check(self, course: CourseFile, task: Task) -> None:
        """Compare a course with its manifest unless this very file was found to fit before.

        Raises DamagedCourseError. A disk that refuses to remember only means that it is compared again.
        """
        identity = self._identity(course)
        known = self._load()
        name = str(course.path)
        if identity is not None and known.get(name) == identity:
            return
        course.check_manifest(task)
        if identity is None or identity != self._identity(course):
            return
        known.pop(name, None)
        latest = [*known.items(), (name, identity)][-_MOST_FILES:]
        with suppress(PlainError, OSError):
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            write_file(self._memory, json.dumps(dict(latest)).encode("ascii"))

    def _identity(self, course: CourseFile) -> Identity | None:
        if not any(course.path.is_relative_to(folder) for folder in self._folders):
            return None
        try:
            found = course.path.stat()
        except OSError:
            return None
        return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, course.manifest]

    def _load(self) -> dict[str, Identity]:
        try:
            if self._memory.stat().st_size > _MOST_BYTES:
                return {}
            stored = json.loads(self._memory.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return stored if isinstance(stored, dict) else {}
