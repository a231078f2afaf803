"""What can be wrong with a .course file, one plain sentence each."""

import errno
import sqlite3

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, PlainError, storage_error


class NotACourseError(BadInputError):
    """The file is something else than a course, or nothing at all."""


class FutureCourseError(BadInputError):
    """The file was made by a newer version of the program."""


class DamagedCourseError(BadInputError):
    """The file is a course, but not as it was built; ``detail`` is for the diary, not for people."""

    def __init__(self, file: str, detail: str, sentence: str | None = None) -> None:
        self.detail = detail
        super().__init__(sentence or _DAMAGED, file=file)


class MissingStepError(BadInputError):
    """The course has no such step."""

    def __init__(self, file: str) -> None:
        super().__init__(_NO_SUCH_STEP, file=file)


class AssetTooBigError(PlainError):
    """A file inside the course is too large to be held in memory as a whole."""

    def __init__(self, file: str) -> None:
        super().__init__(_ASSET_TOO_BIG, file=file)


class ArticleTooBigError(BadInputError):
    """An article passes a limit beyond which it could stop the program that shows it."""


class UnusablePlanError(BadInputError):
    """Something in the plan may not stand in a course file."""


EMPTY = QT_TRANSLATE_NOOP(
    "errors", "{file} is empty, so it holds no course. Copy it again from where you got it."
)
FOLDER = QT_TRANSLATE_NOOP("errors", "{file} is a folder, not a course file. Choose the file inside it.")
WEB_PAGE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} holds a web page instead of a course: the download did not work. Download or copy it again.",
)
ARCHIVE = QT_TRANSLATE_NOOP(
    "errors", "{file} is a packed archive, not a course. Unpack it first and open the course file inside it."
)
OTHER_FILE = QT_TRANSLATE_NOOP(
    "errors", "{file} is not a course, whatever its name says. Choose a file that was made as a course."
)
OTHER_DATABASE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is a database of another program, not a course. Choose a file that was made as a course.",
)
FUTURE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} was made with a newer version of Course Player. Update the program to open it; "
    "what you wrote stays as it is.",
)
TRUNCATED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not complete: its end is missing, perhaps because copying was interrupted. "
    "Copy it again from where you got it; what you wrote is safe.",
)
TEXT_CHANGED = QT_TRANSLATE_NOOP(
    "errors",
    "The texts in {file} are not as they were when the course was made. "
    "Copy it again from where you got it; what you wrote is safe.",
)
SIGNATURE = QT_TRANSLATE_NOOP(
    "errors",
    "The signature in {file} does not fit its content: the course was changed after it was signed. "
    "Copy it again from where you got it; what you wrote is safe.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is damaged, so a part of the course cannot be shown; what you wrote is safe. "
    "Copy the course again from where you got it.",
)
_ASSET_TOO_BIG = QT_TRANSLATE_NOOP(
    "errors", "A picture or file inside {file} is too large to be shown; the rest of the course works."
)
_NO_SUCH_STEP = QT_TRANSLATE_NOOP(
    "errors", "This step is not in {file}; perhaps it belongs to another edition of the course."
)

_OS_ERRORS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
}


def disk_refusal(error: sqlite3.Error, file: object) -> PlainError | None:
    """Tell a failure of the disk in one sentence; None when the disk was not the cause."""
    # The low byte is the code, the rest says where inside SQLite; errors of Python's own module have none.
    number = _OS_ERRORS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if number is None:
        return None
    return storage_error(OSError(number, "disk error"), file)


def reading_failure(error: sqlite3.Error, file: str) -> PlainError:
    """Tell why a course file could not be read: the disk, else the file itself."""
    return disk_refusal(error, file) or DamagedCourseError(file, f"{type(error).__name__}: {error}")
