"""Files that appear whole or not at all."""

import contextlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error

_NO_FILE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is a folder or a device, not a file, so nothing was written; nothing was changed. "
    "Give the name of a file.",
)


def write_file(
    path: Path, data: bytes | Iterable[bytes], check: Callable[[Path], None] | None = None
) -> None:
    """Put ``data`` at ``path``, safe on the disk when this returns; an earlier file stays until then.

    ``check`` looks at the written file before it takes its name. Whatever it or the chunks raise (also
    Cancelled) goes through, and no partial file is left. A refusal of the operating system becomes a
    PlainError.
    """
    refuse_what_is_no_file(path)
    partial = path.with_name(f".{os.urandom(8).hex()}.partial")
    try:
        try:
            _write_synced(partial, data)
            if check is not None:
                check(partial)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal


def refuse_what_is_no_file(path: Path) -> None:
    """Raise BadInputError where something else than a file stands: a rename would take its place."""
    try:
        if path.exists() and not path.is_file():
            raise BadInputError(_NO_FILE, file=path)
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal


def sync_folder(folder: Path) -> None:
    """Make a rename or a new name in ``folder`` survive a power cut, where the system can do that."""
    # Windows cannot open a folder and some file systems cannot sync one: there is nothing to do then.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write_synced(path: Path, data: bytes | Iterable[bytes]) -> None:
    with path.open("xb") as file:
        for chunk in (data,) if isinstance(data, bytes) else data:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
