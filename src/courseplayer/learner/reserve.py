"""A few megabytes beside learner.db, given up on a full disk so that the text at hand can still be saved."""

import contextlib
import errno
import os
import shutil
from pathlib import Path

RESERVE_BYTES = 4 * 1024 * 1024
_ROOM_BYTES = 16 * RESERVE_BYTES
"""What must be free beyond the reserve before it is set aside again."""
_PROBE_BYTES = 64 * 1024
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class Reserve:
    """The file ``learner.reserve`` beside a store."""

    def __init__(self, store_path: Path) -> None:
        self._path = store_path.with_suffix(".reserve")

    @property
    def is_there(self) -> bool:
        """There is something to give up."""
        return self._path.exists()

    def set_aside(self) -> None:
        """Keep the space, if the disk has plenty; nothing happens where that cannot be."""
        if self.is_there:
            return
        with contextlib.suppress(OSError):
            if shutil.disk_usage(self._path.parent).free < _ROOM_BYTES:
                return
            partial = self._path.with_suffix(".reserve.partial")
            try:
                # Bytes that no file system can squeeze: a file of zeros may take no space at all.
                partial.write_bytes(os.urandom(RESERVE_BYTES))
                partial.replace(self._path)
            finally:
                partial.unlink(missing_ok=True)

    def give_up(self) -> bool:
        """Free the space; tells whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def is_needed(self) -> bool:
        """Find out by a small file whether there is no room any more, on the disk or in the account's quota.

        SQLite tells a used-up quota like any other failure of the disk.
        """
        probe = self._path.with_name(f".{os.urandom(8).hex()}.probe")
        try:
            try:
                with probe.open("xb") as file:
                    file.write(os.urandom(_PROBE_BYTES))
                    file.flush()
                    os.fsync(file.fileno())
            finally:
                probe.unlink(missing_ok=True)
        except OSError as refusal:
            return refusal.errno in _NO_ROOM
        return False
