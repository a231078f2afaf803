"""Texts that the store could not take, each in a readable file of its own in a second place."""

import contextlib
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError, storage_error
from courseplayer.learner.backups import free_path
from courseplayer.learner.rescue_format import (
    MOST_BYTES,
    PLAIN_SUFFIX,
    SEALED_SUFFIX,
    UNSEALED,
    RescuedText,
    Sealing,
    TextKey,
    read_rescue,
    sealed_rescue,
    written_rescue,
)
from courseplayer.system.atomic import sync_folder, write_file
from courseplayer.system.rescue_places import RescueFolder

_NO_PLACE = QT_TRANSLATE_NOOP(
    "errors",
    "This text could not be copied to another place either. Keep this window open until it is saved.",
)
_PRIVATE = 0o600


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """Where the copy of a text is now."""

    path: Path
    is_lasting: bool


@dataclass(frozen=True, slots=True)
class RescueFile:
    """A copy that an earlier run of the program left."""

    path: Path
    text: RescuedText


class Rescue:
    """Keeps one file for each text, replaced as the text grows; for one thread at a time.

    Only files that this very run has written are removed without asking.
    """

    def __init__(self, folders: Sequence[RescueFolder], store: Path, sealing: Sealing = UNSEALED) -> None:
        self._folders = folders
        self._store = store
        self._sealing = sealing
        self._written: dict[TextKey, list[Path]] = {}

    def keep(self, text: RescuedText, page: bytes) -> KeptCopy:
        """Write a text in the first place that takes it; ``page`` is what a person reads of it.

        Raises PlainError when no place does; an earlier copy is then still there.
        """
        data, suffix = written_rescue(text, page, self._sealing)
        earlier = self._written.get(text.key, [])
        for folder in self._in_order():
            with contextlib.suppress(PlainError):
                path = self._path(text, folder.path, suffix, earlier)
                write_file(path, data, check=_make_private)
                self._written[text.key] = [path, *(one for one in earlier if one != path)]
                self._remove_earlier(text.key)
                return KeptCopy(path, folder.is_lasting)
        raise PlainError(_NO_PLACE)

    def drop(self, key: TextKey) -> None:
        """Remove the copies of a text that the store has now; those of earlier runs stay."""
        for path in self._written.pop(key, []):
            self._remove(path, key)

    def found(self) -> tuple[RescueFile, ...]:
        """Return the copies that earlier runs left and that can be read now, oldest first."""
        own = {path for paths in self._written.values() for path in paths}
        files = [
            RescueFile(self._sealed(path), text)
            for folder in self._folders
            for path in _listed(folder.path)
            if path not in own and (text := self._read(path)) is not None
        ]
        return tuple(sorted(files, key=_written_at))

    def remove(self, file: RescueFile) -> None:
        """Remove a copy whose text the store has now."""
        self._remove(file.path, file.text.key)

    def set_apart(self, file: RescueFile) -> Path:
        """Keep a copy for the person, who is not asked about it again; returns where it is."""
        path = file.path
        try:
            kept = free_path(path.with_name(f"kept {path.name}"))
            path.rename(kept)
        except OSError as refusal:
            raise storage_error(refusal, path) from refusal
        return kept

    def _in_order(self) -> list[RescueFolder]:
        # What is wrong with the store's disk is wrong with everything on it.
        store = _device(self._store.parent)
        return sorted(self._folders, key=lambda one: (not one.is_lasting, _device(one.path) == store))

    def _path(self, text: RescuedText, folder: Path, suffix: str, earlier: Sequence[Path]) -> Path:
        for path in earlier:
            if path.parent == folder and path.suffix == suffix:
                return path
        try:
            missing = [one for one in (folder, *folder.parents) if not one.exists()]
            folder.mkdir(parents=True, exist_ok=True)
            for made in missing:
                sync_folder(made.parent)
            stamp = text.written_at.astimezone().strftime("%Y-%m-%d %H.%M")
            return free_path(folder / f"{stamp} {_short(text.key)}{suffix}")
        except OSError as refusal:
            raise storage_error(refusal, folder) from refusal

    def _remove_earlier(self, key: TextKey) -> None:
        newest, *others = self._written[key]
        self._written[key] = [newest, *(path for path in others if not self._remove(path, key))]

    def _remove(self, path: Path, key: TextKey) -> bool:
        """Remove a file if it is a copy of this text; tells whether nothing of it is left."""
        text = self._read(path)
        if text is None or text.key != key:
            return not os.path.lexists(path)
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return False
        with contextlib.suppress(OSError):
            path.parent.rmdir()
        return True

    def _sealed(self, path: Path) -> Path:
        """Seal a plain copy of somebody who has chosen a PIN since; returns where it is then."""
        with contextlib.suppress(PlainError, OSError):
            data = path.read_bytes()
            sealed = sealed_rescue(data, self._sealing)
            if sealed is not None:
                target = free_path(path.with_suffix(SEALED_SUFFIX))
                write_file(target, sealed, check=_make_private)
                path.unlink()
                return target
        return path

    def _read(self, path: Path) -> RescuedText | None:
        try:
            if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_BYTES:
                return None
            return read_rescue(path.read_bytes(), self._sealing)
        except OSError:
            return None


def _listed(folder: Path) -> list[Path]:
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []
    wanted = (name for name in names if name.endswith((PLAIN_SUFFIX, SEALED_SUFFIX)))
    return [folder / name for name in wanted if not name.startswith("kept ")]


def _device(folder: Path) -> int | None:
    for place in (folder, *folder.parents):
        with contextlib.suppress(OSError):
            return place.stat().st_dev
    return None


def _make_private(copy: Path) -> None:
    # A stick or share may know no rights.
    with contextlib.suppress(OSError):
        copy.chmod(_PRIVATE)


def _short(key: TextKey) -> str:
    return hashlib.sha256("\n".join(key).encode()).hexdigest()[:8]


def _written_at(file: RescueFile) -> float:
    return file.text.written_at.timestamp()
