"""Puts another file in the place of learner.db, so that a power cut leaves one of the two, never neither."""

import contextlib
from pathlib import Path

from courseplayer.course.errors import storage_error
from courseplayer.system.atomic import sync_folder, write_file

_BESIDE = ("-wal", "-shm", "-journal")


def incoming_path(store_path: Path) -> Path:
    """Return where a file that is to become the store has to lie."""
    return store_path.with_suffix(".incoming")


def replace_store(store_path: Path) -> None:
    """Make the whole file at :func:`incoming_path` the store; nobody may have the store open.

    Raises PlainError when the disk refuses; the store is then the old one or the new one.
    """
    # A journal of the old store beside the new one would be played into it, and the old store without its
    # journal has lost what was saved last. So once this note is on the disk, the rest will be done, if not
    # now then at the next start.
    write_file(_note(store_path), b"learner.incoming is complete and takes the place of learner.db\n")
    finish_replacing(store_path)


def finish_replacing(store_path: Path) -> None:
    """Do what a power cut may have left to do; to be called before the store is opened."""
    note, incoming = _note(store_path), incoming_path(store_path)
    try:
        if not note.exists():
            # Not complete, or nobody will ask for it again.
            incoming.unlink(missing_ok=True)
            return
        if incoming.exists():
            for ending in _BESIDE:
                store_path.with_name(store_path.name + ending).unlink(missing_ok=True)
            sync_folder(store_path.parent)
            incoming.replace(store_path)
            sync_folder(store_path.parent)
        note.unlink(missing_ok=True)
        sync_folder(store_path.parent)
    except OSError as refusal:
        raise storage_error(refusal, store_path) from refusal


def drop_incoming(store_path: Path) -> None:
    """Forget a file that was to become the store."""
    if not _note(store_path).exists():
        with contextlib.suppress(OSError):
            incoming_path(store_path).unlink(missing_ok=True)


def _note(store_path: Path) -> Path:
    return store_path.with_suffix(".replacing")
