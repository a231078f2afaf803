"""The device between a course file and Qt's player."""

import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject

from courseplayer.ui.player import device as device_module
from courseplayer.ui.player.device import MediaDevice
from making.media_source import BytesReader

DATA = bytes(range(256)) * 40


def test_reads_any_place(qapp: QObject) -> None:
    device = MediaDevice(BytesReader(DATA), qapp)
    assert device.size() == len(DATA)
    assert device.seek(300)
    assert bytes(device.read(5).data()) == DATA[300:305]
    assert device.pos() == 305
    device.shut()


def test_reads_nothing_at_the_end_without_calling_it_a_failure(qapp: QObject) -> None:
    device = MediaDevice(BytesReader(DATA), qapp)
    device.seek(len(DATA))
    assert device.readData(100) == b""
    assert device.failure is None
    assert device.atEnd()
    device.shut()


def test_failure_is_kept_and_makes_the_player_stop_asking(qapp: QObject) -> None:
    device = MediaDevice(BytesReader(DATA, damaged_from=1000), qapp)
    device.seek(990)
    assert device.readData(100) == b""
    assert str(device.failure) == "damaged"
    assert device.size() == 0
    assert device.atEnd()
    assert device.readData(1) == b""
    device.shut()


def test_short_reader_counts_as_failure(qapp: QObject) -> None:
    reader = BytesReader(DATA)
    device = MediaDevice(reader, qapp)
    reader.data = DATA[:50]
    device.seek(60)
    assert device.readData(10) == b""
    assert isinstance(device.failure, EOFError)
    device.shut()


def test_shutting_closes_the_reader_and_late_reads_get_nothing(qapp: QObject) -> None:
    reader = BytesReader(DATA)
    device = MediaDevice(reader, qapp)
    device.shut()
    assert reader.is_closed
    assert device.readData(10) == b""


def test_nothing_can_be_written(qapp: QObject) -> None:
    device = MediaDevice(BytesReader(DATA), qapp)
    assert device.writeData(b"x", 1) == -1
    assert not device.isWritable()
    device.shut()


def _reading(device: MediaDevice, count: int) -> tuple[threading.Thread, list[bytes]]:
    """Read one byte at a time on a thread of its own, as Qt does."""
    read: list[bytes] = []

    def read_on() -> None:
        for _ in range(count):
            read.append(device.readData(1))

    thread = threading.Thread(target=read_on)
    thread.start()
    return thread, read


def _wait_for(is_so: Callable[[], bool]) -> None:
    while not is_so():
        time.sleep(0.001)


@pytest.mark.parametrize("go_on", [MediaDevice.frame_came, MediaDevice.shut])
def test_what_lies_beyond_the_frame_waits_for_it(
    qapp: QObject, monkeypatch: pytest.MonkeyPatch, go_on: Callable[[MediaDevice], None]
) -> None:
    monkeypatch.setattr(device_module, "_PAUSE_S", 60)
    device = MediaDevice(BytesReader(DATA), qapp)
    device.hurry(5)
    thread, read = _reading(device, 8)
    _wait_for(lambda: len(read) == 5)
    thread.join(0.1)
    assert (thread.is_alive(), len(read)) == (True, 5)
    go_on(device)
    thread.join(30)
    assert (thread.is_alive(), len(read)) == (False, 8)
    device.shut()


def test_a_frame_that_never_comes_holds_nothing_up_for_long(
    qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    device = MediaDevice(BytesReader(DATA), qapp)
    monkeypatch.setattr(threading.Event, "wait", lambda _event, seconds: pauses.append(seconds))
    device.hurry(100)
    while data := device.readData(1):
        assert data
    assert 0 < sum(pauses) < 0.1
    device.shut()
