"""A second window is told who has the store; a process that dies takes its lock along."""

import getpass
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from courseplayer.learner.lock import StoreInUseError, take_lock
from making.clock import SetClock

_HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from courseplayer.learner.lock import take_lock
lock = take_lock(Path(sys.argv[1]), datetime(2026, 11, 27, 8, 5, tzinfo=UTC))
print("held", flush=True)
sys.stdin.read()
"""


def _holder(db: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(db)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_window_is_told_who_and_since_when(db: Path, clock: SetClock) -> None:
    with _holder(db) as holder:
        with pytest.raises(StoreInUseError) as refusal:
            take_lock(db, clock.now())
        holder.kill()
    told = str(refusal.value)
    assert f"{getpass.getuser()}@{platform.node()}" in told
    assert "2026-11-27" in told
    assert "safe" in told
    assert "\n" not in told
    assert refusal.value.holder is not None
    assert refusal.value.holder.since.hour == 8


def test_the_lock_of_a_killed_process_is_stale_at_once(db: Path, clock: SetClock) -> None:
    with _holder(db) as holder:
        holder.kill()
        holder.wait()
        take_lock(db, clock.now()).release()


def test_a_released_lock_can_be_taken_again(db: Path, clock: SetClock) -> None:
    lock = take_lock(db, clock.now())
    with pytest.raises(StoreInUseError):
        take_lock(db, clock.now())
    lock.release()
    lock.release()
    take_lock(db, clock.now()).release()


@pytest.mark.parametrize("torn", [b"", b"torn by a power cut" * 100, b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_torn_file_of_a_lock_locks_nobody_out(db: Path, clock: SetClock, torn: bytes) -> None:
    db.parent.mkdir()
    db.with_suffix(".lock").write_bytes(torn)
    lock = take_lock(db, clock.now())
    with pytest.raises(StoreInUseError) as refusal:
        take_lock(db, clock.now())
    assert refusal.value.holder is not None
    lock.release()
