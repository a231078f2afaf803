"""Why a medium does not play, each in one sentence."""

import ctypes
import sys
from collections.abc import Callable
from enum import StrEnum

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError
from courseplayer.course.timestamps import format_time_code


class ProblemKind(StrEnum):
    """What is in the way: a part of the system, a picture that never comes, damaged data, an unknown form."""

    BACKEND = "backend"
    PICTURE = "picture"
    DAMAGE = "damage"
    UNPLAYABLE = "unplayable"


class MediaError(PlainError):
    """A medium does not play."""

    def __init__(self, kind: ProblemKind, sentence: str, **values: object) -> None:
        super().__init__(sentence, **values)
        self.kind = kind


_MISSING_ON_LINUX = QT_TRANSLATE_NOOP(
    "errors",
    "This computer lacks a part that video and sound need ({part}); nothing is lost and the transcript "
    "works. Ask the person who looks after the computer to install it, then start the program again.",
)
_MISSING_ON_WINDOWS = QT_TRANSLATE_NOOP(
    "errors",
    "This Windows lacks its video parts; nothing is lost and the transcript works. Ask the person who "
    "looks after the computer to add the “Media Feature Pack” under Optional features, then start again.",
)
_TAKEN_FROM_THE_PROGRAM = QT_TRANSLATE_NOOP(
    "errors",
    "The video parts of this program are missing; nothing is lost and the transcript works. "
    "Install Course Player again to put them back.",
)
_NO_PICTURE = QT_TRANSLATE_NOOP(
    "errors",
    "This computer cannot show the picture of this video; what you did is safe and the transcript works. "
    "Read on here, and tell your trainer that the video needs to be made as H.264.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "The video cannot be read beyond {time}: the course file is damaged or its stick was unplugged; what you "
    "did is safe and the transcript works. Plug the stick in again, or ask for a fresh copy of the course.",
)
_UNPLAYABLE = QT_TRANSLATE_NOOP(
    "errors",
    "This medium is in a form that cannot be played here; what you did is safe and the transcript works. "
    "Read on here, and tell your trainer about it.",
)

# What QtMultimedia and its FFmpeg plugin load besides what a window needs, and the Debian package of each.
_LINUX_PARTS = {
    "libpulse.so.0": "libpulse0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
}


# Qt's FFmpeg plugin is linked to Media Foundation, which the N editions of Windows and bare servers lack.
_WINDOWS_PARTS = ("mf.dll", "mfplat.dll", "mfreadwrite.dll")


def _can_be_loaded(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def backend_missing(
    platform: str = sys.platform, can_be_loaded: Callable[[str], bool] = _can_be_loaded
) -> MediaError:
    """Return the sentence for a program without its media parts, naming what to add on this system."""
    if platform == "win32" and not all(can_be_loaded(library) for library in _WINDOWS_PARTS):
        return MediaError(ProblemKind.BACKEND, _MISSING_ON_WINDOWS)
    if platform in {"win32", "darwin"}:
        return MediaError(ProblemKind.BACKEND, _TAKEN_FROM_THE_PROGRAM)
    missing = [package for library, package in _LINUX_PARTS.items() if not can_be_loaded(library)]
    return MediaError(
        ProblemKind.BACKEND, _MISSING_ON_LINUX, part=", ".join(missing) or "QtMultimedia, FFmpeg"
    )


def no_picture() -> MediaError:
    """Return the sentence for a video that plays without ever showing a frame, as AV1 does."""
    return MediaError(ProblemKind.PICTURE, _NO_PICTURE)


def damaged(position_ms: int) -> MediaError:
    """Return the sentence for bytes that could not be read, with the last place that could."""
    return MediaError(ProblemKind.DAMAGE, _DAMAGED, time=format_time_code(position_ms))


def unplayable() -> MediaError:
    """Return the sentence for bytes that were read but not understood."""
    return MediaError(ProblemKind.UNPLAYABLE, _UNPLAYABLE)


def is_worth_retrying(problem: PlainError | None) -> bool:
    """Tell whether another try may work: a stick comes back, another place is sound, but no missing part."""
    if isinstance(problem, MediaError):
        return problem.kind is ProblemKind.DAMAGE
    return problem is not None
