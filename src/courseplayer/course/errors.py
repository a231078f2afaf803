"""The one shape of every failure that a person can meet."""

import errno


def QT_TRANSLATE_NOOP(_context: str, sentence: str) -> str:  # noqa: N802
    """Mark a sentence for the translators' tool (lupdate), which looks for this very name.

    Rooms below ``ui`` may not import Qt; the window translates the marked sentence when it shows it.
    """
    return sentence


class PlainError(Exception):
    """A failure told in one sentence: what happened, what is safe, what to do next.

    ``sentence`` is the untranslated template (marked with :func:`QT_TRANSLATE_NOOP`, context
    ``"errors"``), ``values`` fill its ``{named}`` gaps; ``str(error)`` is the English sentence.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        self.sentence = sentence
        self.values = values
        super().__init__(sentence.format(**values))


class BadInputError(PlainError):
    """What the person gave cannot be used: a wrong, broken or missing file (exit code 2)."""


_DISK_FULL = QT_TRANSLATE_NOOP(
    "errors",
    "The disk is full, so {file} could not be written; what was there before is unchanged. "
    "Free some space and try again.",
)
_NOT_ALLOWED = QT_TRANSLATE_NOOP(
    "errors",
    "This computer does not allow access to {file}; nothing was changed. "
    "Choose another place or ask the person who looks after the computer.",
)
_MISSING = QT_TRANSLATE_NOOP(
    "errors",
    "{file} was not found; nothing was changed. Check the name, or plug the stick in again.",
)
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is larger than a file on this disk or stick can be (4 GB on many sticks); "
    "what was there before is unchanged. Use another disk, or a stick formatted as exFAT.",
)
_DEVICE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} could not be read or written ({reason}); nothing else was changed. "
    "Check the disk or stick and try again.",
)
_FULL = {errno.ENOSPC, errno.EDQUOT}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
# A name too long for any file is a name that no file has.
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ENAMETOOLONG, errno.ELOOP}


def storage_error(error: OSError, file: object) -> PlainError:
    """Tell an operating system's refusal to read or write ``file`` in one sentence."""
    if error.errno in _FULL:
        return PlainError(_DISK_FULL, file=file)
    if error.errno in _DENIED:
        return PlainError(_NOT_ALLOWED, file=file)
    if error.errno == errno.EFBIG:
        return PlainError(_TOO_LARGE, file=file)
    if error.errno in _GONE:
        return BadInputError(_MISSING, file=file)
    return PlainError(_DEVICE, file=file, reason=error.strerror or type(error).__name__)
