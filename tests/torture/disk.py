"""A disk as it may be after a power cut: what was synced, and any part of what was not.

The model is that of ALICE (OSDI 2014) and of CrashMonkey (OSDI 2018): until a file is synced, each 512-byte
sector of each write may have reached the disk or not, in any order; a name is safe when its folder is synced.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

SECTOR_BYTES = 512


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes put at an offset."""

    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file made this long."""

    size_bytes: int


@dataclass(slots=True, eq=False)
class DiskFile:
    """The content of a file: what is safe, and what is on its way."""

    safe: bytes = b""
    pending: list[Written | Cut] = field(default_factory=list)

    def sync(self) -> None:
        """Make everything safe."""
        self.safe, self.pending = self.present(), []

    def present(self) -> bytes:
        """Return the content as programs see it."""
        content = bytearray(self.safe)
        for change in self.pending:
            _apply(content, change, None)
        return bytes(content)

    def torn(self, chance: random.Random) -> bytes:
        """Return a content with a part of what was on its way."""
        content = bytearray(self.safe)
        for change in self.pending:
            if chance.random() < 0.3:
                continue
            _apply(content, change, chance if chance.random() < 0.6 else None)
        return bytes(content)


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name that points to a file from now on, and the name it had before; either may be None."""

    name: str | None
    old_name: str | None
    file: DiskFile

    def folders(self) -> set[str]:
        """Return the folders any of which, when synced, makes this safe."""
        return {str(PurePosixPath(name).parent) for name in (self.name, self.old_name) if name is not None}

    def do(self, names: dict[str, DiskFile]) -> None:
        """Change the names."""
        if self.old_name is not None and names.get(self.old_name) is self.file:
            del names[self.old_name]
        if self.name is not None:
            names[self.name] = self.file


class Disk:
    """Files under their names, seen by programs and by a power cut."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._names = {name: DiskFile(content) for name, content in files.items()}
        self._safe_names = dict(self._names)
        self._pending: list[Renamed] = []

    def create(self, name: str) -> None:
        """Make an empty file unless there is one."""
        if name not in self._names:
            self._rename(Renamed(name, None, DiskFile()))

    def change(self, name: str, change: Written | Cut) -> None:
        """Write to a file or cut it."""
        if name in self._names:
            self._names[name].pending.append(change)

    def rename(self, old_name: str, name: str) -> None:
        """Give a file another name, in place of what had it."""
        if old_name in self._names:
            self._rename(Renamed(name, old_name, self._names[old_name]))

    def unlink(self, name: str) -> None:
        """Take a name away."""
        if name in self._names:
            self._rename(Renamed(None, name, self._names[name]))

    def sync(self, name: str) -> None:
        """Make a file's content safe, or the names in a folder."""
        if name in self._names:
            self._names[name].sync()
        else:
            self._sync_folder(name)

    def _sync_folder(self, folder: str) -> None:
        for change in [change for change in self._pending if folder in change.folders()]:
            change.do(self._safe_names)
            self._pending.remove(change)

    def after_power_cut(self, chance: random.Random) -> Iterator[dict[str, bytes]]:
        """Yield disks as they may be: nothing that was pending, all of it, and two with parts of it."""
        yield {name: file.safe for name, file in self._safe_names.items()}
        yield {name: file.present() for name, file in self._names.items()}
        for _ in range(2):
            names = dict(self._safe_names)
            for change in self._pending:
                if chance.random() < 0.5:
                    change.do(names)
            yield {name: file.torn(chance) for name, file in names.items()}

    def _rename(self, change: Renamed) -> None:
        change.do(self._names)
        self._pending.append(change)


def _apply(content: bytearray, change: Written | Cut, chance: random.Random | None) -> None:
    if isinstance(change, Cut):
        del content[change.size_bytes :]
        content.extend(bytes(change.size_bytes - len(content)))
        return
    end = change.offset + len(change.data)
    content.extend(bytes(max(0, end - len(content))))
    start = change.offset
    while start < end:
        stop = min((start // SECTOR_BYTES + 1) * SECTOR_BYTES, end)
        if chance is None or chance.random() < 0.5:
            content[start:stop] = change.data[start - change.offset : stop - change.offset]
        start = stop
