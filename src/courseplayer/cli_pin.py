"""The PIN of a learner, for commands that read what they wrote."""

import getpass
import sys
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.learner.values import Learner, TypedPin

_LONGEST_LINE = 1_000
_PIN_NEEDED = QT_TRANSLATE_NOOP(
    "errors",
    "What {name} wrote is locked with a PIN, so nothing was done. "
    "Give a file that holds the PIN with --pin-file, or type the command in a terminal, which asks for it.",
)
_NO_PIN_IN_FILE = QT_TRANSLATE_NOOP(
    "errors", "{file} is not a text file with a PIN, so nothing was done. Give another file."
)


def typed_pin(learner: Learner, file: Path | None) -> TypedPin:
    """Return the PIN that stands in a file, or is asked for in a terminal; raises BadInputError."""
    # Neither an argument nor an environment variable: others on the computer can read those.
    if file is not None:
        try:
            with file.open(encoding="utf-8-sig") as opened:
                return TypedPin(opened.readline(_LONGEST_LINE).strip())
        except UnicodeDecodeError as odd:
            raise BadInputError(_NO_PIN_IN_FILE, file=file) from odd
        except OSError as refusal:
            raise storage_error(refusal, file) from refusal
    if sys.stdin is None or not sys.stdin.isatty():
        raise BadInputError(_PIN_NEEDED, name=learner.name)
    return TypedPin(getpass.getpass(f"PIN of {learner.name}: "))
