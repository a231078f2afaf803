"""The device between a course file and Qt's player."""

from PySide6.QtCore import QObject

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
