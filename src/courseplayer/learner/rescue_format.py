"""A rescued text as a file: a page that any browser shows, with what is needed to bring it back inside."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from courseplayer.course.outline import CourseId, StepId
from courseplayer.course.writing import Document
from courseplayer.learner.values import DraftKind

PLAIN_SUFFIX, SEALED_SUFFIX = ".html", ".sealed"
MOST_BYTES = 32_000_000
_VERSION = 1
_OPENING = b'<script type="application/json" id="courseplayer-rescued-text">'
_CLOSING = b"</script>"
_SEALED = b"Course Player rescued text, sealed 1\n"
_UUID = re.compile(rb"[0-9A-Za-z-]{1,64}")
TextKey = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class RescuedText:
    """A text of a learner for a step; ``written_at`` is UTC."""

    learner_uuid: str
    course_id: CourseId
    step_id: StepId
    kind: DraftKind
    document: Document
    written_at: datetime

    @property
    def key(self) -> TextKey:
        """Which text it is, whatever its words."""
        return self.learner_uuid, self.course_id, self.step_id, self.kind.value


class Sealing(Protocol):
    """Seals the words of learners who chose a PIN; called on worker threads."""

    def seal(self, learner_uuid: str, plain: bytes) -> bytes | None:
        """Return the sealed bytes, None for a learner whose words may lie in plain.

        Raises PlainError when they must be sealed and cannot be now.
        """

    def unseal(self, learner_uuid: str, sealed: bytes) -> bytes | None:
        """Return the plain bytes, None when they cannot be unsealed now."""


class _Unsealed:
    def seal(self, learner_uuid: str, plain: bytes) -> bytes | None:  # noqa: ARG002 - nobody has a PIN
        return None

    def unseal(self, learner_uuid: str, sealed: bytes) -> bytes | None:  # noqa: ARG002 - as above
        return None


UNSEALED: Sealing = _Unsealed()
"""Nobody's words are sealed."""


def written_rescue(text: RescuedText, page: bytes, sealing: Sealing) -> tuple[bytes, str]:
    """Return a file's bytes and the end of its name."""
    plain = _with_record(text, page)
    sealed = sealed_rescue(plain, sealing)
    return (plain, PLAIN_SUFFIX) if sealed is None else (sealed, SEALED_SUFFIX)


def sealed_rescue(plain: bytes, sealing: Sealing) -> bytes | None:
    """Return a plain file as it is to be kept, None where it may stay plain or is sealed already."""
    text = _record_in(plain)
    sealed = None if text is None else sealing.seal(text.learner_uuid, plain)
    return None if text is None or sealed is None else _SEALED + text.learner_uuid.encode() + b"\n" + sealed


def read_rescue(data: bytes, sealing: Sealing) -> RescuedText | None:
    """Read :func:`written_rescue`; None for any other file, and for one that cannot be unsealed now."""
    if data.startswith(_SEALED):
        owner, _, sealed = data.removeprefix(_SEALED).partition(b"\n")
        if _UUID.fullmatch(owner) is None:
            return None
        text = _record_in(sealing.unseal(owner.decode(), sealed) or b"")
        return text if text is not None and text.learner_uuid.encode() == owner else None
    return _record_in(data)


def _with_record(text: RescuedText, page: bytes) -> bytes:
    value = {
        "version": _VERSION,
        "learner": text.learner_uuid,
        "course": text.course_id,
        "step": text.step_id,
        "kind": text.kind.value,
        "written": text.written_at.isoformat(),
        "document": text.document.to_json(),
    }
    # A learner may write "</script>": the record must not end there.
    record = json.dumps(value).replace("<", "\\u003c").encode("ascii")
    return b"".join((page.rstrip(), b"\n", _OPENING, record, _CLOSING, b"\n"))


def _record_in(data: bytes) -> RescuedText | None:
    # The last one: a page may show the words of the opening, but nothing follows the record.
    _page, opening, rest = data.rpartition(_OPENING)
    record, closing, _end = rest.partition(_CLOSING)
    if not opening or not closing:
        return None
    try:
        value = json.loads(record)
        if value["version"] != _VERSION:
            return None
        written_at = datetime.fromisoformat(value["written"])
        return RescuedText(
            str(value["learner"]),
            CourseId(str(value["course"])),
            StepId(str(value["step"])),
            DraftKind(value["kind"]),
            Document.from_json(value["document"]),
            (written_at if written_at.tzinfo else written_at.replace(tzinfo=UTC)).astimezone(UTC),
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
