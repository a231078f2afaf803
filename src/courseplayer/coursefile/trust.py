"""Remembers who signed each course when it was opened first, and notices when that changes."""

import json
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, PlainError
from courseplayer.course.outline import CourseId
from courseplayer.coursefile.signature import Signature
from courseplayer.system.atomic import write_file

_MOST_BYTES = 4_000_000
_NOT_ALLOWED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not signed by anyone whose courses may be opened on this computer, so it was not opened. "
    "Ask the person who looks after the computer.",
)


class NotAllowedSignerError(BadInputError):
    """The policy of this computer names keys, and the course is signed by none of them."""


class TrustState(Enum):
    """What is known of the one who signed a course."""

    UNSIGNED = "unsigned"
    FIRST_SEEN = "first seen"
    KNOWN = "known"
    OTHER_SIGNER = "other signer"
    NO_LONGER_SIGNED = "no longer signed"


@dataclass(frozen=True, slots=True)
class Trust:
    """Who signed a course (None: nobody), and who had signed it when it was opened before."""

    state: TrustState
    signature: Signature | None = None
    former_signer: str | None = None


class KnownSigners:
    """The keys of the courses that were opened here, in one small file; a broken one counts as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def look(self, course_id: CourseId, signature: Signature | None) -> Trust:
        """Compare with what is remembered; a course seen for the first time is remembered now.

        A disk that refuses to remember never keeps a course shut: then it is seen for the first time again.
        """
        known = self._load().get(course_id)
        if known is None:
            if signature is None:
                return Trust(TrustState.UNSIGNED)
            with suppress(PlainError):
                self.accept(course_id, signature)
            return Trust(TrustState.FIRST_SEEN, signature)
        key, name = known
        if signature is None:
            return Trust(TrustState.NO_LONGER_SIGNED, None, name)
        if signature.key.text() != key:
            return Trust(TrustState.OTHER_SIGNER, signature, name)
        return Trust(TrustState.KNOWN, signature)

    def accept(self, course_id: CourseId, signature: Signature | None) -> None:
        """Take over who signs a course from now on, None for nobody; raises PlainError."""
        known = self._load()
        known.pop(course_id, None)
        if signature is not None:
            known[course_id] = (signature.key.text(), signature.signer)
        value = {course: {"key": key, "signer": name} for course, (key, name) in sorted(known.items())}
        write_file(self._path, json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8"))

    def _load(self) -> dict[str, tuple[str, str]]:
        try:
            if self._path.stat().st_size > _MOST_BYTES:
                return {}
            value = json.loads(self._path.read_text(encoding="utf-8"))
            return {str(course): (str(of["key"]), str(of["signer"])) for course, of in value.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}


def check_allowed(signature: Signature | None, allowed: frozenset[str] | None, file: str) -> None:
    """Hold a course to the keys a policy names; None allows everything. Raises NotAllowedSignerError."""
    if allowed is not None and (signature is None or signature.key.text() not in allowed):
        raise NotAllowedSignerError(_NOT_ALLOWED, file=file)
