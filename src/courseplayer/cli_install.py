"""The commands about the courses of a machine: install-course, remove-course and inventory."""

import json
import os
from pathlib import Path

from courseplayer import __version__
from courseplayer.cli_progress import watched_task
from courseplayer.course.errors import PlainError
from courseplayer.coursefile.installing import install_course, remove_course
from courseplayer.coursefile.library import list_courses
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.snapshot import CourseSummary
from courseplayer.coursefile.verify import verify_course
from courseplayer.system.paths import Paths
from courseplayer.system.policy_places import this_machine

FOUND_PROBLEMS = 3


def install(file: Path, for_everyone: bool) -> int:
    """Put a course where the program finds it and print where; the same file again is no failure."""
    folder = _folder(for_everyone)
    with watched_task() as task:
        installed = install_course(file, folder, task, for_everyone=for_everyone)
    print(f"{installed.path}: {'installed' if installed.is_new else 'was already installed'}")
    for old in installed.replaced:
        print(f"{old}: removed, an earlier edition")
    return 0


def remove(wanted: str, for_everyone: bool) -> int:
    """Take a course away and print what was removed; one that is not there is no failure."""
    folder = _folder(for_everyone)
    removed = remove_course(wanted, folder)
    for file in removed:
        print(f"{file}: removed")
    if not removed:
        print(f"{wanted}: not installed in {folder}")
    return 0


def inventory(as_json: bool, verifies: bool) -> int:
    """Print every course file on this machine; 3 when one of them cannot be opened or is damaged."""
    paths = this_machine(os.environ).paths
    rows = [_row(course, paths, verifies) for course in list_courses(paths.course_folders())]
    if as_json:
        print(json.dumps({"program": __version__, "courses": rows}, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            print(f"{row['manifest'] or '-':<64}  {row['place']:<9}  {row['id'] or '-'}  {row['file']}")
            if row["problem"]:
                print(f"  {row['problem']}")
    return FOUND_PROBLEMS if any(row["problem"] for row in rows) else 0


def _row(course: CourseSummary, paths: Paths, verifies: bool) -> dict[str, object]:
    is_open = course.problem is None
    problem = None if course.problem is None else str(course.problem.error())
    if is_open and verifies:
        problem = _damage(course.path)
    return {
        "id": course.course_id if is_open else None,
        "title": course.title,
        "provider": course.provider,
        "language": course.language,
        # An edition of a course has no number: the hash of everything in it is what tells two apart.
        "version": course.manifest[:12] or None,
        "manifest": course.manifest or None,
        "bytes": course.size_bytes or _size(course.path),
        "file": str(course.path),
        "place": _place(course.path, paths),
        "signer": _signer(course.path) if is_open else None,
        "verified": problem is None if is_open and verifies else None,
        "problem": problem,
    }


def _signer(path: Path) -> dict[str, str] | None:
    try:
        with open_course(path) as course:
            signature = course.signature
    except PlainError:
        return None
    return None if signature is None else {"name": signature.signer, "key": signature.key.text()}


def _damage(path: Path) -> str | None:
    try:
        with watched_task() as task:
            found = verify_course(path, task)
    except PlainError as problem:
        return str(problem)
    return found[0].message if found else None


def _place(file: Path, paths: Paths) -> str:
    for name, folders in (
        ("user", (paths.user_courses,)),
        ("program", (paths.beside_program,)),
        ("policy", paths.policy_courses),
        ("everyone", paths.site_courses),
    ):
        if any(file.is_relative_to(folder) for folder in folders):
            return name
    return "stick"


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _folder(for_everyone: bool) -> Path:
    paths = this_machine(os.environ).paths
    return paths.shared_courses if for_everyone else paths.user_courses
