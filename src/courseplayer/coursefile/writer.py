"""Write a course file: the same plan gives the same bytes, whole and read back, or nothing."""

import hashlib
import os
import sqlite3
import struct
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, Table, create_engine, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, PlainError, storage_error
from courseplayer.coursefile import schema
from courseplayer.coursefile.errors import disk_refusal
from courseplayer.coursefile.manifest import ChunkListHash, ManifestHash, Row
from courseplayer.coursefile.plan import CoursePlan, PlannedAsset
from courseplayer.coursefile.plan_check import check_plan, check_rows
from courseplayer.coursefile.rows import TableRows, rows_of
from courseplayer.coursefile.signature import Signature, Signer, sign
from courseplayer.coursefile.verify import verify_course
from courseplayer.system.atomic import refuse_what_is_no_file, sync_folder
from courseplayer.system.cancellation import Task, TaskPart

_PRAGMAS = (
    f"page_size={schema.PAGE_BYTES}",
    "encoding='UTF-8'",
    "auto_vacuum=NONE",
    # The partial file is thrown away on any failure, and synced as a whole when it is done.
    "journal_mode=OFF",
    "synchronous=OFF",
    "locking_mode=EXCLUSIVE",
    # Leftovers inside pages would depend on how SQLite was compiled.
    "secure_delete=ON",
    "foreign_keys=ON",
    f"application_id={schema.APPLICATION_ID}",
    f"user_version={schema.FORMAT_VERSION}",
)
_INSERT_CHUNK = str(insert(schema.chunk_data).compile(dialect=sqlite.dialect()))
"""Written out once: the same for thousands of chunks."""
_SQLITE_VERSION_OFFSET = 96
_SQLITE_VERSION = 3_040_001
"""Stands in every file instead of the version that happened to write it; SQLite only reports it."""

_CHANGED = QT_TRANSLATE_NOOP(
    "errors", "{source} changed while the course was being made, so no course was written. Start again."
)
_NOT_READ_BACK = QT_TRANSLATE_NOOP(
    "errors",
    "{file} could not be read back as it was written, so it was removed; what was there before is unchanged. "
    "The disk or stick may be failing: use another one.",
)
_IN_USE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is open in a program and could not be replaced; it is unchanged. Close the course and try again.",
)

Completion = Callable[[], CoursePlan]
"""Gives the whole plan when it is there; waits for it until then."""


@dataclass(frozen=True, slots=True)
class WrittenCourse:
    """A finished course file; ``manifest`` is its hash in hex."""

    path: Path
    size_bytes: int
    manifest: str


def write_course(
    plan: CoursePlan,
    destination: Path,
    task: Task,
    signer: Signer | None = None,
    complete: Completion | None = None,
) -> WrittenCourse:
    """Write the course; progress counts the bytes of the assets twice, written and read back.

    With ``complete`` only the assets of this plan are stored at first; then the plan that it returns is
    written, which has the same assets in front and more, of higher ids, behind them. What is written is the
    same as if that plan had been given at once.

    On any failure, and when cancelled, nothing is left and an earlier file at ``destination`` stays.
    Raises PlainError for what a person can meet and ValueError for a plan that contradicts itself.
    """
    check_plan(plan)
    refuse_what_is_no_file(destination)
    partial = destination.with_name(destination.name + ".partial")
    asset_bytes = sum(asset.size_bytes for asset in plan.assets)
    total = max(1, 2 * asset_bytes)
    try:
        try:
            partial.unlink(missing_ok=True)
            partial.touch(exist_ok=False)
            writing = TaskPart(task, 0, asset_bytes, total)
            with _database(partial, destination.name) as connection:
                manifest = _CourseWriter(connection, writing).write(plan, complete)
                if signer is not None:
                    _insert_signature(connection, sign(manifest, signer))
            _set_version(partial)
            # The disk takes its time, and what is read back lies in memory meanwhile.
            with ThreadPoolExecutor(1, "syncing") as background:
                synced = background.submit(_sync, partial)
                if verify_course(partial, TaskPart(task, asset_bytes, total, total)):
                    raise PlainError(_NOT_READ_BACK, file=destination.name)
                synced.result()
            size_bytes = partial.stat().st_size
            _replace(partial, destination)
        finally:
            partial.unlink(missing_ok=True)
        sync_folder(destination.parent)
    except OSError as refusal:
        raise storage_error(refusal, destination) from refusal
    return WrittenCourse(destination, size_bytes, manifest.hex())


@contextmanager
def _database(partial: Path, name: str) -> Iterator[Connection]:
    """Give an empty course file inside a transaction, which is committed at the end."""
    raw = sqlite3.connect(partial, isolation_level=None)
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    try:
        with _disk_told_plainly(partial, name), engine.connect() as connection:
            for pragma in _PRAGMAS:
                connection.exec_driver_sql(f"PRAGMA {pragma}")
            connection.exec_driver_sql("BEGIN")
            for statement in schema.creation_statements():
                connection.exec_driver_sql(statement)
            yield connection
            connection.exec_driver_sql("COMMIT")
    finally:
        engine.dispose()
        raw.close()


class _CourseWriter:
    def __init__(self, connection: Connection, task: Task) -> None:
        self._connection = connection
        self._task = task
        self._hash = ManifestHash()
        self._total = self._done_bytes = 0
        self._chunk_ids: dict[bytes, int] = {}
        self._chunk_sizes: list[int] = []
        self._map: list[Row] = []
        self._lists: list[Row] = []

    def write(self, plan: CoursePlan, complete: Completion | None) -> bytes:
        """Write every row and return the manifest hash."""
        self._total = sum(asset.size_bytes for asset in plan.assets)
        tables = self._checked_rows(plan)
        # The small tables stand together behind the media: what is only known later goes into them.
        self._store_all(plan.assets)
        if complete is not None:
            whole = complete()
            if whole.assets[: len(plan.assets)] != plan.assets:
                raise ValueError("the complete plan begins with other assets")
            check_plan(whole)
            tables = self._checked_rows(whole)
            self._store_all(whole.assets[len(plan.assets) :])
        for table_rows in tables:
            self._insert_hashed(*table_rows)
        for table_rows in self._chunk_rows():
            self._insert(*table_rows)
        self._insert_hashed(schema.chunk_list, self._lists)
        digest = self._hash.digest()
        self._connection.execute(insert(schema.manifest), {"id": 1, "sha256": digest})
        return digest

    def _checked_rows(self, plan: CoursePlan) -> list[TableRows]:
        tables = []
        for table_rows in rows_of(plan):
            self._task.advance(self._done_bytes, self._total)
            check_rows(plan, *table_rows)
            tables.append(table_rows)
        return tables

    def _store_all(self, assets: Iterable[PlannedAsset]) -> None:
        for asset in sorted(assets, key=lambda asset: asset.id):
            self._store(asset)

    def _insert_hashed(self, table: Table, rows: list[Row]) -> None:
        self._hash.start_table(table)
        self._hash.add_rows(rows)
        self._hash.end_table()
        self._insert(table, rows)

    def _insert(self, table: Table, rows: list[Row]) -> None:
        names = table.columns.keys()
        if rows:
            self._connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])

    def _store(self, asset: PlannedAsset) -> None:
        stored_bytes = 0
        listed = ChunkListHash()
        for position, data in enumerate(_chunks_of(asset)):
            digest = hashlib.sha256(data).digest()
            chunk_id = self._chunk_ids.get(digest)
            if chunk_id is None:
                chunk_id = self._chunk_ids[digest] = len(self._chunk_ids) + 1
                self._chunk_sizes.append(len(data))
                self._connection.exec_driver_sql(_INSERT_CHUNK, (chunk_id, data))
            self._map.append((asset.id, position, chunk_id))
            listed.add(len(data), digest)
            stored_bytes += len(data)
            if stored_bytes > asset.size_bytes:
                break
            self._task.advance(self._done_bytes + stored_bytes, self._total)
        if stored_bytes != asset.size_bytes:
            raise BadInputError(_CHANGED, source=asset.source)
        self._lists.append((asset.id, listed.digest()))
        self._done_bytes += stored_bytes

    def _chunk_rows(self) -> Iterator[TableRows]:
        yield (
            schema.chunk,
            [(n, self._chunk_sizes[n - 1], digest) for digest, n in self._chunk_ids.items()],
        )
        yield schema.asset_chunk, self._map


def _insert_signature(connection: Connection, signature: Signature) -> None:
    values = {
        "id": 1,
        "key_id": signature.key.key_id,
        "public_key": signature.key.raw,
        "signer": signature.signer,
        "value": signature.value,
    }
    connection.execute(insert(schema.signature), values)


def _chunks_of(asset: PlannedAsset) -> Iterator[bytes]:
    try:
        with asset.open() as stream:
            while data := _whole_chunk(stream):
                yield data
    except OSError as refusal:
        raise storage_error(refusal, asset.source) from refusal


def _whole_chunk(stream: BinaryIO) -> bytes:
    # A raw stream may give less than was asked for before its end.
    data = stream.read(schema.CHUNK_BYTES)
    while data and len(data) < schema.CHUNK_BYTES:
        more = stream.read(schema.CHUNK_BYTES - len(data))
        if not more:
            break
        data += more
    return data


def _set_version(partial: Path) -> None:
    with partial.open("rb+") as file:
        file.seek(_SQLITE_VERSION_OFFSET)
        file.write(struct.pack(">I", _SQLITE_VERSION))


def _sync(partial: Path) -> None:
    # Windows syncs only what is open for writing.
    with partial.open("rb+") as file:
        os.fsync(file.fileno())


def _replace(partial: Path, destination: Path) -> None:
    try:
        partial.replace(destination)
    except PermissionError as refusal:
        # Windows keeps a file that a program has open; the folder itself let us write a moment ago.
        if destination.is_file():
            raise PlainError(_IN_USE, file=destination.name) from refusal
        raise


@contextmanager
def _disk_told_plainly(partial: Path, file: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        refusal = disk_refusal(error.orig, file) if isinstance(error.orig, sqlite3.Error) else None
        if refusal is None:
            raise
        raise _growing_refused(partial, file) or refusal from error


def _growing_refused(partial: Path, file: str) -> PlainError | None:
    """SQLite tells only that writing failed: ask the system itself, by trying once more."""
    try:
        with partial.open("ab") as stream:
            stream.write(bytes(schema.PAGE_BYTES))
    except OSError as refusal:
        return storage_error(refusal, file)
    return None
