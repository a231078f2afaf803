"""The command check-stick: what a stick holds that viruses leave, and which courses on it are broken."""

import json
from pathlib import Path

from courseplayer.cli_progress import watched_task
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.coursefile.stick.findings import Finding, Sign
from courseplayer.coursefile.stick.looking import findings_below, look_over

FOUND_PROBLEMS = 3
_MOST_SECONDS = 600.0
_MOST_ENTRIES = 1_000_000
_NO_FOLDER = QT_TRANSLATE_NOOP(
    "errors", "{file} is not a folder. Give the folder at which the stick appears."
)
_WORDS = {
    Sign.WORM_SHORTCUT: "a shortcut that stands for a folder or file of the same name, as worms leave them",
    Sign.COMMAND_SHORTCUT: "a shortcut that runs commands",
    Sign.AUTORUN: "a file that lets Windows start a program by itself",
    Sign.DISGUISED_PROGRAM: "a program that pretends to be a folder or a document",
    Sign.UNSEEN_FOLDER: "a folder whose name cannot be seen, or that pretends to be something else",
    Sign.TWIN: "a hidden file beside a course of the same name",
    Sign.BROKEN_COURSE: "a course that is not whole",
    Sign.NO_COURSE: "a file that calls itself a course and is none",
    Sign.CHANGED_COURSE: "a course that is not as the list of checksums says",
    Sign.MISSING_COURSE: "a course that the list of checksums names and that is not here",
}


def check_stick(folder: Path, as_json: bool) -> int:
    """Look over a stick and print what was found; 3 when anything was, 2 when there is no such folder."""
    try:
        folder.stat()
    except OSError as refusal:
        raise storage_error(refusal, folder) from refusal
    if not folder.is_dir():
        raise BadInputError(_NO_FOLDER, file=folder)
    with watched_task() as task:
        report = look_over(folder, task, _MOST_SECONDS, _MOST_ENTRIES)
    found = [_row(finding, place) for finding, place in findings_below(report)]
    if as_json:
        value = {
            "folder": str(folder),
            "findings": found,
            "courses": [str(path) for path in report.courses],
            "looked_at": report.looked_at,
            "unreadable": report.unreadable,
            "complete": report.is_complete,
        }
        print(json.dumps(value, ensure_ascii=False, indent=2))
    else:
        for row in found:
            print(f"{_visible(row['path'])}: {row['message']}")
            if row["detail"]:
                print(f"  {_visible(row['detail'])}")
        _print_end(len(found), report.looked_at, report.unreadable, is_complete=report.is_complete)
    return FOUND_PROBLEMS if found else 0


def _row(finding: Finding, place: str) -> dict[str, str]:
    return {
        "sign": finding.sign.value,
        "path": place,
        "detail": finding.detail,
        "message": _WORDS[finding.sign],
    }


def _print_end(found: int, looked_at: int, unreadable: int, *, is_complete: bool) -> None:
    things = {0: "Nothing was found", 1: "1 thing was found"}.get(found, f"{found} things were found")
    print(
        f"{things} among {looked_at} files and folders; nothing was run or opened, and nothing was changed."
    )
    if unreadable:
        print(f"{unreadable} files or folders could not be read.")
    if not is_complete:
        print("There is more on it than was looked at.")


def _visible(words: str) -> str:
    """Show what would turn the line around or cannot be seen, as its number: names lie with such letters."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in words)
