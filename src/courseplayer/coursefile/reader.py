"""An open course file: its outline, its steps and its bytes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from courseplayer.course.content import GlossaryEntry, StepContent
from courseplayer.course.outline import AssetId, Outline, StepId
from courseplayer.coursefile import errors, schema
from courseplayer.coursefile.connection import RowReader
from courseplayer.coursefile.errors import (
    ArticleTooBigError,
    DamagedCourseError,
    MissingStepError,
)
from courseplayer.coursefile.keys import PublicKey
from courseplayer.coursefile.manifest import ManifestHash
from courseplayer.coursefile.media import AssetReader
from courseplayer.coursefile.outline_rows import OutlineRows, StepRow, read_outline
from courseplayer.coursefile.signature import MOST_SIGNER_CHARACTERS, Signature
from courseplayer.coursefile.step_rows import read_glossary, read_step, whole_table
from courseplayer.system.cancellation import Cancelled, Task

SMALL_ASSET_BYTES = 256 * 1024 * 1024
_MANIFEST = whole_table(schema.manifest)
_SIGNATURE = whole_table(schema.signature)


def open_course(path: Path) -> "CourseFile":
    """Open a course file, in the same time whatever its size: media are not read.

    Raises NotACourseError, FutureCourseError, DamagedCourseError, or PlainError when the disk refuses.
    """
    return CourseFile(path)


class CourseFile:
    """A course file, open for reading; from any thread, several at once wait for each other.

    Texts were checked for their types but not against the manifest: see check_manifest. Reading on after
    close raises Cancelled: whoever closed the file waits for no answer.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._is_closed = False
        self._is_checked = False
        self._small_assets: AssetReader | None = None
        self._outline: OutlineRows | None = None
        self._reader = RowReader(path)
        self.size_bytes = self._reader.size_bytes
        try:
            manifest = self._read_manifest()
            self.manifest = manifest.hex()
            self.signature = self._read_signature(manifest)
            """Who signed the course, checked; None when nobody did."""
        except BaseException:
            self._reader.close()
            raise

    def outline(self) -> Outline:
        """Return the course from above; read once."""
        return self._outline_rows().outline

    def step(self, step_id: StepId) -> StepContent:
        """Return one whole step; raises MissingStepError when the course has none with this id."""
        row = self._outline_rows().steps.get(step_id)
        if row is None:
            raise MissingStepError(self.path.name)
        return self._content(row)

    def contents(self) -> Iterator[StepContent]:
        """Yield every step in order."""
        for row in self._outline_rows().steps.values():
            yield self._content(row)

    def glossary(self) -> tuple[GlossaryEntry, ...]:
        """Return the terms of the course in its own order."""
        with self._rows() as reader:
            return read_glossary(reader)

    def asset_bytes(self, asset_id: AssetId, most_bytes: int = SMALL_ASSET_BYTES) -> bytes:
        """Return a whole picture, still or download, checked against its hashes.

        Raises AssetTooBigError for more than ``most_bytes``.
        """
        with self._lock:
            if self._is_closed:
                raise Cancelled
            if self._small_assets is None:
                self._small_assets = AssetReader(self.path, asset_id, most_bytes)
            elif self._small_assets.asset_id != asset_id or self._small_assets.size_bytes > most_bytes:
                self._small_assets.turn_to(asset_id, most_bytes)
            return self._small_assets.read(0, self._small_assets.size_bytes)

    def open_asset(self, asset_id: AssetId) -> AssetReader:
        """Open a medium or a large download for reading piece by piece; the caller closes it."""
        return AssetReader(self.path, asset_id)

    def check_manifest(self, task: Task) -> None:
        """Compare every text and number of the course with its manifest; DamagedCourseError if one differs.

        The lists of chunks are compared when their asset is opened, so that no time goes into media here.
        Takes a second per 200,000 cues, so never on the window's thread, and is done once for an open file;
        progress counts tables. Other readers do not wait for it.
        """
        if self._is_checked:
            return
        reader = RowReader(self.path)
        try:
            found = ManifestHash()
            tables = reader.form.hashed_tables
            for done, table in enumerate(tables):
                task.advance(done, len(tables))
                found.start_table(table)
                for rows in reader.stream(whole_table(table)):
                    task.advance(done, len(tables))
                    found.add_rows(rows)
                found.end_table()
        finally:
            reader.close()
        if found.digest().hex() != self.manifest:
            raise DamagedCourseError(self.path.name, "the manifest differs", errors.TEXT_CHANGED)
        self._is_checked = True

    def close(self) -> None:
        """Let go of the file; readers made by open_asset stay open."""
        with self._lock:
            self._is_closed = True
            self._reader.close()
            if self._small_assets is not None:
                self._small_assets.close()

    def __enter__(self) -> "CourseFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _outline_rows(self) -> OutlineRows:
        with self._rows() as reader:
            if self._outline is None:
                self._outline = read_outline(reader)
            return self._outline

    def _content(self, row: StepRow) -> StepContent:
        with self._rows() as reader:
            return read_step(reader, row.number, row.outline, row.licence)

    def _read_manifest(self) -> bytes:
        with self._rows() as reader:
            match reader.rows(_MANIFEST):
                case [(1, bytes(digest))] if len(digest) == 32:
                    return digest
        raise DamagedCourseError(self.path.name, "odd manifest")

    def _read_signature(self, manifest: bytes) -> Signature | None:
        with self._rows() as reader:
            rows = reader.rows(_SIGNATURE) if schema.signature in reader.form.tables else []
        if not rows:
            return None
        match rows:
            case [(1, bytes(key_id), bytes(raw), str(signer), bytes(value))]:
                signature = Signature(PublicKey(key_id, raw), signer, value)
                sizes = (len(key_id), len(raw), len(value))
                is_named = 0 < len(signer) <= MOST_SIGNER_CHARACTERS and signer.isprintable()
                if sizes == (8, 32, 64) and is_named and signature.fits(manifest):
                    return signature
        raise DamagedCourseError(self.path.name, "the signature does not fit", errors.SIGNATURE)

    @contextmanager
    def _rows(self) -> Iterator[RowReader]:
        with self._lock:
            if self._is_closed:
                raise Cancelled
            try:
                yield self._reader
            except (ValueError, ArticleTooBigError) as odd:
                raise DamagedCourseError(self.path.name, str(odd)) from odd
